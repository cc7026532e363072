"""T3: how long people wait for «Mottatt» when 200 phones write and vote at once."""

import asyncio
import resource
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any, Final

from screens.control import Control, new_command_id
from screens.rehearsal.web import Browser
from tests.bench.figures import Figure, percentile
from tests.bench.servers import Server, hall, hello

PHONES: Final = 200
ROUNDS: Final = 5
SECONDS: Final = 4.0
NOTES_A_SECOND: Final = PHONES / 30
VOTES_A_SECOND: Final = 3 * PHONES / 20
SPIN: Final = 0.002
"""Seconds before it is due in which the timer of the event loop is too coarse to trust."""
LOOK_EVERY: Final = 4.0
"""How often a phone without a stream looks whether anything has changed."""
CLUSTERS: Final = 6
TEXT: Final = "Eg treng nokon å gå tur med når det er glatt, for eg tør ikkje å gå åleine."

Say = Callable[[int], Awaitable[None]]


def schedule(rate: float, seed: int) -> list[tuple[float, int]]:
    """When which phone does something: random arrivals, the same for every server."""
    chance = Random(seed)
    many = round(rate * SECONDS)
    return sorted((chance.uniform(0, SECONDS), chance.randrange(PHONES)) for _ in range(many))


async def run(plan: Sequence[tuple[float, int]], say: Say) -> list[float]:
    """Seconds from when each thing was due, not from when it was sent, to its receipt."""
    since = time.perf_counter() + 0.2
    waits: list[float] = []
    free = [asyncio.Lock() for _ in range(PHONES)]

    async def one(due: float, phone: int) -> None:
        await asyncio.sleep(since + due - SPIN - time.perf_counter())
        while time.perf_counter() < since + due:  # noqa: ASYNC110 - a timer finer than the loop's
            await asyncio.sleep(0)
        async with free[phone]:
            await say(phone)
        waits.append(time.perf_counter() - since - due)

    async with asyncio.TaskGroup() as group:
        for due, phone in plan:
            group.create_task(one(due, phone))
    return waits


