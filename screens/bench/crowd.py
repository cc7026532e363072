"""Phones that follow, write and vote on a schedule, from one process."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from http.client import HTTPConnection
from random import Random
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from screens.bench.servers import Server
from screens.control import Control, new_command_id
from screens.rehearsal.web import Browser

SPIN: Final = 0.002
"""Seconds before it is due in which the timer of the event loop is too coarse to trust."""
JOINING: Final = 50
"""Phones that join at the same time."""
CLUSTERS: Final = 6
TEXT: Final = "x" * 75
"""As long as a note usually is."""

Say = Callable[[int], Awaitable[None]]
Plan = Sequence[tuple[float, int]]


def schedule(phones: int, rate: float, seconds: float, seed: int) -> Plan:
    """When which phone does something: random arrivals, the same for every server."""
    chance = Random(seed)  # noqa: S311 - for variety, not for secrets
    many = round(rate * seconds)
    return sorted((chance.uniform(0, seconds), chance.randrange(phones)) for _ in range(many))


async def run(phones: int, plan: Plan, say: Say) -> list[float]:
    """Seconds from when each thing was due, not from when it was sent, to its receipt."""
    since = time.perf_counter() + 0.2
    waits: list[float] = []
    free = [asyncio.Lock() for _ in range(phones)]

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


class Stream(asyncio.Protocol):
    """One phone's stream, read as cheaply as can be: how much came, and when a mark did."""

    def __init__(self, path: str, host: str, cookie: str) -> None:
        self._request = (
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/event-stream\r\n"
            f"Cookie: {cookie}\r\n\r\n"
        ).encode()
        self.received = 0
        self.alive = False
        self.wanted = b""
        self.seen_at: float | None = None
        self._transport: asyncio.Transport | None = None

    def itself(self) -> "Stream":
        """What asyncio calls for a protocol."""
        return self

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask to follow."""
        self._transport = transport  # type: ignore[assignment]
        self.alive = True
        transport.write(self._request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        """Count, and look for the mark."""
        self.received += len(data)
        if self.wanted and self.seen_at is None and self.wanted in data:
            self.seen_at = time.perf_counter()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """The hall has closed it."""
        self.alive = False

    def look_for(self, mark: bytes) -> None:
        """Note when this comes next."""
        self.wanted, self.seen_at = mark, None

    def close(self) -> None:
        """Follow no longer."""
        if self._transport:
            self._transport.close()


class Crowd:
    """A hall with phones that have joined, each with a stream open."""

    def __init__(self, server: Server, phones: int) -> None:
        self.server = server
        self.phones = phones
        self.streams: list[Stream] = []
        self.acknowledged = 0
        self._control = Control(server.about)
        self._browsers = [Browser(str(server.about["phone_url"])) for _ in range(phones)]
        self._case = new_command_id()
        self._targets = [new_command_id() for _ in range(CLUSTERS)]
        self._chance = Random(1)  # noqa: S311 - as above
        self._vote = ""

    def desk(self, name: str, command: str = "", **fields: object) -> str:
        """A command of the facilitator's that must be taken; its id."""
        command = command or new_command_id()
        case = None if name == "case.open" else self._case
        said = self._control.send_as(command, case, name, **fields)
        if not said["ok"]:
            raise RuntimeError(said)
        return command

    def prepare(self) -> None:
        """A gathering at station 5, with clusters to vote on later."""
        self.desk("case.open", self._case, title="Fart")
        self.desk("gathering.open", gathering=self.desk("gathering.plan", title="Kveld"))
        for number, target in enumerate(self._targets):
            self.desk("cluster.make", target, title=f"{number}")

    async def come(self) -> None:
        """Everybody opens the page, joins, and follows."""
        free = asyncio.Semaphore(JOINING)

        async def one(number: int) -> None:
            async with free:
                browser = self._browsers[number]
                await browser.get("/")
                await self._post(browser, "/join", heads=1, table=number % 20 + 1)

        async with asyncio.TaskGroup() as group:
            for number in range(self.phones):
                group.create_task(one(number))
        await self._follow()

    async def _follow(self) -> None:
        where = urlsplit(str(self.server.about["phone_url"]))
        loop = asyncio.get_running_loop()
        for browser in self._browsers:
            cookie = "; ".join(f"{k}={v}" for k, v in browser.cookies.items())
            stream = Stream("/follow", where.netloc, cookie)
            await loop.create_connection(stream.itself, where.hostname or "", where.port or 80)
            self.streams.append(stream)

    @property
    def alive(self) -> int:
        """Streams that are open."""
        return sum(stream.alive for stream in self.streams)

    @property
    def received(self) -> int:
        """Bytes that all streams have got."""
        return sum(stream.received for stream in self.streams)

    async def notes(self, seconds: float, seed: int) -> list[float]:
        """Waits while needs are collected: each phone writes one in half a minute."""
        await asyncio.to_thread(self.desk, "block.start", kind="needs", minutes=25)
        plan = schedule(self.phones, self.phones / 30, seconds, seed)
        return await run(self.phones, plan, self.note)

    async def votes(self, seconds: float, seed: int) -> list[float]:
        """Waits while everybody votes, and votes again: three times in twenty seconds."""
        self._vote = await asyncio.to_thread(self.desk, "vote.open")
        plan = schedule(self.phones, 3 * self.phones / 20, seconds, seed)
        waits = await run(self.phones, plan, self._ballot)
        await asyncio.to_thread(self.desk, "vote.close")
        return waits

    async def note(self, phone: int) -> None:
        """One phone writes a need."""
        await self._post(self._browsers[phone], "/note", text=TEXT)
        self.acknowledged += 1

    async def _ballot(self, phone: int) -> None:
        picks = self._chance.sample(self._targets, 3)
        await self._post(self._browsers[phone], "/ballot", vote=self._vote, picks=picks)

    async def _post(self, browser: Browser, path: str, **fields: object) -> dict[str, Any]:
        answer = await browser.post(path, {"id": new_command_id(), **fields})
        said = answer.json()
        if not said.get("ok"):
            raise RuntimeError(said)
        return said

    def stored(self) -> int:
        """Notes that the hall has on its disk."""
        return len(self._control.get(f"/cases/{self._case}")["notes"])

    def leave(self) -> None:
        """Everybody goes home."""
        for browser in self._browsers:
            browser.close()
        for stream in self.streams:
            stream.close()


class Least:
    """The same phones on a server that stores nothing."""

    def __init__(self, server: Server, phones: int) -> None:
        self.phones = phones
        self._url = server.line.strip()
        self._browsers = [Browser(self._url) for _ in range(phones)]

    def ask(self) -> None:
        """One request on a connection of its own, as a command of the desk's comes."""
        where = urlsplit(self._url)
        connection = HTTPConnection(where.hostname or "", where.port or 80, timeout=10)
        body = urlencode({"id": new_command_id(), "text": TEXT})
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request("POST", "/note", body, kind)
            connection.getresponse().read()
        finally:
            connection.close()

    async def waits(self, rate: float, seconds: float, seed: int) -> list[float]:
        """Waits under the same schedule."""
        return await run(self.phones, schedule(self.phones, rate, seconds, seed), self._post)

    async def _post(self, phone: int) -> None:
        await self._browsers[phone].post("/note", {"id": new_command_id(), "text": TEXT})

    def leave(self) -> None:
        """Everybody goes home."""
        for browser in self._browsers:
            browser.close()
