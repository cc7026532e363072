"""The projector's page in a real browser, following a real hall."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from screens.control import Control
from tests.web.halls import an_evening, hall, tell

pytestmark = pytest.mark.browser

WALL = (1280, 720)
LONG = "Hvordan kan vi leve trygt, aktivt og verdig hjemme, også når helsa svikter, "


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "hall.db", "--host", "192.168.8.2") as running:
        yield running


@pytest.fixture
def page(chromium: str) -> Iterator[Page]:
    """A wall in a browser that has nothing to complain of."""
    width, height = WALL
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": height})
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        browser.close()
    assert [text for text in complaints if "ERR_CONNECTION_REFUSED" not in text] == []


def test_the_wall_follows_the_hall(control: Control, page: Page) -> None:
    """The page shows the way in, turns when the desk says so, and its code leads to the phones."""
    case = an_evening(control)
    tell(control, case, "projector.show", wall="join")
    page.goto(control.about["projector_url"])
    expect(page.locator(".qr svg")).to_be_visible()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    assert code.text.lower() == control.about["phone_url"]

    tell(control, case, "projector.show", wall="question")
    expect(page.get_by_role("heading", name="Hva trenger du for å bo hjemme?")).to_be_visible()

    tell(control, case, "block.start", kind="needs", minutes=25)
    expect(page.locator("[data-clock]")).to_have_text("24:58")


def test_words_become_smaller_rather_than_less(control: Control, page: Page) -> None:
    """A long question and a long frame fit whole between the rows, with no word broken."""
    case = an_evening(control)
    tell(control, case, "question.write", text=(LONG * 3)[:200])
    tell(control, case, "frame.set", fixed=["Sykehjemsplasser"], who_decides="Kommunestyret")
    tell(control, case, "projector.show", wall="question")
    page.set_viewport_size({"width": 800, "height": 600})
    page.goto(control.about["projector_url"])
    expect(page.locator("h1")).to_be_visible()
    sides = page.evaluate(
        "(() => { const m = document.querySelector('.middle');"
        " return [m.scrollHeight - m.clientHeight, m.scrollWidth - m.clientWidth]; })()"
    )

    assert max(sides) <= 1


def test_a_lost_hall_leaves_its_last_picture(tmp_path: Path, page: Page) -> None:
    """Without the hall the picture stays and says that it is old; with it back, all goes on."""
    file = tmp_path / "hall.db"
    with hall(file) as first:
        case = an_evening(first)
        page.goto(first.about["projector_url"])
        expect(page.locator(".count")).to_contain_text("0 innspill")
    expect(page.locator("#lost")).to_contain_text("Frakoblet 0:0")
    expect(page.locator(".count")).to_contain_text("0 innspill")

    with hall(file) as second:
        tell(second, case, "note.write", text="Trenger en benk")
        expect(page.locator(".count")).to_contain_text("1 innspill", timeout=15_000)
        expect(page.locator("#lost")).to_be_hidden()
