"""Stations that take more than one page: the round of station 5, and the end of station 6."""

from typing import TYPE_CHECKING, ClassVar

from screens.desk.acts import Act, Say
from screens.desk.bits import Bits
from screens.desk.places import LOOP
from screens.desk.room import COMMON, Room

if TYPE_CHECKING:
    from screens.desk.previewing import Body
    from screens.desk.wired import WiredDesk
    from workshop.case import Case
    from workshop.said import Note


class NextPart(Act):
    """Go to the next part of the round."""

    key, face = "right", "←/→"


class EarlierPart(Act):
    """Go to the part of the round before this one."""

    key, hinted = "left", False


class Paged(Room):
    """One page of several; arrows left and right turn them, and nothing moves in the hall."""

    PAGES: ClassVar[tuple[str, ...]] = ()
    """The places that the pages are, in their order."""
    PAGING = (NextPart, *COMMON, EarlierPart)

    def act_next_part(self) -> None:
        """The next page."""
        self._turn(1)

    def act_earlier_part(self) -> None:
        """The page before."""
        self._turn(-1)

    def _turn(self, way: int) -> None:
        heading = self.desk.heading
        if heading in self.PAGES:
            page = self.PAGES.index(heading) + way
            if 0 <= page < len(self.PAGES):
                self.desk.turn_to(self.PAGES[page])

    async def start_block(self, kind: str) -> bool:
        """Open this kind of block in the hall, from the run sheet where it stands there.

        False where it stays closed, because something was lacking and nobody said why.
        """
        return await start_kind(self.desk, kind)

    def would_start(self, kind: str) -> "tuple[Body, ...]":
        """The same as a command to look ahead with."""
        fields = starting(self.case, kind)
        return () if fields is None else ({"name": "block.start", **fields},)


def starting(case: "Case | None", kind: str) -> dict[str, str] | None:
    """How this kind of block is begun, from the run sheet where it stands; None where it runs."""
    if case is None or (case.running and case.running.kind == kind):
        return None
    planned = case.evening.blocks if case.evening else ()
    block = next((b for b in planned if b.kind == kind), None)
    return {"block": block.id} if block else {"kind": kind}


async def start_kind(desk: "WiredDesk", kind: str) -> bool:
    """Open this kind of block, from the run sheet where it stands there; false where it stays."""
    from screens.desk.passing import start_block

    fields = starting(desk.state.case, kind)
    return fields is None or await start_block(desk, **fields)


class LoopRoom(Paged):
    """A page of station 5: a part of the round."""

    STATION = 5
    PAGES = LOOP

    def entitle_part(self, case: "Case", state: Bits = ()) -> None:
        """The title with which round it is, and whether the need or the solution is big in it."""
        self.entitle(self.words("title"), state or self.round_told(case))

    def looked(self) -> None:
        """All that says the same has been found; who shows it otherwise does so now."""

    def round_told(self, case: "Case") -> Bits:
        """«Runde 1 · stor B, liten L»."""
        from screens.desk.widgets.weight import told
        from workshop.inbox import came
        from workshop.weights import weight_now

        weight = told(weight_now(case), self.say, live_part(case))
        every = ((f"{self.say('desk.all_shown')}  ", "warn"),) if case.lets_all_through else ()
        if waiting := len(came(case)):
            every = (*every, (f"{self.say('desk.inbox_came', n=waiting)}  ", "warn"))
        return (*every, (f"{self.say('desk.round_state', n=case.round)} · ", "muted"), *weight)


def live_part(case: "Case") -> str:
    """The letter of the part that is open in the hall now; empty for none."""
    from workshop.blocks import BLOCKS

    return BLOCKS[case.running.kind].phase if case.running else ""


def lying_with(case: "Case") -> dict[str, list[str]]:
    """The texts of the notes that say the same as another, by that other: once for all notes."""
    found: dict[str, list[str]] = {}
    for note in case.notes.values():
        if note.into:
            found.setdefault(note.into, []).append(note.text)
    return found


def prefix_of(note: "Note", say: Say) -> tuple[str, ...]:
    """Table and origin, as they stand before a note."""
    table = say("desk.note_table", table=note.table) if note.table else ""
    return (table, say(f"desk.origin_{note.origin}"))
