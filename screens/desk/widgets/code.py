"""The code that phones scan, on the desk's own screen, with the address in clear text."""

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
from screens.desk.bits import content

_DARK, _LIGHT = Color.parse("#000000"), Color.parse("#ffffff")


class Code(Widget):
    """Half blocks with both colours set, so that a dark theme cannot turn it inside out."""

    DEFAULT_CSS = "Code { width: auto; height: auto; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._rows = qr.half_blocks(text)

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


def _shade(dark: bool) -> Color:
    return _DARK if dark else _LIGHT


class CodeScreen(ModalScreen[None]):
    """The code over everything else; any of the usual keys closes it."""

    BINDINGS = [Binding("escape,enter,ctrl+e,q", "dismiss", show=False)]
    DEFAULT_CSS = """
    CodeScreen { align: center middle; background: $background 60%; }
    CodeScreen #code { width: auto; height: auto; background: $side; padding: 0 2; }
    CodeScreen Static { width: auto; height: 1; }
    """

    def __init__(self, title: str, address: str) -> None:
        super().__init__()
        self._title = title
        self._address = address

    def compose(self) -> ComposeResult:
        """Title, code, address."""
        with Vertical(id="code"):
            yield Static(content(((self._title, "strong"),)), markup=False)
            yield Code(qr.capitals(self._address))
            yield Static(content(((self._address, "strong"),)), markup=False)
