"""What the pages of stations 2 and 3 have in common: the forms about those who can help."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

from screens.desk.acts import Act
from screens.desk.bits import Bits
from screens.desk.form import Ask
from screens.desk.loop import Paged
from screens.desk.room import lines, number
from screens.desk.widgets.picks import Picks

if TYPE_CHECKING:
    from workshop.actor_map import Gap
    from workshop.asked import Actor
    from workshop.case import Case

FLAGS = ("must", "driver", "usual", "interest")
"""What one says yes or no to about somebody who can help."""
REPLY_CELLS = 11
FIGURE_CELLS = 7
TONES = {"confirmed": "", "declined": "muted", "invited": "muted"}


class Invited(Act):
    """Say what they gain and are asked for, what hinders them, and how they are reached."""

    key = "b"


class Replied(Act):
    """Write what they answered, and how many come."""

    key = "s"


class CountIn(Act):
    """Count those of them who are here without a phone."""

    key = "h"


class AskHall(Act):
    """Let phones answer this now."""

    key = "m"


class People(Paged):
    """A page about actors: who they are, how they are invited, what they answered."""

    def chosen(self) -> "Actor | None":
        """The actor that the cursor is on."""
        lists = self.query("#actors").results(Picks)
        ids = [rows.cursor_id or "" for rows in lists]
        return self.case.actors.get(ids[0]) if self.case and ids else None

    def figures(self, case: "Case", actor: "Actor") -> Bits:
        """What they answered, and how many are expected."""
        from workshop.actor_map import reply_of

        reply = reply_of(case, actor)
        told = self.say(f"people.reply_{reply or 'none'}")
        many = "–" if actor.expected is None else str(actor.expected)
        tone = TONES.get(str(reply), "warn")
        return ((f"{told:<{REPLY_CELLS}}", tone), (f"{many:>{FIGURE_CELLS}}", ""))

    def head(self) -> Bits:
        """What the figures are."""
        reply, expected = self.say("desk.people_reply"), self.say("desk.people_expected")
        return ((f"{reply:<{REPLY_CELLS}}{expected:>{FIGURE_CELLS}}", "muted"),)

    # -- acts -------------------------------------------------------------------------------

    def act_invited(self) -> object:
        """How they are invited."""
        actor = self.chosen()
        return self.run_worker(self.plan(actor), group="act") if actor else None

    def act_replied(self) -> object:
        """What they answered."""
        actor = self.chosen()
        return self.run_worker(self.reply(actor), group="act") if actor else None

    def act_count_in(self) -> object:
        """Those who are here without a phone."""
        return self.run_worker(self.count(self.chosen()), group="act")

    async def ask_hall(self, kind: str) -> None:
        """Move the hall here, and let phones answer."""
        await self.enter_station()
        await self.start_block(kind)

    async def mend(self, gap: "Gap") -> None:
        """Do the one act that mends what is lacking."""
        actor = self.case.actors.get(gap.actor or "") if self.case else None
        match gap.act:
            case "invite" if actor:
                await self.plan(actor)
            case "reply" if actor:
                await self.reply(actor)
            case "suggestion":
                await self.desk.go("gaps")
            case _:
                await self.edit(None, dict(gap.start))

    # -- forms ------------------------------------------------------------------------------

    async def edit(
        self, actor: "Actor | None", start: Mapping[str, str], note: str | None = None
    ) -> None:
        """A new actor that begins with something, or another look at one."""
        from workshop.terms import ActorCategory, ActorRole

        async def store(values: Mapping[str, str]) -> str:
            fields: dict[str, Any] = {
                **{name: values[name] for name in ("who", "category", "role")},
                **{name: values[name] == "yes" for name in FLAGS},
                "expected": number(values["expected"]),
            }
            if actor is None:
                return await self.store("actor.name", **fields, note=note)
            return await self.store("actor.change", actor=actor.id, **fields)

        now = {**dict.fromkeys(FLAGS, "no"), "usual": "yes", **start}
        if actor:
            many = "" if actor.expected is None else str(actor.expected)
            flags = actor.model_dump(include=set(FLAGS))
            now = {name: "yes" if held else "no" for name, held in flags.items()}
            now |= {"who": actor.name, "category": actor.category, "role": actor.role}
            now["expected"] = many
        choices = {
            "category": self.labels("category", get_args(ActorCategory)),
            "role": self.labels("role", get_args(ActorRole)),
        }
        fields = [Ask("who", self.say("desk.people_who"), now.get("who", ""))]
        for name in ("category", "role", "must", "expected", "driver", "usual", "interest"):
            label, held = self.say(f"desk.people_{name}"), now.get(name, "")
            if name == "expected":
                fields.append(Ask(name, self.say("desk.people_how_many"), held))
            else:
                given = choices.get(name) or self.yes_no()
                fields.append(Ask(name, label, held, "choice", given))
        title = "desk.people_new" if actor is None else "desk.people_edit"
        await self.form(self.say(title), tuple(fields), store)

    async def plan(self, actor: "Actor") -> None:
        """What they gain and are asked for, what hinders and helps, and the channel."""
        from workshop.asked import Invitation
        from workshop.terms import Channel

        async def store(values: Mapping[str, str]) -> str:
            return await self.store(
                "invitation.plan",
                actor=actor.id,
                gain=values["gain"],
                ask=values["ask"],
                barriers=self._barriers(values["barriers"]),
                channel=values["channel"] if values["channel"] != "-" else None,
            )

        now = self.case.invitations.get(actor.id, Invitation()) if self.case else Invitation()
        ways = tuple((c, self.say(f"people.channel_{c}")) for c in get_args(Channel))
        none = ("-", self.say("desk.people_channel_none"))
        hinders = "\n".join(
            f"{self.say(f'people.barrier_{h.barrier}')}: {h.remedy}".rstrip() for h in now.barriers
        )
        fields = (
            Ask("gain", self.say("desk.people_gain"), now.gain),
            Ask("ask", self.say("desk.people_ask"), now.ask),
            Ask(
                "barriers",
                self.say("desk.people_barriers"),
                hinders,
                "prose",
                hint=self.say("desk.people_barriers_hint"),
            ),
            Ask(
                "channel",
                self.say("desk.people_channel"),
                now.channel or "-",
                "choice",
                (none, *ways),
            ),
        )
        await self.form(self.say("desk.people_plan", name=actor.name), fields, store)

    def _barriers(self, text: str) -> list[dict[str, str]]:
        """A barrier a line, its remedy after a colon; what is no known barrier is another one."""
        from workshop.terms import Barrier

        known = {self.say(f"people.barrier_{b}").casefold(): b for b in get_args(Barrier)}
        found: list[dict[str, str]] = []
        for line in lines(text):
            word, colon, remedy = line.partition(":")
            barrier = known.get(word.strip().casefold())
            if barrier is None:
                found.append({"barrier": "other", "remedy": line})
            else:
                found.append({"barrier": barrier, "remedy": remedy.strip() if colon else ""})
        return found

    async def reply(self, actor: "Actor") -> None:
        """What they answered, and how many of them come."""
        from workshop.actor_map import reply_of
        from workshop.terms import Reply

        async def store(values: Mapping[str, str]) -> str:
            return await self.store(
                "invitation.reply",
                actor=actor.id,
                reply=values["reply"],
                expected=number(values["expected"]),
            )

        now = (reply_of(self.case, actor) if self.case else None) or "invited"
        replies = tuple((r, self.say(f"people.reply_{r}")) for r in get_args(Reply))
        many = "" if actor.expected is None else str(actor.expected)
        fields = (
            Ask("reply", self.say("desk.people_reply"), now, "choice", replies),
            Ask("expected", self.say("desk.people_how_many"), many),
        )
        await self.form(self.say("desk.people_replied", name=actor.name), fields, store)

    async def count(self, actor: "Actor | None") -> None:
        """How many are here without a phone; which group and evening where that is not given."""
        case = self.case
        met = [g for g in case.gatherings.values() if g.opened_at] if case else []
        if case is None or not met or not case.actors:
            self.desk.frame.advise(self.say("desk.people_nobody_to_count"))
            return
        fields = [Ask("present", self.say("desk.people_present"))]
        if actor is None:
            known = tuple((a.id, a.name) for a in case.actors.values())
            fields.insert(0, Ask("actor", self.say("desk.people_group"), "", "choice", known))
        if case.gathering is None:
            evenings = tuple((g.id, g.title) for g in reversed(met))
            fields.append(Ask("gathering", self.say("desk.people_when"), "", "choice", evenings))

        async def store(values: Mapping[str, str]) -> str:
            return await self.store(
                "actor.present",
                actor=actor.id if actor else values["actor"],
                present=number(values["present"]),
                gathering=values.get("gathering"),
            )

        name = actor.name if actor else self.say("desk.people_paper")
        await self.form(self.say("desk.people_count", name=name), tuple(fields), store)
