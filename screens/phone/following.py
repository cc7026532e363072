"""The stream that phones follow: one small picture, the same bytes for all of a case.

What is told when: a turn of the meeting within a tick, mere counts once a second, and a sign of
life where nothing happens. The bytes are made once and handed out in slices, so that a thousand
phones never keep a receipt waiting; a phone that reads slowly gets only the newest picture.
"""

import asyncio
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from screens.phone import visitor
from screens.phone.tongues import Tongues
from screens.service import Service
from workshop.basics import Refused
from workshop.views import LiveFrame, live_frame

TICK: Final = 0.2
"""Seconds between two pictures, at the least."""
COUNTS: Final = 1.0
"""Seconds between two pictures that differ in nothing but counts."""
BEAT: Final = 10.0
"""Seconds until a quiet stream shows that it lives."""
BREATH: Final = 0.02
"""Seconds in which a burst of changes is looked at once."""
SLICE: Final = 64
"""Phones that are told before anything else gets its turn."""
MOST: Final = 4_000
MOST_OF_ONE: Final = 3
"""Streams of one phone, so that a few tabs can stay open; one more ends the oldest."""
OVER: Final = b'data: {"turn": ""}\n\n'
"""The gathering is over; whoever hears it asks for the page."""
_HEAD: Final = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"connection", b"close"),
]

Shape = tuple[LiveFrame, datetime | None]
"""A picture without the seconds that pass by themselves, and when its clock runs out."""


class Line:
    """One phone's stream: the newest picture that it has not got yet."""

    __slots__ = ("_latest", "_wanted", "ended", "secret")

    def __init__(self, secret: str | None) -> None:
        self.secret = secret
        self.ended = False
        self._latest: bytes | None = None
        self._wanted: asyncio.Future[None] | None = None

    def offer(self, picture: bytes) -> None:
        """Let this be the next that it gets; what it has not fetched is forgotten."""
        self._latest = picture
        self._wake()

    def end(self) -> None:
        """Let the stream end when it has got what is offered."""
        self.ended = True
        self._wake()

    def _wake(self) -> None:
        if self._wanted is not None and not self._wanted.done():
            self._wanted.set_result(None)

    async def next(self) -> bytes | None:
        """The next picture; None at the end."""
        while self._latest is None and not self.ended:
            self._wanted = asyncio.get_running_loop().create_future()
            await self._wanted
        latest, self._latest = self._latest, None
        return latest


class Room:
    """Everybody who follows one case, and the pulse that tells them."""

    def __init__(self, service: Service, case: str) -> None:
        self._service = service
        self._case = case
        self._lines: dict[Line, None] = {}
        self._pulse: asyncio.Task[None] | None = None
        self._shape: Shape | None = None
        self._told_at = 0.0

    def __len__(self) -> int:
        return len(self._lines)

    def enter(self, line: Line) -> None:
        """Follow from the picture of this moment on."""
        own = [known for known in self._lines if line.secret and known.secret == line.secret]
        for oldest in own[: len(own) - MOST_OF_ONE + 1]:
            oldest.end()
        self._lines[line] = None
        line.offer(self._picture()[1])
        if self._pulse is None or self._pulse.done():
            self._pulse = asyncio.create_task(self._beat())

    def leave(self, line: Line) -> None:
        """Follow no longer."""
        self._lines.pop(line, None)

    async def _beat(self) -> None:
        loop, service = asyncio.get_running_loop(), self._service
        self._shape, self._told_at = self._picture()[0], loop.time()
        while self._lines and not service.stopping:
            seen = service.revision
            shape, picture = self._picture()
            left = self._due(shape) - loop.time()
            if left > 0:
                await service.wait_change(seen, left)
                if shape != self._shape:
                    await asyncio.sleep(min(BREATH, left))
                continue
            self._shape, self._told_at = shape, loop.time()
            await self._tell(picture, last=shape is None)
        for line in list(self._lines):
            line.end()

    def _due(self, shape: Shape | None) -> float:
        """When this picture should be told."""
        if shape == self._shape:
            return self._told_at + BEAT
        if shape is None or self._shape is None or _turned(shape, self._shape):
            return self._told_at + TICK
        return self._told_at + COUNTS

    def _picture(self) -> tuple[Shape | None, bytes]:
        case = self._service.case(self._case)
        if case is None or case.gathering is None:
            return None, OVER
        frame = live_frame(case, self._service.now())
        ends_at = case.running.ends_at if case.running else None
        shape = frame.model_copy(update={"left": None}), ends_at
        return shape, b"data: " + frame.model_dump_json().encode() + b"\n\n"

    async def _tell(self, picture: bytes, *, last: bool) -> None:
        for slice_ in _slices(list(self._lines)):
            for line in slice_:
                line.offer(picture)
                if last:
                    line.end()
            await asyncio.sleep(0)


def _turned(shape: Shape, before: Shape) -> bool:
    """Whether more than counts has changed."""
    now, then = shape[0], before[0]
    return (now.turn, now.vote, shape[1]) != (then.turn, then.vote, before[1])


def _slices(lines: list[Line]) -> Iterator[list[Line]]:
    for start in range(0, len(lines), SLICE):
        yield lines[start : start + SLICE]


class Following:
    """The route of the stream, as a plain ASGI app: a response object a phone would cost twice."""

    def __init__(self, service: Service, tongues: Tongues) -> None:
        self._service = service
        self._tongues = tongues
        self._rooms: dict[str, Room] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send pictures until the phone goes, or the gathering is over."""
        entered = self._enter(Request(scope))
        if isinstance(entered, JSONResponse):
            await entered(scope, receive, send)
            return
        room, line = entered
        gone = asyncio.ensure_future(_gone(receive))
        gone.add_done_callback(lambda _: line.end())
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEAD})
            while (picture := await line.next()) is not None:
                await send({"type": "http.response.body", "body": picture, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            gone.cancel()
            room.leave(line)

    def _enter(self, request: Request) -> tuple[Room, Line] | JSONResponse:
        """A place in the room of the phone's case.

        Nothing else of the visit is kept: a stream that held the case as it was when it began
        would keep hundreds of old cases alive, one for each phone.
        """
        visit = visitor.visit(self._service, request, request.query_params.get("case"))
        if isinstance(visit, Refused):
            return self._no(request, 404, visit.reason)
        if sum(map(len, self._rooms.values())) >= MOST:
            return self._no(request, 503, "too_many")
        room = self._rooms.setdefault(visit.case.id, Room(self._service, visit.case.id))
        line = Line(visit.secret)
        room.enter(line)
        return room, line

    def _no(self, request: Request, status: int, reason: str) -> JSONResponse:
        message = self._tongues.of(request).pages.sentence(Refused(reason))
        return JSONResponse({"ok": False, "reason": reason, "message": message}, status)


async def _gone(receive: Receive) -> None:
    """Back when the phone has closed its end."""
    while (await receive())["type"] != "http.disconnect":
        pass
