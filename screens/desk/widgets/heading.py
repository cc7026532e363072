"""Headings: the title of a place with its state, and the headings of its parts."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.desk.bits import Bit, Bits, content, mark, two_sides, width
from screens.desk.plain import one_line
from screens.desk.widgets.bars import thin

_SHORTEST, _LONGEST = 6, 20
"""Cells of a bar beside a heading; a shorter one would say nothing."""


class Heading(Widget):
    """Bold words left, a muted figure after them, something muted at the right edge."""

    DEFAULT_CSS = "Heading { height: 1; }"

    title: reactive[str] = reactive("")
    count: reactive[str] = reactive("")
    sign: reactive[str] = reactive("")
    state: reactive[Bits] = reactive(())
    meter: reactive[tuple[int, int] | None] = reactive(None)
    """How much of how much, as a bar at the right edge where there is room for one."""

    def __init__(
        self,
        title: str = "",
        *,
        count: str = "",
        sign: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """A heading.

        Args:
            title: The bold words.
            count: What follows them, muted.
            sign: A mark before them.
            id: Textual's id.
            classes: Textual's classes.
        """
        super().__init__(id=id, classes=classes)
        self.set_reactive(Heading.title, title)
        self.set_reactive(Heading.count, count)
        self.set_reactive(Heading.sign, sign)

    def render(self) -> Content:
        """The row; the state gives way before the title does."""
        left: list[Bit] = []
        if self.sign:
            left += [mark(self.sign), (" ", "")]
        left.append((one_line(self.title), "strong"))
        if self.count:
            left.append((f"  {self.count}", "muted"))
        state = self._bar(self.size.width - width(left) - 1) if self.meter else self.state
        while state and width(left) + width(state) + 1 > self.size.width:
            state = state[1:]
        return two_sides(tuple(left), state, self.size.width) if state else content(left)

    def _bar(self, room: int) -> Bits:
        done, whole = self.meter or (0, 0)
        return thin(done, whole, min(room, _LONGEST)) if room >= _SHORTEST else ()
