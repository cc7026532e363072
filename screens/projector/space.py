"""The room that a wall has in a terminal, and its two kinds of type."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, chop_cells

from screens.projector import letters
from screens.projector.rows import EMPTY, Row, Rows, wrapped
from screens.words import Words
from workshop.text import one_line

HIGH: Final = 25
"""Rows beyond which plain text is too small for a hall, so that lists are block type, too."""
PLAIN_LETTERS: Final = 45
BLOCK_CELLS: Final = 120
"""Thirty letters of block type."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a wall makes of a view: its pages, and what it has for the first and the last row."""

    pages: list[Rows]
    place: str = ""
    """What stands after where the hall is."""
    right: Row = ()
    """What stands before the time of day."""
    below: Row = ()
    """What stands in the last row instead of how to join."""


@dataclass(frozen=True, slots=True)
class Space:
    """Cells and rows between the first and the last row of the screen."""

    cells: int
    rows: int
    say: Words
    blocks: bool = True
    """Whether this terminal can show quarter blocks."""

    @property
    def far(self) -> bool:
        """Whether letters are so small that what the hall must read wants block type."""
        return self.rows + 2 > HIGH and self.blocks

    @property
    def air(self) -> int:
        """Empty rows between lines of block type."""
        return 1 if self.far else 0

    def fits_block(self, text: str, cells: int | None = None) -> bool:
        """Whether a text is one line of block type."""
        room = min(cells or self.cells, BLOCK_CELLS)
        return self.blocks and letters.covers(text) and letters.cells(text) <= room

    def line(self, text: str, tone: str = "") -> Rows:
        """One line of block type; who asks has seen that it fits."""
        return [((row, tone),) for row in letters.drawn(text)]

    def block(self, text: str, tone: str = "", cells: int | None = None) -> Rows | None:
        """A text in block type; None where it has no glyphs for it or a word is too long."""
        text = one_line(text)
        if not (self.blocks and text and letters.covers(text)):
            return None
        room = min(cells or self.cells, BLOCK_CELLS)
        lines = wrapped(text, room, letters.cells)
        return None if lines is None else self.under([self.line(line, tone) for line in lines])

    def plain(self, text: str, tone: str = "", cells: int | None = None) -> Rows:
        """A text in the terminal's own letters, every script whole; long words are broken."""
        room = max(1, min(cells or self.cells, PLAIN_LETTERS))
        pieces = (chop_cells(word, room) for word in one_line(text).split())
        whole = " ".join(piece for word in pieces for piece in word)
        return [((line, tone),) for line in wrapped(whole, room, cell_len) or []]

    def text(self, text: str, tone: str = "", *, most: int, cells: int | None = None) -> Rows:
        """Block type where it takes at most so many rows, and plain text else."""
        block = self.block(text, tone, cells)
        return block if block and len(block) <= most else self.plain(text, tone, cells)

    def heading(self, text: str, tone: str = "strong") -> Rows:
        """A line above a list: block type where letters are small."""
        if self.far and self.fits_block(text):
            return self.line(text, tone)
        return self.plain(text, tone)

    def under(self, lines: Sequence[Rows]) -> Rows:
        """Lines of block type under each other."""
        rows: Rows = []
        for line in lines:
            rows += [EMPTY] * (self.air if rows else 0) + line
        return rows


def first_that_fits(rows: int, *drawings: Rows | None) -> Rows:
    """The first drawing that has room, or the last, cut at the end."""
    fitting = (d for d in drawings if d is not None and len(d) <= rows)
    last: list[Row] = next((d for d in reversed(drawings) if d is not None), [])
    return next(fitting, last[:rows])
