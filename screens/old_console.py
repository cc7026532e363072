"""For consoles with few letters: the marks in signs that every console has."""

import os

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIMPLER = str.maketrans("✓▶◐○–✕■▌›━─█│↓↑←→", "v>o.-x#|>=-#|v^<>")


def old_console() -> bool:
    """Whether the terminal has only the simplest letters: a bare Linux console, or by wish."""
    return os.environ.get("TERM") == "linux" or bool(os.environ.get("MEDSPILL_ASCII"))


class SimpleMarks(LineFilter):
    """Exchanges the marks on their way to the terminal, one cell for one cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same row in simpler signs."""
        return [
            Segment(text.translate(_SIMPLER), style, control) for text, style, control in segments
        ]
