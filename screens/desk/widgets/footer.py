"""The last row: the keys that work now. A hint is whole or is not there."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.desk.bits import Bit, content, width


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and its word."""

    key: str
    word: str

    def bits(self) -> tuple[Bit, Bit]:
        """Key bold, word muted."""
        return ((self.key, "strong"), (f" {self.word}", "muted"))


_AIR = "  "


class Footer(Widget):
    """The keys of where one is on the left, help and palette always on the right."""

    DEFAULT_CSS = "Footer { height: 1; background: $side; }"

    hints: reactive[tuple[Hint, ...]] = reactive(())
    always: reactive[tuple[Hint, ...]] = reactive(())

    def render(self) -> Content:
        """As many whole hints as there is room for."""
        right: list[Bit] = []
        for hint in self.always:
            right += [(_AIR if right else "", ""), *hint.bits()]
        room = self.size.width - width(right) - 2
        left: list[Bit] = []
        for hint in self.hints:
            piece: list[Bit] = [(_AIR if left else "", ""), *hint.bits()]
            if width(left) + width(piece) + len(_AIR) > room:
                break
            left += piece
        gap = max(1, self.size.width - width(left) - width(right) - 2)
        return content(((" ", ""), *left, (" " * gap, ""), *right))
