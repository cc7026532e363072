"""The evening on a phone in a real browser, with and without script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall

pytestmark = pytest.mark.browser

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</textarea><svg/onload=alert(1)>",
    "\"'><b onmouseover=alert(1)>fet</b>",
    "{text} {n} $& $1",
)
SMALL = """() => [...document.querySelectorAll(
    'button, select, input:not([type=hidden]), .chip, .touch, .main, .choice, footer a')]
  .filter(e => e.offsetParent && !(e.closest('.chip, .plain') && e.tagName === 'INPUT'))
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])
  .filter(([, height]) => height < 47.5)"""
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"


def face(page: Page, name: str) -> None:
    """Wait until the page has this face."""
    expect(page.locator(f"#page[data-face={name}]")).to_be_attached()


def status(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("#status")).to_contain_text(words)


def join(page: Page, role: str = "Innbygger", heads: str = "1") -> None:
    page.get_by_text(role, exact=True).click()
    page.get_by_label("Hvor mange deler telefonen?").select_option(heads)
    page.get_by_role("button", name="Bli med").click()
    expect(page.get_by_role("button", name="Bli med")).to_have_count(0)


def write(page: Page, text: str) -> None:
    page.get_by_label(re.compile("^(Jeg trenger|Vi kan prøve)")).fill(text)
    page.get_by_role("button", name="Send inn").click()


@pytest.mark.parametrize("width", [360, 320])
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_join_write_edit_and_vote(hall: Hall, phone: NewPhone, width: int, script: bool) -> None:
    """The core of an evening works with and without script, and nothing is cut off."""
    page = phone(width=width, script=script)

    def fits() -> None:
        if script:
            assert page.evaluate(WIDER) <= 0
            assert page.evaluate(SMALL) == []

    fits()
    page.get_by_label("Bordnummer").fill("4")
    join(page, "Pårørende")
    face(page, "wait")
    status(page, "Du er med")
    expect(page.get_by_text("Du kom som: Pårørende. Bord 4.")).to_be_visible()
    fits()

    hall.desk("station.go", station=5)
    hall.desk("block.start", kind="needs")
    if not script:
        page.get_by_role("link", name="Oppdater siden").click()
    face(page, "write")
    fits()
    write(page, "Vil bo hjemme men trappa er et problem")
    status(page, re.compile(r"Mottatt kl\. \d\d:\d\d"))
    status(page, "«Vil bo hjemme men trappa er et problem»")
    fits()

    page.get_by_role("link", name="Rett eller trekk tilbake").click()
    page.get_by_label("Lappen din").fill("Vil bo hjemme, men trappa er bratt")
    page.get_by_role("button", name="Lagre rettelsen").click()
    status(page, "Endret")
    assert hall.texts() == ["Vil bo hjemme, men trappa er bratt"]
    fits()

    hall.vote("Komme seg fram", "Ensomme helger", "Klare seg i eget hus")
    if not script:
        page.get_by_role("link", name="Oppdater siden").click()
    face(page, "vote")
    fits()
    if script:
        page.get_by_role("button", name="Gi prikk til Ensomme helger").click()
        expect(page.get_by_text("2 prikker igjen.")).to_be_visible()
    else:
        page.get_by_label("Ensomme helger").check()
    page.get_by_role("button", name="Lever stemmen").click()
    status(page, "Stemmen er levert.")
    expect(page.get_by_text("2 prikker igjen.")).to_be_visible()
    fits()
    hall.desk("vote.close")
    assert sorted(hall.look()["votes"].popitem()[1]["counts"].values()) == [0, 0, 1]


def test_the_origin_is_as_insecure_as_in_a_hall(phone: NewPhone) -> None:
    """These tests prove something only where the browser holds back its secure features."""
    page = phone()
    assert page.evaluate("window.isSecureContext") is False
    assert page.evaluate("typeof crypto.randomUUID") == "undefined"


def test_back_and_send_again_is_an_edit_without_script(hall: Hall, phone: NewPhone) -> None:
    """Back, other words, send: the page says «Endret» and there is one note."""
    hall.desk("block.start", kind="needs")
    page = phone(script=False)
    join(page)
    write(page, "Buss")
    status(page, "Mottatt")
    page.go_back()
    write(page, "Buss om kvelden")
    status(page, "Endret")
    assert hall.texts() == ["Buss om kvelden"]


def test_two_phones_see_nothing_of_each_other(hall: Hall, phone: NewPhone) -> None:
    """What one writes shows on no other phone."""
    hall.desk("block.start", kind="needs")
    one, other = phone(), phone()
    join(one)
    join(other)
    write(one, "Bare mitt")
    status(one, "Mottatt")
    other.reload()
    expect(other.locator("body")).not_to_contain_text("Bare mitt")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_hostile_text_is_only_text(hall: Hall, phone: NewPhone, script: bool) -> None:
    """Whatever is typed, on the phone or at the desk, stands there letter by letter."""
    hall.desk("case.describe", title=HOSTILE[0])
    hall.desk("question.write", text=HOSTILE[1])
    hall.desk("block.start", kind="needs")
    page = phone(script=script)
    expect(page.locator(".case")).to_have_text(HOSTILE[0])
    join(page)
    expect(page.locator("h1")).to_have_text(HOSTILE[1])
    for text in HOSTILE:
        write(page, text)
        status(page, f"«{text}»")
    hall.vote(*HOSTILE)
    page.goto(hall.url)
    for text in HOSTILE:
        expect(page.locator(".what", has_text=text).first).to_have_text(text)
    assert page.locator("#page script, #page img, #page svg, #page b").count() == 0


def test_large_text_needs_no_sideways_scroll(hall: Hall, phone: NewPhone) -> None:
    """At twice the text size, on the narrowest screen, every face still fits its width."""
    page = phone(width=320)
    large = "document.documentElement.style.fontSize = '225%'"

    def fits() -> None:
        page.evaluate(large)
        assert page.evaluate(WIDER) <= 0

    fits()
    join(page, heads="3")
    for kind in ("needs", "pause", "ideas"):
        hall.desk("block.start", kind=kind, reason="Haster")
        page.goto(hall.url)
        fits()
    hall.vote("Menneskerettighetsorganisasjonsmedlemskap", "Fylkeskommunalsamferdselsplan")
    page.goto(hall.url)
    fits()


def test_everything_is_reached_by_keyboard_and_has_a_name(hall: Hall, phone: NewPhone) -> None:
    """Joining, writing and voting by Tab, space and Enter alone; every control has a name."""
    page = phone()
    for _ in ("Nynorsk", "English", "role"):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    face(page, "wait")
    expect(page.get_by_text("Du kom som: Pårørende. Bord 7.")).to_be_visible()
    hall.vote("Komme seg fram", "Ensomme helger")
    face(page, "vote")
    button = page.get_by_role("button", name="Gi prikk til Ensomme helger")
    while not button.evaluate("e => e === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    taken = page.get_by_role("button", name="Ta tilbake prikk fra Ensomme helger")
    expect(taken).to_be_focused()
    names = page.get_by_role("button").evaluate_all(
        "all => all.map(e => e.getAttribute('aria-label') || e.textContent)"
    )
    assert all(len(name.strip()) > 3 for name in names)
    page.get_by_role("button", name="Lever stemmen").focus()
    page.keyboard.press("Enter")
    status(page, "Stemmen er levert.")
    assert page.evaluate("document.documentElement.lang") == "nb"
    assert page.locator("h1").count() == 1
