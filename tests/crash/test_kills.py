"""Promise 1 and 2: what was acknowledged is there exactly once, whenever the hall is killed."""

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import pytest

from screens.control import new_command_id
from screens.paper.report import as_json
from screens.rehearsal.told import differences
from screens.rehearsal.web import Browser
from storage.reader import read_cases
from tests.crash.halls import MortalHall
from tests.crash.storm import Storm

pytestmark = pytest.mark.kills

SEEDS = (1, 2, 3)
KILLS = 9
"""In each of two phases and for each seed: 54 in all."""
PHONES = 60
CLUSTERS = 5
DOTS = 3
BEFORE_A_KILL = (0.05, 0.6)
RESTART = 2.0


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[MortalHall]:
    """A hall on a new file."""
    mortal = MortalHall(tmp_path / "kills.db")
    yield mortal
    mortal.close()


def picture(hall: MortalHall, case: str) -> dict[str, Any]:
    """What whoever restarts must be back at."""
    seen = hall.control.get(f"/cases/{case}")
    return {key: seen[key] for key in ("station", "gathering", "running", "shown", "vote")}


async def kill_often(hall: MortalHall, case: str, storm: Storm, chance: Random) -> None:
    """Kill the hall at random moments; the wait before each is the experiment itself."""
    for _ in range(KILLS):
        before = await asyncio.to_thread(picture, hall, case)
        await asyncio.sleep(chance.uniform(*BEFORE_A_KILL))
        await asyncio.to_thread(hall.kill)
        await asyncio.to_thread(hall.start_again)
        assert await asyncio.to_thread(picture, hall, case) == before
    storm.over.set()


async def open_hall(storm: Storm, case: str) -> None:
    """A case with an open gathering at station 5, where needs are collected."""
    gathering = new_command_id()
    await storm.desk(case, "case.open", title="Drept og gjenoppstått")
    await storm.desk(gathering, "gathering.plan", title="En kveld")
    await storm.desk(new_command_id(), "gathering.open", gathering=gathering)
    await storm.desk(new_command_id(), "station.go", station=5)
    await storm.desk(new_command_id(), "block.start", kind="needs", minutes=25)


async def evening(hall: MortalHall, chance: Random) -> tuple[str, Storm]:
    """A phase of writing and a phase of voting, the hall killed all through both."""
    case = new_command_id()
    storm = Storm(hall, case, PHONES, chance)
    await open_hall(storm, case)
    await storm.come()
    await asyncio.gather(storm.write(), kill_often(hall, case, storm, chance))

    targets = [new_command_id() for _ in range(CLUSTERS)]
    for number, target in enumerate(targets):
        await storm.desk(target, "cluster.make", title=f"Klynge {number}")
    vote = new_command_id()
    await storm.desk(vote, "vote.open", dots=DOTS)
    storm.over.clear()
    await asyncio.gather(storm.vote(vote, targets, DOTS), kill_often(hall, case, storm, chance))
    await storm.desk(new_command_id(), "vote.close")
    storm.leave()
    return case, storm


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_acknowledged_is_there_exactly_once(hall: MortalHall, seed: int) -> None:
    """After 18 kills every acknowledged note and dot is in the file once, and nothing else is."""
    case, storm = asyncio.run(evening(hall, Random(seed)))

    assert storm.broken > KILLS
    kept = read_cases(hall.file)[case]
    assert differences(kept, storm.told) == {}
    assert len(kept.notes) > PHONES
    (vote,) = kept.votes.values()
    assert sum(vote.counts.values()) == storm.told.dots
    assert sum(vote.turnout.values()) == len(storm.told.ballots)
    with closing(sqlite3.connect(hall.file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert median(hall.starts) < RESTART
    sums = json.loads(as_json(kept))["sums"]
    assert (sums["notes"], sums["dots"]) == (len(storm.told.notes), storm.told.dots)
    assert (sums["phones"], sums["ballots"]) == (PHONES, len(storm.told.ballots))


def test_whoever_restarts_is_back_where_they_were(hall: MortalHall) -> None:
    """Killed at every turn of an evening, the hall is back at the same picture, clock and page."""

    async def through_the_turns() -> None:
        case = new_command_id()
        storm = Storm(hall, case, 1, Random(1))
        await open_hall(storm, case)
        await storm.come()
        note, cluster, vote = (new_command_id() for _ in range(3))
        await storm.desk(note, "note.write", text="Benk ved bussen", origin="paper", number=1)
        turns: list[tuple[str, str, dict[str, object]]] = [
            (new_command_id(), "note.moderate", {"note": note, "state": "shown"}),
            (new_command_id(), "clock.pause", {}),
            (cluster, "cluster.make", {"title": "Sitte ned", "notes": [note]}),
            (new_command_id(), "projector.show", {"wall": "clusters"}),
            (vote, "vote.open", {}),
            (new_command_id(), "vote.close", {}),
            (new_command_id(), "station.go", {"station": 6}),
            (new_command_id(), "projector.show", {"wall": "blank"}),
        ]
        for command, name, fields in turns:
            await storm.desk(command, name, **fields)
            before = await seen(storm, case)
            await asyncio.to_thread(hall.kill)
            await asyncio.to_thread(hall.start_again)
            assert await seen(storm, case) == before, name
        storm.leave()

    async def seen(storm: Storm, case: str) -> list[object]:
        wall = Browser(str(hall.control.about["projector_url"]))
        path = urlsplit(str(hall.control.about["projector_url"])).path
        shown = (await wall.get(f"{path}picture")).json()["html"]
        wall.close()
        page = (await storm.browsers[0].get("/me")).json()
        return [shown, page["turn"], page["face"], page["notes"], picture(hall, case)]

    asyncio.run(through_the_turns())
    assert median(hall.starts) < RESTART
