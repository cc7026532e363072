"""Two short lists beside each other, each under its heading; nothing in them is chosen."""

from itertools import zip_longest

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.desk.bits import Bit, Bits, content, width
from screens.desk.plain import plain
from screens.desk.wrapping import wrap

_GAP = 2
_MUTED = "muted"


class Pair(Widget):
    """What stands left and right: a heading and its lines, long ones wrapped under themselves."""

    DEFAULT_CSS = "Pair { height: auto; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)

    sides: reactive[tuple[tuple[str, tuple[str, ...]], ...]] = reactive((), layout=True)
    """Heading and lines of each side."""
    none: reactive[str] = reactive("", layout=True)
    """What is said where a side has no lines."""

    def render(self) -> Content:
        """Both sides, as many rows as the longer one needs."""
        half = max(12, (self.size.width - _GAP) // 2)
        columns = [self._rows(title, lines, half) for title, lines in self.sides]
        if len(columns) == 1:
            return Content("\n").join(content(row) for row in columns[0])
        rows = []
        for left, right in zip_longest(*columns, fillvalue=()):
            space: Bit = (" " * max(0, half + _GAP - width(left)), "")
            rows.append(content((*left, space, *right)))
        return Content("\n").join(rows)

    def _rows(self, title: str, lines: tuple[str, ...], cells: int) -> list[Bits]:
        rows: list[Bits] = [((title, "strong"),)]
        for line in lines:
            first, *more = wrap(plain(line), cells - 2)
            rows.append((("– ", _MUTED), (first, "")))
            rows += [(("  ", ""), (text, "")) for text in more]
        if not lines:
            rows += [((text, _MUTED),) for text in wrap(self.none, cells)]
        return rows
