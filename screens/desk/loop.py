"""What the pages of station 5 have in common: one round, page by page."""

from typing import TYPE_CHECKING

from screens.desk.acts import Act
from screens.desk.bits import Bits
from screens.desk.room import COMMON, Room

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.said import Note


class NextPart(Act):
    """Go to the next part of the round."""

    key, face = "right", "←/→"


class EarlierPart(Act):
    """Go to the part of the round before this one."""

    key, hinted = "left", False


class LoopRoom(Room):
    """A page of station 5; arrows left and right turn the pages, and nothing moves in the hall."""

    STATION = 5
    PAGING = (NextPart, *COMMON, EarlierPart)

    def entitle_part(self, case: "Case", state: Bits = ()) -> None:
        """The title with which part of which round it is."""
        part = self.words("title")
        told = state or ((self.say("desk.round_state", n=case.round), "muted"),)
        self.entitle(part, told)

    def act_next_part(self) -> object:
        """The next page."""
        return self._turn(1)

    def act_earlier_part(self) -> object:
        """The page before."""
        return self._turn(-1)

    def _turn(self, way: int) -> object:
        from screens.desk.places import LOOP

        here = LOOP.index(self.NAME) + way
        if not 0 <= here < len(LOOP):
            return None
        return self.run_worker(self.desk.go(LOOP[here]), group="go")

    async def start_block(self, kind: str) -> None:
        """Open this kind of block in the hall, from the run sheet where it stands there."""
        case = self.case
        if case is None or (case.running and case.running.kind == kind):
            return
        planned = case.evening.blocks if case.evening else ()
        block = next((b for b in planned if b.kind == kind), None)
        if block is None:
            await self.desk.send("block.start", kind=kind)
        else:
            await self.desk.send("block.start", block=block.id)


def prefix_of(note: "Note", say: object) -> tuple[str, ...]:
    """Table and origin, as they stand before a note."""
    table = f"b{note.table:02}" if note.table else ""
    return (table, str(say(f"desk.origin_{note.origin}")))  # type: ignore[operator]
