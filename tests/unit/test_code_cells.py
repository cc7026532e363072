"""The QR codes of the terminal projector: cells, made a picture, read back by a decoder."""

import pytest
import zxingcpp
from PIL import Image

from screens import qr
from screens.projector.code import code
from screens.projector.rows import Rows
from screens.projector.scene import Scene, Size
from screens.projector.theme import STYLES
from tests.unit.walls import SIZES, a_scene, a_view

ADDRESSES = ["http://192.168.8.2/", "http://192.168.8.2:8080/", "http://gran.local:8080/"]
DARK_PAGE = 30
SIDES = ("dark", "light", "code")


def raster(rows: Rows, size: Size, high: int) -> Image.Image:
    """The cells of a terminal as points, two cells as wide as high; words are left out."""
    wide = high // 2
    picture = Image.new("L", (size.columns * wide, size.rows * high), DARK_PAGE)
    for y, row in enumerate(rows):
        x = 0
        for text, tone in row:
            for sign in text:
                if tone in SIDES:
                    box = (x * wide, y * high, (x + 1) * wide, (y + 1) * high)
                    picture.paste(0 if tone == "dark" else 255, box)
                    if tone == "code":
                        top = 0 if sign == "▀" else high // 2
                        half = (box[0], box[1] + top, box[2], box[1] + top + high // 2)
                        picture.paste(0, half)
                x += 1
    return picture


def decoded(scene: Scene, size: Size, high: int) -> list[str]:
    """What a decoder reads off the screen."""
    rows = [scene.top, *scene.middle]
    return [str(found.text) for found in zxingcpp.read_barcodes(raster(rows, size, high))]


@pytest.mark.parametrize("high", [8, 16, 24])
@pytest.mark.parametrize("url", ADDRESSES)
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_address_is_read_back(size: Size, url: str, high: int) -> None:
    """At every size a decoder reads the address off the cells, on a page that is dark around."""
    scene = a_scene(size, a_view("join"), url=url)

    assert decoded(scene, size, high) == [qr.capitals(url)]


@pytest.mark.parametrize("high", [8, 16, 24])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_network_is_read_back_and_never_beside_the_address(size: Size, high: int) -> None:
    """One code at a time: first the network, then the address."""
    known = {"wifi": "GRAN47", "password": "GRAN4747"}
    first, second = (a_scene(size, a_view("join", page=page), **known) for page in (1, 2))

    assert decoded(first, size, high) == ["WIFI:S:GRAN47;T:WPA;P:GRAN4747;;"]
    assert decoded(second, size, high) == ["HTTP://192.168.8.2/"]


def test_a_window_too_small_for_words_shows_the_code_alone() -> None:
    """Where nothing else fits, what is scanned is still whole."""
    size = Size(40, 18)

    assert decoded(a_scene(size, a_view("question")), size, 16) == ["HTTP://192.168.8.2/"]


@pytest.mark.parametrize("rows", range(14, 40))
def test_a_code_has_its_quiet_zone(rows: int) -> None:
    """Four light modules stand at the sides and below, and at least three above."""
    drawn = code("HTTP://192.168.8.2:8080/", 80, rows)
    if drawn is None:
        assert rows < 14
        return
    cells = [[(tone, sign) for text, tone in row for sign in text] for row in drawn]
    light = ("light", " ")
    whole = not any(tone == "code" for row in cells for tone, _ in row)
    side, above, below = (8, 3, 4) if whole else (4, 2, 1)

    assert len(drawn) <= rows
    assert all(row[:side] == row[-side:] == [light] * side for row in cells)
    assert all(cell == light for row in cells[:above] + cells[-below:] for cell in row)


def test_a_large_window_draws_a_module_as_two_cells() -> None:
    """The code is as large as the window allows: whole cells where they fit, else halves."""
    text = "HTTP://192.168.8.2/"
    large, small = code(text, 112, 32), code(text, 76, 22)

    assert large is not None
    assert small is not None
    assert [len(large), len(small)] == [29, 15]
    assert {tone for row in large for _, tone in row} == {"dark", "light"}


def test_a_code_is_dark_on_light_in_any_theme() -> None:
    """Its colours are black and white themselves and no words of a theme."""
    assert [STYLES[tone] for tone in SIDES] == ["on #000000", "on #ffffff", "#000000 on #ffffff"]


def test_the_name_of_a_network_may_hold_any_sign() -> None:
    """Signs that mean something in the code's own language are set apart from it."""
    assert qr.network('a;b:c,"d\\') == 'WIFI:S:a\\;b\\:c\\,\\"d\\\\;T:nopass;;'
