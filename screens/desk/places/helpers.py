"""Station 2: who can help, in rings around the task, and what the map lacks."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark, mark
from screens.desk.peopling import AskHall, CountIn, Invited, People, Replied
from screens.desk.places import HELPING
from screens.desk.room import Edit, New, Remove
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.actor_map import Gap, Ring
    from workshop.asked import Actor
    from workshop.case import Case

SIGNS = {"confirmed": Mark.DONE, "declined": Mark.NONE}


class Drives(Act):
    """Let this one drive the work; there is one and no more."""

    key = "p"


class Station2(People):
    """A page of station 2; phones can be asked who is missing from each of them."""

    STATION = 2
    WALL = "actors"
    PAGES = HELPING

    def show_gaps(self, case: "Case") -> "Sequence[Gap]":
        """What the map lacks, in the list of that name."""
        from workshop.actor_map import gaps

        held = gaps(case)
        none = Pick("-none", self.say("desk.gaps_none"), tone="muted", choosable=False)
        self.query_one("#gaps", Picks).update(
            [self._gap(g, i) for i, g in enumerate(held)] or [none]
        )
        return held

    def _gap(self, gap: "Gap", index: int) -> Pick:
        from screens.heard import lacking

        act = self.say(f"desk.gap_act_{gap.act}")
        told = lacking(gap, self.say)
        return Pick(f"gap-{index}", told, (mark(Mark.LACKS), (" ", "")), right=((act, "muted"),))

    def gap_chosen(self) -> "Gap | None":
        """The gap that the cursor is on, where the list of gaps has the focus."""
        from workshop.actor_map import gaps

        rows = self.query_one("#gaps", Picks)
        name = rows.cursor_id or ""
        if self.case is None or not rows.has_focus or not name.startswith("gap-"):
            return None
        held = gaps(self.case)
        index = int(name.removeprefix("gap-"))
        return held[index] if index < len(held) else None

    def act_ask_hall(self) -> object:
        """Who is missing?"""
        return self.run_worker(self.ask_hall("missing"), group="act")


class Helpers(Station2):
    """The rings as headings in one list, innermost first; the gaps under it where there is room."""

    NAME = "helpers"
    ACTS = (Edit, New, Invited, Replied, Drives, CountIn, AskHall, Remove, *People.PAGING)

    def body(self) -> Iterator[Widget]:
        """The list, and the gaps."""
        yield Picks(id="actors")
        yield Heading(self.say("desk.gaps_title"), id="gaps-title")
        yield Picks(id="gaps")

    def show(self, case: "Case") -> None:
        """The actors in their rings."""
        from workshop.actor_map import RINGS, expected, ringed, suggestions

        held = ringed(case)
        picks = [
            Pick("-head", self.words("head"), tone="muted", right=self.head(), choosable=False)
        ]
        for ring in RINGS:
            picks += self._ring(case, ring, tuple(held[ring]))
        self.query_one("#actors", Picks).update(picks)
        lacking = len(self.show_gaps(case))
        state: Bits = (
            (self.words("count", n=len(case.actors)), "muted"),
            (self.words("expected", n=expected(case)), "muted"),
        )
        if lacking:
            state += ((f"{Mark.LACKS} ", "warn"), (self.say("desk.gaps_count", n=lacking), ""))
        if coming := len(suggestions(case)):
            # While the hall is asked who is missing, this page shows that they answer.
            state += ((self.words("suggestions", n=coming), "muted"),)
        self.entitle(self.words("title"), state)

    def _ring(self, case: "Case", ring: "Ring", actors: "tuple[Actor, ...]") -> Iterator[Pick]:
        from workshop.actor_map import ring_of

        yield Pick(f"-{ring}", self.words(f"ring_{ring}"), tone="strong", choosable=False)
        if not actors:
            none = self.words("none_yet")
            yield Pick(f"-{ring}-none", none, (("  ", ""),), tone="muted", choosable=False)
        for actor in actors:
            if ring_of(actor) == ring:
                yield self._pick(case, actor)
            else:
                told = self.words("stands_above", name=actor.name)
                yield Pick(f"-{actor.id}", told, (("  ", ""),), tone="muted", choosable=False)
        yield Pick(f"-{ring}-air", "", choosable=False)

    def _pick(self, case: "Case", actor: "Actor") -> Pick:
        from workshop.actor_map import reply_of

        reply = reply_of(case, actor)
        sign = SIGNS.get(str(reply))
        if sign is None:
            sign = Mark.LACKS if actor.must or reply == "no_answer" else Mark.NOT_YET
        notes = [
            self.words(key)
            for key, holds in (
                ("driver", actor.driver),
                ("must", actor.must),
                ("unusual", not actor.usual),
                ("interest", actor.interest),
                ("from_hall", actor.note is not None),
            )
            if holds
        ]
        told: Bits = ((" · ".join(notes), "muted"),) if notes else ()
        lead: Bits = (mark(sign), (" ", ""))
        return Pick(actor.id, actor.name, lead, right=self.figures(case, actor), beside=told)

    def act_new(self) -> object:
        """Another one."""
        return self.run_worker(self.edit(None, {}), group="act")

    def act_edit(self) -> object:
        """Mend the gap, or change the actor; on an empty list, the first."""
        gap = self.gap_chosen()
        return self.run_worker(self.mend(gap) if gap else self.edit(self.chosen(), {}), group="act")

    def act_drives(self) -> object:
        """This one drives the work."""
        actor = self.chosen()
        if actor is None:
            return None
        return self.run_worker(
            self.desk.send("actor.change", actor=actor.id, driver=True), group="act"
        )

    def act_remove(self) -> object:
        """Take it off the list; u brings it back."""
        actor = self.chosen()
        if actor is None:
            return None
        return self.run_worker(self.desk.send("actor.remove", actor=actor.id), group="act")
