"""A big meeting at the desk: thousands of notes are there in a moment."""

import asyncio
import time
from pathlib import Path

import pytest

from screens.desk.room import Room
from screens.desk.widgets.entry import Entry
from screens.desk.widgets.notes import Notes, Section
from screens.recording import Alone
from storage.ledger import Ledger
from tests.pilot.facilitator import at_the_desk

pytestmark = pytest.mark.evenings

MANY, BURST = 2_000, 300
SLIP = "Savner en kafe å gå til"
TEXT = "Lapp {n}: noen å prate med når det er mørkt og glatt, og bussen ikke går"
CASE = "case-0001"


def a_big_case(file: Path) -> None:
    """A case with an open gathering and many needs."""
    ledger = Ledger.open(file)
    gathering = {"name": "gathering.open", "gathering": "gathering-1"}
    bodies = [
        {"id": CASE, "name": "case.open", "title": "Sak"},
        {"id": "gathering-1", "case": CASE, "name": "gathering.plan", "title": "Kveld"},
        {"id": "opened-01", "case": CASE, **gathering},
    ]
    for n in range(MANY):
        words = {"name": "note.write", "text": TEXT.format(n=n)}
        bodies.append({"id": f"note-{n:05}", "case": CASE, **words})
    assert all(answer["ok"] for answer in Alone(ledger).send_all(bodies))
    ledger.close()


async def test_a_burst_is_there_whole_and_moves_nothing(tmp_path: Path) -> None:
    """Notes pour in while one writes: no letter is lost, all notes stand, the cursor stays."""
    a_big_case(tmp_path / "desk.db")
    async with at_the_desk(tmp_path / "desk.db", (120, 36)) as me:
        await me.until(lambda: me.case and len(me.case.notes) == MANY)
        await me.desk.go("needs")
        notes = me.desk.query_one(Notes)
        await me.until(lambda: len(notes.items) >= MANY)
        await me.press("down", "down", "down")
        chosen = notes.cursor_id
        await me.press("f2")
        control = me.desk.control
        assert control is not None
        bodies = [
            {"id": f"burst-{n:05}", "case": CASE, "name": "note.write", "text": TEXT.format(n=n)}
            for n in range(BURST)
        ]
        pouring = asyncio.gather(*(asyncio.to_thread(control.send_all, [body]) for body in bodies))
        await me.press(*SLIP)
        assert all(answer["ok"] for (answer,) in await pouring)
        # The heading of the notes stands among them.
        await me.until(lambda: len(notes.items) == MANY + BURST + 1)
        heading = notes.items[0]
        assert isinstance(heading, Section)
        assert heading.count == str(MANY + BURST)
        assert notes.cursor_id == chosen
        assert me.desk.query_one(Entry).half_written.text == SLIP
        assert me.case
        assert {body["id"] for body in bodies} < me.case.notes.keys()


async def test_two_thousand_notes_are_there_at_once(tmp_path: Path) -> None:
    """Needs and clusters are drawn in a moment each time, and a key moves at once."""
    a_big_case(tmp_path / "desk.db")
    async with at_the_desk(tmp_path / "desk.db", (120, 36)) as me:
        await me.until(lambda: me.case and len(me.case.notes) == MANY)
        for name in ("needs", "clusters"):
            await me.desk.go(name)
            place = me.desk.frame.place
            assert isinstance(place, Room)
            await me.until(lambda: len(me.desk.query(Notes).first().items) >= MANY)
            case = me.case
            assert case
            place.show(case)
            before = time.process_time()
            place.show(case)
            assert time.process_time() - before < 0.15, name
        await me.press("escape")
        before = time.process_time()
        await me.press("pagedown", "down", "end")
        assert time.process_time() - before < 0.5
