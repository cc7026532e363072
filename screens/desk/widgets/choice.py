"""One of some: arrows change it, nothing drops down."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from screens.desk.bits import Bit, content, width


class Choice(Widget, can_focus=True):
    """Values with their labels, in as many rows as they need; the chosen one is raised."""

    DEFAULT_CSS = """
    Choice { height: auto; }
    Choice:focus { background: $raised; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    class Taken(Message):
        """Enter was pressed on the choice."""

        def __init__(self, choice: "Choice") -> None:
            super().__init__()
            self.choice = choice

    value: reactive[str] = reactive("", layout=True)

    def __init__(
        self,
        choices: tuple[tuple[str, str], ...],
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's word
    ) -> None:
        super().__init__(id=id)
        self._choices = choices
        self.set_reactive(Choice.value, value or choices[0][0])

    def action_step(self, way: int) -> None:
        """The next or the one before, around the end."""
        values = [value for value, _ in self._choices]
        self.value = values[(values.index(self.value) + way) % len(values)]

    def action_take(self) -> None:
        """Go on with this one."""
        self.post_message(self.Taken(self))

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next label that begins with it."""
        sign = (event.character or "").casefold()
        if not sign.strip():
            return
        values = [value for value, _ in self._choices]
        here = values.index(self.value)
        for value, label in (*self._choices[here + 1 :], *self._choices[: here + 1]):
            if label.casefold().startswith(sign):
                event.stop()
                self.value = value
                return

    def on_click(self, event: events.Click) -> None:
        """The label under the mouse is the chosen one."""
        cell = 0
        rows = self._laid(self.size.width)
        for value, label in rows[event.y] if event.y < len(rows) else ():
            if cell <= event.x < cell + _wide(label):
                self.value = value
            cell += _wide(label) + 1

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many rows as the labels need in this width, also when a scrollbar takes some of it."""
        return len(self._rows(width))

    def render(self) -> Content:
        """The labels, wrapped between them."""
        return Content("\n").join(content(line) for line in self._rows(self.size.width))

    def _rows(self, room: int) -> list[list[Bit]]:
        lines: list[list[Bit]] = []
        for laid in self._laid(room):
            bits: list[Bit] = []
            for value, label in laid:
                chosen = value == self.value
                shown = f"[{label}]" if chosen else f" {label} "
                bits += [(shown, "strong" if chosen else "muted"), (" ", "")]
            lines.append(bits)
        return lines

    def _laid(self, room: int) -> list[list[tuple[str, str]]]:
        """Values and labels as they stand in rows, wrapped between them."""
        lines: list[list[tuple[str, str]]] = [[]]
        taken = 0
        for value, label in self._choices:
            wide = _wide(label)
            if lines[-1] and taken + wide + 1 > max(room, 20):
                lines.append([])
                taken = 0
            lines[-1].append((value, label))
            taken += wide + 1
        return lines


def _wide(label: str) -> int:
    """Cells of a label and the signs around it."""
    return width([(label, "")]) + 2
