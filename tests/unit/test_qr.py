"""The QR codes, read back by a decoder of another make."""

import re
from collections.abc import Iterable, Sequence

import pytest
import zxingcpp
from PIL import Image

from screens import qr

ADDRESS = "http://192.168.8.2:8080/"
TEXTS = [
    "HTTP://192.168.8.2/",
    ADDRESS,
    "WIFI:S:Assemblee-Citoyenne;T:WPA;P:banc-fontaine-2026;;",
    "Blåbærsyltetøy på Åsen",
]


def read(rows: Iterable[Sequence[bool]], scale: int = 6) -> str:
    """What a decoder reads in a picture of these modules on a dark page."""
    lines = [bytes(0 if dark else 255 for dark in row) for row in rows]
    picture = Image.frombytes("L", (len(lines[0]), len(lines)), b"".join(lines))
    page = Image.new("L", (len(lines[0]) * scale + 80, len(lines) * scale + 80), 30)
    page.paste(picture.resize((len(lines[0]) * scale, len(lines) * scale), 0), (40, 40))
    (found,) = zxingcpp.read_barcodes(page)
    return str(found.text)


@pytest.mark.parametrize("text", TEXTS)
def test_a_code_is_read_back(text: str) -> None:
    """A decoder finds the text in the matrix, with its four light modules around."""
    rows = qr.matrix(text)

    assert read(rows) == text
    assert not any(map(any, (*rows[:4], *rows[-4:])))
    assert not any(any(row[:4]) or any(row[-4:]) for row in rows)


@pytest.mark.parametrize("text", TEXTS)
def test_half_blocks_hold_the_same_code(text: str) -> None:
    """The cells of a terminal, taken apart again, are the matrix and at most one light row more."""
    cells = qr.half_blocks(text)
    rows = [tuple(cell[half] for cell in line) for line in cells for half in (0, 1)]

    assert tuple(rows[: len(qr.matrix(text))]) == qr.matrix(text)
    assert len(rows) - len(qr.matrix(text)) in (0, 1)
    assert not any(rows[-1])


@pytest.mark.parametrize("text", TEXTS)
def test_the_drawing_holds_the_same_code(text: str) -> None:
    """The one path of the SVG, filled in, is the matrix; it carries no style of its own."""
    drawing = qr.svg(text)
    side = len(qr.matrix(text))
    filled = [[False] * side for _ in range(side)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawing):
        for column in range(int(x), int(x) + int(length)):
            filled[int(y)][column] = True

    assert tuple(map(tuple, filled)) == qr.matrix(text)
    assert drawing.count("<path") == 1
    assert f'viewBox="0 0 {side} {side}"' in drawing
    assert "style" not in drawing


def test_error_correction_never_costs_a_version() -> None:
    """The code is the size that level M needs, as limits.md 4a lists it."""
    modules = {text: len(qr.matrix(text)) - 8 for text in TEXTS[:3]}

    assert list(modules.values()) == [21, 25, 33]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("http://192.168.8.2:8080/", "HTTP://192.168.8.2:8080/"),
        ("http://medspill.local/j/K7qm?a=b", "HTTP://MEDSPILL.LOCAL/j/K7qm?a=b"),
    ],
)
def test_capitals_leave_the_path_alone(url: str, written: str) -> None:
    """Scheme and host mean the same in capitals; the rest of an address may not."""
    assert qr.capitals(url) == written
