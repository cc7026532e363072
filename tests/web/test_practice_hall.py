"""A practice hall over the net: what is called in happens, and nothing that was written is lost."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from screens.control import Control
from screens.rehearsal.crowd import LATECOMERS, Crowd
from screens.rehearsal.evening import load
from screens.rehearsal.hand import Hand
from screens.rehearsal.pace import QUICK
from tests.web.halls import an_evening, hall
from workshop.case import Case

PHONES = 3
PATIENCE = 30.0
NEEDS = 3
PACE = replace(QUICK, tests=True, needs=NEEDS, between=(0.3, 0.4))


async def until(hand: Hand, holds: Callable[[Case], bool]) -> Case:
    """The case as soon as it is so."""
    async with asyncio.timeout(PATIENCE):
        while True:
            case = await hand.look()
            if holds(case):
                return case
            await asyncio.sleep(0.05)


async def an_hour(control: Control, case: str) -> tuple[Case, Case, dict[str, str]]:
    """The net goes, late people come, somebody fools about; the case twice, and what was told."""
    hand = Hand(control, case)
    url = str(control.about["phone_url"])
    async with Crowd(url, case, PHONES, evening=load(), pace=PACE) as crowd:
        await until(hand, lambda c: len(c.notes) >= PHONES)
        crowd.call("drop")
        away = await hand.look()
        crowd.call("back")
        await until(hand, lambda c: len(c.notes) == NEEDS * PHONES)
        crowd.call("late")
        back = await until(hand, lambda c: len(c.notes) == NEEDS * (PHONES + LATECOMERS))
        crowd.call("prank")
        ready = await until(hand, lambda c: any("idiot" in n.text for n in c.notes.values()))
        await hand.give("block.stop")
        clusters = [
            await hand.give("cluster.make", title=note.text[:40], notes=[note.id])
            for note in list(ready.notes.values())[:2]
        ]
        assert len(clusters) == 2
        await hand.give("vote.open", over="need")
        people = PHONES + LATECOMERS + 1
        voted = await until(hand, lambda c: c.vote is not None and _ballots(c) == people + 1)
        assert len(voted.presences) == people + 1
        await hand.give("vote.close")
        await hand.give("poll.open", what="choice", title="Hva nå?", items=["a", "b"], form="scale")
        await until(hand, lambda c: c.poll is not None and _answers(c) == people)
        await hand.give("poll.close")
        test = await _a_test(hand)
        await until(hand, lambda c: bool(c.tests[test].heard))
    assert crowd.refusals == []
    assert hand.refusals == []
    return away, back, crowd.told.notes


async def _a_test(hand: Hand) -> str:
    """A test is out, and whoever tries it answers."""
    sketch = await hand.give("sketch.make", title="Skysstavla", text="En tavle")
    card = load().test.model_dump(include={"believe", "do", "look_for", "right_if"})
    test = await hand.give("test.plan", sketch=sketch, **card)
    await hand.give("test.start", test=test)
    return test


def _ballots(case: Case) -> int:
    return sum(case.votes[case.vote or ""].turnout.values())


def _answers(case: Case) -> int:
    return sum(case.polls[case.poll or ""].turnout.values())


@pytest.mark.evenings
def test_a_practice_hall_lives_through_all_that_is_called_in(tmp_path: Path) -> None:
    """Notes from the net's absence come, latecomers write, a prankster votes twice, polls fill."""
    with hall(tmp_path / "practice.db") as control:
        case = an_evening(control)
        away, back, told = asyncio.run(an_hour(control, case))

    assert len(away.notes) < NEEDS * PHONES
    # Latecomers may say what others said: each note lies there once, as its writer was told.
    assert {note.id: note.text for note in back.notes.values()} == told
