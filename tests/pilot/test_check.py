"""«Sjekk rommet» at the desk of a real hall, by keyboard alone."""

import asyncio

import pytest
import zxingcpp
from PIL import Image
from rich.color import Color

from screens.desk.bits import Mark
from screens.desk.form import Form
from screens.desk.widgets.code import Code, CodeScreen
from screens.desk.widgets.picks import Picks
from tests.pilot.facilitator import Facilitator

pytestmark = pytest.mark.evenings

NETWORK = {"wifi": "Åsheim; gjest", "password": "hemmelig47"}


async def test_the_network_is_typed_once_and_kept(facilitator: Facilitator) -> None:
    """From the cases with r, down to the line, Enter, and it stands on the line and in the file."""
    me = facilitator
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "home")
    await me.press("r")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "check")
    lines = me.desk.frame.place.query_one(Picks)  # type: ignore[union-attr]
    await me.until(lambda: lines.items)
    lines.move_to("wifi")
    await me.press("enter")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.type("GRAN47")
    await me.press("f2")

    await me.until(lambda: any("GRAN47" in line.text for line in lines.items))
    control = me.desk.control
    assert control is not None
    assert (await asyncio.to_thread(control.get, "/venue"))["wifi"] == "GRAN47"


async def test_a_number_that_is_none_is_told_and_kept_in_the_form(
    facilitator: Facilitator,
) -> None:
    """Nonsense in a field gets a sentence, and what was written stays."""
    me = facilitator
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "home")
    await me.press("r")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "check")
    lines = me.desk.frame.place.query_one(Picks)  # type: ignore[union-attr]
    await me.until(lambda: lines.items)
    lines.move_to("coming")
    await me.press("enter")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.type("mange")
    await me.press("f2")
    form = me.desk.screen
    assert isinstance(form, Form)
    await me.until(lambda: form.query_one("#form-wrong").has_class("-shown"))

    assert form.values == {"coming": "mange"}


async def test_what_does_not_matter_here_is_set_aside_and_back(facilitator: Facilitator) -> None:
    """With i the line no longer counts, whoever looks; once more, and it counts again."""
    me = facilitator
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "home")
    await me.press("r")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "check")
    lines = me.desk.frame.place.query_one(Picks)  # type: ignore[union-attr]
    await me.until(lambda: lines.items)

    def sign() -> str:
        return next(line.lead[0][0] for line in lines.items if line.id == "copies")

    assert sign() == Mark.LACKS
    lines.move_to("copies")
    await me.press("i")
    await me.until(lambda: sign() == Mark.NONE)
    await me.press("i")
    await me.until(lambda: sign() == Mark.LACKS)


async def test_the_codes_are_shown_one_at_a_time(facilitator: Facilitator) -> None:
    """Network first, then the address; each is read back by a decoder off the desk's own cells."""
    me = facilitator
    await me.until(lambda: me.desk.control)
    control = me.desk.control
    assert control is not None
    await asyncio.to_thread(lambda: control.keep(**NETWORK))
    await me.press("ctrl+e")
    await me.until(lambda: isinstance(me.desk.screen, CodeScreen))
    assert _read(me.desk.screen.query_one(Code)) == "WIFI:S:Åsheim\\; gjest;T:WPA;P:hemmelig47;;"
    await me.press("space")
    about = await asyncio.to_thread(control.get, "/hall")
    assert _read(me.desk.screen.query_one(Code)).lower() == about["phone_url"]
    await me.press("escape")
    await me.until(lambda: not isinstance(me.desk.screen, CodeScreen))


def _read(code: Code) -> str:
    """What a phone would read off the cells, which must all be on the screen."""
    high, wide = code.region.height, code.region.width
    assert code.screen.size.height >= high
    picture = Image.new("L", (wide, 2 * high), 128)
    for y in range(high):
        x = 0
        for segment in code.render_line(y):
            style = segment.style
            assert style
            assert style.color
            assert style.bgcolor
            for _ in segment.text:
                picture.putpixel((x, 2 * y), _light(style.color))
                picture.putpixel((x, 2 * y + 1), _light(style.bgcolor))
                x += 1
    picture = picture.resize((wide * 6, 2 * high * 6), Image.Resampling.NEAREST)
    (found,) = zxingcpp.read_barcodes(picture)
    return str(found.text)


def _light(color: Color) -> int:
    return color.get_truecolor()[0]
