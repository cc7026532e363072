"""With script: the page follows the meeting, and loses nothing on the way."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.test_flow import face, join, status, write

pytestmark = pytest.mark.browser

NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('denied', 'SecurityError'); }
})"""


def writing(hall: Hall, page: Page) -> Page:
    """A phone that stands where it can write a need."""
    hall.desk("station.go", station=5)
    hall.desk("block.start", kind="needs")
    join(page)
    face(page, "write")
    return page


def test_what_is_half_written_is_never_pulled_away(hall: Hall, phone: NewPhone) -> None:
    """When the meeting goes on, the text stays and the page says where the group is."""
    page = writing(hall, phone())
    field = page.get_by_label("Jeg trenger, eller har sett at")
    field.fill("Trenger noen som måker")
    hall.desk("block.start", kind="pause")
    hall.desk("station.go", station=6)
    status(page, "Salen er på steg 6. Skriv ferdig, så går du videre.")
    expect(field).to_have_value("Trenger noen som måker")
    face(page, "write")
    field.fill("")
    face(page, "wait")


def test_the_page_goes_along_when_nothing_is_half_written(hall: Hall, phone: NewPhone) -> None:
    """Block by block the page turns by itself, and tells a screen reader."""
    page = writing(hall, phone())
    hall.desk("block.start", kind="pause", minutes=12)
    expect(page.get_by_text("Vi begynner igjen om 12 minutter.")).to_be_visible()
    expect(page.locator("#heard")).to_contain_text("Pause")
    hall.desk("clock.extend", minutes=8)
    expect(page.get_by_text("Vi begynner igjen om 20 minutter.")).to_be_visible()
    hall.desk("block.start", kind="ideas", reason="Haster")
    expect(page.get_by_label("Vi kan prøve å")).to_be_visible()
    hall.desk("gathering.end")
    expect(page.get_by_role("heading", name="Samlingen er slutt.")).to_be_visible()


def test_a_draft_outlives_a_reload(hall: Hall, phone: NewPhone) -> None:
    """Half a note is there again when the phone has slept or the page was loaded anew."""
    page = writing(hall, phone())
    page.get_by_label("Jeg trenger, eller har sett at").fill("Halvferdig")
    page.reload()
    expect(page.get_by_label("Jeg trenger, eller har sett at")).to_have_value("Halvferdig")
    page.get_by_role("button", name="Send inn").click()
    status(page, "Mottatt")
    page.reload()
    expect(page.get_by_label("Jeg trenger, eller har sett at")).to_have_value("")
    assert hall.texts() == ["Halvferdig"]


def test_without_network_notes_wait_on_the_phone(hall: Hall, phone: NewPhone) -> None:
    """Notes written offline are kept, listed, and sent once each when the network is back."""
    page = writing(hall, phone())
    page.context.set_offline(offline=True)
    write(page, "Måke snø")
    status(page, "Lagret på telefonen")
    status(page, "Lappen sendes av seg selv når nettet er tilbake.")
    write(page, "Skifte lyspære")
    waiting = page.locator("#waiting")
    expect(waiting).to_contain_text("Venter på å bli sendt")
    expect(waiting).to_contain_text("«Måke snø»")
    expect(waiting).to_contain_text("«Skifte lyspære»")
    page.context.set_offline(offline=False)
    expect(waiting).to_be_hidden()
    status(page, re.compile(r"Mottatt kl\. \d\d:\d\d"))
    assert hall.texts() == ["Måke snø", "Skifte lyspære"]


def test_a_killed_hall_loses_nothing(hall: Hall, phone: NewPhone) -> None:
    """The hall is killed, a note is written, the hall comes back: the note is there once."""
    page = writing(hall, phone())
    write(page, "Før strømbruddet")
    status(page, "Mottatt")
    hall.kill()
    write(page, "Under strømbruddet")
    status(page, "Lagret på telefonen")
    page.get_by_label("Jeg trenger, eller har sett at").fill("Etter, halvferdig")
    hall.start()
    status(page, "Mottatt")
    expect(page.locator("#waiting")).to_be_hidden()
    expect(page.get_by_label("Jeg trenger, eller har sett at")).to_have_value("Etter, halvferdig")
    assert hall.texts() == ["Før strømbruddet", "Under strømbruddet"]


