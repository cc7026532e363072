"""Stations 2 and 3 at the desk: the map, its gaps, the hall's suggestions, the invitation."""

import pytest

from screens.desk.widgets.picks import Picks
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator
from workshop.asked import Actor

pytestmark = pytest.mark.evenings


async def _begin(me: Facilitator) -> None:
    """A case with a question, and the map in front."""
    await me.form("n", "Kveldsbuss", "Skauli")
    await me.until(lambda: me.case)
    await me.form("m", "Hva trenger ungdom om kvelden?")
    await me.go("2")
    await me.until(lambda: me.desk.query("#place-helpers #actors"))


def _actors(me: Facilitator) -> list[Actor]:
    return list(me.case.actors.values()) if me.case else []


async def _sees(me: Facilitator, *words: str) -> None:
    """Wait until all of this stands on the screen."""
    await me.until(lambda: all(w in "\n".join(screen_text(me.desk)) for w in words))


async def test_the_rings_stand_innermost_first_and_say_who_is_lacking(
    facilitator: Facilitator,
) -> None:
    """Five rings as headings, «ingen ennå» in the empty ones, and one driver that p moves."""
    me = facilitator
    await _begin(me)
    await _sees(me, "Har behovet", "ingen ennå")
    rows = [
        pick.text for pick in me.desk.query_one("#actors", Picks).items if pick.tone == "strong"
    ]
    assert rows == [
        "Har behovet",
        "Lager løsningen sammen med oss",
        "Kan faget eller har utstyret",
        "Bestemmer",
        "Driver det fram",
    ]

    await me.form("n", "Ungdomsrådet")
    await me.until(lambda: len(_actors(me)) == 1)
    await me.form("n", "Busselskapet")
    await me.until(lambda: len(_actors(me)) == 2)
    # The cursor stands at the one that was just written.
    listed = me.desk.query_one("#actors", Picks)
    await me.until(lambda: listed.cursor_id == _actors(me)[1].id)
    await me.press("p")
    await me.until(lambda: [a.driver for a in _actors(me)] == [False, True])
    await me.press("up")
    await me.press("p")
    await me.until(lambda: [a.driver for a in _actors(me)] == [True, False])
    await _sees(me, "(pådriver, står over)")


async def test_an_actor_is_invited_and_answers(facilitator: Facilitator) -> None:
    """B says what hinders and helps, s what they answered and how many come."""
    me = facilitator
    await _begin(me)
    await me.form("n", "Ungdomsrådet")
    await me.until(lambda: _actors(me))
    await me.form("b", "Bli hørt", "Én kveld", "skyss: vi henter\nspråk\nbarnevakt: klubben passer")
    await me.until(lambda: me.case and me.case.invitations)
    assert me.case is not None
    (plan,) = me.case.invitations.values()
    assert (plan.gain, plan.ask) == ("Bli hørt", "Én kveld")
    assert [(h.barrier, h.remedy) for h in plan.barriers] == [
        ("transport", "vi henter"),
        ("language", ""),
        ("other", "barnevakt: klubben passer"),
    ]

    await me.press("s", "right", "tab")
    await me.type("8")
    await me.press("f2")

    await _sees(me, "bekreftet", "8 ventet")
    await me.go("3")
    await _sees(me, "1 av 1 spurt", "skyss: vi henter", "språk: mangler råd")


async def test_a_gap_is_mended_where_it_stands(facilitator: Facilitator) -> None:
    """Enter on a gap does its one act: here a new group that drives the work."""
    me = facilitator
    await _begin(me)
    await me.turn("gaps")
    await _sees(me, "Ingen driver det fram ennå.")
    await me.press("home", "down")
    await me.form("enter", "Frivilligsentralen")
    await me.until(lambda: _actors(me))

    (actor,) = _actors(me)
    assert (actor.role, actor.driver) == ("driver", True)


