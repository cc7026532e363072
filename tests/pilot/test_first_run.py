"""The first time at the desk: five questions that may stand empty, and a finished case to see."""

from contextlib import nullcontext
from pathlib import Path

import pytest

from screens.cli.opening import practice
from screens.desk.form import Form
from screens.desk.widgets.line import Line
from screens.practice import SAMPLE, newest
from storage.reader import read_cases
from tests.pilot.facilitator import Facilitator, at_the_desk


class Rehearsals:
    """Rehearsals that are over at once."""

    led = 0

    def __call__(self) -> int:
        """One more; nothing went wrong in it."""
        self.led += 1
        return 0


async def test_newcomers_are_asked_once_and_then_left_alone(tmp_path: Path) -> None:
    """What is answered stands in case and venue; the next start asks nothing."""
    file = tmp_path / "min.db"
    async with at_the_desk(file, (80, 24), practice=practice) as me:
        await me.until(lambda: isinstance(me.desk.screen, Form))
        for text in ("Gode år hjemme", "Lier", "10", "Servicetorget", ""):
            await me.type(text)
            await me.press("enter")
        await me.until(lambda: me.case)
        assert me.case is not None
        assert (me.case.title, me.case.size) == ("Gode år hjemme", "small")
        assert (me.case.process, me.case.pack.id) == ("administrative", "lier")
        await me.until(lambda: me.case and me.case.notice.contact == "Servicetorget")
    async with at_the_desk(file, (80, 24), practice=practice) as me:
        await me.until(lambda: me.desk.state.cases)
        assert not isinstance(me.desk.screen, Form)


async def test_whoever_leaves_the_questions_is_not_asked_again(tmp_path: Path) -> None:
    """Esc is an answer, too; the palette has the questions for whoever wants them."""
    file = tmp_path / "min.db"
    async with at_the_desk(file, (80, 24), practice=practice) as me:
        await me.until(lambda: isinstance(me.desk.screen, Form))
        await me.press("escape")
        await me.until(lambda: not isinstance(me.desk.screen, Form))
        await me.desk.frame.action_act("welcome")
        await me.until(lambda: isinstance(me.desk.screen, Form))


@pytest.mark.parametrize("size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.evenings)])
async def test_p_shows_a_finished_case_beside_the_real_ones(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """It is marked as practice, comes once, and is never what a report takes by itself."""
    file = tmp_path / "min.db"
    async with at_the_desk(file, size, practice=practice) as me:
        await me.until(lambda: isinstance(me.desk.screen, Form))
        await me.type("Ekte sak")
        await me.press("f2")
        await me.until(lambda: me.case)
        for _ in range(2):
            await me.go("0")
            await me.press("p")
            await me.until(lambda: me.case and me.case.id == SAMPLE and me.case.decisions)
    cases = read_cases(file)

    assert len(cases) == 2
    assert len(cases[SAMPLE].notes) == 70
    assert newest(cases.values()).title == "Ekte sak"


async def test_without_practice_nobody_is_asked(facilitator: Facilitator) -> None:
    """A desk that others have set up goes straight to work."""
    me = facilitator
    await me.until(lambda: me.desk.state.about)

    assert not isinstance(me.desk.screen, Form)


async def test_practice_never_takes_the_wall_from_a_meeting(tmp_path: Path) -> None:
    """While a real gathering is open, p says so and changes nothing."""
    async with at_the_desk(tmp_path / "min.db", (80, 24), practice=practice) as me:
        await me.until(lambda: isinstance(me.desk.screen, Form))
        await me.type("Ekte sak")
        await me.press("f2")
        await me.until(lambda: me.case)
        await me.go("4")
        await me.form("g", "", " i kveld")
        await me.press("o")
        await me.until(lambda: me.case and me.case.gathering)
        await me.go("0")
        await me.press("p")
        await me.pilot.pause()
        rehearsals = Rehearsals()
        me.desk.rehearsal = rehearsals
        await me.press("o")
        await me.pilot.pause()

        assert rehearsals.led == 0
        assert [case.title for case in me.desk.state.cases] == ["Ekte sak"]
        assert me.case
        assert me.case.title == "Ekte sak"


@pytest.mark.evenings
async def test_o_gives_the_terminal_to_a_rehearsal_and_takes_it_back(
    facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One's own cases are as they were; where no terminal can be given, it says what to type."""
    me, rehearsals = facilitator, Rehearsals()
    me.desk.rehearsal = rehearsals
    await me.until(lambda: me.desk.state.read)
    line = me.desk.frame.query_one(Line)
    await me.press("o")
    await me.until(lambda: "medspill demo" in line.text)
    assert rehearsals.led == 0
    monkeypatch.setattr(me.desk, "suspend", nullcontext)
    await me.press("escape", "o")
    await me.until(lambda: "tilbake hos sakene" in line.text)

    assert rehearsals.led == 1
    assert me.desk.state.cases == ()


@pytest.mark.evenings
async def test_whoever_left_the_hall_running_is_back_at_its_page(tmp_path: Path) -> None:
    """Nobody has to find the case and the page again in front of eighty people."""
    file = tmp_path / "min.db"
    async with at_the_desk(file, (80, 24)) as me:
        await me.form("n", "Kveldsbuss")
        await me.until(lambda: me.case)
        await me.desk.send("gathering.plan", title="Folkemøte")
        await me.until(lambda: me.case and me.case.gatherings)
        assert me.case is not None
        await me.desk.send("gathering.open", gathering=next(iter(me.case.gatherings)))
        await me.desk.send("station.go", station=5)
        await me.desk.send("block.start", kind="sort", reason="Haster")
        me.desk.exit()
    async with at_the_desk(file, (80, 24), practice=practice) as me:
        await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "clusters")
        assert me.case is not None
        assert me.case.title == "Kveldsbuss"
