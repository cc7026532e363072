"""The projector's page in a real browser, following a real hall."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Dialog, Page, expect, sync_playwright

from screens.control import Control
from tests.web.halls import an_evening, hall, tell

pytestmark = pytest.mark.browser

WALL = (1280, 720)
NETWORK = {"wifi": "Åsheim; gjest", "password": "hemmelig47"}
HOSTILE = (
    "<img src=x onerror=alert(1)><script>alert(2)</script> Menneskerettighetsorganisasjonen "
    "spør: {{ 7 * 7 }} &lt;b&gt; og mye mer enn det som er plass til på en linje i salen, synes vi"
)
MEASURE = """() => {
  dispatchEvent(new Event("resize"));  // Chromium sends its own a moment later.
  const middle = document.querySelector(".middle"), box = middle.getBoundingClientRect();
  const inside = [...middle.querySelectorAll("*")].filter((e) => e.getClientRects().length);
  const words = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const out = (r) => r.bottom > box.bottom + 1 || r.right > box.right + 1 || r.top < box.top - 1;
  return {
    letters: Math.min(...inside.filter(words).map((e) => parseFloat(getComputedStyle(e).fontSize))),
    outside: inside.filter((e) => out(e.getBoundingClientRect())).map((e) => e.outerHTML),
    strange: document.querySelectorAll("img, iframe, .wall script").length,
  };
}"""
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
    clock = page.locator("[data-clock]")
    expect(clock).to_have_text(re.compile(r"2[45]:\d\d"))
    expect(clock).not_to_have_text(str(clock.text_content()))


def test_the_network_and_the_address_take_turns(control: Control, page: Page) -> None:
    """Where the network is known its code stands first, then the address: one code at a time."""
    case = an_evening(control)
    control.keep(**NETWORK)
    tell(control, case, "projector.show", wall="join")
    page.goto(control.about["projector_url"])
    expect(page.get_by_text("Åsheim; gjest")).to_be_visible()
    expect(page.get_by_text("Svar Behold.")).to_be_visible()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    assert code.text == "WIFI:S:Åsheim\\; gjest;T:WPA;P:hemmelig47;;"

    tell(control, case, "projector.show", wall="join", page=2)
    expect(page.locator("ol .address")).to_be_visible()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    assert code.text.lower() == control.about["phone_url"]
    expect(page.get_by_text("hemmelig47")).to_have_count(0)
    tell(control, case, "projector.show", wall="question")
    expect(page.get_by_role("heading", name="Hva trenger du for å bo hjemme?")).to_be_visible()


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


def hostile_walls(control: Control, case: str) -> Iterator[str]:
    """Every wall in turn, each as full of long and hostile words as it can be."""
    tell(control, case, "case.describe", title=HOSTILE)
    tell(control, case, "question.write", text=HOSTILE)
    tell(control, case, "frame.set", fixed=[HOSTILE] * 5, open=["Alt"] * 20, who_decides=HOSTILE)
    for _ in range(5):
        note = tell(control, case, "note.write", text=HOSTILE * 9)
        tell(control, case, "note.moderate", note=note, state="shown")
        tell(control, case, "promise.make", text=HOSTILE)
    yield "collecting"
    clusters = [tell(control, case, "cluster.make", title=HOSTILE) for _ in range(7)]
    for wall in ("join", "question", "clusters", "closing"):
        tell(control, case, "projector.show", wall=wall)
        yield wall
    vote = tell(control, case, "vote.open")
    yield "voting"
    for number in range(1, 7):
        ballot = {"vote": vote, "picks": clusters[:2], "number": number}
        tell(control, case, "ballot.cast", origin="paper", **ballot)
    tell(control, case, "vote.close")
    yield "results"
    tell(control, case, "block.start", kind="pause", title=HOSTILE)
    yield "pause"


def test_no_words_leave_a_wall_or_run_on_it(control: Control, page: Page) -> None:
    """Whatever is written stands inside its wall, at least 4 % of the height, and does nothing."""
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    case = an_evening(control)
    page.goto(control.about["projector_url"])
    for wall in hostile_walls(control, case):
        expect(page.locator(f".wall.{wall}")).to_be_visible()
        for width, height in ((1920, 1080), WALL, (1024, 768)):
            page.set_viewport_size({"width": width, "height": height})
            seen = page.evaluate(MEASURE)
            assert seen["outside"] == [], (wall, width)
            assert seen["letters"] >= 0.04 * height - 0.1, (wall, width)
            assert seen["strange"] == 0, wall
    assert asked == []


def test_a_narrow_wall_keeps_address_and_code_apart(control: Control, page: Page) -> None:
    """At 4:3 the address gives way before it comes near the QR code; the join code stays large."""
    case = an_evening(control)
    tell(control, case, "projector.show", wall="join")
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(control.about["projector_url"])
    expect(page.locator(".qr svg")).to_be_visible()
    boxes = page.evaluate(
        "['ol .address', '.qr', '.code'].map((place) =>"
        " document.querySelector(place).getBoundingClientRect().toJSON())"
    )
    address, qr, code = boxes

    assert qr["left"] - address["right"] > 0.02 * 1024
    assert code["height"] > 0.1 * 768
