"""Station 6: the solution is not known beforehand: what became of everything."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bit, Bits, Mark, mark
from screens.desk.form import Ask
from screens.desk.loop import Paged
from screens.desk.places import CLOSING
from screens.desk.room import Edit, day, typed_day
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from screens.desk.previewing import Body
    from workshop.case import Case


class AnswerDate(Act):
    """Say when everybody hears what it led to."""

    key = "d"


class Opening(Paged):
    """Every cluster and idea with what became of it, those without an answer first."""

    NAME = "opening"
    STATION = 6
    WALL = "closing"
    PAGES = CLOSING
    ACTS = (Edit, AnswerDate, *Paged.PAGING)

    def body(self) -> Iterator[Widget]:
        """The date, then all that is owed an answer."""
        yield Static("", id="answer-date", markup=False)
        yield Static("", id="fates", markup=False)
        yield Heading(self.words("owed"), id="owed-title")
        yield Picks(id="owed")

    def show(self, case: "Case") -> None:
        """What is answered and what is not."""
        from workshop.closing import owed, unanswered

        lacking = unanswered(case)
        everything = owed(case)
        order = [*lacking, *(t for t in everything if t in case.fates)]
        none = Pick("-none", self.words("nothing_owed"), tone="muted", choosable=False)
        self.query_one(Picks).update([self._pick(case, t) for t in order] or [none])
        heading = self.query_one("#owed-title", Heading)
        heading.count = str(len(everything))
        heading.state = (
            ((f"{Mark.LACKS} ", "warn"), (self.words("lacking", n=len(lacking)), ""))
            if lacking
            else ((self.words("all_answered"), "muted"),)
        )
        self.put("#fates", self._counted(case))
        told = self.date(case.answer_date) if case.answer_date else self.words("no_date")
        sign = mark(Mark.DONE if case.answer_date else Mark.LACKS)
        self.put("#answer-date", (sign, (f" {self.words('date')} ", "muted"), (told, "strong")))

    def _counted(self, case: "Case") -> Bits:
        """How many have come to each end."""
        from workshop.terms import FateKind

        ends = [fate.fate for fate in case.fates.values()]
        bits: list[Bit] = []
        for kind in get_args(FateKind):
            if n := ends.count(kind):
                bits += [(str(n), "strong"), (f" {self.say(f'desk.fate_{kind}')}   ", "muted")]
        return tuple(bits)

    def _pick(self, case: "Case", target: str) -> Pick:
        from workshop.views import title_of

        fate = case.fates.get(target)
        note = case.notes.get(target)
        kind = self.words(note.what if note else "cluster")
        lead: Bits = (mark(Mark.DONE if fate else Mark.LACKS), (" ", ""))
        right: Bits = ((self.say(f"desk.fate_{fate.fate}") if fate else kind, "muted"),)
        under: Bits = ((fate.answer, "muted"),) if fate else ()
        return Pick(target, title_of(case, target), lead, right=right, under=under)

    def act_edit(self) -> object:
        """What became of it."""
        chosen = self.query_one(Picks).cursor_id
        if self.case is None or chosen is None or chosen.startswith("-"):
            return None
        return self.run_worker(self._answer(chosen), group="act")

    async def _answer(self, target: str) -> None:
        from workshop.terms import FateKind
        from workshop.views import title_of

        if self.case is None:
            return
        now = self.case.fates.get(target)

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("fate.give", target=target, **values)

        fates = self.labels("fate", get_args(FateKind))
        fields = (
            Ask("fate", self.words("field_fate"), now.fate if now else "in_round", "choice", fates),
            Ask("answer", self.words("field_answer"), now.answer if now else "", "prose"),
        )
        await self.form(title_of(self.case, target), fields, store)

    def act_answer_date(self) -> object:
        """The date."""
        return self.run_worker(self._date(), group="act")

    async def _date(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("answer_date.set", day=day(values["day"]))

        now = typed_day(self.case.answer_date if self.case else None)
        field = Ask("day", self.words("date"), now, hint=self.say("desk.hint_day"))
        await self.form(self.words("date"), (field,), store)

    def is_shown(self, case: "Case") -> bool:
        """Only once the closing block runs."""
        return super().is_shown(case) and bool(case.running and case.running.kind == "closing")

    def would_send(self, case: "Case") -> "tuple[Body, ...]":
        """The block first."""
        return (*self.would_start("closing"), *super().would_send(case))

    async def show_in_hall(self) -> None:
        """The closing picture, and the closing block as it stands on the run sheet."""
        await self.enter_station()
        await self.start_block("closing")
        await self.desk.send("projector.show", wall=self.WALL)
