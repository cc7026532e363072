"""How much fits on a wall: lines, pages, and the size that a text begins with."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

Row = TypeVar("Row")

SIZES: Final = ((3, 4), (6, 5), (8, 6), (10, 7))
"""The size of a list's letters by how many lines it may have; the numbers are the stylesheet's."""
SMALLEST: Final = 8
QUESTIONS: Final = ((60, 1), (100, 2), (150, 3))
"""The size of a question by its letters."""


def lines(text: str, letters: int) -> int:
    """How many lines a text takes where a line has so many letters."""
    count, filled = 1, 0
    for word in text.split():
        if filled and filled + 1 + len(word) > letters:
            count, filled = count + 1, 0
        filled += len(word) + (1 if filled else 0)
        more, filled = divmod(filled, letters) if filled > letters else (0, filled)
        count += more
    return count


def paged(
    groups: Iterable[Sequence[Row]],
    text: Callable[[Row], str],
    *,
    most: int,
    letters: int,
    room: int,
) -> list[list[Row]]:
    """The rows on pages of at most ``most`` rows and ``room`` lines; at least one page.

    A group stays on one page where it can.
    """
    return laid(groups, lambda row: lines(text(row), letters), most=most, room=room)


def laid(
    groups: Iterable[Sequence[Row]],
    height: Callable[[Row], int],
    *,
    most: int,
    room: int,
    air: int = 0,
) -> list[list[Row]]:
    """The same where the caller knows how high a row is, with ``air`` between two."""
    pages: list[list[Row]] = [[]]
    used = 0

    def fits(rows: Sequence[Row]) -> bool:
        needed = sum(height(row) + air for row in rows) - (0 if pages[-1] else air)
        return len(pages[-1]) + len(rows) <= most and used + needed <= room

    for group in groups:
        if pages[-1] and not fits(group):
            pages.append([])
            used = 0
        for row in group:
            if pages[-1] and not fits([row]):
                pages.append([])
                used = 0
            used += height(row) + (air if pages[-1] else 0)
            pages[-1].append(row)
    return pages


def singly(rows: Iterable[Row]) -> list[tuple[Row]]:
    """Each row a group of its own."""
    return [(row,) for row in rows]


def size_of(texts: Iterable[str], letters: int) -> int:
    """The size that a page of these texts begins with; the page itself makes it less if it must."""
    needed = sum(lines(text, letters) for text in texts)
    return next((size for most, size in SIZES if needed <= most), SMALLEST)


def size_of_question(text: str) -> int:
    """The size that a question begins with."""
    return next((size for most, size in QUESTIONS if len(text) <= most), QUESTIONS[-1][1] + 1)


def shortened(text: str, most: int) -> str:
    """A text in one line, cut after a whole word and marked so where it is longer than ``most``."""
    words = text.split()
    whole = " ".join(words)
    if len(whole) <= most:
        return whole
    kept = whole[: most + 1].rpartition(" ")[0]
    # Some scripts set no spaces; there a letter is where one can cut.
    return f"{kept} …" if kept else f"{whole[:most]}…"


def chosen(pages: Sequence[Row], page: int) -> tuple[Row, int]:
    """The page that was asked for, or the last there is, and its number."""
    number = min(max(page, 1), len(pages))
    return pages[number - 1], number
