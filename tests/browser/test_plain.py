"""The plain page in a real browser: clean under axe, by keyboard alone, and where focus goes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from screens.words import LANGUAGES
from tests.browser.phone.looking import AXE, RUN, SHAPE, SPACED, STOP, STOPS, TAGS
from tests.web.halls import an_evening, hall, tell

pytestmark = pytest.mark.browser


def wrong(page: Page, where: str) -> list[str]:
    """What axe finds, in light and in dark, and what does not fit or is too small to hit."""
    page.evaluate(AXE)
    found = page.evaluate(RUN, [TAGS, None]) + page.evaluate(SHAPE)
    page.emulate_media(color_scheme="dark")
    found += page.evaluate(RUN, [TAGS, ["color-contrast"]])
    page.emulate_media(color_scheme="light")
    return [f"{where}: {one}" for one in found]


def by_keys(page: Page) -> list[str]:
    """Everything is reached by Tab, has a ring, and is not covered."""
    lacking: list[str] = []
    stops = page.evaluate(STOPS)
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    for _ in range(stops):
        page.keyboard.press("Tab")
        lacking += page.evaluate(STOP) or []
    reached = page.evaluate("document.activeElement.textContent")
    return lacking if "Angre" in reached else [*lacking, f"the last stop is {reached}"]


def test_everybody_can_use_the_plain_page(tmp_path: Path, chromium: str) -> None:
    """Every state in three languages at 320 pixels; focus stays on the button that was pressed."""
    found: list[str] = []
    with hall(tmp_path / "a.db", "--control-port", "0") as control, sync_playwright() as playwright:
        case = an_evening(control)
        tell(control, case, "cluster.make", title="Buss")
        tell(control, case, "note.write", text="Benk ved bussen", origin="paper", number=1)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 320, "height": 740})
        home = f"{control.about['control_url']}/plain"
        page.goto(home)
        found += wrong(page, "closed")
        page.goto(str(control.about["plain_url"]))
        assert page.url == home
        for language in reversed(LANGUAGES):
            page.goto(f"{home}?lang={language}")
            assert page.evaluate("document.documentElement.lang") == language
            found += wrong(page, language)
        found += by_keys(page)
        found += page.evaluate(SPACED)

        page.goto(home)
        page.locator("#more").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#said")).to_have_text("Gjort: To minutter til.")
        expect(page.locator("#more")).to_be_focused()
        assert page.title().startswith("Gjort: To minutter til.")
        found += wrong(page, "done")
        page.locator("#text").fill("Lys i trappa")
        page.locator("#number").fill("1")
        page.locator("#number").press("Enter")
        expect(page.locator("#text")).to_be_focused()
        expect(page.locator("#text")).to_have_value("Lys i trappa")
        found += wrong(page, "refused")
        page.goto(home)
        page.locator(".notes button").first.press("Enter")
        expect(page.locator("#said")).to_be_focused()
        page.locator("#vote").press("Enter")
        page.locator("#close_vote").press("Enter")
        expect(page.locator("button.main")).to_be_focused()
        found += wrong(page, "asked")
        page.goto(f"{home}/now?every=60")
        found += wrong(page, "now")
        browser.close()

    assert not found, "\n".join(found)
