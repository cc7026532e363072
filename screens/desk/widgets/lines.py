"""What lies under every list of the desk: items on rows, drawn only where they are seen.

The same for three items or three thousand: heights are summed once, and only the rows in sight
are made. Where the cursor is and how it moves is `rows`' affair.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from screens.desk.bits import STYLES, Bits


@dataclass(frozen=True, slots=True)
class Row:
    """One row on the screen: bits from the left, bits that end at the right edge."""

    left: Bits = ()
    right: Bits = ()
    spare: bool = False
    """A blank row that only keeps two items apart, and is never raised."""
    flush: bool = False
    """Begins in the very first cell, where else the cursor's edge stands."""


class Item(Protocol):
    """Something that a list shows on one or more rows."""

    @property
    def id(self) -> str:
        """What it is known by; unique in its list."""

    @property
    def choosable(self) -> bool:
        """Whether the cursor stops at it."""


ItemT = TypeVar("ItemT", bound=Item)


class Lines(ScrollView, Generic[ItemT]):
    """Items one under the other; subclasses say how one is measured and drawn."""

    DEFAULT_CSS = """
    Lines {
        height: 1fr; overflow-x: hidden; overflow-y: auto;
        scrollbar-size: 0 0; background: transparent;
    }
    """

    # Laid out again only where that can move something: see `_grow`.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._items: tuple[ItemT, ...] = ()
        self._tops: list[int] = [0]
        self._cursor: int | None = None
        self._measured = 0
        self._looks: dict[str, RichStyle] = {}
        self._drawn: dict[int, list[Row]] = {}
        self._heights: dict[str, tuple[ItemT, int]] = {}
        self._aside: frozenset[str] = frozenset()

    def measure(self, item: ItemT, cells: int) -> int:
        """How many rows the item takes at that width."""
        return len(self.draw(item, cells))

    def draw(self, item: ItemT, cells: int) -> list[Row]:
        """The rows of the item at that width."""
        raise NotImplementedError

    @property
    def items(self) -> tuple[ItemT, ...]:
        """What is shown, in order."""
        return self._items

    def put_items(self, items: Sequence[ItemT]) -> None:
        """Hold other items and measure them; what did not change is not measured again."""
        self._items = tuple(items)
        self.measure_all()

    def measure_all(self, *, anew: bool = False) -> None:
        """Sum up the heights; anew when the shape of the rows has changed."""
        self._drawn.clear()
        cells = self.size.width
        if not cells:
            # Not laid out yet: nothing has any height until the width is known.
            self._measured = 0
            self._tops = [0] * (len(self._items) + 1)
            return
        if anew or cells != self._measured:
            self._heights.clear()
        self._measured = cells
        known, self._heights = self._heights, {}
        heights: list[int] = []
        for item in self._items:
            held = known.get(item.id)
            if held is None or (held[0] is not item and held[0] != item):
                held = (item, self.measure(item, cells))
            self._heights[item.id] = held
            heights.append(held[1])
        # What is only out of sight for now will be wanted again, and quickly.
        self._heights |= {id_: known[id_] for id_ in self._aside & known.keys()}
        self._tops = list(accumulate(heights, initial=0))
        self._grow(Size(cells, self._tops[-1]))

    def _grow(self, size: Size) -> None:
        """So large is the whole now; what grows out of sight lays nothing out again."""
        was, view = self.virtual_size.height, self.size.height
        self.virtual_size = size
        if not 0 < view < was <= size.height:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The rows of everything, for lists that are as high as what they hold."""
        if width == self._measured:
            return self._tops[-1]
        return sum(self.measure(item, width) for item in self._items)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew when the width is another."""
        self._fit(event.size.width)

    def on_show(self) -> None:
        """Measure what came while the list was out of sight, where nothing has a width."""
        self._fit(self.size.width)

    def _fit(self, cells: int) -> None:
        """Measure again where the rows were measured for another width."""
        if cells != self._measured:
            self.measure_all()
            self.refresh()

    def notify_style_update(self) -> None:
        """Forget the looks when the theme changes."""
        super().notify_style_update()
        self._looks.clear()

    def raised(self, index: int) -> bool:  # noqa: ARG002 - lists with a cursor need it
        """Whether the item stands out as the chosen one."""
        return False

    def index_at(self, line: int) -> int:
        """Which item covers that row of the whole list."""
        return min(bisect_right(self._tops, line) - 1, len(self._items) - 1)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        cells = self.size.width
        line = self.scroll_offset.y + y
        if not self._items or line >= self._tops[-1]:
            return Strip.blank(cells, self._look("", here=False))
        index = self.index_at(line)
        if index not in self._drawn:
            # A picture may be wanted before the new width is heard of: the rows are those that
            # were measured, at the width that they were measured for.
            self._drawn[index] = self.draw(self._items[index], self._measured)
        row = self._drawn[index][line - self._tops[index]]
        return self._strip(row, cells, here=self.raised(index) and not row.spare)

    def _strip(self, row: Row, cells: int, *, here: bool) -> Strip:
        blank = self._look("", here=here)
        left = [] if row.flush else [Segment("▌" if here else " ", blank)]
        left += [Segment(text, self._look(tone, here=here)) for text, tone in row.left]
        right = [Segment(text, self._look(tone, here=here)) for text, tone in row.right]
        gap = cells - sum(cell_len(segment.text) for segment in (*left, *right))
        if gap >= 0:
            # A strip is dear to make, and this is one where joining and filling would be five.
            return Strip([*left, Segment(" " * gap, blank), *right], cells)
        ends = Strip(right)
        begins = Strip(left).adjust_cell_length(max(0, cells - ends.cell_length), blank)
        return Strip.join([begins, ends]).adjust_cell_length(cells, blank)

    def _look(self, tone: str, *, here: bool) -> RichStyle:
        key = f"{tone}|{here}"
        if key not in self._looks:
            base = self.visual_style
            if here and self.app.no_color:
                # Without colour a raised background says nothing: the row is turned over instead.
                look = base + Style(reverse=True, bold="strong" in tone)
            else:
                look = base + self._get_style(STYLES[tone])
                look = look + self._get_style("on $raised") if here else look
            self._looks[key] = look.rich_style
        return self._looks[key]
