"""Headings: the title of a place with its state, and the headings of its parts."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.desk.bits import Bit, Bits, content, mark, two_sides, width
from screens.desk.plain import one_line


class Heading(Widget):
    """Bold words left, a muted figure after them, something muted at the right edge."""

    DEFAULT_CSS = "Heading { height: 1; }"

    title: reactive[str] = reactive("")
    count: reactive[str] = reactive("")
    sign: reactive[str] = reactive("")
    state: reactive[Bits] = reactive(())

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
        state = self.state
        while state and width(left) + width(state) + 1 > self.size.width:
            state = state[1:]
        return two_sides(tuple(left), state, self.size.width) if state else content(left)
