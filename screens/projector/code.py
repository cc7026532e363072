"""A QR code in cells: as large as the room allows, dark on light whatever the theme."""

from itertools import groupby
from typing import Final

from screens import qr
from screens.projector.rows import Row, Rows

_HALVES: Final = {
    (False, False): (" ", "light"),
    (True, True): (" ", "dark"),
    (True, False): ("▀", "code"),
    (False, True): ("▄", "code"),
}


def code(text: str, cells: int, rows: int) -> Rows | None:
    """The code with its quiet zone, two cells a module where they fit, else half blocks.

    None where not even half blocks fit.
    """
    for lean in (False, True):
        matrix = qr.matrix(text, lean=lean)
        if 2 * len(matrix) <= cells and len(matrix) - 1 <= rows:
            # The screen's first row is light, and nothing stands in it above the code.
            return [_whole(row) for row in matrix[max(0, len(matrix) - rows) :]]
    for lean in (False, True):
        halves = qr.half_blocks(text, lean=lean)
        if len(halves[0]) <= cells and len(halves) - 1 <= rows:
            return [_half(row) for row in halves[:rows]]
    return None


def _whole(row: tuple[bool, ...]) -> Row:
    runs = ((dark, len(list(run))) for dark, run in groupby(row))
    return tuple(("  " * long, "dark" if dark else "light") for dark, long in runs)


def _half(row: list[tuple[bool, bool]]) -> Row:
    runs = ((_HALVES[cell], len(list(run))) for cell, run in groupby(row))
    return tuple((sign * long, tone) for (sign, tone), long in runs)
