"""One of a few ways to go on, or something to read and close: what is no form and no danger."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from screens.desk.bits import content
from screens.desk.plain import plain


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be chosen; already in words."""

    title: str
    lines: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]
    """Name and label of each; the first has the focus."""


class Choose(ModalScreen[str | None]):
    """Answers the name of the way that was chosen; None after Esc."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    DEFAULT_CSS = """
    Choose {
        align: center middle; background: $background 60%;
        #choose { width: 76; max-width: 100%; height: auto; background: $side; padding: 1 2; }
        #choose Static { height: auto; width: 1fr; }
        #choose-text { margin-top: 1; }
        #choose-ways { height: auto; margin-top: 1; }
        #choose-ways Button, #choose-ways Button:hover, #choose-ways Button:focus {
            border: none; height: 1; min-width: 0; width: auto; padding: 0 2; margin-right: 2;
            background: $raised; color: $foreground; text-style: none; background-tint: 0%;
        }
        #choose-ways Button:focus {
            background: $foreground; color: $background; text-style: bold;
        }
    }
    """

    def __init__(self, ways: Ways) -> None:
        super().__init__()
        self._ways = ways

    def compose(self) -> ComposeResult:
        """Title, text, the ways beside each other."""
        with Vertical(id="choose"):
            yield Static(content(((self._ways.title, "strong"),)), markup=False)
            if self._ways.lines:
                text = "\n".join(plain(line) for line in self._ways.lines)
                yield Static(content(((text, ""),)), id="choose-text", markup=False)
            with Horizontal(id="choose-ways"):
                for name, label in self._ways.ways:
                    yield Button(content(((label, ""),)), id=f"choose-{name}", compact=True)

    def on_mount(self) -> None:
        """The first way has the focus."""
        self.query(Button).first().focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """One of the ways."""
        event.stop()
        self.dismiss((event.button.id or "").removeprefix("choose-"))
