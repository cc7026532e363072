"""Station 1: the question and its versions, the handlingsrom, and what we believe we know."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from screens.desk import ground
from screens.desk.acts import Act, ActType
from screens.desk.bits import Bits, Mark, mark
from screens.desk.framing import FRAMED, Framing
from screens.desk.framing_acts import AND_MORE, No, Unknown, WriteQuestion, Yes
from screens.desk.loop import EarlierPart, NextPart
from screens.desk.room import COMMON, Edit
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.pair import Pair
from screens.desk.widgets.picks import Picks

if TYPE_CHECKING:
    from workshop.case import Case


class Handlingsrom(Act):
    """Go to the eight questions, or back to the question."""

    key = "h"


class OnePage(Act):
    """See stations 1 to 4 on one page, as a small team fills them in."""

    key = "e"


class Problem(Framing):
    """The question above, the eight answers and the frame below it; on a low screen two pages."""

    NAME = "problem"
    STATION = 1
    ACTS = (
        *(Edit, Yes, No, Unknown, WriteQuestion, Handlingsrom, *AND_MORE, OnePage, *COMMON),
        *(NextPart, EarlierPart),
    )

    def body(self) -> Iterator[Widget]:
        """Versions, answers, frame, and the rest."""
        yield Picks(id="versions", classes="words")
        yield Heading(self.words("room"), id="room-title", classes="room")
        yield Static("", id="room-told", classes="room", markup=False)
        yield Picks(id="checks", classes="room")
        yield Pair(id="frame", classes="room")
        yield Picks(id="also", classes="words")

    def show(self, case: "Case") -> None:
        """Everything that station 1 knows."""
        self.query_one("#versions", Picks).update(ground.versions(case, self.say))
        self.query_one("#room-title", Heading).state = ground.room_state(case, self.say)
        told = ground.room_tells(case, self.say)
        self.put("#room-told", told)
        self.query_one("#checks", Picks).update(ground.points(case, self.say))
        pair = self.query_one(Pair)
        pair.none = self.words("nothing_yet")
        frame = case.frame
        pair.sides = ((self.words("fixed"), frame.fixed), (self.words("open"), frame.open))
        self.query_one("#also", Picks).update(ground.also(case, self.say))
        self._entitle(case)

    def _entitle(self, case: "Case") -> None:
        held = case.asked
        state: Bits = ()
        if held is not None:
            number = case.questions.index(held) + 1
            version = self.words("version", no=number, of=len(case.questions))
            sign = Mark.DONE if held.verdict == "used" else Mark.WORK
            judged = self.words(f"is_{held.verdict}")
            state = ((f"{version}  ", "muted"), mark(sign), (f" {judged}", ""))
        if self.screen.has_class("-lav"):
            page = self.words("page", no=2 if self.has_class("-room") else 1)
            state = (*state, (f"  {page}", "muted"))
        self.entitle(self.words("title"), state)

    # -- pages of a low screen --------------------------------------------------------------

    def on_mount(self) -> None:
        """The answers are the first thing that is asked for where both pages are in sight."""
        self._turn_to(room=False)

    def may(self, act: ActType) -> bool:
        """An answer is given only where its question can be seen."""
        if act in {Yes, No, Unknown} and self.screen.has_class("-lav"):
            return self.has_class("-room")
        if act in {NextPart, EarlierPart}:
            other = self.has_class("-room") is (act is EarlierPart)
            return other and self.screen.has_class("-lav")
        return super().may(act)

    def act_next_part(self) -> object:
        """The second page of a low screen."""
        return self.act_handlingsrom()

    def act_earlier_part(self) -> object:
        """The first page of a low screen."""
        return self.act_handlingsrom()

    def act_next_field(self) -> object:
        """The next list; on a low screen the other page."""
        if not self.screen.has_class("-lav"):
            return self.desk.frame.focus_next()
        return self.act_handlingsrom()

    def act_handlingsrom(self) -> object:
        """To the eight questions and back."""
        checks = self.query_one("#checks", Picks)
        there = self.has_class("-room") if self.screen.has_class("-lav") else checks.has_focus
        self._turn_to(room=not there)
        self.query_one("#versions" if there else "#checks", Picks).focus()
        self.desk.frame.refresh_hints()
        return None

    def _turn_to(self, *, room: bool) -> None:
        self.set_class(room, "-room")
        if self.case is not None:
            self._entitle(self.case)

    # -- acts -------------------------------------------------------------------------------

    def act_edit(self) -> object:
        """Whatever Enter means where the cursor stands."""
        case = self.case
        focused = self.screen.focused
        if case is None or not isinstance(focused, Picks):
            return None
        chosen = focused.cursor_id
        if focused.id == "checks":
            return self.act_frame() if chosen in FRAMED else self.act_clarify()
        question = next((q for q in case.questions if q.id == chosen), None)
        if question is not None:
            return self.run_worker(self.judge(question), group="act")
        acts = {
            "holders": self.act_name_holder,
            "sealed": self.act_seal,
            "strength": self.act_strength,
        }
        note = case.notes.get(chosen or "")
        if note is not None and note.side:
            return self.take_in(note)
        run = acts.get(chosen or "")
        return run() if run else None if chosen in case.notes else self.act_write_question()

    def act_one_page(self) -> object:
        """Stations 1 to 4 on one page."""
        return self.run_worker(self.desk.go("onepage"), group="go")
