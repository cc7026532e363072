"""The stream that phones follow, on a real hall."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from screens.control import Control
from tests.web.halls import an_evening, hall, tell

PATIENCE = 10.0
OPEN: list[asyncio.StreamWriter] = []


@pytest.fixture(autouse=True)
async def all_hang_up() -> AsyncIterator[None]:
    """Close every connection of the test, whatever came of it."""
    yield
    while OPEN:
        writer = OPEN.pop()
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "hall.db") as running:
        yield running


class Stream:
    """One phone that follows, and what it has been told."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self.writer = reader, writer
        self.status = 0
        OPEN.append(writer)

    @classmethod
    async def open(cls, control: Control, cookie: str = "", **headers: str) -> "Stream":
        place = urlsplit(str(control.about["phone_url"]))
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        told = {"Host": place.netloc, "Accept": "text/event-stream", "Cookie": cookie, **headers}
        head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        writer.write(f"GET /follow HTTP/1.1\r\n{head}\r\n".encode())
        self = cls(reader, writer)
        self.status = int((await reader.readuntil(b"\r\n\r\n")).split()[1])
        return self

    async def next(self) -> dict[str, Any] | None:
        """The next picture; None when the stream has ended."""
        async with asyncio.timeout(PATIENCE):
            while line := await self._reader.readline():
                if line.startswith(b"data: "):
                    frame: dict[str, Any] = json.loads(line[6:])
                    return frame
        return None

    async def until(self, key: str, value: object) -> dict[str, Any]:
        """The first picture where this is so."""
        while (frame := await self.next()) is not None:
            if frame.get(key) == value:
                return frame
        raise AssertionError(key)


async def test_an_act_at_the_desk_reaches_every_phone_that_follows(control: Control) -> None:
    """The picture of this moment first, then the next turn, the same for all."""
    case = await asyncio.to_thread(an_evening, control)
    phones = [await Stream.open(control) for _ in range(20)]
    first = [await phone.next() for phone in phones]

    await asyncio.to_thread(tell, control, case, "block.start", kind="ideas", reason="Haster")
    told = [await phone.until("block", "ideas") for phone in phones]

    assert {frame["block"] for frame in first if frame} == {"needs"}
    assert len({json.dumps(frame) for frame in told}) == 1


async def test_counts_travel_together(control: Control) -> None:
    """Fifty notes in a burst are a few pictures, and the last one has them all."""
    case = await asyncio.to_thread(an_evening, control)
    phone = await Stream.open(control)
    bodies = [
        {"id": f"note-{i:04d}", "case": case, "name": "note.write", "text": f"Behov {i}"}
        for i in range(50)
    ]

    await phone.next()
    for body in bodies:
        await asyncio.to_thread(control.send_all, [body])
    frames = 0
    while (frame := await phone.next()) is not None and frame["needs"] < len(bodies):
        frames += 1

    assert frame is not None
    assert frame["needs"] == len(bodies)
    assert frames < len(bodies) / 5


async def test_the_end_of_the_gathering_ends_the_stream(control: Control) -> None:
    """Phones are told that there is no turn any more, and nobody can follow what is over."""
    case = await asyncio.to_thread(an_evening, control)
    phone = await Stream.open(control)
    await asyncio.to_thread(tell, control, case, "gathering.end")

    assert await phone.until("turn", "") == {"turn": ""}
    assert await phone.next() is None
    assert (await Stream.open(control)).status == 404


async def test_one_phone_holds_a_few_streams_and_no_more(control: Control) -> None:
    """A fourth tab ends the oldest stream of that phone, and nobody else's."""
    case = await asyncio.to_thread(an_evening, control)
    other = await Stream.open(control)
    # The hall gives the secret with the page; the stream only reads it.
    place = urlsplit(str(control.about["phone_url"]))
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    writer.write(f"GET / HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
    OPEN.append(writer)
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    cookie = head.split("set-cookie: ")[1].split(";")[0]

    tabs = [await Stream.open(control, cookie) for _ in range(4)]
    while await tabs[0].next() is not None:
        pass
    await asyncio.to_thread(tell, control, case, "block.start", kind="ideas", reason="Haster")

    assert (await tabs[3].until("block", "ideas"))["turn"]
    assert (await other.until("block", "ideas"))["turn"]


async def test_a_phone_that_reads_nothing_holds_nobody_up(control: Control) -> None:
    """It misses pictures; the others get theirs at once."""
    case = await asyncio.to_thread(an_evening, control)
    deaf, phone = await Stream.open(control), await Stream.open(control)
    await phone.next()
    since = time.monotonic()
    for kind in ("ideas", "needs") * 3:
        await asyncio.to_thread(tell, control, case, "block.start", kind=kind, reason="Haster")
        await phone.until("block", kind)

    assert time.monotonic() - since < PATIENCE
    assert (await deaf.next() or {})["block"]


@pytest.mark.parametrize(
    ("headers", "status"), [({"Host": "evil.example"}, 421), ({"Origin": "http://evil"}, 403)]
)
async def test_strangers_cannot_follow(
    control: Control, headers: dict[str, str], status: int
) -> None:
    """The stream stands behind the same guards as every other route."""
    await asyncio.to_thread(an_evening, control)

    assert (await Stream.open(control, **headers)).status == status


async def test_open_streams_do_not_keep_the_hall_from_closing(tmp_path: Path) -> None:
    """A hall that is asked to close ends its streams first, and closes cleanly."""
    with hall(tmp_path / "hall.db") as running:
        await asyncio.to_thread(an_evening, running)
        phones = [await Stream.open(running) for _ in range(5)]
        for phone in phones:
            await phone.next()
        await asyncio.to_thread(running.stop)

        assert [await phone.next() for phone in phones] == [None] * 5
