"""Sheets printed by a real browser: A4, black and white, and their codes can be scanned."""

import re
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops
from playwright.sync_api import sync_playwright

from screens.paper.sheets import KINDS, Kind, Numbers, Place, sheet
from screens.words import Words
from tests.unit.given import an_evening
from workshop.vote_codes import codes_on, read_codes

pytestmark = pytest.mark.browser

A4 = 297 / 210
PLACE = Place(
    address="http://192.168.8.2:8080/",
    code="GRAN 47",
    wifi="GRAN47",
    password="GRAN;47:x",  # noqa: S106 - it stands on a poster
    file="/sted/" + "veldig lang mappe/" * 8 + "møte.db",
)
NUMBERS = Numbers(tables=3, slips=13, ballots=5)
SHEETS: dict[Kind, int] = {
    "invitation": 1,
    "poster": 1,
    "cards": 2,
    "slips": 3,
    "ballots": 5,
    "answers": 2,
    "emergency": 1,
    "runthrough": 1,
    "methods": 8,
}
PAGE, NETWORK = "HTTP://192.168.8.2:8080/", "WIFI:S:GRAN47;T:WPA;P:GRAN\\;47\\:x;;"
CODES: dict[Kind, set[str]] = {"poster": {PAGE, NETWORK}, "cards": {PAGE}, "invitation": {PAGE}}


@pytest.mark.parametrize("kind", KINDS)
def test_sheets_are_whole_a4_pages(kind: Kind, tmp_path: Path, chromium: str) -> None:
    """As many pages as planned, nothing but black, white and grey, nothing past a sheet's edge."""
    evening = an_evening()
    evening.made("case.describe", title="Ganske lang tittel på saken vår " * 5)
    for n in range(12):
        evening.made("cluster.make", title=f"{n} Komme seg ut når det er glatt og mørkt " * 4)
    evening.made("vote.open")
    source = tmp_path / "ark.html"
    source.write_text(sheet(kind, evening.it, PLACE, NUMBERS, Words()), "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(source.as_uri())
        spilled = page.evaluate(
            "[...document.querySelectorAll('.sheet')]"
            ".filter(s => s.scrollHeight > s.clientHeight + 1).length"
        )
        printed = page.pdf(prefer_css_page_size=True)
        page.emulate_media(media="print")
        shots = [found.screenshot() for found in page.query_selector_all(".sheet")]
        browser.close()
    pages = [Image.open(BytesIO(shot)).convert("RGB") for shot in shots]

    assert spilled == 0
    assert len(pages) == len(re.findall(rb"/Type /Page\b", printed)) == SHEETS[kind]
    for picture in pages:
        red, green, blue = picture.split()
        assert ImageChops.difference(red, green).getbbox() is None
        assert ImageChops.difference(green, blue).getbbox() is None
        assert abs(picture.height / picture.width - A4) < 0.01
    read = {code.text for picture in pages for code in zxingcpp.read_barcodes(picture)}
    assert read == CODES.get(kind, set())


WORDS = {
    "ord": "Komme seg ut når det er glatt og mørkt",
    "bredt": "MWMW" * 9,
    "sammensatt": "Menneskerettighetsorganisasjonsmedlemskap",
    "tegn": "你好日本語" * 8,
    "motsatt": "مرحبا بكم في القرية",
}
CUT = """() => [...document.querySelectorAll(
  '.ballot, .ballot ol, .ballot .title, .card, .slip, .answer, .answer ol, .question, .pick')]
  .filter(e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
  .map(e => e.outerHTML.slice(0, 100))"""


def test_a_ballot_holds_every_target_whole(chromium: str) -> None:
    """Whatever people wrote, and however many: no title is cut, and no target is missing."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.emulate_media(media="print")
        for words in WORDS.values():
            for many, dots in ((7, 1), (12, 4), (30, 3), (30, 10)):
                evening = an_evening()
                evening.made("form.choose", form="poll")
                titles = [f"{n} {words * (1 + n % 3)}"[:200] for n in range(many)]
                for title in titles:
                    evening.made("cluster.make", title=title)
                evening.made("vote.open", dots=dots, stacking=dots > 1)
                page.set_content(sheet("ballots", evening.it, PLACE, NUMBERS, Words()))
                shown = [" ".join(t.split()) for t in page.locator(".title").all_inner_texts()]

                assert page.evaluate(CUT) == [], (words, many, dots)
                assert sorted(shown) == sorted(" ".join(t.split()) for t in titles * 5)
        browser.close()


def test_an_answer_sheet_holds_every_question_whole(chromium: str) -> None:
    """Whatever is asked and however one can answer: nothing is cut, and nothing is missing."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.emulate_media(media="print")
        for words in WORDS.values():
            for many, steps in ((1, 12), (4, 3), (12, 5), (40, 12)):
                asked = [f"{n} {words * (1 + n % 3)}"[:200] for n in range(many)]
                evening = an_evening()
                evening.made("form.choose", form="poll")
                answers = [f"{n} {words}"[:90] for n in range(steps)]
                title = f"{words} {words}"[:200]
                evening.made("poll.open", what="choice", title=title, items=asked, steps=answers)
                page.set_content(sheet("answers", evening.it, PLACE, NUMBERS, Words()))
                shown = [
                    " ".join(t.split()) for t in page.locator(".question span").all_inner_texts()
                ]

                assert page.evaluate(CUT) == [], (words, many, steps)
                assert sorted(shown) == sorted(" ".join(t.split()) for t in asked * 5)
        browser.close()


def test_slips_with_codes_are_whole_also_with_the_widest_signs(chromium: str) -> None:
    """Fifty codes take three sheets of 24; none is missing, and none runs over where one cuts."""
    evening = an_evening()
    evening.made("codes.draw", count=50)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.emulate_media(media="print")
        page.set_content(sheet("codes", evening.it, PLACE, NUMBERS, Words()))
        shown = page.locator(".signs").all_inner_texts()
        sheets = page.locator(".sheet").count()
        page.evaluate(
            "document.querySelectorAll('.signs').forEach(e => e.textContent = 'WWW WWW WWW')"
        )
        cut = page.evaluate(CUT.replace(".ballot,", ".vote-code, .ballot,", 1))
        browser.close()

    assert [read_codes(code) for code in shown] == [
        (code,) for code in codes_on(evening.it.code_sheets[0])
    ]
    assert sheets == 3
    assert cut == []
