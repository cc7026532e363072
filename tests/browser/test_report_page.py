"""The report's page in a real browser: on a narrow phone, and on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from screens.paper.page import as_html
from screens.words import Words
from tests.unit.given import an_evening

pytestmark = pytest.mark.browser

BROKEN = """() => [...document.querySelectorAll('th')].filter((th) => {
  const words = document.createRange();
  words.selectNodeContents(th);
  const word = th.textContent.trim();
  return !word.includes(' ') && word.length <= 20 && words.getClientRects().length > 1;
}).map((th) => th.textContent)"""
"""Headings of one word that stand on more than one line; somebody's own endless word may."""


def test_the_report_fits_a_phone_and_a_sheet(tmp_path: Path, chromium: str) -> None:
    """Nothing runs out at the side, whatever people wrote, and it prints as PDF."""
    evening = an_evening()
    evening.made("note.write", text="Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 8)
    cluster = evening.made("cluster.make", title="Ettlangtordutenmellomrom" * 6)
    vote = evening.made("vote.open")
    for number in range(1, 7):
        evening.made("ballot.cast", origin="paper", vote=vote, picks=[cluster], number=number)
    evening.made("vote.close")
    page_file = tmp_path / "rapport.html"
    page_file.write_text(as_html(evening.it, Words()), "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(page_file.as_uri())
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        broken = page.evaluate(BROKEN)
        printed = page.pdf(format="A4")
        browser.close()

    assert overflow <= 0
    assert broken == []
    assert printed.startswith(b"%PDF")
    assert asked == [page_file.as_uri()]
