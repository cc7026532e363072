"""The strategy of the case to read at the desk, for example aloud; no view of the hall has it."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.desk.acts import Say
from screens.desk.bits import Bit, content, two_sides
from screens.words import voice

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk

_CELLS: Final = 72


class StrategyScreen(ModalScreen[None]):
    """All that the strategy says, over the screen; the clock goes on behind it."""

    BINDINGS: ClassVar = [
        Binding("escape,q,f1", "dismiss(None)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
    ]
    DEFAULT_CSS = """
    StrategyScreen { align: center middle; background: $background 60%; }
    StrategyScreen #strategy { width: 76; height: auto; max-height: 100%; background: $side;
        padding: 1 2; }
    StrategyScreen #strategy-scroll { height: auto; max-height: 100vh; scrollbar-size: 1 1; }
    StrategyScreen #strategy Static { height: auto; }
    StrategyScreen #strategy-title { height: 1; margin-bottom: 1; }
    """

    def __init__(self, say: Say, text: str) -> None:
        super().__init__()
        self._say = say
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, then everything under each other."""
        close = (
            (self._say("desk.help_esc"), "strong"),
            (f" {self._say('desk.help_close')}", "muted"),
        )
        title = (self._say("desk.act_read_strategy_word"), "strong")
        with Vertical(id="strategy"):
            yield Static(two_sides((title,), close, _CELLS), id="strategy-title", markup=False)
            with VerticalScroll(id="strategy-scroll"):
                yield Static(content(tuple(self._bits())), markup=False)

    def action_scroll(self, way: int) -> None:
        """Some lines up or down."""
        self.query_one("#strategy-scroll", VerticalScroll).scroll_relative(y=way, animate=False)

    def _bits(self) -> Iterator[Bit]:
        for line in self._text.splitlines():
            text = line.lstrip()
            lead = " " * (len(line) - len(text))
            told = textwrap.fill(
                text, _CELLS - 1, initial_indent=lead, subsequent_indent=f"{lead}  " if lead else ""
            )
            yield f"{told}\n", "" if lead else "strong"


def read_strategy(desk: "WiredDesk") -> None:
    """Put what the strategy of the case says over the screen."""
    from screens.pack_text import pack_text

    case = desk.state.case
    if case is None:
        desk.frame.advise(desk.say("desk.choose_case_first"))
        return
    desk.push_screen(StrategyScreen(desk.say, pack_text(case.pack, voice(desk.say))))
