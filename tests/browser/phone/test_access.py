"""Every state of the phone page, in three languages, for everybody: WCAG 2.1 and 2.2 AA."""

import re
from typing import get_args

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.looking import Look
from tests.browser.phone.test_flow import face, join
from workshop.terms import PollForm

pytestmark = pytest.mark.browser


def send(page: Page) -> None:
    page.locator("#face button.main").click()


def wrong_table(page: Page) -> None:
    """A form that is refused beside its field."""
    page.locator("#table").fill("100")
    send(page)
    expect(page.locator("#table-error")).to_be_visible()
    expect(page.locator("#table")).to_be_focused()


def wrong_code(page: Page) -> None:
    """The field of the code is told of, and not the first dot."""
    page.locator("#code").fill("K7H M3P XT5")
    send(page)
    expect(page.locator("#code-error")).to_be_visible()
    expect(page.locator("#code")).to_be_focused()


def blank(page: Page) -> None:
    page.locator("#text").fill(" ")
    page.locator("#text").evaluate("e => e.required = false")
    page.evaluate("document.querySelector('#note').noValidate = true")
    page.evaluate("HTMLFormElement.prototype.submit.call(document.querySelector('#note'))")
    expect(page.locator("#text-error")).to_be_visible()


def test_coming_in_and_going_out(hall: Hall, phone: NewPhone) -> None:
    """Joining, wrong addresses, several gatherings, none: nothing is in anybody's way."""
    look = Look(hall, phone(width=320))
    look.at("join")
    look.keys("join")
    look.at("join, wrong", act=wrong_table)
    look.at("no such page", "nowhere")
    look.speak("nb")
    join(look.page, heads="3")
    look.at("change", "?change")
    look.keys("change")
    look.at("change, wrong", "?change", wrong_table)
    hall.desk("gathering.end")
    look.at("after")
    look.keys("after")
    look.page.context.clear_cookies()
    look.at("none")
    for title in ("Buss", "Skole"):
        hall.open(title)
    look.at("choose")
    look.keys("choose")

    assert not look.wrong, "\n".join(look.wrong)


def test_writing_and_reading(hall: Hall, phone: NewPhone) -> None:
    """Notice, question, notes of every kind and what became of them."""
    look = Look(hall, phone(width=320))
    frame = {"fixed": ["Taushetsplikt"], "open": ["Hvem som gjør hva"], "who_decides": "Rådet"}
    hall.desk("frame.set", **frame)
    join(look.page)
    look.at("wait")
    look.keys("wait")
    look.at("offer", "?offer")
    hall.desk("block.start", kind="question")
    look.at("question")
    hall.desk("station.go", station=5)
    hall.desk("block.start", kind="needs")
    look.at("write")
    look.keys("write")
    look.at("write, wrong", act=blank)
    look.page.locator("#text").fill("Vil bo hjemme, men trappa er bratt")
    send(look.page)
    expect(look.page.locator("#mine .said")).to_be_visible()
    look.at("own notes")
    note = next(iter(hall.look()["notes"]))
    look.at("edit", f"?edit={note}")
    look.keys("edit")
    hall.desk("block.start", kind="missing")
    look.at("missing")
    cluster = hall.desk("cluster.make", title="Bli savnet")
    hall.desk("block.start", kind="ideas", reason="Prøver")
    look.at("ideas")
    hall.desk("block.start", kind="test", reason="Prøver")
    look.at("testers")
    sketch = hall.desk("sketch.make", title="Morgenringen", needs=[cluster])
    test = hall.desk("test.plan", sketch=sketch, believe="a", do="b", homes=5)
    hall.desk("test.start", test=test)
    look.at("tell", f"?tell={test}")
    look.keys("tell")
    hall.desk("note.cluster", note=note, cluster=cluster)
    hall.desk("fate.give", target=cluster, fate="in_use", answer="Vi begynner i mars")
    hall.desk("answer_date.set", day="2027-03-01")
    hall.desk("station.go", station=6)
    hall.desk("block.start", kind="closing")
    look.at("closing")

    assert not look.wrong, "\n".join(look.wrong)


