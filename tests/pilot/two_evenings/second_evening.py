"""The second evening: the same people, a few new needs, a second version, decisions."""

import asyncio
from datetime import date

from screens.desk.widgets.picks import Picks
from screens.paper.report import as_markdown
from screens.words import Words
from tests.pilot.facilitator import Facilitator
from tests.pilot.two_evenings.between import loop_minutes
from tests.pilot.two_evenings.first_evening import PHONES, SKETCHES
from tests.pilot.two_evenings.hands import (
    Phone,
    at,
    at_sketch,
    case_of,
    chooses,
    chosen,
    named,
    opened,
    sees,
    stored,
    to,
    wall,
)
from workshop import rounds
from workshop.case import Case
from workshop.clusters import standing


async def the_same_people_come_back(me: Facilitator, phones: list[Phone]) -> None:
    """0-15: who came last time is known by the phone or by the code; a new one may join."""
    await chosen(me, "runde 2")
    assert loop_minutes(case_of(me)) == (42, 20, 20)
    await me.go("4")
    await at(me, "arena")
    await me.press("o")
    await me.until(lambda: case_of(me).gathering)
    first = phones[0]
    for phone in phones:
        phone.comes_to(me, anew=phone is first)
    await asyncio.gather(*(phone.joins() for phone in phones[1:]))
    kept = first.secret
    await first.joins(code=kept)
    newcomer = Phone(me, PHONES)
    await newcomer.joins()
    for phone in phones:
        mine = [note["text"] for note in (await phone.sees())["notes"]]
        assert sorted(mine) == sorted(phone.wrote), phone.number
    assert first.secret == kept
    assert (await newcomer.sees())["notes"] == []
    phones.append(newcomer)
    await me.until(lambda: len(case_of(me).here) == PHONES + 1)

    await me.go("6")
    await at(me, "learnt")
    await sees(me, "Antakelse 1, forseglet", "Skissen «Alarm på veggen» ble stoppet.")
    me.desk.query_one("#believed", Picks).focus()
    form = await opened(me, "enter")
    await chooses(me, form, "verdict", "not_held")
    await me.press("tab")
    await me.type("Alarmen kjennes som kontroll")
    await stored(me, form)
    await me.until(lambda: all(a.verdict for a in case_of(me).assumptions.values()))
    await me.press("f5")
    await me.until(lambda: case_of(me).shown.wall == "learnt")
    shown = await wall(me)
    assert [(p["believed"], p["learnt"]) for p in shown["pairs"]] == [
        ("Alle vil ha en alarm", "Alarmen kjennes som kontroll"),
        ("De vil ha trygghet", "De vil ha selskap"),
    ]


async def new_needs_where_learning_opened_a_hole(me: Facilitator, phones: list[Phone]) -> None:
    """15-60: three new needs beside 46 old ones, which keep their round and their cluster."""
    await to(me, "needs")
    await me.press("f5")
    await me.until(lambda: me.case and me.case.running and me.case.running.kind == "needs")
    before = {n.id: n for n in case_of(me).notes.values()}
    for phone in (phones[0], phones[1], phones[-1]):
        await phone.writes(f"Nytt fra {phone.number}")
    await me.until(lambda: me.notes == 49)
    assert (await wall(me))["count"] == 3
    await to(me, "clusters")
    await sees(me, "runde 1")
    await me.press("1")
    await me.until(lambda: sum(n.cluster is None for n in case_of(me).notes.values()) == 2)

    case = case_of(me)
    assert {n.id: n for n in case.notes.values() if n.round == 1} == before
    assert {n.round for n in case.notes.values()} == {1, 2}
    assert len(standing(case)) == 8
    old = case.notes[next(iter(before))]
    together = [n.round for n in case.notes.values() if n.cluster == standing(case)[0]]
    assert (sorted(together), old.round) == ([1, 1, 2], 1)


async def the_second_version_is_played(me: Facilitator) -> None:
    """60-100: the sketch of round 1 in a new version, tried at the tables by nine who need it."""
    await at_sketch(me, SKETCHES[0])
    await sees(me, "fra runde 1. Enter lager en ny utgave.")
    assert named(case_of(me), "Alarm på veggen") not in rounds.carried_sketches(case_of(me))
    await me.press("r")
    await sees(me, "Skriv testkortet først, med t.")
    form = await opened(me, "enter")
    form.query_one("#field-text").focus()
    await me.pilot.pause()
    await me.type(" Etter frokost.")
    await chooses(me, form, "form", "role_play")
    await stored(me, form)
    await me.until(lambda: named(case_of(me), SKETCHES[0]).version == 2)
    sketch = named(case_of(me), SKETCHES[0])
    assert [(w.text, w.round) for w in sketch.earlier] == [("Fem naboer ringer hver morgen", 1)]
    assert "Etter frokost." in sketch.text
    await sees(me, "versjon 2")
    await me.form("t", "De liker tida", "Spille en telefon", "Hva de sier", "Seks av ni")
    await me.until(lambda: len(case_of(me).tests) == 4)
    await me.press("f5")
    await me.until(lambda: me.case and me.case.running and me.case.running.kind == "test")
    await me.form("e", "Åtte ville svart", "", "9")
    await me.until(lambda: list(case_of(me).tests.values())[-1].recorded_at)
    test = list(case_of(me).tests.values())[-1]
    assert (test.round, rounds.real_testers(case_of(me), test)) == (2, 9)
    assert rounds.has_result(case_of(me), test)


async def each_sketch_is_decided(me: Facilitator) -> None:
    """100-120: into use, a new round, and stopped before; a pledge and the answer date."""
    for title, decision in (("Morgenringen", "adopt"), ("Nøkkelboks", "new_round")):
        sketch = await at_sketch(me, title)
        form = await opened(me, "g")
        await chooses(me, form, "decision", decision)
        await me.press("tab")
        await me.type("Salen er enig")
        await chooses(me, form, "what", "sketch")
        await stored(me, form)
        await me.until(
            lambda s=sketch, d=decision: case_of(me).sketches[s.id].decision == d  # type: ignore[misc]
        )
    await me.go("6")
    await me.turn("opening")
    await me.form("d", "1.3.2027")
    await me.turn("ending")
    await me.form("l", "Frivilligsentralen", "Ringer hver dag", "1.3.2027")
    await me.until(lambda: case_of(me).pledges and case_of(me).answer_date)

    case = case_of(me)
    assert [(s.title, s.decision) for s in case.sketches.values()] == [
        ("Morgenringen", "adopt"),
        ("Alarm på veggen", "stopped"),
        ("Nøkkelboks", "new_round"),
    ]
    assert case.round == 2
    assert case.answer_date == date(2027, 3, 1)


def the_report_holds_the_lesson(case: Case) -> None:
    """The card of round 1 has the stopped sketch with its lesson; round 2 has version 2."""
    text = as_markdown(case, Words())
    first, second = text.split("## Rundekort: runde 1")[1].split("## Rundekort: runde 2")
    assert "En alarm på veggen kjennes som kontroll" in first
    assert "Blir som å stemple inn" in first
    assert "**Morgenringen**, versjon 1" in first
    assert "**Morgenringen**, versjon 2" in second
    assert named(case, "Alarm på veggen").lesson == "En alarm på veggen kjennes som kontroll"
