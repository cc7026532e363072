"""Method 6.3: 23 elected and four leaders, three hours, before anybody is invited."""

import asyncio
import os
import signal
from pathlib import Path
from typing import Final

import pytest

from screens.cli import printing
from screens.desk import windows
from screens.desk.widgets.choose import Choose
from screens.desk.widgets.picks import Picks
from screens.paper.report import as_json
from tests.pilot.council import LEADERS, POLITICIANS, Council, council
from tests.pilot.journeying import at, opened, report_in, sees, stand_at, stored
from tests.pilot.residents import all_of, words_of
from workshop import fundamentals
from workshop.handlingsrom import verdict

pytestmark = pytest.mark.evenings

FRAMED: Final = {
    "prepared": "no",
    "known": "no",
    "realisable": "yes",
    "serious": "yes",
    "anchored": "yes",
}
TASKS: Final = {
    "Velg mellom skole A og B": ({**FRAMED, "prepared": "yes"}, "Ikke egnet"),
    "Gode år hjemme": (FRAMED, "Egnet, med rammer"),
    "Ny app er bestilt": ({**FRAMED, "known": "yes"}, "Utvikling, ikke samskaping"),
}
PLEDGES: Final = {
    "lytte før jeg mener": "promise",
    "si nei til en ferdig løsning": "dare",
    "være med på en test": "support",
}
PLEDGED: Final = 2
"""The page of the wall with what is promised, after what is stood for."""
WANTED: Final = {"Skolen består": "fixed", "Tida må være åpen": "open"}
MANDATE: Final = "Rammen på 4 millioner"