def test_what_is_written_while_an_answer_is_on_its_way_is_another_note(
    hall: Hall, phone: NewPhone
) -> None:
    """On a slow network people write on: the first is sent as it was, and the next is kept too."""
    page = writing(hall, phone())
    field = page.get_by_label("Jeg trenger, eller har sett at")
    with hall.asleep():
        write(page, "Den første")
        expect(field).to_have_value("Den første")
        write(page, "Den andre")
        field.fill("Den tredje, halvferdig")
    expect(page.get_by_text("«Den andre»").first).to_be_visible()
    status(page, "Mottatt")
    expect(field).to_have_value("Den tredje, halvferdig")
    page.get_by_role("button", name="Send inn").click()
    status(page, "«Den tredje, halvferdig»")
    expect(field).to_have_value("")
    assert hall.texts() == ["Den første", "Den andre", "Den tredje, halvferdig"]


def test_what_is_written_on_when_the_network_fails_stays_in_the_field(
    hall: Hall, phone: NewPhone
) -> None:
    """The sending is given up while somebody writes on: both the sent and the half are kept."""
    page = writing(hall, phone())
    field = page.get_by_label("Jeg trenger, eller har sett at")
    with hall.asleep():
        write(page, "Sendt, men ikke kommet fram")
        field.fill("Neste, halvferdig")
        hall.kill()
    status(page, "Lagret på telefonen")
    expect(field).to_have_value("Neste, halvferdig")
    hall.start()
    status(page, "Mottatt")
    expect(field).to_have_value("Neste, halvferdig")
    assert hall.texts() == ["Sendt, men ikke kommet fram"]


def test_dots_that_are_moved_while_an_answer_is_on_its_way_are_kept(
    hall: Hall, phone: NewPhone
) -> None:
    """The ballot goes as it was sent; what was moved since then stays, and goes when it is sent."""
    page = phone()
    join(page)
    hall.vote("Mat", "Reise", dots=1)
    face(page, "vote")
    with hall.asleep():
        page.get_by_role("button", name="Gi prikk til Mat").click()
        page.get_by_role("button", name="Lever stemmen").click()
        page.get_by_role("button", name="Ta tilbake prikk fra Mat").click()
        page.get_by_role("button", name="Gi prikk til Reise").click()
    status(page, "Mottatt")
    expect(page.get_by_role("button", name="Gi prikk til Mat")).to_be_visible()
    page.get_by_role("button", name="Lever stemmen").click()
    page.wait_for_function("() => localStorage.getItem('medspill.outbox') === '[]'")
    page.reload()
    expect(page.get_by_role("button", name="Gi prikk til Mat")).to_be_visible()
    expect(page.get_by_role("button", name="Gi prikk til Reise")).to_have_count(0)


def test_a_reload_in_the_middle_of_sending_sends_once(hall: Hall, phone: NewPhone) -> None:
    """The answer is lost and the page loaded anew: the note goes again and is there once."""
    page = writing(hall, phone())
    page.route("**/note", lambda route: (hall.relay(route.request), route.abort()))
    write(page, "Kom fram, men svaret ble borte")
    status(page, "Lagret på telefonen")
    page.unroute("**/note")
    page.reload()
    status(page, "Mottatt")
    assert hall.texts() == ["Kom fram, men svaret ble borte"]


def test_a_phone_that_may_store_nothing_says_so(hall: Hall, phone: NewPhone) -> None:
    """With storage denied the page still works, and is honest about where the text is."""
    page = writing(hall, phone(init=NO_STORAGE))
    write(page, "Første")
    status(page, "Mottatt")
    page.context.set_offline(offline=True)
    write(page, "Andre")
    status(page, "Ikke sendt ennå")
    status(page, "La siden stå åpen")
    page.context.set_offline(offline=False)
    status(page, "Mottatt")
    assert hall.texts() == ["Første", "Andre"]


def test_two_taps_are_one_note(hall: Hall, phone: NewPhone) -> None:
    """A double tap on the button sends once."""
    page = writing(hall, phone())
    page.get_by_label("Jeg trenger, eller har sett at").fill("Dobbelt")
    page.get_by_role("button", name="Send inn").dblclick()
    status(page, "Mottatt")
    assert hall.texts() == ["Dobbelt"]


