"""T5: how soon what a phone writes is in the processes that show it."""

import asyncio
import time
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from screens.bench.crowd import Crowd, Stream
from screens.bench.figures import Figure, percentile
from screens.bench.servers import Server, hall

SAMPLES: Final = 30
PHONES: Final = 20
APART: Final = 0.35
"""Seconds between two notes: more than the pace of the projector's pictures."""
LATE: Final = 5.0
_P50, _P95 = 15, 30


class _Facts(Stream):
    """What a desk follows: every fact, behind the token."""

    def __init__(self, path: str, host: str, token: str) -> None:
        super().__init__(path, host, "")
        self._request = (
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\r\n"
        ).encode()


def figures(folder: Path) -> list[Figure]:
    """From a phone's sending to the projector's stream and to the desk's."""
    with hall(folder / "seen.db") as server:
        wall, desk = asyncio.run(_measure(server))
    return [*_told("wall", wall), *_told("desk", desk)]


def _told(who: str, waits: list[float]) -> list[Figure]:
    return [
        Figure(
            "T5",
            f"seen_{who}_p{p}",
            percentile(waits, p / 100) * 1000,
            most,
            "ms",
            1.0,
            f"seen_p{p}",
        )
        for p, most in ((50, _P50), (95, _P95))
    ]


async def _measure(server: Server) -> tuple[list[float], list[float]]:
    crowd = Crowd(server, PHONES)
    crowd.prepare()
    await crowd.come()
    await asyncio.to_thread(crowd.desk, "block.start", kind="needs", minutes=25)
    about, loop = server.about, asyncio.get_running_loop()
    page = urlsplit(about["projector_url"])
    wall = Stream(f"{page.path}live", page.netloc, "")
    desk = _Facts("/facts?after=0&follow=1", page.netloc, about["token"])
    for stream in (wall, desk):
        await loop.create_connection(stream.itself, page.hostname or "", page.port or 80)
    waits: tuple[list[float], list[float]] = ([], [])
    for turn in range(SAMPLES):
        await asyncio.sleep(APART)
        wall.look_for(b"event: picture")
        desk.look_for(b"note.written")
        since = time.perf_counter()
        await crowd.note(turn % PHONES)
        # Bytes that come in set a time, and no event: a poll of two milliseconds costs nothing.
        while (  # noqa: ASYNC110
            None in (wall.seen_at, desk.seen_at) and time.perf_counter() < since + LATE
        ):
            await asyncio.sleep(0.002)
        for stream, found in zip((wall, desk), waits, strict=True):
            found.append((stream.seen_at or since + LATE) - since)
    crowd.leave()
    wall.close()
    desk.close()
    return waits
