"""The first evening of 6.5: from a new case to three sketches that are out for test."""

import asyncio
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from screens.desk.widgets.ask import Ask
from screens.desk.widgets.picks import Picks
from tests.pilot.facilitator import Facilitator
from tests.pilot.two_evenings.hands import (
    Phone,
    at,
    at_sketch,
    case_of,
    chooses,
    control_of,
    given,
    opened,
    sees,
    stored,
    to,
)
from workshop import rounds
from workshop.clusters import standing

TUESDAY: Final = date(2027, 1, 12)
LATER: Final = TUESDAY + timedelta(weeks=3)
PHONES: Final = 21
"""With three that two share there are 24 heads behind them; four more write on paper."""
PAPER: Final = (
    "1:Trappa er bratt",
    "2:Ingen spør meg om noe",
    "3:Jeg er redd for å falle",
    "4:Butikken er langt unna",
)
THEMES: Final = (
    *("Bli savnet", "Noen å ringe", "Skyss", "Middag sammen"),
    *("Trygt bad", "Snøen", "Post og papirer", "Besøk"),
)
SKETCHES: Final = ("Morgenringen", "Alarm på veggen", "Nøkkelboks")


async def the_first_evening(me: Facilitator, copies: Path) -> list[Phone]:
    """0-120: 28 people, 4 tables, 46 needs, 8 clusters, 2 statements, 3 sketches, 7 homes."""
    control_of(me).keep(copies=str(copies))
    await me.form("n", "Gode år hjemme", "Skauli")
    await me.until(lambda: me.case)
    await at(me, "problem")
    await me.form("m", "Hva trenger du for å bo trygt hjemme?")
    await me.form("a", "Alle vil ha en alarm", "leder")
    await me.go("4")
    await me.form("g", "", "", "Samfunnshuset", f"{TUESDAY:%d.%m.%Y}")
    await me.until(lambda: me.case and me.case.gatherings)
    await me.press("o")
    await me.until(lambda: me.case and me.case.gathering)
    await me.form("h", "28")
    await me.go("5")
    await at(me, "needs")
    await me.press("f5")
    await me.until(lambda: me.case and me.case.running and me.case.running.kind == "needs")
    phones = [Phone(me, number) for number in range(PHONES)]
    await asyncio.gather(*(phone.joins() for phone in phones))
    for turn in range(2):
        await asyncio.gather(*(p.writes(f"Behov {turn} fra {p.number}") for p in phones))
    await me.press("f2")
    for text in PAPER:
        before = me.notes
        await me.type(text)
        await me.press("enter")
        await me.more("notes", before)
    await me.press("escape")
    await me.until(lambda: me.notes == 46)
    await sorted_into_eight(me)
    await two_needs_in_words(me)
    await three_sketches_go_out(me)
    await me.go("4")
    await at(me, "arena")
    await me.press("o")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.press("right", "enter")
    await me.until(lambda: me.case and me.case.gathering is None)

    case = case_of(me)
    assert sum(p.heads for p in case.presences.values()) + len(PAPER) == 28
    assert {p.table for p in case.presences.values()} == {1, 2, 3, 4}
    assert (len(case.notes), len(standing(case)), len(rounds.stated(case))) == (46, 8, 2)
    assert (len(case.sketches), sum(t.homes for t in case.tests.values())) == (3, 7)
    assert rounds.state(case) == "testing"
    assert len(rounds.out(case)) == 3
    await me.go("0")
    await sees(me, "Ute til test")
    return phones


async def sorted_into_eight(me: Facilitator) -> None:
    """Two clusters by keyboard, the other six with the rest of the notes as the desk sends them."""
    await to(me, "clusters")
    for number, title in enumerate(THEMES[:2], start=1):
        await me.press("m", "m")
        await me.form("n", title)
        await me.until(lambda n=number: me.case and len(me.case.clusters) == n)  # type: ignore[misc]
    loose = [n.id for n in case_of(me).notes.values() if n.cluster is None]
    for number, title in enumerate(THEMES[2:]):
        await given(me, "cluster.make", title=title, notes=loose[number::6])
    await me.until(lambda: len(case_of(me).clusters) == 8 and me.sees_all)
    assert all(n.cluster for n in case_of(me).notes.values())


async def two_needs_in_words(me: Facilitator) -> None:
    clusters = me.desk.query_one("#clusters", Picks)
    clusters.focus()
    for number, words in enumerate(
        (
            ("En som bor alene", "å bli savnet om morgenen", "ingen ville merket det"),
            ("En som faller", "å nå noen", "telefonen ligger i et annet rom"),
        )
    ):
        clusters.move_to(list(case_of(me).clusters)[number])
        await me.form("b", *words)
        await me.until(lambda n=number: len(rounds.stated(case_of(me))) == n + 1)  # type: ignore[misc]


async def three_sketches_go_out(me: Facilitator) -> None:
    """The first by keyboard with its card; then all three are sent out with one key each."""
    await to(me, "card")
    form = await opened(me, "s")
    await me.type(SKETCHES[0])
    await me.press("tab")
    await me.type("Fem naboer ringer hver morgen")
    await chooses(me, form, "idea", next(iter(case_of(me).clusters)))
    await stored(me, form)
    await me.until(lambda: me.case and me.case.sketches)
    until = f"{LATER - timedelta(days=2):%d.%m.%Y}"
    card = ("De svarer", "Ringe i to uker", "Hvem som svarer", "Fire av fem", "", "Hjemme", "3")
    await me.form("t", *card, "", until)
    await me.until(lambda: me.case and me.case.tests)
    second = list(case_of(me).clusters)[1]
    for title in SKETCHES[1:]:
        sketch = await given(me, "sketch.make", title=title, text="Tegnet", needs=[second])
        words = {"believe": "De bruker den", "do": "La den henge", "right_if": "To av to"}
        await given(me, "test.plan", sketch=sketch, homes=2, **words)
    await me.until(lambda: len(case_of(me).tests) == 3)
    for sent, title in enumerate(SKETCHES, start=1):
        await at_sketch(me, title)
        await sees(me, "i sender den ut")
        await me.press("i")
        await me.until(lambda n=sent: len(rounds.out(case_of(me))) == n)  # type: ignore[misc]
    await sees(me, "låst, i gang")
