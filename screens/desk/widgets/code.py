"""The codes that phones scan, on the desk's own screen, with their meaning in clear text."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from screens import qr
from screens.desk.bits import Bits, content

_MOST_ROWS = 18
_DARK, _LIGHT = Color.parse("#000000"), Color.parse("#ffffff")


@dataclass(frozen=True, slots=True)
class Shown:
    """One code: what it is for, what it says, what stands under it."""

    title: str
    text: str
    under: tuple[str, ...]


class Code(Widget):
    """Half blocks with both colours set, so that a dark theme cannot turn it inside out."""

    DEFAULT_CSS = "Code { width: auto; height: auto; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._rows = _halves(text)

    def turn(self, text: str) -> None:
        """Another code."""
        self._rows = _halves(text)
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """One cell a module."""
        return len(self._rows[0])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Two modules a cell."""
        return len(self._rows)

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        if y >= len(self._rows):
            return Strip.blank(self.size.width)
        return Strip(
            [
                Segment("▀", Style(color=_shade(upper), bgcolor=_shade(lower)))
                for upper, lower in self._rows[y]
            ]
        )


def _halves(text: str) -> list[list[tuple[bool, bool]]]:
    """The code as it fits a low screen: with less correction where that makes it smaller."""
    rows = qr.half_blocks(text)
    return rows if len(rows) <= _MOST_ROWS else qr.half_blocks(text, lean=True)


def _shade(dark: bool) -> Color:
    return _DARK if dark else _LIGHT


class CodeScreen(ModalScreen[None]):
    """The codes over everything else, one at a time, since phones take any that they see."""

    BINDINGS = [
        Binding("escape,enter,ctrl+e,q", "dismiss", show=False),
        Binding("space,right,down,tab", "turn(1)", show=False),
        Binding("left,up", "turn(-1)", show=False),
    ]
    DEFAULT_CSS = """
    CodeScreen { align: center middle; background: $background 60%; }
    CodeScreen #code { width: auto; height: auto; background: $side; padding: 0 2; }
    CodeScreen Static { width: auto; height: auto; }
    """

    def __init__(self, codes: Sequence[Shown], hint: str) -> None:
        """Codes to turn between; ``hint`` says how, where there are several."""
        super().__init__()
        self._codes = codes
        self._hint = hint
        self._at = 0

    def compose(self) -> ComposeResult:
        """Title, code, what it says in words."""
        with Vertical(id="code"):
            yield Static(content(self._title()), id="code-title", markup=False)
            yield Code(self._codes[0].text)
            yield Static(content(self._under()), id="code-under", markup=False)

    def action_turn(self, way: int) -> None:
        """The next code, or the one before."""
        self._at = (self._at + way) % len(self._codes)
        self.query_one("#code-title", Static).update(content(self._title()))
        self.query_one(Code).turn(self._codes[self._at].text)
        self.query_one("#code-under", Static).update(content(self._under()))

    def _title(self) -> Bits:
        hint = f"  {self._hint}" if len(self._codes) > 1 else ""
        return ((self._codes[self._at].title, "strong"), (hint, "muted"))

    def _under(self) -> Bits:
        first, *more = self._codes[self._at].under
        return ((first, "strong"), *((f"\n{line}", "muted") for line in more))