class Hall:
    """A hall with 200 phones that have joined and look now and then."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._control = Control(server.about)
        self._browsers = [Browser(server.about["phone_url"]) for _ in range(PHONES)]
        self._case = new_command_id()
        self._targets = [new_command_id() for _ in range(CLUSTERS)]
        self._chance = Random(1)

    def _desk(self, name: str, command: str = "", **fields: object) -> str:
        command = command or new_command_id()
        case = None if name == "case.open" else self._case
        said = self._control.send_as(command, case, name, **fields)
        assert said["ok"], said
        return command

    def prepare(self) -> None:
        """A gathering at station 5, with clusters to vote on later."""
        self._desk("case.open", self._case, title="Fart")
        self._desk("gathering.open", gathering=self._desk("gathering.plan", title="En kveld"))
        for number, target in enumerate(self._targets):
            self._desk("cluster.make", target, title=f"Klynge {number}")

    async def join(self) -> None:
        """Everybody opens the page and joins."""
        for number, browser in enumerate(self._browsers):
            await browser.get("/")
            said = await self._post(browser, "/join", heads=1, table=number % 20 + 1)
            assert said["ok"], said

    async def notes(self, seed: int) -> list[float]:
        """Waits while needs are collected."""
        self._desk("block.start", kind="needs", minutes=25)
        return await self._with_looks(run(schedule(NOTES_A_SECOND, seed), self._note))

    async def votes(self, seed: int) -> list[float]:
        """Waits while everybody votes, and votes again."""
        self._vote = self._desk("vote.open")
        waits = await self._with_looks(run(schedule(VOTES_A_SECOND, seed), self._ballot))
        self._desk("vote.close")
        return waits

    async def _with_looks(self, work: Awaitable[list[float]]) -> list[float]:
        async def look(number: int) -> None:
            browser = Browser(self.server.about["phone_url"])
            browser.cookies |= self._browsers[number].cookies
            try:
                await asyncio.sleep(number / PHONES * LOOK_EVERY)
                while True:
                    await browser.get("/live")
                    await asyncio.sleep(LOOK_EVERY)
            finally:
                browser.close()

        looks = [asyncio.create_task(look(number)) for number in range(PHONES)]
        try:
            return await work
        finally:
            for task in looks:
                task.cancel()
            await asyncio.gather(*looks, return_exceptions=True)

    async def _note(self, phone: int) -> None:
        said = await self._post(self._browsers[phone], "/note", text=TEXT)
        assert said["ok"], said

    async def _ballot(self, phone: int) -> None:
        picks = self._chance.sample(self._targets, 3)
        said = await self._post(self._browsers[phone], "/ballot", vote=self._vote, picks=picks)
        assert said["ok"], said

    async def _post(self, browser: Browser, path: str, **fields: object) -> dict[str, Any]:
        answer = await browser.post(path, {"id": new_command_id(), **fields})
        return answer.json()

    def close(self) -> None:
        """Everybody goes home."""
        for browser in self._browsers:
            browser.close()


class Hello:
    """The same phones on the hello server."""

    def __init__(self, server: Server) -> None:
        self._browsers = [Browser(server.line.strip()) for _ in range(PHONES)]

    async def waits(self, rate: float, seed: int) -> list[float]:
        """Waits under the same schedule."""
        return await run(schedule(rate, seed), self._post)

    async def _post(self, phone: int) -> None:
        body = {"id": new_command_id(), "text": TEXT}
        answer = await self._browsers[phone].post("/note", body)
        assert answer.json()["ok"]

    def close(self) -> None:
        """Everybody goes home."""
        for browser in self._browsers:
            browser.close()


def figures(folder: Path) -> list[Figure]:
    """T3, and what the hall holds in memory with nobody and with everybody there."""
    _allow_many_connections()
    with hall(folder / "warm.db"), hello():
        pass  # The first start byte-compiles, and its memory would show it.
    with ExitStack() as stack:
        server = stack.enter_context(hall(folder / "burst.db"))
        least = stack.enter_context(hello())
        alone = server.resident_kb()
        return asyncio.run(_measure(server, least, alone))


async def _measure(server: Server, least: Server, alone: float) -> list[Figure]:
    ours, theirs = Hall(server), Hello(least)
    waits: dict[str, list[float]] = {"notes": [], "votes": [], "hello notes": [], "hello votes": []}
    ours.prepare()
    await ours.join()
    for seed in range(ROUNDS):
        waits["notes"] += await ours.notes(seed)
        waits["hello notes"] += await theirs.waits(NOTES_A_SECOND, seed)
        waits["votes"] += await ours.votes(seed)
        waits["hello votes"] += await theirs.waits(VOTES_A_SECOND, seed)
    together = server.resident_kb()
    ours.close()
    theirs.close()
    found = [*_waits("notes", waits), *_waits("votes", waits)]
    return [
        *found,
        Figure("memory, nobody there", alone / 1024, 60, "MB", 1.0, "60 MB"),
        Figure(
            "memory, 200 phones",
            together / 1024,
            60 + PHONES * 40 / 1024,
            "MB",
            1.0,
            "60 + 40 kB each",
        ),
    ]


def _waits(what: str, waits: dict[str, list[float]]) -> list[Figure]:
    return [
        Figure(
            f"T3 {what}, p{part * 100:.0f} with 200 phones",
            percentile(waits[what], part) * 1000,
            percentile(waits[f"hello {what}"], part) * 1000,
            "ms",
            4.0,
            "hello server",
            enough=enough,
            margin=2.0,
        )
        for part, enough in ((0.5, 3.0), (0.95, 10.0), (0.99, 25.0))
    ]


def _allow_many_connections() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(max(soft, 4096), hard), hard))
