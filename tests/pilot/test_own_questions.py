"""A question of one's own by keyboard alone, on a real hall: its form by one key."""

import pytest

from screens.desk.form import Form
from screens.desk.widgets.menu import Menu
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator
from tests.pilot.test_scales import an_open_evening, more_sheets, sheets
from workshop.views import worded

pytestmark = pytest.mark.evenings


async def rank(me: Facilitator, over: str) -> None:
    """A new question that ranks; what it can be about stands on the screen, second in the list."""
    await me.press("f7", "s")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.query("#sheets"))
    await me.press("n")
    await me.until(lambda: isinstance(me.desk.screen, Menu))
    await me.press("4")
    await me.until(lambda: over in "\n".join(screen_text(me.desk)))
    await me.press("2")
    await me.until(lambda: isinstance(me.desk.screen, Form))


async def test_a_statement_is_chosen_by_one_key_keyed_in_and_told(facilitator: Facilitator) -> None:
    """One key takes the form; sheets show only how many they are; e closes and tells."""
    me = facilitator
    await an_open_evening(me)
    await me.press("f7", "s")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.query("#sheets"))
    await me.press("n")
    await me.until(lambda: isinstance(me.desk.screen, Menu))
    await me.form("1", "", "Vi bør møtes igjen")
    await me.until(lambda: me.case and me.case.poll)
    assert me.case is not None
    assert me.case.polls[me.case.poll or ""].form.kind == "statement"
    for sheet in ("j", "ja", "1", "n", "v"):
        before = sheets(me)
        await me.press("f2")
        await me.type(sheet)
        await me.press("enter")
        await more_sheets(me, before)
    told = " ".join("\n".join(screen_text(me.desk)).split())
    assert "5 har svart. Svarene er skjult" in told
    assert "sier ja" not in told

    await me.press("escape", "e")
    await me.until(lambda: me.case and not me.case.poll)

    await me.until(lambda: "3 sier ja, 1 sier nei, 1 vet ikke." in "\n".join(screen_text(me.desk)))


async def test_clusters_are_ranked_by_their_numbers(facilitator: Facilitator) -> None:
    """A key for the form, a key for what it is about, and which of them; a wrong number is told."""
    me = facilitator
    await an_open_evening(me)
    for title in ("Hjem om kvelden", "Treffes", "Noen å ringe"):
        await me.desk.send("cluster.make", title=title)
    await me.until(lambda: me.case and len(me.case.clusters) == 3)
    await rank(me, "Klyngene av behov")
    await me.press("tab")
    await me.type("1 4")
    await me.press("f2")
    await me.until(lambda: "Skriv numre fra 1 til 3." in "\n".join(screen_text(me.desk)))
    await me.press("backspace", "3", "f2")
    await me.until(lambda: me.case and me.case.poll)

    assert me.case is not None
    form = worded(me.case, me.case.polls[me.case.poll or ""].form)
    assert (form.kind, [i.text for i in form.items]) == (
        "ranking",
        ["Hjem om kvelden", "Noen å ringe"],
    )


async def test_the_cases_of_the_file_are_ranked_by_their_titles(facilitator: Facilitator) -> None:
    """Leaders put the cases in order with the same question; the case goes by its title."""
    me = facilitator
    await me.desk.send("case.open", title="Trygg skulevei")
    await an_open_evening(me)
    await rank(me, "Sakene i fila")
    await me.press("f2")
    await me.until(lambda: me.case and me.case.poll)
    assert me.case is not None
    form = me.case.polls[me.case.poll or ""].form

    assert form.kind == "ranking"
    assert {item.text for item in form.items} == {"Trygg skulevei", me.case.title}
