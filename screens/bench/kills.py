"""T12: a hall that is killed while phones write, and what it has forgotten of what it received."""

import asyncio
import os
import signal
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

from screens.bench.crowd import TEXT
from screens.bench.figures import Figure
from screens.bench.servers import Server, hall
from screens.control import Control, new_command_id
from screens.rehearsal.web import Broken, Browser
from storage.reader import is_whole, read_cases

PHONES: Final = 20
LIFE: Final = (0.15, 0.5)
"""Seconds that a hall lives before it is killed."""


def figures(folder: Path, times: int, seed: int = 1) -> list[Figure]:
    """What was acknowledged and is gone, and what is there more than once."""
    file, chance = folder / "kills.db", Random(seed)  # noqa: S311 - for variety
    received: set[str] = set()
    case = new_command_id()
    for turn in range(times):
        with hall(file) as server:
            if turn == 0:
                prepare(server, case)
            received |= asyncio.run(write_until_killed(server, case, chance.uniform(*LIFE)))
    kept = Counter(n.id for n in read_cases(file)[case].notes.values())
    lost = len(received - set(kept)) + (0 if is_whole(file) else len(received))
    twice = sum(n > 1 for n in kept.values())
    return [
        Figure("T12", "killed_lost", lost, 0, "", 0.0, "nothing", times, margin=1.0),
        Figure("T12", "killed_twice", twice, 0, "", 0.0, "nothing", times, margin=1.0),
    ]


def prepare(server: Server, case: str) -> None:
    """A gathering where needs are asked for."""
    control = Control(server.about)
    control.send_as(case, None, "case.open", title="Fart")
    gathering = control.send(case, "gathering.plan", title="Kveld")["command"]
    control.send(case, "gathering.open", gathering=gathering)
    control.send(case, "block.start", kind="needs", minutes=25)


async def write_until_killed(server: Server, case: str, life: float) -> set[str]:
    """Let phones write until the hall is killed after ``life`` seconds; what was acknowledged."""
    received: set[str] = set()

    async def write() -> None:
        browser = Browser(str(server.about["phone_url"]))
        try:
            await browser.get(f"/?case={case}")
            await browser.post("/join", {"id": new_command_id(), "heads": 1})
            while True:
                note = new_command_id()
                answer = await browser.post("/note", {"id": note, "text": TEXT})
                if answer.json().get("ok"):
                    received.add(note)
        except Broken:
            return
        finally:
            browser.close()

    writers = [asyncio.create_task(write()) for _ in range(PHONES)]
    await asyncio.sleep(life)
    # The hardest end that the system knows; on Windows it is the only one.
    os.kill(server.pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    await asyncio.gather(*writers)
    return received
