"""The desk on a real hall: a whole evening by keyboard alone."""

import re

from screens.desk.widgets.ask import Ask
from storage.reader import read_cases
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator


async def test_all_six_stations_by_keyboard_alone(facilitator: Facilitator) -> None:
    """From no case at all to the date of the answer; everything is in the file."""
    me = facilitator
    await me.form("n", "Kveldsbuss", "Skauli")
    await me.until(lambda: me.case)
    await me.form("m", "Hva trenger ungdom om kvelden?")
    await me.form("l", "Loven", "Ruter og tider", "Kommunestyret", "juni")
    await me.press("h")
    for answer in ("n", "n", "j", "j", "j", "v"):
        before = me.answers
        await me.press(answer)
        await me.more("answers", before)
    await me.go("2")
    await me.form("n", "Ungdomsrådet")
    await me.go("3")
    await me.turn("promises")
    await me.form("n", "Alle får svar", "Ordføreren", "28.5.2026")
    await me.turn("invitation")
    await me.form("i", "Kom og fortell")
    await me.go("4")
    await me.form("g", "", " på grendehuset")
    await me.form("n")
    await me.press("o")
    await me.until(lambda: me.case and me.case.gathering)
    await me.go("5")
    await me.press("f5")
    await me.until(lambda: me.case and me.case.running and me.case.shown.wall == "collecting")
    await a_round(me)
    await me.go("6")
    await me.press("right")
    await me.form("enter", "", "Vi prøver dette")
    await me.form("d", "28.5.2026")
    await me.until(lambda: me.case and me.case.fates and me.case.answer_date)
    await me.press("right")
    await me.form("l", "Ungdomsrådet", "Spør alle på skolen", "1.6.2026")
    await me.form("b", "", "Kommunestyret", "22.5.2026", "41/26")
    await me.form("g", "Flere kommer hjem", "12 av 40", "30 av 40")
    await me.form("o", "28.11.2026")
    await me.form("t", "24", "7", "5", "Hver kveld")
    await me.form("n")
    await me.until(lambda: me.case and me.case.judged and me.case.benefits)

    assert me.case is not None
    assert (me.case.title, me.case.municipality, me.case.station) == ("Kveldsbuss", "Skauli", 5)
    assert read_cases(me.desk.file)[me.case.id] == me.case


async def a_round(me: Facilitator) -> None:
    """Paper, clusters, dots, an idea, and the round's card."""
    for text in ("2:Bussen går for tidlig", "Jeg kommer meg ikke hjem"):
        notes = me.notes
        await me.press("f2")
        await me.type(text)
        await me.press("enter")
        await me.more("notes", notes)
    await me.press("escape", "right")
    await me.form("n", "Hjem om kvelden")
    await me.until(lambda: me.case and me.case.clusters)
    await me.press("1")
    await me.until(lambda: me.case and all(n.cluster for n in me.case.notes.values()))
    await me.form("b", "Ungdom", "å komme seg hjem", "det er langt")
    await me.press("right")
    await me.form("o")
    await me.until(lambda: me.case and me.case.vote)
    await me.press("f2")
    await me.type("1")
    await me.press("enter")
    await me.until(lambda: me.case and me.case.votes[me.case.vote or ""].numbers)
    # A ballot that is not stored would be closed out: it is said before.
    await me.type("2")
    await me.press("f9")
    await me.until(lambda: "som ikke er lagret" in "\n".join(screen_text(me.desk)))
    await me.press("enter")
    await me.until(lambda: me.desk.screen is me.desk.frame)
    await me.press("backspace", "escape", "f9")
    await me.until(lambda: me.desk.screen is not me.desk.frame)
    assert "som ikke er lagret" not in "\n".join(screen_text(me.desk))
    await me.press("right", "enter")
    await me.until(lambda: me.case and not me.case.vote)
    await me.press("right")
    await me.press("f5")
    await me.until(lambda: me.case and me.case.running and me.case.running.kind == "ideas")
    await me.press("f2")
    await me.type("Ring en buss")
    await me.press("enter")
    await me.until(lambda: me.case and len(me.case.notes) == 3)
    await me.press("escape", "right")
    await me.form("s", "Bestillingsbuss", "Ring før fire")
    await me.until(lambda: me.case and me.case.sketches)
    await me.form("t", "Noen ringer", "Prøve en uke", "Hvem som ringer", "Fire ringer")
    await me.until(lambda: me.case and me.case.tests)
    await me.form("e", "Fire ringte", "", "4")
    await me.form("k", "", "Ingen", "Fire", "De ringer")
    await me.form("h")
    await me.form("j", "", "Vi setter opp én tur til")
    await me.until(lambda: me.case and me.case.adjustments)
    await me.form("g")
    await me.until(lambda: me.case and me.case.round == 2)


async def test_a_desk_that_loses_its_hall_starts_it_again(facilitator: Facilitator) -> None:
    """Kill -9 of the hall: the same case stands there again, the line says so, and it goes on."""
    import os
    import signal

    me = facilitator
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    first = me.desk.state.about["pid"]

    os.kill(int(first), signal.SIGKILL)
    await me.until(lambda: me.desk.state.about.get("pid") not in {first, None})
    await me.until(lambda: not me.desk.state.lost)
    await me.until(lambda: "Salen er i gang igjen" in "\n".join(screen_text(me.desk)))
    assert "Salen svarer ikke" not in "\n".join(screen_text(me.desk))
    await me.form("m", "Går det videre?")

    assert me.case is not None
    assert me.case.question == "Går det videre?"


async def test_undo_takes_back_the_last_thing(facilitator: Facilitator) -> None:
    """One key, and the desk says so."""
    me = facilitator
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    await me.form("m", "Et spørsmål?")
    await me.until(lambda: me.case and me.case.question)

    await me.press("u")

    await me.until(lambda: me.case and not me.case.question)


async def test_an_unsuitable_task_goes_on_only_with_a_typed_reason(
    facilitator: Facilitator,
) -> None:
    """The tool advises, the person decides, and the reason is kept for the report."""
    me = facilitator
    await me.form("n", "Skole A eller B")
    await me.until(lambda: me.case)
    await me.press("h", "j")
    await me.more("answers", 0)
    await me.go("2")
    await me.press("f5")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.type("Kommunestyret vil det")
    await me.press("enter")
    await me.until(lambda: me.case and me.case.station == 2)

    assert me.case is not None
    assert [o.reason for o in me.case.overrides] == ["Kommunestyret vil det"]


async def test_the_hall_has_its_heads_beside_phones_and_paper(facilitator: Facilitator) -> None:
    """Phones, papers and heads stand side by side, so that what is missing is seen."""
    me = facilitator
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    await me.go("4")
    await me.form("g")
    await me.press("o")
    await me.until(lambda: me.case and me.case.gathering)
    await me.form("h", "62")
    await me.until(lambda: me.case and me.case.evening and me.case.evening.heads)

    seen = "\n".join(screen_text(me.desk))
    assert re.search(r"Telefoner 0  Papir 0  Hoder 62|Hoder i salen +62", seen)
