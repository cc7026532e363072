"""A vote with codes in real Chromium, whatever happens on the way: one code, one ballot."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.test_flow import face, join
from workshop.lent import CodeSheet
from workshop.vote_codes import codes_on, spaced

pytestmark = pytest.mark.browser


def coded(hall: Hall) -> tuple[str, ...]:
    """A vote that asks for codes is open; what stands on the slips."""
    hall.desk("codes.draw", count=9)
    hall.vote("Komme seg fram", "Ensomme helger", level="code")
    return codes_on(CodeSheet.model_validate(hall.look()["code_sheets"][0]))


def give(page: Page, code: str, title: str = "Ensomme helger") -> None:
    face(page, "vote")
    page.get_by_role("button", name=f"Gi prikk til {title}").click()
    page.locator("#code").fill(code)
    page.locator("#face button.main").click()


def voices(hall: Hall) -> dict[str, int]:
    (vote,) = hall.look()["votes"].values()
    found: dict[str, int] = vote["voices"]
    return found


@pytest.mark.parametrize("lost", [lambda hall: hall.kill(), None], ids=["killed", "offline"])
def test_a_coded_ballot_waits_on_the_phone_and_counts_once(
    hall: Hall, phone: NewPhone, lost: Callable[[Hall], None] | None
) -> None:
    """The hall is killed, or the network gone, as it is sent; later the code is used, once."""
    page, other = phone(), phone()
    join(page)
    join(other)
    code, *_ = coded(hall)
    face(page, "vote")
    face(other, "vote")
    if lost:
        lost(hall)
    else:
        page.context.set_offline(True)
    give(page, spaced(code).lower())
    expect(page.locator("#status .warn")).to_be_visible()
    if lost:
        hall.start()
    else:
        page.context.set_offline(False)

    expect(page.locator("#status .ok")).to_be_visible()
    expect(page.locator("#code")).to_have_count(0)
    assert voices(hall) == {"phone": 1}
    give(other, code)
    expect(other.locator("#code-error")).to_be_visible()
    expect(other.locator("#code")).to_be_focused()
    assert voices(hall) == {"phone": 1}


def test_two_tabs_with_the_same_code_are_one_ballot(hall: Hall, phone: NewPhone) -> None:
    """Both belong to the phone that the code let in; the last one is what counts."""
    page = phone()
    join(page)
    code, *_ = coded(hall)
    face(page, "vote")
    tab = page.context.new_page()
    tab.goto(hall.url)
    face(tab, "vote")

    give(page, code)
    expect(page.locator("#status .ok")).to_be_visible()
    give(tab, code, "Komme seg fram")
    expect(tab.locator("#status .ok")).to_be_visible()

    assert voices(hall) == {"phone": 1}


def test_a_double_tap_is_one_ballot_where_nothing_may_be_stored(
    hall: Hall, phone: NewPhone
) -> None:
    """Also at 320 px, with a clock that is a year wrong."""
    init = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }});"
        "const now = Date.now; Date.now = () => now() - 365 * 864e5;"
    )
    page = phone(width=320, init=init)
    join(page)
    code, *_ = coded(hall)
    face(page, "vote")
    page.get_by_role("button", name="Gi prikk til Ensomme helger").click()
    page.locator("#code").fill(code)
    page.locator("#face button.main").dblclick()

    expect(page.locator("#status .ok")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert voices(hall) == {"phone": 1}


def test_without_script_a_wrong_code_keeps_the_dots_and_a_change_needs_none(
    hall: Hall, phone: NewPhone
) -> None:
    """The plain form says what is wrong beside the field, and asks for the code once."""
    page = phone(script=False)
    page.locator("button.main").click()
    code, *_ = coded(hall)
    page.goto(hall.url)
    page.locator("#t2").check()
    page.locator("#code").fill(code[:-1])
    page.locator("#face button.main").click()
    expect(page.locator("#code-error")).to_be_visible()
    expect(page.locator("#t2")).to_be_checked()

    page.locator("#code").fill(code)
    page.locator("#face button.main").click()
    expect(page.locator("#status .ok")).to_be_visible()
    page.goto(hall.url)
    expect(page.locator("#code")).to_have_count(0)
    page.locator("#t1").check()
    page.locator("#face button.main").click()

    assert voices(hall) == {"phone": 1}
