"""QR codes for everything that people scan: as a matrix, as SVG, and as half blocks."""

from functools import cache
from typing import Final
from urllib.parse import urlsplit, urlunsplit

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules, True where dark, with the quiet zone around them."""

QUIET: Final = 4
"""Light modules on every side; decoders need them."""


@cache
def matrix(text: str, *, lean: bool = False) -> Matrix:
    """The code of a text, with as much error correction as its size at level M has room for.

    A ``lean`` one begins at level L instead: where a smaller code can be drawn twice as large.
    """
    # The library is slow to import, and a hall must start fast.
    from qrcode import constants
    from qrcode.main import QRCode

    def drawn(level: int) -> QRCode:
        code = QRCode(error_correction=level, border=QUIET)
        code.add_data(text)
        code.make(fit=True)
        return code

    plain = drawn(constants.ERROR_CORRECT_L if lean else constants.ERROR_CORRECT_M)
    levels = (constants.ERROR_CORRECT_H, constants.ERROR_CORRECT_Q, constants.ERROR_CORRECT_M)
    stronger = (drawn(level) for level in levels)
    chosen = next((code for code in stronger if code.version == plain.version), plain)
    return tuple(tuple(map(bool, row)) for row in chosen.get_matrix())


@cache
def svg(text: str) -> str:
    """The code as an SVG element of one path, dark on white, styled by attributes alone."""
    rows = matrix(text)
    side = len(rows)
    path = "".join(
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path d="{path}" fill="#000"/></svg>'
    )


def half_blocks(text: str, *, lean: bool = False) -> list[list[tuple[bool, bool]]]:
    """The code for a terminal: rows of cells, each its upper and its lower module."""
    rows = matrix(text, lean=lean)
    # A code has an odd number of rows; the last is paired with a light one.
    below = (*rows[1::2], (False,) * len(rows[0]))
    return [list(zip(*pair, strict=True)) for pair in zip(rows[::2], below, strict=True)]


def capitals(url: str) -> str:
    """The same address with scheme and host in capitals, which makes a smaller code."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.upper())).replace(
        parts.scheme, parts.scheme.upper(), 1
    )


def network(name: str, password: str = "") -> str:
    """What a code says that lets a phone join a wireless network."""
    kind = f"T:WPA;P:{_escaped(password)}" if password else "T:nopass"
    return f"WIFI:S:{_escaped(name)};{kind};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\;,:"' else sign for sign in text)


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where dark stretches of a row begin, and how long they are."""
    edges = [x for x in range(1, len(row)) if row[x] != row[x - 1]]
    return [(start, end - start) for start, end in zip(edges[::2], edges[1::2], strict=True)]