def test_voting_and_pausing(hall: Hall, phone: NewPhone) -> None:
    """Dots of one and of many, answers on scales, the pause."""
    look = Look(hall, phone(width=320))
    join(look.page, heads="3")
    hall.desk("block.start", kind="pause", minutes=12)
    look.at("pause")
    hall.vote("Komme seg fram", "Ensomme helger", "Klare seg i eget hus")
    look.at("dots")
    look.keys("dots")
    face(look.page, "vote")
    for _ in range(3):
        look.page.get_by_role("button", name="Gi prikk til Ensomme helger").click()
    look.check("dots, given")
    send(look.page)
    expect(look.page.locator("#status .ok")).to_be_visible()
    look.check("dots, received")
    hall.desk("vote.close")
    hall.desk("codes.draw", count=9)
    hall.desk("vote.open", level="code")
    look.at("dots with codes")
    look.keys("dots with codes")
    look.at("dots with codes, wrong", act=wrong_code)
    hall.desk("vote.close")
    hall.desk("vote.open", level="hands")
    look.at("hands")

    assert not look.wrong, "\n".join(look.wrong)


def test_answering(hall: Hall, phone: NewPhone) -> None:
    """Every form that a question can have: scores, steps, statements, scales, ranks, axes."""
    look = Look(hall, phone(width=320))
    join(look.page)
    for title in ("Bli savnet", "Skyss til legen"):
        hall.desk("cluster.make", title=title)
    hall.desk("poll.open", what="fundamentals")
    look.at("poll fundamentals")
    look.keys("poll fundamentals")
    for form in get_args(PollForm):
        hall.desk("poll.close")
        hall.desk("poll.open", what="choice", title="Hva nå?", form=form, over="need")
        look.at(f"poll {form}")
        look.keys(f"poll {form}")

    assert not look.wrong, "\n".join(look.wrong)


def test_keying_in_paper(hall: Hall, phone: NewPhone) -> None:
    """The helpers' door and page."""
    look = Look(hall, phone(width=320))
    hall.vote("Komme seg fram", "Ensomme helger")
    look.at("door", "hjelp")
    look.keys("door")
    helper = hall.desk("helper.let_in")
    look.page.locator("#code").fill(hall.look()["helpers"][helper]["code"])
    look.page.locator("button.main").click()
    expect(look.page.locator("#picks")).to_be_visible()
    look.at("paper", "hjelp")
    look.keys("paper")
    hall.desk("vote.close")
    hall.desk("codes.draw", count=9)
    hall.desk("vote.open", level="code")
    look.at("paper with codes", "hjelp")
    look.keys("paper with codes")
    hall.desk("vote.close")
    hall.desk("poll.open", what="choice", title="Enig?", form="agreement", items=["Buss", "Trapp"])
    look.at("sheets of answers", "hjelp")
    look.keys("sheets of answers")

    assert not look.wrong, "\n".join(look.wrong)


def test_trouble_on_the_way(hall: Hall, phone: NewPhone) -> None:
    """Without contact, behind the others, refused: each is told, and read aloud."""
    look = Look(hall, phone(width=320))
    hall.desk("block.start", kind="needs")
    join(look.page)
    look.page.route("**/note", lambda route: route.abort())
    for language in ("nb", "nn", "en"):
        look.speak(language)
        look.page.locator("#text").fill("Venter på nett")
        send(look.page)
        expect(look.page.locator("#status .warn")).to_be_visible()
        look.check(f"saved on the phone ({language})")
        look.page.evaluate("localStorage.clear()")
        look.speak(language)
        look.page.locator("#text").fill("Halvferdig")
        hall.desk("block.start", kind="pause")
        expect(look.page.locator("#status .info")).to_be_visible()
        look.check(f"behind ({language})")
        look.page.evaluate("localStorage.clear()")
        hall.desk("block.start", kind="needs")

    assert look.page.locator("#status[role=status]").count() == 1
    assert not look.wrong, "\n".join(look.wrong)


def test_inside_a_captive_portals_window(hall: Hall, phone: NewPhone) -> None:
    """Where no script runs the plain pages are as clean, dots with their own fields too."""
    look = Look(hall, phone(width=320))
    look.page.route(re.compile(r"/static/.*\.js$"), lambda route: route.abort())
    look.speak("nb")
    look.at("plain join")
    join(look.page)
    hall.desk("block.start", kind="needs")
    look.at("plain write")
    look.keys("plain write")
    hall.vote("Komme seg fram", "Ensomme helger")
    look.at("plain dots")
    look.keys("plain dots")
    send(look.page)
    look.check("plain received")

    assert look.page.locator("#status[role=status] .box").count() == 1
    assert not look.wrong, "\n".join(look.wrong)