async def test_a_council_agrees_on_the_room_before_anybody_is_invited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything of 6.3 by keyboard, with 27 phones and a big screen."""
    async with council(tmp_path) as hall:
        await opening(hall)
        await culture_and_politics(hall)
        await three_tasks(hall)
        await a_pause_in_which_the_hall_is_killed(hall)
        await the_mandate(hall)
        await from_zero_to_three(hall)
        await pledges(hall)
        await the_note_for_the_file(hall, tmp_path, monkeypatch)


async def opening(hall: Council) -> None:
    """0-20: everybody joins as elected or leader, and there is nobody else."""
    await hall.next_block("welcome", "Den snudde prosessen")
    asked = words_of(await hall.phones[0].page())
    assert "Politiker" in asked
    assert "Innbygger" not in asked
    await all_of(phone.join() for phone in hall.phones)
    await hall.me.until(lambda: len(hall.case.here) == POLITICIANS + LEADERS)
    roles = [p.role for p in hall.case.presences.values()]
    assert (roles.count("politician"), roles.count("leader")) == (POLITICIANS, LEADERS)
    assert len(roles) == POLITICIANS + LEADERS
    assert (await hall.wall("join"))["phones"] == POLITICIANS + LEADERS


async def culture_and_politics(hall: Council) -> None:
    """20-45: sixteen items; figures after closing, 23 told and four never."""
    me = hall.me
    for count, title in ((9, "Kjennetegn på innovasjonskultur"), (7, "Politisk bidrag")):
        await hall.next_block("poll", "Kultur og politisk bidrag")
        await at(me, "checklists")
        await sees(me, title)
        await me.press("o")
        poll = await hall.poll_opens()
        keys = [item.key for item in hall.case.polls[poll].form.items]
        assert len(keys) == count
        page = words_of(await hall.phones[0].page())
        assert title in page
        assert "vet ikke" in page.lower()
        low, high = dict.fromkeys(keys, "1"), dict.fromkeys(keys, "4")
        await hall.answer(poll, low, high)
        assert f"{keys[0]}=1".encode() in hall.kept()
        await sees(me, "27 har svart.", "Svarene er skjult til du lukker")
        wall = await hall.screen.view()
        assert (wall["poll"]["answered"], wall["poll"]["counts"]) == (27, {})
        await hall.close(poll)
        await sees(me, "23 svar.", "4 svar er skjult for å verne")
        done = hall.case.polls[poll]
        assert done.counts == {key: {"4": POLITICIANS} for key in keys}
        assert {g.role: g.answers for g in done.groups} == {
            "leader": None,
            "politician": POLITICIANS,
        }
        assert (await hall.screen.view())["poll"]["counts"] == done.counts
        await me.press("g")
        await sees(me, "Ledere: skjult, færre enn 5 svarte.")
        await me.press("g")
        await sees(me, "Politikere: 23 svar.")


async def three_tasks(hall: Council) -> None:
    """45-80: each task is asked on all phones, and the answers point three ways."""
    me = hall.me
    await hall.next_block("poll", "Handlingsrom på tre oppgaver")
    for task, (answers, pointed) in TASKS.items():
        await opened(me, "o")
        await me.press("end", "ctrl+u")
        await me.type(task)
        await stored(me)
        poll = await hall.poll_opens()
        assert task in words_of(await hall.phones[0].page())
        await hall.answer(poll, answers)
        await hall.close(poll)
        await sees(me, task, f"Svarene peker mot: {pointed}.")
    # Ours was the second of the three.
    await me.press("left")
    await sees(me, "Svarene peker mot: Egnet, med rammer.")
    await me.press("t")
    await me.until(lambda: len(hall.case.answers) == len(FRAMED))
    await sees(me, "Svarene står nå i steg 1.")
    assert hall.case.answers == FRAMED
    assert verdict(hall.case) == "suitable_framed"


async def a_pause_in_which_the_hall_is_killed(hall: Council) -> None:
    """80-95: the clock goes on, and all that was answered stands as before."""
    me = hall.me
    await hall.next_block("pause", "Pause")
    assert (await hall.wall("pause"))["left"] > 0
    before, about = hall.case, dict(me.desk.state.about)
    os.kill(int(about["pid"]), signal.SIGKILL)
    await me.until(lambda: me.desk.state.about.get("pid") not in {about["pid"], None})
    await sees(me, "Salen er i gang igjen.")
    assert hall.case == before
    assert (await hall.wall("pause"))["left"] > 0
    pages = await asyncio.gather(*(phone.page() for phone in hall.phones))
    assert all("Vi begynner igjen om" in words_of(page) for page in pages)


async def the_mandate(hall: Council) -> None:
    """95-125: phones say what is fixed and open; the card grows on the wall as it is taken in."""
    me = hall.me
    await hall.next_block("frame", "Fast, åpent og hvem som bestemmer")
    await hall.wall("question")
    asked = words_of(await hall.phones[0].page())
    assert "Hva må ligge fast, og hva må være åpent?" in asked
    for phone, (text, side) in zip(hall.phones, WANTED.items(), strict=False):
        await phone.send("/note", what="frame", text=text, side=side)
    await me.until(lambda: {n.text: n.side for n in hall.notes("frame")} == WANTED)
    await me.go("1")
    await at(me, "problem")
    words = await hall.screen.words()
    assert not any(text in words for text in WANTED)
    for note in hall.notes("frame"):
        await stand_at(me, me.desk.query_one("#also", Picks), note.id)
        me.desk.query_one("#also").focus()
        await me.press("enter")
        held = "fixed" if note.side == "fixed" else "open"
        await me.until(lambda h=held, t=note.text: t in getattr(hall.case.frame, h))  # type: ignore[misc]
    words = await hall.screen.words()
    assert all(text in words for text in WANTED)
    assert MANDATE not in await hall.screen.words()
    form = await opened(me, "l")
    await me.press("end", "enter")
    await me.type(MANDATE)
    form.query_one("#field-when").focus()
    await me.pilot.pause()
    await me.type("26. september")
    await stored(me)
    await me.until(lambda: MANDATE in hall.case.frame.fixed)
    shown = await hall.screen.words()
    for words in (MANDATE, "Sykehjemmet består", "Tid og sted", "Kommunestyret", "26. september"):
        assert words in shown
    assert MANDATE in words_of(await hall.phones[3].page())


async def from_zero_to_three(hall: Council) -> None:
    """125-140: nobody has anchored it, so the answer is zero; with a mandate it is 72."""
    me = hall.me
    await hall.next_block("poll", "De fem fundamentene")
    await at(me, "fundamentals")
    await me.press("s")
    poll = await hall.poll_opens()
    scores = dict(zip(("need", "value", "driver", "team", "anchoring"), "21430", strict=True))
    await hall.answer(poll, scores)
    await hall.close(poll)
    await hall.agree("21430")
    await sees(me, "Svaret er null: Forankring.", "2 × 1 × 4 × 3 × 0 =")
    wall = await hall.wall("fundamentals")
    assert (wall["scores"]["product"], wall["scores"]["zeros"]) == (0, ["anchoring"])
    await me.press("e")
    await me.until(lambda: len(hall.case.assessments) == 2)
    await hall.agree("21433")
    await sees(me, "2 × 1 × 4 × 3 × 3 =")
    told = [fundamentals.product(a) for a in hall.case.assessments.values()]
    assert told == [0, 72]
    assert (await hall.screen.view())["scores"]["product"] == 72


async def pledges(hall: Council) -> None:
    """140-170: what people promise on their phones becomes what the council promises."""
    me = hall.me
    await me.go("2")
    await at(me, "helpers")
    await opened(me, "n")
    await me.type("Kommunestyret")
    await stored(me)
    await me.until(lambda: "Kommunestyret" in {a.name for a in hall.case.actors.values()})
    await hall.next_block("offers", "Løfter fra folkevalgte")
    assert "Steg 3 · Løfter fra folkevalgte" in words_of(await hall.phones[0].page())
    assert "Dette tør jeg" in words_of(await hall.phones[0].page())
    assert "Dette tør jeg" not in words_of(await hall.phones[-1].page())
    for phone, (text, stand) in zip(hall.phones, PLEDGES.items(), strict=False):
        await phone.send("/note", what="offer", text=text, stand=stand)
    await me.until(lambda: len(hall.notes("offer")) == len(PLEDGES))
    await me.go("6")
    await me.turn("opening")
    await me.turn("ending")
    for done, offer in enumerate(hall.notes("offer"), start=1):
        await stand_at(me, me.desk.query_one("#ends", Picks), offer.id)
        await opened(me, "enter")
        await me.type("Kommunestyret")
        await stored(me)
        await me.until(lambda n=done: len(hall.case.pledges) == n)  # type: ignore[misc]
    made = hall.case.pledges.values()
    assert [(p.who, p.text, p.note) for p in made] == [
        ("Kommunestyret", n.text, n.id) for n in hall.notes("offer")
    ]
    await me.press("f5")
    await hall.wall("pledges")
    shown = await hall.screen.words()
    assert "Kommunestyret tør: si nei til en ferdig løsning" in shown
    await me.press("f5")
    await me.until(lambda: hall.case.shown.page == PLEDGED)
    shown += await hall.screen.words()
    assert all(text in shown for text in (*PLEDGES, "Kommunestyret"))
    assert not any(word in shown for word in ("Folkevalgt ", "Leder ", "politician"))


async def the_note_for_the_file(
    hall: Council, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """170-180: the report tells the mandate, and nobody's own answer is in it or in the file."""
    me = hall.me
    await hall.next_block("closing", "Slik går det videre")
    monkeypatch.setattr(printing, "user_documents_path", lambda: folder)
    monkeypatch.setattr(windows, "open_page", lambda _: False)
    me.desk.papers = printing.printed
    await me.press("ctrl+p", *"rapport")
    await sees(me, "1 av ")
    await me.press("enter")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    text = report_in(folder)
    for words in (MANDATE, *WANTED, "Tid og sted", "26. september", *PLEDGES, "Egnet, med rammer"):
        assert words in text
    assert "Dette står de folkevalgte for" in text
    for _, pointed in TASKS.values():
        assert f"Svarene peker mot: {pointed}." in text
    assert text.count("Ledere: skjult, færre enn 5 svarte.") >= len(TASKS) + 2
    told = as_json(hall.case)
    assert [mark for mark in hall.case.presences if mark in told or mark in text] == []
    asked = [p for p in hall.case.polls.values() if p.by_role]
    shown = [n for p in asked for steps in p.counts.values() for n in steps.values()]
    assert set(shown) == {POLITICIANS}
    assert not any(answer in hall.kept() for answer in (b"k1=1", b"k1=4", b"prepared=yes"))
