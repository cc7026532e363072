"""The server under the hall: how it listens and ends, and how long a request may be in coming.

What has asked for nothing yet has no cookie and no rule of the phones' over it: it gets a short
while and a little room, so that nobody fills the hall by knocking without ever saying anything.
"""

import asyncio
import socket
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from screens import address

KEEP_ALIVE: Final = 75
"""Seconds that a phone's idle connection is kept."""
GRACE: Final = 2
"""Seconds that requests get to finish when the hall closes."""
LARGEST_HEAD: Final = 64 * 1024
"""Bytes of a request's first line and headers; more is not read."""
HEAD_SECONDS: Final = 10.0
"""How long they may take to come."""
LOOK_EVERY: Final = 2.0
"""Seconds between two looks for connections that ask for nothing."""
MOST_OF_ONE: Final = 256
"""Connections from one address that may be asking for nothing when somebody looks."""


class _Few(list[Any]):
    """Requests that wait for the one before: hardly ever any, where a deque has room for 64."""

    def appendleft(self, last: object) -> None:
        """The newest; ``pop`` takes the oldest."""
        self.insert(0, last)


class _Flow(FlowControl):
    """Uvicorn's, which makes what a slow reader is waited for with when there is one."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self.read_paused = self.write_paused = False
        self._writable: asyncio.Event | None = None

    async def drain(self) -> None:
        """Back when the other end has read enough."""
        if self._writable:
            await self._writable.wait()

    def pause_writing(self) -> None:
        """The other end reads too slowly."""
        if not self.write_paused:
            self.write_paused, self._writable = True, asyncio.Event()

    def resume_writing(self) -> None:
        """It has read enough, or is gone."""
        if self.write_paused and self._writable:
            self.write_paused = False
            self._writable.set()


class Connection(HttpToolsProtocol):
    """Uvicorn's connection, which knows since when it waits for the head of a request.

    Each phone has two, and most of the time they rest: what is held for each is counted in bytes.
    """

    # Beside uvicorn's own fields they would be too many for the keys that all share.
    __slots__ = ("_size", "waits_since")
    waits_since: float | None
    """By the loop's clock; None while a request is under way, and between two."""
    _size: int

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody has knocked."""
        super().connection_made(transport)
        self.flow = _Flow(transport)
        self.pipeline = _Few()  # type: ignore[assignment]
        self.waits_since, self._size = self.loop.time(), 0

    def data_received(self, data: bytes) -> None:
        """Read on, but no head without an end."""
        super().data_received(data)
        if self.waits_since is not None:
            self._size += len(data)
            if self._size > LARGEST_HEAD:
                self.transport.close()

    def on_message_begin(self) -> None:
        """The first letter of a request."""
        super().on_message_begin()
        if self.waits_since is None:
            self.waits_since = self.loop.time()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header; what comes after the body is read by nobody."""
        if self.waits_since is not None:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """It is known what is asked for."""
        self.waits_since, self._size = None, 0
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Keep nothing of what was asked and answered until the next is asked, which may be long.

        What is still coming in keeps what it needs: the rest of a body, or the head of the next.
        """
        super().on_response_complete()
        done = self.cycle
        if self.waits_since is None and done.response_complete and not done.more_body:
            self.cycle = self.scope = None  # type: ignore[assignment]
            self.headers = []


def too_long(waiting: Iterable[Connection], now: float) -> list[Connection]:
    """Which of those that ask for nothing have had their time, or are too many from one place.

    Those of one address go from the oldest on, and none before it has been there for one look.
    """
    late: list[Connection] = []
    of: Counter[str] = Counter()
    for one in sorted(waiting, key=lambda c: c.waits_since or now, reverse=True):
        age = now - (one.waits_since or now)
        place = one.client[0] if one.client else ""
        of[place] += 1
        if age > HEAD_SECONDS or (of[place] > MOST_OF_ONE and age > LOOK_EVERY):
            late.append(one)
    return late


class Server(uvicorn.Server):
    """Uvicorn, which tells when it listens and lets streams end before it closes."""

    def __init__(self, app: ASGIApp, ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=Connection,
                log_config=None,
                # Whoever knocks with nonsense may not fill the log.
                log_level="error",
                access_log=False,
                lifespan="off",
                timeout_keep_alive=KEEP_ALIVE,
                timeout_graceful_shutdown=GRACE,
                backlog=address.BACKLOG,
                # Nothing stands before the hall, so nobody speaks for another's address.
                proxy_headers=False,
                server_header=False,
            )
        )
        self._ready = ready
        self.on_signal: Callable[[], None] = self.ask_to_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and then say so."""
        await super().startup(sockets)
        self._ready()

    async def keep_tidy(self) -> None:
        """End what asks for nothing, for as long as this runs."""
        clock = asyncio.get_running_loop().time
        while True:
            await asyncio.sleep(LOOK_EVERY)
            every: set[Any] = self.server_state.connections
            waiting = [c for c in every if c.waits_since is not None]
            for connection in too_long(waiting, clock()):
                connection.transport.abort()

    def handle_exit(self, sig: int, frame: object) -> None:  # noqa: ARG002
        """A signal asks the whole hall to end."""
        self.on_signal()

    def ask_to_stop(self) -> None:
        """End when the requests that are under way are done."""
        self.should_exit = True
