"""The first row: which case, whether all is stored, what time it is."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.desk.bits import Bit, Bits, Mark, content, fit, mark, width
from screens.desk.plain import one_line

_START = 14
_ROOMY = 100


@dataclass(frozen=True, slots=True)
class HeaderState:
    """What the first row tells."""

    program: str
    case: str = ""
    more: tuple[str, ...] = ()
    """Gathering, place: dropped from the right where the row is short."""
    saved: Bits = ()
    """«✓ lagret 18:47:12», or that something is not stored."""
    net: Bits = ()
    """«uten internett», or that the net does not answer; the first to go unless it warns."""
    badge: str = ""
    """That the case is made up; it always has its room."""


class Header(Widget):
    """One row, where the time and what is stored always have their room."""

    DEFAULT_CSS = "Header { height: 1; background: $side; }"

    state: reactive[HeaderState | None] = reactive(None)
    clock: reactive[str] = reactive("")

    def render(self) -> Content:
        """The row at the present width."""
        state, cells = self.state, self.size.width
        if state is None:
            return Content("")
        name = one_line(state.case)
        badge: Bits = (("  ", ""), (f" {state.badge} ", "practice")) if state.badge else ()
        lead: Bits = ((f" {state.program}", "strong"), *badge, ("  │  ", "muted"))
        right = self._right(state, cells, width(lead) + min(len(name), _START))
        room = cells - width(right) - 2
        left = self._left(state, lead, room)
        gap = " " * max(1, cells - width(left) - width(right) - 1)
        return content((*left, (gap, ""), *right, (" ", "")))

    def _right(self, state: HeaderState, cells: int, taken: int) -> Bits:
        pieces = [piece for piece in (state.saved, state.net) if piece]
        clock: Bits = ((self.clock, "strong"),)
        warns = any(sign == Mark.LACKS for sign, _ in state.net)
        while pieces:
            row: list[Bit] = []
            for piece in pieces:
                row += [*piece, ("  ", "")]
            if taken + width((*row, *clock)) + 3 <= cells and (cells >= _ROOMY or len(pieces) == 1):
                return (*row, *clock)
            pieces.pop(0 if warns else -1)
        return clock

    def _left(self, state: HeaderState, lead: Bits, room: int) -> Bits:
        if not state.case:
            return lead[:1]
        left: list[Bit] = [*lead, (fit(state.case, max(1, room - width(lead))), "")]
        for more in state.more:
            piece = f" · {one_line(more)}"
            if width(left) + width(((piece, ""),)) > room:
                break
            left.append((piece, "muted"))
        return tuple(left)


def saved(words: str, *, stored: bool = True) -> Bits:
    """The sign and words for what is stored, or is not yet."""
    return (mark(Mark.DONE if stored else Mark.LACKS), (f" {words}", "muted" if stored else "warn"))
