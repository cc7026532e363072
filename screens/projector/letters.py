"""Block type: letters of quarter blocks, four rows high, that a hall can read off a terminal.

The glyphs are «Small Block» by Sam Hocevar, as pyfiglet carries it. Its strokes are one point
wide; a cell is twice as high as wide, so they are made two points wide here and come out even.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

FONT: Final = "smblock"
ROWS: Final = 4
"""Cells that a letter is high; a point is half a cell each way."""
POINTS: Final = 2 * ROWS
GAP: Final = 2
SPACE: Final = 4
FIGURE: Final = 6
"""Points between letters, in a space, and in a figure of a clock."""

Glyph = tuple[tuple[bool, ...], ...]
"""Rows of points, True where dark."""

_QUARTERS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Every cell of two by two points, by the sum of 1, 2 above and 4, 8 below."""
_NEAREST: Final = str.maketrans(
    {"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'"}  # noqa: RUF001
    | {"–": "-", "—": "-", "‑": "-", "…": "...", "·": "-", "\u00a0": " "}
)
"""What a typewriter puts for signs that the font lacks."""
_RINGED: Final = {"Å": "A", "å": "a"}
_SLASHED: Final = {"Ø": "O", "ø": "o", "0": "O"}


def covers(text: str) -> bool:
    """Whether every sign of the text has a glyph."""
    return all(sign == " " or glyph(sign) is not None for sign in _written(text))


def cells(text: str) -> int:
    """How many cells wide a line of block type is."""
    return (len(_points(text, figures=False)[0]) + 1) // 2


def drawn(text: str, *, figures: bool = False) -> tuple[str, ...]:
    """A line of block type: four rows of quarter blocks; with ``figures`` all digits as wide."""
    points = _points(text, figures=figures)
    wide = len(points[0]) % 2
    even = [row + (False,) * wide for row in points]
    return tuple(
        "".join(
            _QUARTERS[a + 2 * b + 4 * c + 8 * d]
            for a, b, c, d in zip(above[::2], above[1::2], below[::2], below[1::2], strict=True)
        )
        for above, below in zip(even[::2], even[1::2], strict=True)
    )


def enlarged(text: str, scale: int) -> tuple[str, ...]:
    """A line of figures where every point is a whole cell, or a square of several."""
    rows = ("".join(" █"[dark] * scale for dark in row) for row in _points(text, figures=True))
    return tuple(row for row in rows for _ in range(scale))


def enlarged_cells(text: str) -> int:
    """How many cells wide `enlarged` is at scale 1."""
    return len(_points(text, figures=True)[0])


@cache
def glyph(sign: str) -> Glyph | None:
    """The points of one sign, without air around; None where the font lacks it."""
    if sign in _RINGED:
        return _ringed(sign)
    if sign in _SLASHED:
        return _slashed(sign)
    rows = _thin(sign)
    return None if rows is None else _bold(rows)


def _written(text: str) -> str:
    return text.translate(_NEAREST)


def _points(text: str, *, figures: bool) -> Glyph:
    rows: list[list[bool]] = [[] for _ in range(POINTS)]
    for sign in _written(text):
        # In a clock nobody takes a nought for a letter, so it needs no stroke.
        seen = "O" if figures and sign == "0" else sign
        points = glyph(seen) if sign != " " else ((False,) * (SPACE - GAP),) * POINTS
        assert points is not None, sign  # noqa: S101 - whoever draws has asked covers() first
        if figures and len(points[0]) < FIGURE:
            points = _centred(points)
        for row, more in zip(rows, points, strict=True):
            row += [*([False] * GAP if row else []), *more]
    return tuple(map(tuple, rows))


def _centred(points: Glyph) -> Glyph:
    left = (FIGURE - len(points[0])) // 2
    right = FIGURE - len(points[0]) - left
    return tuple((False,) * left + row + (False,) * right for row in points)


def _thin(sign: str) -> Glyph | None:
    """The font's own points, cut to what is dark."""
    font = _font()
    lines = font.get(ord(sign)) if len(sign) == 1 else None
    if lines is None or set("".join(lines)) - set(_QUARTERS):
        return None
    values = [[_QUARTERS.index(cell) for cell in line] for line in lines]
    points = [
        [bool(value & bit) for value in line for bit in pair]
        for line in values
        for pair in ((1, 2), (4, 8))
    ]
    dark = [x for row in points for x, point in enumerate(row) if point]
    if not dark:
        return None
    return tuple(tuple(row[min(dark) : max(dark) + 1]) for row in points)


def _bold(rows: Sequence[Sequence[bool]]) -> Glyph:
    """Each point and its right neighbour, but where that would close a gap."""
    out: list[tuple[bool, ...]] = []
    for row in rows:
        wide = (*row, False, False)
        out.append(
            tuple(
                wide[x] or (x > 0 and wide[x - 1] and not wide[x + 1]) for x in range(len(row) + 1)
            )
        )
    return tuple(out)


def _ringed(sign: str) -> Glyph | None:
    """Å and å, whose ring in the font would run into the letter: a dot, air, the letter."""
    letter = _thin(_RINGED[sign])
    if letter is None:
        return None
    body = letter[2:7] if sign == "å" else (*letter[:2], *letter[3:5], letter[6])
    light = (False,) * len(letter[0])
    middle = len(light) // 2
    ring = tuple(x == middle for x in range(len(light)))
    return _bold((ring, light, *body, light))


def _slashed(sign: str) -> Glyph | None:
    """Ø, ø and 0, whose stroke in the font is too fine to be made bold: the letter and a stroke."""
    letter = glyph(_SLASHED[sign])
    if letter is None:
        return None
    points = [list(row) for row in letter]
    dark = [y for y, row in enumerate(points) if any(row)]
    wide, top, bottom = len(points[0]), dark[0], dark[-1]
    middle = (top + bottom) // 2
    points[middle - 1][wide // 2] = points[middle + 1][wide // 2 - 1] = True
    if sign == "0":
        return tuple(map(tuple, points))
    points[middle] = [True] * wide
    if top:
        points[top - 1][-2:] = points[bottom + 1][:2] = [True, True]
    else:
        points[top][-1] = points[bottom][0] = True
    return tuple(map(tuple, points))


@cache
def _font() -> dict[int, list[str]]:
    """The font's lines by code point; read when the first letter is drawn."""
    from pyfiglet import FigletFont

    font = FigletFont(FONT)
    air = str.maketrans({font.hardBlank: " ", "\u00a0": " "})
    return {point: [line.translate(air) for line in lines] for point, lines in font.chars.items()}
