"""Breaking a note into rows, fast enough for thousands of them."""

import re

from rich.cells import cell_len, chop_cells

_ALL_SINGLE = re.compile("[\x00-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027]*")
"""Latin, Greek, Cyrillic and Armenian letters, dashes and quotes: each one cell."""


def wrap(text: str, cells: int) -> list[str]:
    """The rows of the text, none wider than so many cells; words are broken only when too long.

    Expects text that `plain` has made harmless. There is always at least one row.
    """
    cells = max(1, cells)
    # One look settles the usual case: letters of one cell each.
    single = text.isascii() or _ALL_SINGLE.fullmatch(text) is not None
    if single and len(text) <= cells and "\n" not in text:
        return [text]
    rows: list[str] = []
    for paragraph in text.split("\n"):
        rows.extend(_letters(paragraph, cells) if single else _wide(paragraph, cells))
    return rows


def _letters(text: str, cells: int) -> list[str]:
    rows: list[str] = []
    start, end = 0, len(text)
    while end - start > cells:
        cut = text.rfind(" ", start, start + cells + 1)
        if cut <= start:
            rows.append(text[start : start + cells])
            start += cells
        else:
            rows.append(text[start:cut].rstrip())
            start = cut + 1
        while start < end and text[start] == " ":
            start += 1
    if start < end or not rows:
        rows.append(text[start:])
    return rows


def _wide(text: str, cells: int) -> list[str]:
    rows: list[str] = []
    row, used = "", 0
    for word in text.split():
        long = cell_len(word)
        if row and used + 1 + long <= cells:
            row, used = f"{row} {word}", used + 1 + long
            continue
        if row:
            rows.append(row)
        if long > cells:
            *full, word = chop_cells(word, cells)  # noqa: PLW2901 - the last piece starts a row
            rows.extend(full)
            long = cell_len(word)
        row, used = word, long
    rows.append(row)
    return rows
