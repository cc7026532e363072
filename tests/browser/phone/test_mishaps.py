"""With script: what goes wrong with phones, tabs, clocks and networks loses nothing."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.test_flow import face, status, write
from tests.browser.phone.test_following import writing

pytestmark = pytest.mark.browser


def test_two_tabs_of_one_phone_send_each_note_once(hall: Hall, phone: NewPhone) -> None:
    """Tabs share what waits on the phone; both send it when they can, and it counts once."""
    first = writing(hall, phone())
    second = first.context.new_page()
    second.goto(hall.url)
    face(second, "write")
    first.context.set_offline(offline=True)
    write(first, "Fra den første")
    status(first, "Lagret på telefonen")
    write(second, "Fra den andre")
    status(second, "Lagret på telefonen")

    first.context.set_offline(offline=False)

    for tab in (first, second):
        expect(tab.locator("#waiting")).to_be_hidden(timeout=40_000)
    assert sorted(hall.texts()) == ["Fra den andre", "Fra den første"]


@pytest.mark.parametrize("year", [2001, 2055])
def test_a_phone_whose_clock_is_wrong_writes_like_any_other(
    hall: Hall, phone: NewPhone, year: int
) -> None:
    """No date of the phone decides anything: the note is received at the hall's own time."""
    wrong = f"const now = Date.now; const off = Date.UTC({year}, 1, 1) - now();"
    page = writing(hall, phone(init=f"{wrong} Date.now = () => now() + off;"))
    assert page.evaluate("new Date(Date.now()).getFullYear()") == year
    write(page, "Klokka mi går feil")
    status(page, re.compile(r"Mottatt kl\. \d\d:\d\d"))
    page.reload()
    expect(page.get_by_text("«Klokka mi går feil»")).to_be_visible()
    assert hall.texts() == ["Klokka mi går feil"]


def test_minutes_without_a_network_lose_nothing(hall: Hall, phone: NewPhone) -> None:
    """A phone that is out of reach for five minutes sends what it kept as soon as it is back."""
    page = phone()
    page.clock.install()
    writing(hall, page)
    page.context.set_offline(offline=True)
    write(page, "Før pausen i nettet")
    page.clock.run_for(1_000)
    status(page, "Lagret på telefonen")
    page.clock.run_for("05:00")
    write(page, "Etter fem minutter")
    expect(page.locator("#waiting")).to_contain_text("«Etter fem minutter»")

    page.context.set_offline(offline=False)
    page.clock.run_for("00:40")

    expect(page.locator("#waiting")).to_be_hidden()
    assert hall.texts() == ["Før pausen i nettet", "Etter fem minutter"]
