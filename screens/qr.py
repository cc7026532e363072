"""QR codes: the matrix from a library, drawn as one path or as half blocks."""

from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

import qrcode
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q

QUIET: Final = 4
"""Modules of white around the code; readers need them."""
Matrix = tuple[tuple[bool, ...], ...]


def capitals(url: str) -> str:
    """The address with its scheme and host in capitals: the same place, and a smaller code."""
    parts = urlsplit(url)
    return f"{parts.scheme.upper()}://{parts.netloc.upper()}{parts.path.rstrip('/') or ''}"


@lru_cache(maxsize=8)
def matrix(text: str) -> Matrix:
    """Dark modules, the quiet zone included.

    The error correction is the highest that does not make the code larger than
    medium does: more would cost reach, less would cost light.
    """
    code = _code(text, ERROR_CORRECT_M)
    for level in (ERROR_CORRECT_H, ERROR_CORRECT_Q):
        stronger = _code(text, level)
        if stronger.version == code.version:
            code = stronger
            break
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def svg(text: str, label: str) -> str:
    """The code as an SVG of attributes only, dark on white whatever the page looks like."""
    rows = matrix(text)
    size = len(rows)
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return (
        f'<svg class="qr" role="img" aria-label="{label}" viewBox="0 0 {size} {size}"'
        f' shape-rendering="crispEdges" xmlns="http://www.w3.org/2000/svg">'
        f'<rect width="{size}" height="{size}" fill="#ffffff"/>'
        f'<path d="{path}" fill="#000000"/></svg>'
    )


def half_blocks(text: str) -> tuple[tuple[tuple[bool, bool], ...], ...]:
    """Rows of cells for a terminal: upper and lower half dark or not."""
    rows = matrix(text)
    if len(rows) % 2:
        rows = (*rows, (False,) * len(rows[0]))
    return tuple(tuple(zip(rows[y], rows[y + 1], strict=True)) for y in range(0, len(rows), 2))


def _code(text: str, level: int) -> qrcode.QRCode:
    code = qrcode.QRCode(error_correction=level, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    return code