async def test_a_suggestion_becomes_an_actor_with_one_key(facilitator: Facilitator) -> None:
    """M asks the hall, t takes up what came; the actor keeps where it came from."""
    me = facilitator
    await _begin(me)
    await me.go("4")
    await me.form("g", "")
    await me.until(lambda: me.case and me.case.gatherings)
    await me.press("o")
    await me.until(lambda: me.case and me.case.gathering)
    await me.go("2")
    await me.turn("gaps")
    await me.press("m")
    await me.until(lambda: me.case and me.case.running and me.case.running.kind == "missing")
    sent = await me.desk.send(
        "note.write", what="actor", text="Drosjesjåførene", category="business", origin="spoken"
    )
    assert sent["ok"]
    await _sees(me, "Drosjesjåførene", "næringsliv")
    await me.press("left")
    await _sees(me, "1 forslag →")
    await me.turn("gaps")
    await me.form("n", "Naboen på hjørnet")
    await _sees(me, "Naboen på hjørnet", "papir")
    me.desk.query_one("#suggested", Picks).focus()
    await me.press("home", "t")
    await me.until(lambda: _actors(me))

    (actor,) = _actors(me)
    assert (actor.name, actor.category, actor.note) == (
        "Drosjesjåførene",
        "business",
        sent["command"],
    )
    assert me.case is not None
    assert me.case.shown.wall == "actors"
    await me.turn("voices")
    await me.form("h", "", "4")
    await _sees(me, "Næringsliv", "runde 1")


async def test_the_invitation_follows_the_case_and_keeps_what_was_edited(
    facilitator: Facilitator,
) -> None:
    """Built from the case, edited, and built anew with a promise that came later."""
    me = facilitator
    await _begin(me)
    await me.go("3")
    await me.turn("promises")
    await me.form("d", "Dere bruker bussen.")
    await me.form("n", "Alle får svar", "Ordføreren", "28.5.2026")
    await me.until(lambda: me.case and me.case.promises)
    await me.press("k")
    await me.until(lambda: me.case and [p.kept for p in me.case.promises.values()] == [True])
    await me.form("o", "Jeg kan kjøre")
    await _sees(me, "Jeg kan kjøre")
    await me.turn("invitation")
    await _sees(me, "Skauli spør: Hva trenger ungdom om kvelden?", "utkast")
    await me.form("i", "\n\nVi byr på pizza.")
    await me.until(lambda: me.case and me.case.invitation)
    await _sees(me, "Vi byr på pizza.", "skrevet")
    await me.press("left")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "promises")
    await me.form("n", "Vi prøver en rute", "Ordføreren", "1.9.2026")
    await me.until(lambda: me.case and len(me.case.promises) == 2)
    await me.turn("invitation")
    await _sees(me, "saken er endret")

    await me.form("i")

    await me.until(lambda: me.case and "Vi prøver en rute" in me.case.invitation)
    assert me.case is not None
    assert "Dere bruker bussen." in me.case.invitation
    assert "Vi byr på pizza." in me.case.invitation


async def test_a_long_list_is_narrowed_by_some_letters(facilitator: Facilitator) -> None:
    """/ and some letters leave those who match, Enter goes to them, Esc shows all again."""
    me = facilitator
    await me.form("n", "Gode år hjemme")
    await me.until(lambda: me.case)
    for who, category in (("Lions", "voluntary"), ("Fastlegene", "profession")):
        await me.desk.send("actor.name", who=who, category=category)
    await me.press("f7", "2")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "helpers")
    await me.until(lambda: listed(me) == {"Lions", "Fastlegene"})

    await me.press("slash")
    await me.type("lege")
    await me.until(lambda: listed(me) == {"Fastlegene"})
    await me.press("enter", "p")
    await me.until(lambda: me.case and [a.name for a in me.case.actors.values() if a.driver])
    assert me.case is not None
    assert [a.name for a in me.case.actors.values() if a.driver] == ["Fastlegene"]
    await me.press("escape")

    await me.until(lambda: listed(me) == {"Lions", "Fastlegene"})


async def test_whom_the_strategy_names_is_taken_up_with_one_key(facilitator: Facilitator) -> None:
    """The second page lists them under the hall's own; t puts the one at the cursor on the map."""
    me = facilitator
    await me.form("n", "Gode år hjemme")
    await me.until(lambda: me.case)
    await me.desk.send("pack.take", pack="ullensaker")
    await me.desk.go("gaps")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "gaps")
    place = me.desk.frame.place
    assert place is not None
    rows = place.query_one("#suggested", Picks)
    await me.until(lambda: any(item.text == "Innbyggere" for item in rows.items))
    rows.focus()
    await me.press("t")
    await me.until(lambda: me.case and me.case.actors)
    assert me.case is not None
    assert [(a.name, a.category) for a in me.case.actors.values()] == [("Innbyggere", "resident")]
    await me.until(lambda: all(item.text != "Innbyggere" for item in rows.items))


def listed(me: Facilitator) -> set[str]:
    """Who stands in the list."""
    place = me.desk.frame.place
    rows = place.query_one("#actors", Picks).items if place else ()
    return {item.text for item in rows if item.choosable}
