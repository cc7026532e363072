"""The keys that work now, in a row; the mouse can press them, too. A hint is whole or not there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.desk.bits import Bit, content, width


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and its word."""

    key: str
    word: str
    press: str = ""
    """Textual's name of the key; empty where a click has none to press."""
    sign: str | None = None
    """What the key writes, where it writes something."""
    tip: str = ""
    """What is said of it to who lets the mouse rest there."""

    def bits(self) -> tuple[Bit, Bit]:
        """Key bold, word muted."""
        return ((self.key, "strong"), (f" {self.word}", "muted"))


Laid: TypeAlias = "Sequence[tuple[int, Hint]]"
"""Hints and the cells at which they begin."""

_AIR = 2


def row(hints: Sequence[Hint], begins: int, room: int) -> list[tuple[int, Hint]]:
    """As many whole hints as there are cells for, one after the other."""
    laid: list[tuple[int, Hint]] = []
    for hint in hints:
        at = begins if not laid else laid[-1][0] + width(laid[-1][1].bits()) + _AIR
        if at + width(hint.bits()) > begins + room:
            break
        laid.append((at, hint))
    return laid


class HintLine(Widget):
    """Hints in a row: a click on one presses its key, and nothing else gets the focus."""

    DEFAULT_CSS = "HintLine { height: 1; }"

    hints: reactive[tuple[Hint, ...]] = reactive(())

    def __init__(self, hints: tuple[Hint, ...] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.set_reactive(HintLine.hints, hints)

    def laid(self) -> Laid:
        """Where each hint stands."""
        return row(self.hints, 0, self.size.width)

    def hint_at(self, cell: int) -> Hint | None:
        """The hint at a cell, if there is one."""
        held = (hint for at, hint in self.laid() if at <= cell < at + width(hint.bits()))
        return next(held, None)

    def on_click(self, event: events.Click) -> None:
        """The same as the key: it goes the way that keys go."""
        hint = self.hint_at(event.x)
        if hint is not None and hint.press:
            event.stop()
            self.app.post_message(events.Key(hint.press, hint.sign))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What rests on a hint is told what it does."""
        hint = self.hint_at(event.x)
        self.tooltip = content(((hint.tip, ""),)) if hint and hint.tip else None

    def render(self) -> Content:
        """The hints, with air between them."""
        return content(tuple(_drawn(self.laid())))


class Footer(HintLine):
    """The keys of where one is on the left, help and palette always on the right."""

    DEFAULT_CSS = "Footer { height: 1; background: $side; }"

    always: reactive[tuple[Hint, ...]] = reactive(())

    def laid(self) -> Laid:
        """As many whole hints as there is room for."""
        wide = sum(width(hint.bits()) for hint in self.always)
        wide += _AIR * (len(self.always) - 1)
        room = self.size.width - wide - 2
        left = row(self.hints, 1, room - _AIR)
        end = left[-1][0] + width(left[-1][1].bits()) if left else 1
        return [*left, *row(self.always, max(end + 1, room + 1), wide)]


def _drawn(laid: Laid) -> Iterator[Bit]:
    cell = 0
    for at, hint in laid:
        yield (" " * (at - cell), "")
        yield from hint.bits()
        cell = at + width(hint.bits())
