"""Every form of a question on 320 pixels: for everybody, with script, and kept as it was sent."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.looking import Look
from tests.browser.phone.test_flow import face, join, status

pytestmark = pytest.mark.browser

THREE = ["Kveldsbuss", "Møteplass", "Ett nummer å ringe når noe skjer hjemme om natta"]
KINDS: dict[str, dict[str, Any]] = {
    "statement": {"items": ["Vi møtes igjen"]},
    "agreement": {"items": THREE},
    "scale": {"title": "Hvor trygg?", "items": THREE[:2], "poles": ["Utrygg", "Helt trygg"]},
    "ranking": {"items": THREE},
    "axes": {"items": THREE[:2]},
    "testing": {"items": THREE},
}


def chosen(page: Page, kind: str) -> str:
    """Answer a question of this kind as a person does; what the fields then hold."""
    if kind == "ranking":
        page.get_by_role("button", name=f"Flytt {THREE[2]} opp").press("Enter")
        page.get_by_role("button", name=f"Flytt {THREE[2]} opp").press("Enter")
        expect(page.locator("#ranks .target").first).to_contain_text(THREE[2])
    else:
        for field in page.locator("#answer fieldset").all():
            field.locator(".chip").nth(0).click()
    return held(page)


def held(page: Page) -> str:
    """The answers that stand in the form, in an order of their own."""
    asked = "[...new FormData(document.querySelector('#answer')).entries()]"
    return str(page.evaluate(f"{asked}.filter(([k]) => k.startsWith('answer.')).sort().join()"))


def test_every_form_is_for_everybody_and_kept(hall: Hall, phone: NewPhone) -> None:
    """No barrier in three languages; answered, closed over a reload, and changed once more."""
    look = Look(hall, phone(width=320))
    page = look.page
    join(page)
    for kind, fields in KINDS.items():
        poll = hall.desk("poll.open", what="choice", form=kind, **fields)
        look.at(kind)
        look.keys(kind)
        look.speak("nb")
        face(page, "poll")
        answers = chosen(page, kind)
        page.locator("#answer button.main").click()
        status(page, "Svaret er levert.")
        assert held(page) == answers
        page.reload()
        assert held(page) == answers
        turnout = hall.look()["polls"][poll]["turnout"]
        assert turnout == {"phone": 1}, kind
        hall.desk("poll.close")
        face(page, "wait")

    assert look.wrong == []


def test_a_ranking_is_moved_by_buttons_and_says_so(hall: Hall, phone: NewPhone) -> None:
    """No dragging: the row moves, the focus stays on its button, and a reader hears the place."""
    page = phone(width=320)
    join(page)
    hall.desk("poll.open", what="choice", form="ranking", items=THREE)
    face(page, "poll")
    rows = page.locator("#ranks .target .what")
    order = rows.all_inner_texts()
    down = page.get_by_role("button", name=f"Flytt {order[0].split(chr(10))[-1].strip()} ned")
    down.click()

    expect(down).to_be_focused()
    expect(page.locator("#moved")).to_contain_text("er nå nummer 2.")
    assert rows.all_inner_texts()[:2] == [order[1], order[0]]
    page.locator("#answer button.main").click()
    status(page, "Svaret er levert.")
    assert rows.all_inner_texts()[:2] == [order[1], order[0]]


def test_a_ranking_without_script_has_choosers(hall: Hall, phone: NewPhone) -> None:
    """Numbers in plain lists; what is lacking is told beside them."""
    page = phone(width=320, script=False)
    join(page)
    hall.desk("poll.open", what="choice", form="ranking", items=THREE)
    page.reload()
    page.locator("#i1").select_option("1")
    page.locator("#answer button.main").click()
    expect(page.locator("#answers-error")).to_contain_text("Gi hver av de 3 en plass.")
    expect(page.locator("#i1")).to_have_value("1")
    page.locator("#i2").select_option("2")
    page.locator("#i3").select_option("3")
    page.locator("#answer button.main").click()

    status(page, "Svaret er levert.")
