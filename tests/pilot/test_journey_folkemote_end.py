"""Method 6.1: eighty residents, the second half; from the needs in words to the report."""

import asyncio
import time
from collections.abc import Coroutine
from pathlib import Path

import pytest

from screens.cli import printing
from screens.desk import windows
from screens.desk.widgets.choose import Choose
from screens.desk.widgets.menu import Menu
from screens.desk.widgets.notes import Note, Notes
from tests.pilot.elder_care import CLUSTERS, SAID, Hall, elder_care
from tests.pilot.facilitator import Facilitator
from tests.pilot.journeying import report_in
from tests.pilot.residents import PHONES, all_of, words_of
from workshop.clusters import standing
from workshop.volunteers import willing

pytestmark = pytest.mark.evenings

ALONE, FALL = SAID[:2]


async def test_from_the_needs_in_words_to_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By keyboard and on real phones; the clusters are there from the first half."""
    async with elder_care(tmp_path) as hall:
        await the_first_half(hall)
        await statements(hall)
        await small_solutions(hall)
        await who_can_test(hall)
        await closing(hall, tmp_path, monkeypatch)


async def the_first_half(hall: Hall) -> None:
    """Everybody is there, and a need lies in each cluster."""
    me = hall.me
    await hall.send({"name": "gathering.open", "gathering": next(iter(hall.case.gatherings))})
    await all_of(phone.join() for phone in hall.phones)
    await hall.send({"name": "station.go", "station": 5}, {"name": "block.start", "kind": "needs"})
    for text in (ALONE, FALL):
        await hall.phones[0].send("/note", what="need", text=text)
    await me.until(lambda: len(hall.notes("need")) == 2)
    notes = [n.id for n in hall.notes("need")]
    bodies = [{"name": "cluster.make", "title": title} for title in CLUSTERS]
    await hall.send({**bodies[0], "notes": notes}, *bodies[1:])
    await me.until(lambda: len(hall.case.here) == PHONES)
    await me.until(lambda: len(standing(hall.case)) == len(CLUSTERS))
    await me.go("5")
    await me.turn("clusters")


async def statements(hall: Hall) -> None:
    """Two needs in words, on the wall; every phone says whether they are right for them."""
    me = hall.me
    me.desk.query_one("#clusters").focus()
    await me.press("home")
    await me.form("b", "Den som bor alene", "noen som savner dem samme dag", "ingen merker et fall")
    await me.until(lambda: _stated(hall) == 1)
    await me.press("down")
    await me.form("b", "Den som får hjelp hjemme", "kjente fjes i døra", "fremmede gjør utrygg")
    await me.until(lambda: _stated(hall) == 2)
    await me.press("y")
    view = await hall.wall("statement")
    assert [s["who"] for s in view["turn"]["statements"]] == [
        "Den som bor alene",
        "Den som får hjelp hjemme",
    ]
    assert hall.case.round == 1
    assert {c.round for c in hall.case.clusters.values() if c.statement} == {1}
    await me.press("f7", "s")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "checklists")
    items = "Bli savnet samme dag\nVite hvem som kommer"
    await me.press("n")
    await me.until(lambda: isinstance(me.desk.screen, Menu))
    await me.form("7", "Stemmer det?", items, "Stemmer for meg\nStemmer ikke for meg")
    await me.until(lambda: hall.case.poll)
    poll = hall.case.polls[hall.case.poll or ""]
    yes = poll.form.steps[0].key
    page = words_of(await hall.phones[5].page())
    assert "Stemmer ikke for meg" in page
    answers = {item.key: yes for item in poll.form.items}
    await all_of(p.send("/answer", poll=poll.id, answers=answers) for p in hall.phones)
    await me.until(lambda: hall.case.polls[poll.id].turnout.get("phone") == PHONES)
    await me.press("f9")
    await me.until(lambda: not hall.case.poll)
    assert hall.case.polls[poll.id].answers == PHONES


def _stated(hall: Hall) -> int:
    return sum(bool(c.statement) for c in hall.case.clusters.values())


async def small_solutions(hall: Hall) -> None:
    """Each table's host writes one and says which need it answers; one without is flagged only."""
    me = hall.me
    await me.go("5")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "needs")
    await me.turn("clusters")
    await me.turn("dots")
    await me.turn("ideas")
    await me.press("f5")
    await me.until(lambda: hall.case.running and hall.case.running.kind == "ideas")
    view = await hall.wall("collecting")
    assert len(view["turn"]["statements"]) == 2
    assert "Den som bor alene trenger noen som savner dem samme dag" in await hall.screen.words()
    hosts = [phone for phone in hall.phones if phone.heads > 1][:10]
    assert {host.table for host in hosts} == set(range(1, 11))
    topics = (await hosts[0].me())["topics"]
    assert [t["id"] for t in topics] == list(standing(hall.case))
    assert "Hvilke behov svarer ideen på?" in words_of(await hosts[0].page())
    said = [
        host.send("/note", what="idea", text=f"Morgenringen {n}", about=[topics[(n - 1) % 2]["id"]])
        for n, host in enumerate(hosts[:9], start=1)
    ]
    for one in said[:5]:
        await one
    await the_cable_is_out(hall, said[5:])
    await hosts[9].send("/note", what="idea", text="Noe helt annet", about=[])
    await me.until(lambda: len(hall.notes("idea")) == 11)
    without = {n.text for n in hall.notes("idea") if not n.about}
    assert without == {"Noe helt annet", "Fra bordet uten telefon"}
    # What comes never moves the list that one stands in, so the newest may be above its rows.
    await me.until(lambda: without_need(me))
    await me.press("home")
    await hall.sees("Noe helt annet", "Uten behov")
    await me.turn("card")
    await me.press("s")
    await me.until(lambda: me.desk.screen.query("#field-title"))
    await me.type("Morgenringen")
    await me.press("tab")
    await me.type("x" * 281)
    await me.press("f2")
    await hall.sees("Skissen er 1 tegn over grensen på 280.")
    me.desk.screen.query_one("#field-text").focus()
    await me.press("backspace", "tab", "right", "f2")
    await me.until(lambda: hall.case.sketches)
    (sketch,) = hall.case.sketches.values()
    assert len(sketch.text) == 280
    assert sketch.ideas == (hall.notes("idea")[0].id,)


