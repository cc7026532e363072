"""A slip at the desk of a real hall: undone, done again, and found in what has been done."""

import asyncio
from functools import partial
from pathlib import Path

import pytest

from screens.desk.places.done import Done
from screens.desk.widgets.picks import Picks
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.web.halls import an_evening, tell

pytestmark = pytest.mark.evenings


def reads(person: Facilitator, words: str) -> bool:
    return words in " ".join(" ".join(screen_text(person.desk)).split())


async def test_a_slip_is_undone_and_done_again(tmp_path: Path) -> None:
    """`u` says what it took back and `^r` does it again; the list does both for any act."""
    async with at_the_desk(tmp_path / "sak.db", (80, 24)) as person:
        desk = person.desk
        control = desk.control
        assert control is not None
        case = await asyncio.to_thread(an_evening, control)
        write = partial(tell, control, case, "note.write", what="need", origin="paper")
        note = await asyncio.to_thread(write, text="En benk ved bussen")
        await desk.choose_case(case, "needs")

        def state() -> str:
            return person.case.notes[note].state if person.case else ""

        await person.until(lambda: person.notes == 1)
        before = state()
        await desk.send("note.moderate", note=note, state="hidden")
        await desk.send("station.go", station=5)
        await person.until(lambda: state() == "hidden")
        desk.act_undo()
        await person.until(lambda: reads(person, "Angret: Flyttet salen til et annet steg"))
        desk.act_undo()
        await person.until(lambda: reads(person, "Angret: Skjulte en lapp: En benk ved bussen"))
        assert state() == before
        desk.act_redo()
        await person.until(lambda: reads(person, "Gjort om igjen: Skjulte en lapp"))
        await person.until(lambda: state() == "hidden")

        await desk.act_history()
        await person.until(lambda: isinstance(desk.frame.place, Done) and desk.frame.place.lists())
        rows = desk.frame.place.query_one(Picks) if desk.frame.place else None
        assert rows is not None
        await person.until(lambda: desk.focused is rows)
        texts = [row.text for row in rows.items]
        assert texts[0] == "Skjulte en lapp: En benk ved bussen"
        assert [str(row.right[0][0]) if row.right else "" for row in rows.items][:4] == [
            "",
            "angret",
            "gjort om igjen",
            "",
        ]
        await person.press("enter")
        await person.until(lambda: state() == before)
        await person.press("enter")
        await person.until(lambda: reads(person, "Dette er angret. ^r gjør det om igjen."))
        await person.press("ctrl+r")
        await person.until(lambda: state() == "hidden")
        await person.press("escape")
        await person.until(lambda: desk.frame.place and desk.frame.place.NAME == "needs")
