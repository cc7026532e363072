"""Another language at any time, with and without script, and nothing that was written is lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.test_flow import face, join, status, write

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_half_a_note_stays_when_the_language_changes(
    hall: Hall, phone: NewPhone, script: bool
) -> None:
    """From the first page to English; then half a note, nynorsk, and the note is sent once."""
    page = phone(width=320, script=script)
    page.get_by_role("button", name="English").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome. Who are you today?")
    page.get_by_role("button", name="Join").click()
    status(page, "You have joined")
    hall.desk("block.start", kind="needs")
    if not script:
        page.get_by_role("link", name="Refresh the page").click()
    page.get_by_label("I need, or have seen that").fill("Halvferdig")
    page.get_by_role("button", name="Nynorsk").click()
    field = page.get_by_label("Eg treng, eller har sett at")
    expect(field).to_have_value("Halvferdig")
    field.fill("Heilt ferdig")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    status(page, "Motteke kl.")
    assert hall.texts() == ["Heilt ferdig"]


def test_dots_that_are_not_sent_stay_when_the_language_changes(hall: Hall, phone: NewPhone) -> None:
    """Half a ballot goes along, and is not pulled away when the vote closes."""
    page = phone()
    join(page)
    hall.vote("Mat", "Reise")
    face(page, "vote")
    page.get_by_role("button", name="Gi prikk til Mat").click()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Take back a dot from Mat")).to_be_visible()
    assert page.evaluate("location.pathname") == "/"
    hall.desk("vote.close")
    status(page, "The vote is closed.")


def test_another_tab_follows_in_the_language_that_was_chosen(hall: Hall, phone: NewPhone) -> None:
    """What comes by itself comes whole: page, foot and messages of one language."""
    page = phone()
    join(page)
    other = page.context.new_page()
    other.goto(hall.url)
    other.get_by_role("button", name="Nynorsk").click()
    expect(other.get_by_text("Du treng ikkje gjere noko.")).to_be_visible()
    hall.desk("block.start", kind="needs")
    expect(page.get_by_label("Eg treng, eller har sett at")).to_be_visible()
    expect(page.get_by_role("button", name="Bokmål")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "nn"
    page.context.set_offline(offline=True)
    page.get_by_label("Eg treng, eller har sett at").fill("Utan nett")
    page.get_by_role("button", name="Send inn").click()
    status(page, "Lagra på telefonen, ventar på nett")


def test_a_page_loaded_anew_keeps_what_was_begun_before_the_meeting_went_on(
    hall: Hall, phone: NewPhone
) -> None:
    """The phone slept with half a need: the pause shows it, and it can be finished and sent."""
    page = phone(width=320)
    hall.desk("block.start", kind="needs")
    join(page)
    page.get_by_label("Jeg trenger, eller har sett at").fill("Halvferdig før pausen")
    hall.desk("block.start", kind="pause")
    status(page, "Nå: Pause")
    page.reload()
    face(page, "wait")
    expect(page.locator("#waiting")).to_contain_text("Ikke sendt ennå")
    expect(page.locator("#waiting")).to_contain_text("«Halvferdig før pausen»")
    page.get_by_role("link", name="Skriv ferdig").click()
    expect(page.get_by_label("Jeg trenger, eller har sett at")).to_have_value(
        "Halvferdig før pausen"
    )
    write(page, "Ferdig etter pausen")
    status(page, "Mottatt")
    face(page, "wait")
    expect(page.locator("#waiting")).to_be_hidden()
    assert hall.texts() == ["Ferdig etter pausen"]


def test_without_script_a_late_note_is_taken(hall: Hall, phone: NewPhone) -> None:
    """The page stands still while one writes; sent, it says so and where the group is."""
    hall.desk("station.go", station=5)
    hall.desk("block.start", kind="needs")
    page = phone(script=False)
    join(page)
    page.get_by_label("Jeg trenger, eller har sett at").fill("Litt sen")
    hall.desk("block.start", kind="pause")
    page.get_by_role("button", name="Send inn").click()
    status(page, "Mottatt")
    expect(page.locator(".step")).to_have_text("Pause")
    assert hall.texts() == ["Litt sen"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_when_the_gathering_ends_half_a_note_stays(
    hall: Hall, phone: NewPhone, script: bool
) -> None:
    """The page says that it is over, and keeps the words, also when they are sent too late."""
    page = phone(script=script)
    hall.desk("block.start", kind="needs")
    join(page)
    page.get_by_label("Jeg trenger, eller har sett at").fill("For sent ute")
    hall.desk("gathering.end")
    if script:
        status(page, "Samlingen er slutt")
    page.get_by_role("button", name="Send inn").click()
    expect(page.get_by_text("Ingen samling er åpen nå.")).to_be_visible()
    expect(page.locator("#text")).to_have_value("For sent ute")
    assert hall.texts() == []
