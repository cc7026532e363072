"""A desk that was torn away goes on where it was; one that was closed begins with its case."""

import asyncio
from pathlib import Path
from typing import Self

import pytest

from screens import starting
from screens.control import Control
from screens.desk.places import PLACES
from screens.desk.remembered import HalfLine, read
from screens.desk.widgets.entry import Entry
from screens.desk.widgets.picks import Picks
from screens.desk.wired import WiredDesk
from screens.remembering import path_of
from screens.words import Words
from tests.pilot.facilitator import Facilitator

pytestmark = pytest.mark.evenings

OPTIONS = ("--host", "127.0.0.1", "--lan-port", "0")


class Sitting:
    """One desk after another on the same file, while the hall goes on."""

    def __init__(self, file: Path) -> None:
        self.file = file

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if control := Control.find(self.file):
            await asyncio.to_thread(control.stop)
        for hall in starting._started:
            await asyncio.to_thread(hall.wait, 20)

    def desk(self) -> WiredDesk:
        return WiredDesk(Words(), PLACES, self.file, OPTIONS)


async def at_needs(me: Facilitator) -> None:
    await me.form("n", "Gode år hjemme")
    await me.until(lambda: me.case)
    await me.go("5")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "needs")


def lines_of(sitting: Sitting) -> list[HalfLine]:
    """The half written lines that are remembered."""
    kept = read(sitting.file)
    return [*kept[0].lines.values()] if kept else []


def form_of(sitting: Sitting) -> list[str]:
    """What stands in the form that is remembered."""
    kept = read(sitting.file)
    return [*kept[0].form.values.values()] if kept and kept[0].form else []


async def torn_away(sitting: Sitting) -> None:
    """Somebody writes half a slip at table 5, and half a gathering's name, and is gone."""
    desk = sitting.desk()
    async with desk.run_test(size=(80, 24)) as pilot:
        me = Facilitator(desk, pilot)
        await me.until(lambda: desk.state.about)
        await at_needs(me)
        await me.press("f2")
        await me.type("5:Bussen går for")
        await me.until(lambda: any(line.text.endswith("går for") for line in lines_of(sitting)))


async def test_what_was_half_written_is_there_again(tmp_path: Path) -> None:
    """After the window was torn away the desk opens on the same station, with the half line."""
    async with Sitting(tmp_path / "a.db") as sitting:
        await torn_away(sitting)
        assert path_of(sitting.file).stat().st_mode & 0o777 == 0o600

        desk = sitting.desk()
        async with desk.run_test(size=(80, 24)) as pilot:
            me = Facilitator(desk, pilot)
            await me.until(lambda: desk.frame.place and desk.frame.place.NAME == "needs")
            entry = desk.frame.query_one("#place-needs").query_one(Entry)
            await me.until(lambda: entry.half_written.text == "Bussen går for")
            assert entry.half_written.table == 5

            await me.type(" tidlig")
            await me.press("enter")
            await me.until(lambda: me.notes == 1)
            assert me.case is not None
            assert [note.text for note in me.case.notes.values()] == ["Bussen går for tidlig"]
            await me.until(lambda: (kept := read(sitting.file)) and not kept[0].lines)


async def test_a_form_that_was_torn_away_holds_what_was_written(tmp_path: Path) -> None:
    """Opened again, the form has the words of last time, and says that they are not stored."""
    async with Sitting(tmp_path / "a.db") as sitting:
        desk = sitting.desk()
        async with desk.run_test(size=(80, 24)) as pilot:
            me = Facilitator(desk, pilot)
            await me.until(lambda: desk.state.about)
            await me.press("n")
            await me.type("Gode år")
            await me.until(lambda: "Gode år" in form_of(sitting))

        desk = sitting.desk()
        async with desk.run_test(size=(80, 24)) as pilot:
            me = Facilitator(desk, pilot)
            await me.until(lambda: desk.state.about)
            await me.form("n", " hjemme")
            await me.until(lambda: me.case)
            assert me.case is not None
            assert me.case.title == "Gode år hjemme"


async def test_a_desk_that_was_closed_begins_at_the_cases_with_the_cursor_on_its_own(
    tmp_path: Path,
) -> None:
    """Whoever left with Ctrl+Q finds all cases, and the one that was worked on is chosen."""
    async with Sitting(tmp_path / "a.db") as sitting:
        desk = sitting.desk()
        async with desk.run_test(size=(80, 24)) as pilot:
            me = Facilitator(desk, pilot)
            await me.until(lambda: desk.state.about)
            await me.form("n", "Gode år hjemme")
            await me.until(lambda: me.case)
            first = me.case.id if me.case else ""
            await me.go("0")
            await me.form("n", "Lekeplassen")
            await me.until(lambda: me.case and me.case.id != first)
            await desk.choose_case(first)
            # The hall goes on, for the next desk.
            desk._borrowed = True
            await me.press("ctrl+q")
        assert (kept := read(sitting.file))
        assert kept[0].left

        desk = sitting.desk()
        async with desk.run_test(size=(80, 24)) as pilot:
            me = Facilitator(desk, pilot)
            await me.until(lambda: len(desk.state.cases) == 2)
            await me.until(lambda: desk.frame.query_one("#cases", Picks).cursor_id == first)
            assert desk.frame.place
            assert desk.frame.place.NAME == "home"
