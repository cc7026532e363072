"""Phones as a load: each a connection of its own, sending when the schedule says so."""

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Shot:
    """One request: when it should leave, from which phone, and its bytes."""

    at: float
    phone: int
    request: bytes


class Phone:
    """One kept connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._turn = asyncio.Lock()

    @classmethod
    async def connect(cls, port: int) -> "Phone":
        """Connect to a server on this machine."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        """Status, head and body of the answer."""
        async with self._turn:
            self._writer.write(request)
            head = await self._reader.readuntil(b"\r\n\r\n")
            length = 0
            for line in head.lower().split(b"\r\n"):
                if line.startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            body = await self._reader.readexactly(length) if length else b""
            return int(head[9:12]), head, body

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


def post(path: str, host: str, body: bytes, cookie: str = "") -> bytes:
    """A request as a phone sends it."""
    lines = [
        f"POST {path} HTTP/1.1",
        f"Host: {host}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
    ]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def schedule(
    phones: int, per_second: float, window: float, make: Callable[[int, int], bytes]
) -> list[Shot]:
    """Random arrivals from a fixed seed."""
    chance = random.Random(7)
    count = int(per_second * window)
    times = sorted(chance.uniform(0, window) for _ in range(count))
    order = [i % phones for i in range(count)]
    chance.shuffle(order)
    return [
        Shot(at, phone, make(phone, i))
        for i, (at, phone) in enumerate(zip(times, order, strict=True))
    ]


async def fire(phones: Sequence[Phone], shots: Sequence[Shot]) -> list[float]:
    """Milliseconds from when each should have left to its answer; every answer must be 200."""
    begun = perf_counter() + 0.1
    waits: list[float] = []

    async def one(shot: Shot) -> None:
        await asyncio.sleep(max(0.0, begun + shot.at - perf_counter()))
        status, _, body = await phones[shot.phone].ask(shot.request)
        waits.append((perf_counter() - begun - shot.at) * 1e3)
        assert status == 200, body

    await asyncio.gather(*(one(shot) for shot in shots))
    return waits
