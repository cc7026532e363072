"""Something long to read over the screen, for example aloud; the clock goes on behind it."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.desk.acts import Say
from screens.desk.bits import Bit, Bits, content, two_sides

CELLS: Final = 72
"""How wide a row of the text may be."""


class Reading(ModalScreen[None]):
    """A title, and everything under each other; subclasses say what stands there."""

    BINDINGS: ClassVar = [
        Binding("escape,q,f1", "dismiss(None)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
    ]
    SCOPED_CSS = False
    DEFAULT_CSS = """
    Reading { align: center middle; background: $background 60%; }
    Reading #reading { width: 76; height: auto; max-height: 100%; background: $side;
        padding: 1 2; }
    Reading #reading-scroll { height: auto; max-height: 100vh; scrollbar-size: 1 1; }
    Reading #reading Static { height: auto; }
    Reading #reading-title { height: 1; margin-bottom: 1; }
    """

    def __init__(self, say: Say, title: str) -> None:
        """Something to read under a title."""
        super().__init__()
        self._say = say
        self._title = title

    def told(self) -> Iterable[Bit]:
        """What stands there; a line break ends a row."""
        return ()

    def compose(self) -> ComposeResult:
        """Title, then everything under each other."""
        close: Bits = (
            (self._say("desk.help_esc"), "strong"),
            (f" {self._say('desk.help_close')}", "muted"),
        )
        with Vertical(id="reading"):
            row = two_sides(((self._title, "strong"),), close, CELLS)
            yield Static(row, id="reading-title", markup=False)
            with VerticalScroll(id="reading-scroll"):
                yield Static(content(tuple(self.told())), markup=False)

    def action_scroll(self, way: int) -> None:
        """Some lines up or down."""
        self.query_one("#reading-scroll", VerticalScroll).scroll_relative(y=way, animate=False)
