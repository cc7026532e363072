"""Every wall of the page, measured: letters, lines, contrast, and a code read from four metres."""

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, Route, sync_playwright

from screens.projector.painter import Painter, Picture
from screens.words import DEFAULT, LANGUAGES, Words
from tests.unit.given import an_evening
from tests.unit.walls import NOW, URL, WALLS, a_view
from workshop.views import ProjectorView, projector_view

pytestmark = pytest.mark.browser

SIZES = ((1920, 1080), (1024, 768))
LEAST = 4.0
"""Hundredths of the screen's height that letters have at least (design 8)."""
SMALL = 6.0
"""Letters below this share are small, and want a contrast of 7."""
LINES = 7
CAMERA = 1080 / 4.6
"""Points for each metre of wall at four metres: a phone's viewfinder of 1080 points that sees
60 degrees sees 4.6 metres there. A wall of 1.6 metres is then 375 points wide."""
SCREEN = 1.6
"""Metres that the wall's picture is wide: a small screen in a village hall."""
MEASURE = """() => {
  const light = (c) => c.slice(0, 3).map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const colour = (text) => text.match(/[\\d.]+/g).map(Number);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const found = colour(getComputedStyle(e).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const wall = document.querySelector(".middle")?.getBoundingClientRect();
  const told = [];
  for (const e of document.querySelectorAll("#picture *, #time")) {
    if (!e.getClientRects().length) continue;
    for (const node of e.childNodes) {
      if (node.nodeType !== 3 || !node.data.trim() || e.closest(".unseen")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()];
      const middle = e.closest(".middle"), style = getComputedStyle(e);
      const drawn = e instanceof SVGElement;
      const behind = drawn ? colour(getComputedStyle(e.previousElementSibling).fill) : ground(e);
      const [a, b] = [light(colour(drawn ? style.fill : style.color)), light(behind)];
      const scale = drawn ? e.getScreenCTM().d : 1;
      const bottom = middle ? wall.bottom : innerHeight;
      const out = (r) => r.left < -1 || r.right > innerWidth + 1 || r.bottom > bottom + 1;
      told.push({
        text: node.data.trim(),
        size: 100 * scale * parseFloat(style.fontSize) / innerHeight,
        contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
        body: Boolean(middle) && !e.closest("h1, h1 + *, .top, .how h1, .tie"),
        rows: boxes.map((r) => [r.top, r.bottom]),
        outside: boxes.some(out),
      });
    }
  }
  return told;
}"""


PAINTERS = {language: Painter(Words(language)) for language in LANGUAGES}
"""Who draws the walls, in each language."""
SEEN = [(*SIZES[0], DEFAULT), *((*SIZES[1], language) for language in LANGUAGES)]
"""The wide screen in bokmål; the narrow one, where words break soonest, in every language."""


@pytest.fixture(scope="module")
def painter() -> Painter:
    """Who draws the walls, in bokmål."""
    return PAINTERS[DEFAULT]


