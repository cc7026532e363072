"""What is kept beside the evenings, led by keyboard: plans, lists, the idea box, a fund."""

from pathlib import Path

import pytest

from screens.desk.places.beside import INBOX, LIST, PLACED
from screens.desk.widgets.picks import Picks
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.pilot.journeying import sees, stand_at
from workshop.case import Case

pytestmark = pytest.mark.evenings


def case_of(me: Facilitator) -> Case:
    assert me.case is not None
    return me.case


async def test_what_is_kept_beside_the_evenings_is_written_by_keyboard(tmp_path: Path) -> None:
    """Every row leads to its form; h ticks, x takes off the list and u brings back."""
    async with at_the_desk(tmp_path / "beside.db", (120, 36)) as me:
        await me.form("n", "Kveldsbuss", "Skauli")
        await me.until(lambda: me.case)
        await me.go("6")
        for page in ("opening", "ending", "beside"):
            await me.turn(page)
        rows = me.desk.query_one("#beside", Picks)
        await stand_at(me, rows, PLACED)
        await me.form("enter", "Trygg hjemme", "2027", "150 000", "Åse", "Lab")
        await me.until(lambda: case_of(me).placed.cost == 150_000)
        await sees(me, "Trygg hjemme · handlingsplan 2027")
        await stand_at(me, rows, f"{LIST}tell")
        await me.form("n", "Svaret", "Avisa", "1.6.2027")
        await me.until(lambda: case_of(me).entries)
        (entry,) = case_of(me).entries
        await sees(me, "Svaret", "Avisa", "1 ting venter")
        await stand_at(me, rows, entry)
        await me.press("h")
        await me.until(lambda: case_of(me).entries[entry].done is True)
        await me.press("x")
        await me.until(lambda: not case_of(me).entries)
        await me.press("u")
        await me.until(lambda: case_of(me).entries)
        await stand_at(me, rows, INBOX)
        await me.press("enter")
        await me.until(lambda: case_of(me).inbox)
        await sees(me, "Åpen: Telefoner på nettet")
