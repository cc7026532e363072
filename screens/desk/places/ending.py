"""Station 6, the last page: who does what, what was decided, and whether it is in use."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args

from textual.widget import Widget

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark, mark
from screens.desk.ending_rows import PROGRAMME, parts
from screens.desk.endings import (
    RULE,
    benefit_fields,
    decision_fields,
    judgement_fields,
    programme_fields,
    stand_fields,
    use_fields,
)
from screens.desk.form import Ask
from screens.desk.loop import Paged
from screens.desk.places import CLOSING
from screens.desk.room import Edit, Remove, day, number, typed_day
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.closed import Pledge
    from workshop.said import Note


class Pledging(Act):
    """Write down who takes what on."""

    key = "l"


class Deciding(Act):
    """Write down what those who decide decided."""

    key = "b"


class Judging(Act):
    """Say whether the newest solution is new, useful and in use."""

    key = "n"


class Using(Act):
    """Write how much the newest solution is used."""

    key = "t"


class Benefiting(Act):
    """Write what is expected to get better."""

    key = "g"


class Following(Act):
    """Say when somebody looks whether it is in use."""

    key = "o"


class Kept(Act):
    """Say that a pledge was kept; again says that it was not."""

    key = "h"


class AskHeard(Act):
    """Ask everybody on their phones whether they were heard; it stays on until it is closed."""

    key = "s"


class Ending(Paged):
    """One list under headings; Enter changes what the cursor is on."""

    NAME = "ending"
    STATION = 6
    WALL = "pledges"
    PAGES = CLOSING
    ACTS = (
        *(Edit, Pledging, Kept, Deciding, Judging, Using, Benefiting, Following, AskHeard, Remove),
        *Paged.PAGING,
    )

    def body(self) -> Iterator[Widget]:
        """One list."""
        yield Picks(id="ends")

    def show(self, case: "Case") -> None:
        """Pledges, decisions, solutions, benefits, and the days."""
        picks: list[Pick] = []
        for key, rows in parts(case, self.words, self.date):
            head: Bits = ((self.words(key), "strong"),)
            picks.append(Pick(f"-{key}", "", head, choosable=False))
            none = Pick(f"-none-{key}", self.words(f"no_{key}"), tone="muted", choosable=False)
            picks += rows or [none]
            picks.append(Pick(f"-gap-{key}", "", choosable=False))
        self.query_one(Picks).update(picks[:-1])
        told = self.date(case.follow_up) if case.follow_up else self.words("no_follow_up")
        state: Bits = (
            mark(Mark.DONE if case.follow_up else Mark.LACKS),
            (f" {self.words('follow_up')} ", "muted"),
            (told, "strong" if case.follow_up else "muted"),
        )
        self.entitle(self.words("title"), state)

    # -- what one can do -----------------------------------------------------------------

    @property
    def _chosen(self) -> str:
        return self.query_one(Picks).cursor_id or ""

    def act_edit(self) -> object:
        """The form that belongs to what the cursor is on."""
        case, chosen = self.case, self._chosen
        if case is None:
            return None
        if chosen in case.sketches:
            return self.act_judging()
        if chosen in case.benefits:
            return self.run_worker(self._measure(chosen), group="act")
        if chosen == PROGRAMME:
            return self.run_worker(self._place_in_programme(case), group="act")
        if chosen in case.notes:
            return self.run_worker(self._pledge_form(None, case.notes[chosen]), group="act")
        return self.run_worker(self._pledge_form(case.pledges.get(chosen)), group="act")

    def act_remove(self) -> object:
        """Take a pledge off the list; u brings it back."""
        if self.case is None or self._chosen not in self.case.pledges:
            return None
        return self.run_worker(self.desk.send("pledge.remove", pledge=self._chosen), group="act")

    def act_kept(self) -> object:
        """Kept, or not after all."""
        pledge = self.case.pledges.get(self._chosen) if self.case else None
        if pledge is None:
            self.desk.frame.advise(self.words("choose_pledge"))
            return None
        send = self.desk.send("pledge.keep", pledge=pledge.id, kept=pledge.kept is not True)
        return self.run_worker(send, group="act")

    def act_pledging(self) -> object:
        """Another pledge."""
        return self.run_worker(self._pledge_form(None), group="act")

    async def _pledge_form(self, pledge: "Pledge | None", offer: "Note | None" = None) -> None:
        async def store(values: Mapping[str, str]) -> str:
            fields: dict[str, Any] = {**values, "due": day(values["due"])}
            if pledge is None:
                note = offer.id if offer else None
                return await self.store("pledge.make", note=note, **fields)
            return await self.store("pledge.change", pledge=pledge.id, **fields)

        due = typed_day(pledge.due if pledge else None)
        fields = (
            Ask("who", self.words("field_who"), pledge.who if pledge else ""),
            Ask("text", self.words("field_pledge"), _said(pledge, offer)),
            Ask("due", self.words("field_due"), due, hint=self.say("desk.hint_day")),
            *stand_fields(self.words, self.case, pledge, offer),
        )
        await self.form(self.words("pledge"), fields, store)

    async def _place_in_programme(self, case: "Case") -> None:
        """Each programme's question, and a choice against the rule."""

        async def store(values: Mapping[str, str]) -> str:
            return await self.programmes(case, values)

        await self.form(self.words("programmes"), programme_fields(self.words, case), store)

    async def programmes(self, case: "Case", values: Mapping[str, str]) -> str:
        """Send the answers that are given, then the choice."""
        for programme in case.pack.programmes:
            belongs = values[f"of_{programme.key}"] == "yes"
            if belongs is not bool(case.belongs.answers.get(programme.key)):
                fields = {"programme": programme.key, "belongs": belongs}
                if wrong := await self.store("programme.answer", **fields):
                    return wrong
        chosen = None if values["chosen"] == RULE else values["chosen"]
        return await self.store("programme.choose", programme=chosen, reason=values["reason"])

    def act_deciding(self) -> object:
        """A decision."""
        return self.run_worker(self._decide(), group="act")

    async def _decide(self) -> None:
        from workshop.terms import Result

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("decision.make", **{**values, "day": day(values["day"])})

        results = tuple((r, self.words(f"result_{r}")) for r in get_args(Result))
        fields = decision_fields(self.words, results, self.say("desk.hint_day"))
        await self.form(self.words("decision"), fields, store)

    def act_judging(self) -> object:
        """Nytt, nyttig, nyttiggjort."""
        return self._about_solution(self._judge)

    async def _judge(self, case: "Case", sketch: str) -> None:
        async def store(values: Mapping[str, str]) -> str:
            fields: dict[str, Any] = dict(values)
            if "breaks" in fields:
                fields["breaks"] = fields["breaks"] == "yes"
            return await self.store("solution.judge", sketch=sketch, **fields)

        title = f"{self.words('newness')}: {case.sketches[sketch].title}"
        await self.form(title, judgement_fields(self.words, case, sketch), store)

    def act_using(self) -> object:
        """Figures of use."""
        return self._about_solution(self._use)

    async def _use(self, case: "Case", sketch: str) -> None:
        async def store(values: Mapping[str, str]) -> str:
            figures = {k: number(values[k]) or 0 for k in ("per_week", "months")}
            # That nobody has counted is not the same as that nobody uses it.
            users, told = number(values["users"]), {"text": values["text"], **figures}
            return await self.store("use.record", sketch=sketch, users=users, **told)

        title = f"{self.words('use')}: {case.sketches[sketch].title}"
        await self.form(title, use_fields(self.words, case, sketch), store)

    def _about_solution(self, form: Any) -> object:
        case = self.case
        if case is None or not case.sketches:
            self.desk.frame.advise(self.words("no_solutions"))
            return None
        chosen = self._chosen if self._chosen in case.sketches else list(case.sketches)[-1]
        return self.run_worker(form(case, chosen), group="act")

    def act_benefiting(self) -> object:
        """What is expected."""
        return self.run_worker(self._expect(), group="act")

    async def _expect(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("benefit.expect", **{**values, "due": day(values["due"])})

        fields = benefit_fields(self.words, self.say("desk.hint_day"))
        await self.form(self.words("benefits"), fields, store)

    async def _measure(self, benefit: str) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("benefit.measure", benefit=benefit, **values)

        known = self.case.benefits[benefit] if self.case else None
        field = Ask("measured", self.words("field_measured"), known.measured if known else "")
        await self.form(known.text if known else "", (field,), store)

    def act_ask_heard(self) -> object:
        """«Ble du hørt?», on phones and wall."""
        return self.run_worker(self._ask_heard(), group="act")

    async def _ask_heard(self) -> None:
        if (await self.desk.send("poll.open", what="exit")).get("ok"):
            await self.desk.go("checklists")

    def act_following(self) -> object:
        """The day."""
        return self.run_worker(self._follow_up(), group="act")

    async def _follow_up(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("follow_up.set", day=day(values["day"]))

        now = typed_day(self.case.follow_up if self.case else None)
        field = Ask("day", self.words("follow_up"), now, hint=self.say("desk.hint_day"))
        await self.form(self.words("follow_up"), (field,), store)


def _said(pledge: "Pledge | None", offer: "Note | None") -> str:
    """The words that a pledge begins with: its own, or those of the offer in one line."""
    return pledge.text if pledge else " ".join(offer.text.split())[:200] if offer else ""