@pytest.fixture(scope="module")
def page(chromium: str, painter: Painter) -> Iterator[Page]:
    """A browser that gets the wall's own style and script, and nothing else."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()

        def serve(route: Route) -> None:
            asset = painter.assets.find(route.request.url.rsplit("/", 1)[1])
            if asset is None:
                route.fulfill(status=404)
            else:
                route.fulfill(body=asset.body, content_type=asset.kind)

        page.route("**/*", serve)
        yield page
        browser.close()


def show(page: Page, painter: Painter, picture: Picture) -> None:
    """Draw a picture as the hall would send it."""
    html = painter.page(picture, "Gode år hjemme")
    address = "http://wall.test/"
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(address)
    page.unroute(address)


def lines(told: list[dict[str, Any]]) -> int:
    """How many lines stand below the heading and the clock; those side by side are one."""
    count, below = 0, -1.0
    for top, bottom in sorted(row for text in told if text["body"] for row in text["rows"]):
        if (top + bottom) / 2 > below:
            count, below = count + 1, bottom
    return count


def scored() -> ProjectorView:
    """The five fundamentals, one of them a zero."""
    evening = an_evening()
    scores = {"need": 2, "value": 1, "driver": 4, "team": 3, "anchoring": 0}
    evening.made("fundamentals.agree", scores=scores)
    evening.made("projector.show", wall="fundamentals")
    return projector_view(evening.it, evening.now, ())


def asked() -> ProjectorView:
    """A question that seven have answered."""
    evening = an_evening()
    poll = evening.made("poll.open", what="exit")
    form = evening.it.polls[poll].form
    picks = {item.key: form.steps[0].key for item in form.items}
    for number in range(1, 8):
        evening.made("poll.answer", origin="paper", poll=poll, number=number, answers=picks)
    evening.made("poll.close")
    return projector_view(evening.it, evening.now, ())


VIEWS: dict[str, Callable[[], ProjectorView]] = {
    **{wall: partial(a_view, wall) for wall in WALLS},
    "wonder": lambda: a_view("join").model_copy(update={"wall": "wonder", "block": "wonder"}),
    "fundamentals": scored,
    "poll": asked,
}


@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: f"{seen[0]}x{seen[1]}-{seen[2]}")
@pytest.mark.parametrize("wall", VIEWS)
def test_every_wall_can_be_read_from_ten_metres(
    wall: str, seen: tuple[int, int, str], page: Page
) -> None:
    """Every page of it: letters of 4 %, seven lines, 4.5 of contrast or 7 if small, nothing cut."""
    view, painter = VIEWS[wall](), PAINTERS[seen[2]]
    page.set_viewport_size({"width": seen[0], "height": seen[1]})
    for number in range(1, painter.draw(view, URL).pages + 1):
        turned = view.model_copy(update={"page": number, "since": None})
        show(page, painter, painter.draw(turned, URL))
        told = page.evaluate(MEASURE)

        assert [t["text"] for t in told if t["size"] < LEAST - 0.01] == []
        assert [t for t in told if t["contrast"] < (7 if t["size"] < SMALL else 4.5)] == []
        assert [t["text"] for t in told if t["outside"]] == []
        # The way in stands as steps beside a code, and its words are read one at a time.
        assert lines(told) <= (LINES + 2 if wall == "join" else LINES), number


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lost_line_stands_clear_of_where_we_are(language: str, page: Page) -> None:
    """On a narrow screen too, what says that the hall is gone lies upon no other words."""
    page.set_viewport_size({"width": SIZES[1][0], "height": SIZES[1][1]})
    show(page, PAINTERS[language], PAINTERS[language].draw(a_view("sketches"), URL))
    page.locator("#lost").wait_for(state="visible")
    lost = page.locator("#lost").bounding_box()
    place = page.locator("header p").bounding_box()

    assert lost
    assert place
    assert place["x"] + place["width"] < lost["x"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("network", [("", ""), ("Åsheim gjest", "hemmelig47")], ids=["page", "net"])
def test_a_phone_reads_the_code_from_four_metres(
    network: tuple[str, str], size: tuple[int, int], page: Page, painter: Painter
) -> None:
    """The picture made as small as a phone's viewfinder sees it still gives the address whole."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    show(page, painter, painter.draw(a_view("join"), URL, network=network, now=NOW))
    seen = Image.open(io.BytesIO(page.screenshot())).convert("L")
    wide = round(CAMERA * SCREEN)

    far = seen.resize((wide, round(wide * size[1] / size[0])), Image.Resampling.BILINEAR)
    (code,) = zxingcpp.read_barcodes(far)

    assert wide < size[0] / 2
    expected = "WIFI:S:Åsheim gjest;T:WPA;P:hemmelig47;;" if network[0] else URL.upper()
    assert code.text.rstrip("/") == expected.rstrip("/")
