"""Rows of a terminal as pieces of text with a tone, and how they are laid out."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size

Bit = tuple[str, str]
"""Text and its tone; a tone is a name in `theme.STYLES`."""
Row = tuple[Bit, ...]
Rows = list[Row]

EMPTY: Final[Row] = ()


def width(row: Iterable[Bit]) -> int:
    """How many cells a row takes."""
    return sum(cell_len(text) for text, _ in row)


def widest(rows: Iterable[Row]) -> int:
    """How many cells the longest of the rows takes."""
    return max(map(width, rows), default=0)


def indented(rows: Sequence[Row], cells: int, signs: Sequence[Row] = ()) -> Rows:
    """The rows moved to the right, with signs before the first of them."""
    before = _filled(signs, max(len(rows), len(signs)))
    return [(*padded(sign, cells), *row) for sign, row in zip(before, rows, strict=False)]


def padded(row: Row, cells: int) -> Row:
    """The row with air behind it, up to so many cells."""
    return (*row, (" " * max(0, cells - width(row)), ""))


def cropped(row: Row, cells: int) -> Row:
    """As much of the row as there is room for; a last wall, since walls measure before."""
    kept: list[Bit] = []
    for text, tone in row:
        room = cells - width(kept)
        kept.append((text if cell_len(text) <= room else set_cell_size(text, max(0, room)), tone))
    return tuple(kept)


def sides(left: Row, right: Row, cells: int) -> Row:
    """One row with something at each end; the left gives way, whole pieces first."""
    while left and width(left) + width(right) + 1 > cells:
        left = left[:-1]
    return (*padded(left, cells - width(right)), *right)


def beside(left: Sequence[Row], right: Sequence[Row], cells: int) -> Rows:
    """Two columns, the right one at the right edge."""
    room = cells - widest(right)
    tall = max(len(left), len(right))
    pairs = zip(_filled(left, tall), _filled(right, tall), strict=True)
    return [(*padded(cropped(one, room), room), *other) for one, other in pairs]


def columns(parts: Sequence[Sequence[Row]], cells: int) -> Rows:
    """Columns of the same width."""
    each = cells // max(1, len(parts))
    tall = max((len(part) for part in parts), default=0)
    rows: Rows = []
    for row in zip(*(_filled(part, tall) for part in parts), strict=True):
        rows.append(tuple(bit for piece in row for bit in padded(piece, each)))
    return rows


def centred(rows: Sequence[Row], cells: int) -> Rows:
    """The rows in the middle, moved together."""
    left = max(0, (cells - widest(rows)) // 2)
    return indented(rows, left) if left else list(rows)


def stacked(parts: Iterable[Sequence[Row]], air: int = 1) -> Rows:
    """Parts under each other with empty rows between; parts without rows take no air."""
    rows: Rows = []
    for part in parts:
        if part:
            rows += [EMPTY] * (air if rows else 0)
            rows += part
    return rows


def _filled(rows: Sequence[Row], tall: int) -> Rows:
    return [*rows, *[EMPTY] * (tall - len(rows))]


def wrapped(text: str, room: int, measure: Callable[[str], int]) -> list[str] | None:
    """The text's words on lines of at most so much room; None where a word is longer."""
    lines: list[str] = []
    for word in text.split():
        if measure(word) > room:
            return None
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
