"""What somebody writes for themselves in the silence, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.looking import SHAPE
from tests.browser.phone.test_flow import face, join

pytestmark = pytest.mark.browser


def test_what_is_written_alone_stays_until_one_takes_it_along(hall: Hall, phone: NewPhone) -> None:
    """No request holds it; it comes back after a reload, and a line goes into a note by a press."""
    hall.desk("block.start", kind="wonder")
    page = phone()
    join(page)
    face(page, "wonder")
    told: list[str] = []
    page.on("request", lambda r: told.append(f"{r.url} {r.post_data or ''}"))
    page.get_by_label("Skriv for deg selv").fill("Redd for å falle\nBussen går for sjelden")
    page.reload()
    expect(page.get_by_label("Skriv for deg selv")).to_have_value(
        "Redd for å falle\nBussen går for sjelden"
    )
    assert page.evaluate(SHAPE) == []
    hall.desk("block.start", kind="needs")
    face(page, "write")
    expect(page.locator("#waiting")).to_contain_text("Dette skrev du for deg selv")
    assert page.evaluate(SHAPE) == []
    assert not any("falle" in one or "Bussen" in one for one in told)

    page.get_by_role("button", name="Ta med i lappen").first.click()
    expect(page.locator("#note textarea")).to_have_value("Redd for å falle")
    page.get_by_role("button", name="Send inn").click()
    expect(page.locator("#mine")).to_contain_text("Redd for å falle")
    expect(page.locator("#waiting")).to_contain_text("Bussen går for sjelden")
    assert not any("Bussen" in one for one in told)


def test_without_script_one_is_asked_to_use_paper(hall: Hall, phone: NewPhone) -> None:
    """A page that could not keep the words has no field for them."""
    hall.desk("block.start", kind="wonder")
    page = phone(script=False)
    join(page)
    expect(page.get_by_text("Bruk et ark.")).to_be_visible()
    expect(page.get_by_label("Skriv for deg selv")).to_be_hidden()
