"""A list with a cursor: how it moves, and what stays in place when something arrives."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding
from textual.message import Message

from screens.desk.widgets.lines import ItemT, Lines
from screens.desk.widgets.narrowing import found

_WIDE = 400
"""Cells at which nothing that is sought is broken over two rows."""


@dataclass
class RowsMessage(Message):
    """Something happened in a list."""

    rows: "Rows[Any]"

    @property
    def control(self) -> "Rows[Any]":
        """The list it happened in."""
        return self.rows


class Rows(Lines[ItemT], can_focus=True):
    """Items and a cursor; the item at the cursor is always shown whole."""

    BINDINGS: ClassVar = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Highlighted(RowsMessage):
        """The cursor stands at another item."""

        item_id: str

    @dataclass
    class Selected(RowsMessage):
        """Enter was pressed at the item, or it was clicked twice."""

        item_id: str

    @dataclass
    class PastEdge(RowsMessage):
        """An arrow was pressed beyond the first (-1) or the last (1) item."""

        way: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.fresh = 0
        """How many have come in above while the list had the focus."""
        self._whole: tuple[ItemT, ...] = ()
        self._letters = ""

    @property
    def cursor(self) -> ItemT | None:
        """The item at the cursor."""
        return None if self._cursor is None else self._items[self._cursor]

    @property
    def cursor_id(self) -> str | None:
        """What the item at the cursor is known by."""
        return None if (item := self.cursor) is None else item.id

    @property
    def below(self) -> int:
        """How many items are under the lower edge; counted when somebody asks, not at each step."""
        edge = self.scroll_offset.y + self.size.height
        first = bisect_right(self._tops, max(0, edge - 1))
        return sum(item.choosable for item in self._items[first:])

    def show_items(self, items: Sequence[ItemT]) -> None:
        """Put other items in, without moving what the reader looks at."""
        self._whole = tuple(items)
        new = self._found()
        if new == self._items:
            return
        was, old = self.cursor_id, self._cursor
        anchor, distance = self._anchor()
        known = {item.id for item in self._items} if self.has_focus and self._items else None
        self._cursor = None
        self.put_items(new)
        self._restore_cursor(was, old)
        self._restore_scroll(anchor, distance, known)
        self.refresh(layout=self.styles.height is not None and self.styles.height.is_auto)
        self._tell_cursor(was)

    # -- narrowing ----------------------------------------------------------------------

    @property
    def whole(self) -> tuple[ItemT, ...]:
        """Everything the list holds, also what is out of sight while it is narrowed."""
        return self._whole

    def narrow(self, letters: str) -> None:
        """Show only what holds each of these words; nothing written shows all again."""
        self._letters = letters.casefold()
        self.show_items(self._whole)

    def words_of(self, item: ItemT) -> str:
        """What an item is found by: all that stands on its rows."""
        return " ".join(text for row in self.draw(item, _WIDE) for text, _ in row.left + row.right)

    def _found(self) -> tuple[ItemT, ...]:
        self._aside = frozenset()
        if not (wanted := self._letters.split()):
            return self._whole
        shown = found(self._whole, wanted, self.words_of)
        self._aside = frozenset(item.id for item in self._whole) - {item.id for item in shown}
        return shown

    def move_to(self, item_id: str) -> bool:
        """Put the cursor at that item; false where there is none."""
        for index, item in enumerate(self._items):
            if item.id == item_id and item.choosable:
                self._put_cursor(index)
                return True
        return False

    def raised(self, index: int) -> bool:
        """The item at the cursor, in the list that was used last."""
        return index == self._cursor and (self.has_focus or self.has_class("-active"))

    def _fit(self, cells: int) -> None:
        """Keep the cursor in sight."""
        super()._fit(cells)
        self._reveal()

    # -- keeping the place --------------------------------------------------------------

    def _anchor(self) -> tuple[str | None, int]:
        """The item that shall not move on the screen, and how far down it stands."""
        top = self.scroll_offset.y
        if not self._items or (top == 0 and not self.has_focus):
            return None, 0
        index = self.index_at(top)
        if self._cursor is not None and top <= self._tops[self._cursor] < top + self.size.height:
            index = self._cursor
        return self._items[index].id, self._tops[index] - top

    def _restore_cursor(self, was: str | None, old: int | None) -> None:
        index = next((i for i, item in enumerate(self._items) if item.id == was), None)
        if index is None and self._items:
            near = min(old or 0, len(self._items) - 1)
            index = self._choosable_from(near, 1)
            index = self._choosable_from(near, -1) if index is None else index
        self._cursor = index

    def _restore_scroll(self, anchor: str | None, distance: int, known: set[str] | None) -> None:
        index = next((i for i, item in enumerate(self._items) if item.id == anchor), None)
        if index is None:
            self._reveal()
            return
        if known is not None:
            above = self._items[:index]
            self.fresh += sum(item.choosable and item.id not in known for item in above)
        self.scroll_to(y=self._tops[index] - distance, animate=False, force=True)

    def _reveal(self) -> None:
        """Scroll so that the item at the cursor is whole, or its beginning where it is too high."""
        if self._cursor is None or not self.raised(self._cursor):
            return
        view, y = self.size.height, self.scroll_offset.y
        top, bottom = self._tops[self._cursor], self._tops[self._cursor + 1]
        if self._choosable_from(0, 1) == self._cursor and bottom <= view:
            top = 0
        if top < y or bottom - top > view:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > y + view:
            self.scroll_to(y=bottom - view, animate=False, force=True)

    # -- moving -------------------------------------------------------------------------

    def action_move(self, way: int) -> None:
        """To the next or previous item; within one that is higher than the list, scroll."""
        if self._scroll_inside(way):
            return
        start = (-1 if way > 0 else 0) if self._cursor is None else self._cursor
        index = self._choosable_from(start + way, way)
        if index is not None:
            self._put_cursor(index)
        else:
            self.scroll_to(y=0 if way < 0 else self.max_scroll_y, animate=False)
            self.post_message(self.PastEdge(self, way))

    def _scroll_inside(self, way: int) -> bool:
        if self._cursor is None:
            return False
        view, y = self.size.height, self.scroll_offset.y
        top, bottom = self._tops[self._cursor], self._tops[self._cursor + 1]
        if bottom - top <= view or not (y < bottom and y + view > top):
            return False
        step = min(view - 1, bottom - y - view) if way > 0 else max(1 - view, top - y)
        if step * way <= 0:
            return False
        self.scroll_to(y=y + step, animate=False)
        return True

    def action_page(self, way: int) -> None:
        """About a screenful on or back."""
        if self._cursor is None:
            return
        line = self._tops[self._cursor] + way * max(1, self.size.height - 2)
        found = self._choosable_from(self.index_at(max(0, line)), way)
        if found is None:
            self.action_edge(way)
        else:
            self._put_cursor(found)

    def action_edge(self, way: int) -> None:
        """To the first or the last item."""
        found = self._choosable_from(0 if way < 0 else len(self._items) - 1, -way)
        if found is not None:
            self._put_cursor(found)
        self.scroll_to(y=0 if way < 0 else self.max_scroll_y, animate=False)

    def action_choose(self) -> None:
        """Tell that the item at the cursor is meant."""
        if self.cursor_id is not None:
            self.post_message(self.Selected(self, self.cursor_id))

    def _choosable_from(self, start: int, way: int) -> int | None:
        stop = len(self._items) if way > 0 else -1
        return next((i for i in range(start, stop, way) if self._items[i].choosable), None)

    def _put_cursor(self, index: int) -> None:
        was, self._cursor = self.cursor_id, index
        self._reveal()
        self.refresh()
        self._tell_cursor(was)

    # -- telling ------------------------------------------------------------------------

    def on_focus(self) -> None:
        """The cursor is shown in one list of a place: the last that had the focus."""
        place = next((node for node in self.ancestors if node.has_class("place")), self.screen)
        for other in place.query(Rows):
            other.set_class(other is self, "-active")
            other.refresh()
        self._reveal()

    def on_blur(self) -> None:
        """What came in above counts as seen once one looks elsewhere."""
        self.fresh = 0
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """At the top nothing is above any more."""
        super().watch_scroll_y(old_value, new_value)
        if round(new_value) == 0:
            self.fresh = 0

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one selects."""
        line = self.scroll_offset.y + event.y
        if not self._items or line >= self._tops[-1]:
            return
        index = self.index_at(line)
        if self._items[index].choosable:
            again = event.chain > 1 and index == self._cursor
            self._put_cursor(index)
            if again:
                self.action_choose()

    def _tell_cursor(self, was: str | None) -> None:
        if self.cursor_id is not None and self.cursor_id != was:
            self.post_message(self.Highlighted(self, self.cursor_id))