def test_who_was_still_writing_can_send_it(hall: Hall, phone: NewPhone) -> None:
    """The meeting has moved on, and the need that was begun is taken all the same."""
    page = writing(hall, phone())
    page.get_by_label("Jeg trenger, eller har sett at").fill("Litt sen")
    hall.desk("block.start", kind="pause")
    status(page, "Skriv ferdig")
    page.get_by_role("button", name="Send inn").click()
    status(page, "Mottatt")
    assert hall.texts() == ["Litt sen"]


def test_a_note_that_is_refused_stays_on_the_phone(hall: Hall, phone: NewPhone) -> None:
    """What the meeting does not ask for is shown with the reason, and with all its words."""
    page = writing(hall, phone())
    page.get_by_label("Jeg trenger, eller har sett at").fill("For sent ute")
    hall.desk("undo")
    status(page, "Skriv ferdig")
    page.get_by_role("button", name="Send inn").click()
    status(page, "Salen samler ikke inn dette nå.")
    expect(page.get_by_label("Teksten din")).to_have_value("For sent ute")
    hall.desk("block.start", kind="needs")
    page.get_by_role("link", name="Gå videre").click()
    expect(page.get_by_label("Jeg trenger, eller har sett at")).to_have_value("For sent ute")


def test_dots_with_buttons_keep_the_budget(hall: Hall, phone: NewPhone) -> None:
    """Buttons count down, stop at none left, and say what to do then."""
    page = phone()
    join(page)
    hall.vote("Ett", "To", "Tre", "Fire")
    face(page, "vote")
    for title in ("Ett", "To", "Tre"):
        page.get_by_role("button", name=f"Gi prikk til {title}", exact=True).click()
    left = page.locator("#left")
    expect(left).to_have_text("Ingen prikker igjen.")
    fourth = page.get_by_role("button", name="Gi prikk til Fire")
    expect(fourth).to_have_attribute("aria-disabled", "true")
    fourth.click(force=True)
    expect(left).to_have_text("Ingen prikker igjen. Ta tilbake en prikk først.")
    page.get_by_role("button", name="Ta tilbake prikk fra To").click()
    expect(left).to_have_text("1 prikk igjen.")
    fourth.click()
    page.get_by_role("button", name="Lever stemmen").click()
    status(page, "Mottatt")
    hall.desk("vote.close")
    counts = hall.look()["votes"].popitem()[1]["counts"]
    assert list(counts.values()) == [1, 0, 1, 1]


def test_a_table_phone_stacks_by_its_heads(hall: Hall, phone: NewPhone) -> None:
    """Three heads: nine dots, at most three on each, with a plus and a minus."""
    page = phone()
    join(page, heads="3")
    hall.vote("Ett", "To", "Tre")
    face(page, "vote")
    plus = page.get_by_role("button", name="Gi prikk til Ett", exact=True)
    for _ in range(3):
        plus.click()
    expect(page.locator("#left")).to_have_text("6 prikker igjen.")
    plus.click(force=True)
    expect(page.locator("#left")).to_have_text("Du kan gi høyst 3 prikker til hver.")
    expect(plus).to_have_attribute("aria-disabled", "true")
    expect(page.get_by_text("●●● 3 prikker")).to_be_visible()
    page.get_by_role("button", name="Ta tilbake prikk fra Ett").click()
    expect(page.locator("#left")).to_have_text("7 prikker igjen.")


def test_a_vote_that_closes_is_told_to_who_has_not_sent(hall: Hall, phone: NewPhone) -> None:
    """Half-given dots stay, and the page says exactly that the vote is closed."""
    page = phone()
    join(page)
    hall.vote("Ett", "To")
    face(page, "vote")
    page.get_by_role("button", name="Gi prikk til Ett").click()
    hall.desk("vote.close")
    status(page, "Stemmingen er lukket.")
    page.get_by_role("button", name="Lever stemmen").click()
    face(page, "wait")
    status(page, "Stemmingen er lukket.")


def test_a_stranger_on_the_network_is_not_taken_for_the_hall(hall: Hall, phone: NewPhone) -> None:
    """A captive portal's page in the hall's place counts as no contact; the note waits."""
    page = writing(hall, phone())
    page.route("**/note", lambda route: route.fulfill(status=200, body="<h1>Logg inn</h1>"))
    write(page, "Ikke til portalen")
    status(page, "Lagret på telefonen")
    page.unroute("**/note")
    status(page, "Mottatt")
    assert hall.texts() == ["Ikke til portalen"]