async def the_cable_is_out(hall: Hall, late: list[Coroutine[object, object, str]]) -> None:
    """Nobody is reached for a while: the evening goes on at the desk, and nothing comes twice."""
    me = hall.me
    await hall.cable.pull_out()
    waiting = asyncio.gather(*late)
    await me.press("f2")
    await hall.key_in("Fra bordet uten telefon")
    await me.press("escape")
    assert len(hall.notes("idea")) == 6
    assert "Den som bor alene trenger" in await hall.screen.words()
    assert not waiting.done()
    await hall.cable.plug_in()
    received = await waiting
    await me.until(lambda: len(hall.notes("idea")) == 10)
    assert {n.id for n in hall.notes("idea")} > set(received)
    assert len({n.text for n in hall.notes("idea")}) == 10
    assert len(hall.case.here) == PHONES


async def who_can_test(hall: Hall) -> None:
    """Five homes are looked for; who can test is counted, and nobody's name is on the wall."""
    me = hall.me
    card = ("Noen ringer", "Prøve i to uker", "Hvem som ringer", "Fire ringer", "Ingen ringer")
    await me.form("t", *card, "Hjemme", "5")
    await me.until(lambda: hall.case.tests)
    await me.press("f5")
    assert (await hall.wall("testing"))["turn"]["wanted"] == 5
    block = (await hall.phones[0].me())["asks_testers"]
    assert "Jeg kan teste" in words_of(await hall.phones[0].page())
    await all_of(phone.send("/test", block=block, can=True) for phone in hall.phones[:6])
    await me.until(lambda: willing(hall.case, 1) >= 5)
    view = await hall.screen.view()
    shown = await hall.screen.words()
    assert view["turn"]["willing"] == 6
    for words in ("Vi trenger 5 hjem å prøve i.", "6 har sagt «jeg kan teste»."):
        assert words in shown
    assert not any(mark in str(view) for mark in (*hall.case.volunteers, *hall.case.presences))


async def closing(hall: Hall, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the answer, «Ble du hørt?», and the report on the disk within ten seconds."""
    me = hall.me
    await me.go("6")
    await me.turn("opening")
    await me.form("d", "28.5.2027")
    await me.until(lambda: hall.case.answer_date)
    await me.press("f5")
    await hall.wall("closing")
    assert "28. mai" in await hall.screen.words()
    assert "Du får svar senest 28. mai 2027." in words_of(await hall.phones[0].page())
    await me.turn("ending")
    await me.press("s")
    await me.until(lambda: hall.case.poll)
    poll = hall.case.poll or ""
    assert "Ble du hørt?" in words_of(await hall.phones[0].page())
    await all_of(
        phone.send("/answer", poll=poll, answers={"heard": str(number % 2 + 4)})
        for number, phone in enumerate(hall.phones)
    )
    await me.until(lambda: hall.case.polls[poll].turnout.get("phone") == PHONES)
    await me.press("f9")
    await me.until(lambda: not hall.case.poll)
    assert hall.case.polls[poll].answers == PHONES

    monkeypatch.setattr(printing, "user_documents_path", lambda: folder)
    monkeypatch.setattr(windows, "open_page", lambda _: False)
    me.desk.papers = printing.printed
    began = time.monotonic()
    await me.press("ctrl+p", *"rapport")
    await hall.sees("1 av ")
    await me.press("enter")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    assert time.monotonic() - began < 10
    told = report_in(folder)
    for words in (ALONE, FALL, "Den som bor alene", "Noe helt annet", "28.5.2027", "Ble du hørt?"):
        assert words in told


def without_need(me: Facilitator) -> bool:
    """Whether the list of ideas holds the one that answers no need, and says so."""
    place = me.desk.frame.place
    listed = [] if place is None else [n for notes in place.query(Notes) for n in notes.whole]
    told = {n.text: n.hint for n in listed if isinstance(n, Note)}
    return told.get("Noe helt annet") == "Uten behov"
