"""How ballots are laid on sheets, so that no title is cut and no target is missing.

Widths are taken a little larger than the font's own; a test measures what comes of it in a browser.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final
from unicodedata import combining, east_asian_width

Target = tuple[int, str]
"""The number that a target is keyed in by, and its title; no title for a line to write on."""

EM: Final = 3.4
"""Millimetres of an em in the size that titles are printed in."""
SPACE: Final = 0.33 * EM
LINE: Final = 4.1
ROW: Final = 9.0
"""The least height of a target, so that a line can be written on."""
AIR: Final = 2.0
LABEL: Final = 10.0
"""Millimetres that it takes to say what a vote is where it is no co-creation."""
COLUMN: Final = 85.0
"""Width of a column of targets; about the same on every kind of sheet."""
NUMBER: Final = 8.0
BOX: Final = 6.6
MOST_BESIDE: Final = 4
"""So many boxes stand beside a title; more stand in a row of their own below."""
_WIDE: Final = frozenset("MWm@%—…œæÆŒ")


@dataclass(frozen=True, slots=True)
class Layout:
    """How many ballots share a sheet, and the targets of each of the sheets that one takes."""

    together: int
    sheets: tuple[tuple[Target, ...], ...]
    below: bool
    """Whether the boxes stand below the titles."""


@dataclass(frozen=True, slots=True)
class _Shape:
    together: int
    columns: int
    height: float
    """Millimetres that a column has for targets."""


_SHAPES: Final = (_Shape(4, 1, 103.0), _Shape(2, 2, 103.0), _Shape(1, 2, 246.0))


def layout(targets: Sequence[Target], boxes: int, *, labelled: bool = False) -> Layout:
    """As many ballots on a sheet as there is room for; several sheets for one where it is long.

    ``labelled`` says that each tells what it is instead of co-creation, which takes a line.
    """
    below = boxes > MOST_BESIDE
    heights = [_height(title, boxes, below=below) for _, title in targets]
    for shape in _SHAPES:
        room = replace(shape, height=shape.height - LABEL) if labelled else shape
        parts = _filled(targets, heights, room)
        if len(parts) == 1 or shape is _SHAPES[-1]:
            return Layout(shape.together, parts, below)
    raise AssertionError


def _filled(
    targets: Sequence[Target], heights: Sequence[float], shape: _Shape
) -> tuple[tuple[Target, ...], ...]:
    """The targets as sheets of this shape hold them, column after column."""
    sheets: list[list[Target]] = [[]]
    column, used = 1, 0.0
    for target, height in zip(targets, heights, strict=True):
        if used + height > shape.height and sheets[-1]:
            column, used = column + 1, 0.0
        if column > shape.columns:
            sheets.append([])
            column = 1
        sheets[-1].append(target)
        used += height
    return tuple(map(tuple, sheets))


def _height(title: str, boxes: int, *, below: bool) -> float:
    """Millimetres that a target takes."""
    room = COLUMN - NUMBER - (0.0 if below else BOX * boxes)
    under = (BOX + AIR) * ceil(BOX * boxes / room) if below else 0.0
    return max(ROW, lines(title, room) * LINE + AIR) + under


def lines(title: str, room: float) -> int:
    """How many lines of so many millimetres a title takes, in the size that titles are printed in.

    Word for word; a longer word is broken where the line ends.
    """
    many, used = 1, 0.0
    for word in title.split():
        wide = width(word)
        if used and used + SPACE + wide > room:
            many, used = many + 1, 0.0
        elif used:
            used += SPACE
        many += int((used + wide) // room)
        used = (used + wide) % room
    return many


def width(text: str) -> float:
    """How many millimetres a text of this size takes in one line, at the most."""
    return sum(map(_width, text))


def _width(sign: str) -> float:
    if combining(sign):
        return 0.0
    if sign in _WIDE or east_asian_width(sign) in "WF":
        return 1.05 * EM
    return (0.65 if sign.islower() or sign.isdecimal() else 0.8) * EM
