"""T3, T4, T7 and T8: a hall full of phones that follow, write and vote at once."""

import asyncio
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from screens.bench.crowd import Crowd, Least
from screens.bench.figures import Figure, middle, percentile
from screens.bench.servers import Server, hall, hello

SECONDS: Final = 4.0
ACTS: Final = 10
LATE: Final = 5.0
QUIET: Final = 1.5
"""Seconds in which nothing happens before an act on a quiet wall."""
FEWER: Final = 5
"""T7 compares the whole crowd with a fifth of it."""
BUSY_GENERATOR: Final = 0.6
"""Cores; above that the generator measures itself."""
TICK_MS: Final = 200
_ENOUGH: Final = {200: (3, 10, 25), 1000: (3, 25, 60), 2000: (3, 40, 120)}
"""Milliseconds at p50, p95 and p99 that are good enough with at most so many phones."""

Tell = Callable[[int], None]


async def crowd(server: Server, least: Server, phones: int, rounds: int) -> list[Figure]:
    """Every figure that a burst of so many phones gives."""
    alone = server.resident_mb()
    ours, theirs = Crowd(server, phones), Least(least, phones)
    ours.prepare()
    await ours.come()
    waits: dict[str, list[float]] = {"notes": [], "votes": [], "least_notes": [], "least_votes": []}
    busy: list[float] = []
    own: list[float] = []
    each: list[float] = []
    for seed in range(rounds):
        since, mine = _Clock(server), time.process_time()
        each.append(await _notes(ours, waits["notes"], seed))
        waits["votes"] += await ours.votes(SECONDS, seed)
        busy.append(since.cores)
        own.append((time.process_time() - mine) / since.seconds)
        waits["least_notes"] += await theirs.waits(phones / 30, SECONDS, seed)
        waits["least_votes"] += await theirs.waits(3 * phones / 20, SECONDS, seed)
    valid = max(own) < BUSY_GENERATOR
    if ours.alive != phones or ours.stored() != ours.acknowledged:
        raise RuntimeError((ours.alive, phones, ours.stored(), ours.acknowledged))
    together = server.resident_mb()
    acts = await _acts(ours, theirs)
    ours.leave()
    theirs.leave()
    return [
        *_waits("notes", phones, waits, valid=valid),
        *_waits("votes", phones, waits, valid=valid),
        *acts,
        Figure("T7", "bytes_each", middle(each), 10, "kB", 1.0, "ten_kb", phones),
        Figure("T8", "processor", max(busy), 0.25, "core", 1.0, "quarter", phones, valid=valid),
        *_memory(alone, together, phones),
    ]


def _memory(alone: float, together: float, phones: int) -> list[Figure]:
    """What the hall holds, before anybody came and after the burst: no noise excuses more."""
    most = 60 + phones * 40 / 1024
    return [
        Figure("T8", "memory_alone", alone, 60, "MB", 1.0, "mb", margin=1.0),
        Figure("T8", "memory", together, most, "MB", 1.0, "mb_each", phones, margin=1.0),
    ]


async def _notes(crowd: Crowd, waits: list[float], seed: int) -> float:
    """Let everybody write; kilobytes that each phone was sent in twenty seconds."""
    before, since = crowd.received, time.perf_counter()
    waits += await crowd.notes(SECONDS, seed)
    seconds = time.perf_counter() - since
    return (crowd.received - before) / crowd.phones / seconds * 20 / 1024


async def fewer(server: Server, phones: int) -> float:
    """Kilobytes that each of fewer phones is sent in twenty seconds."""
    crowd = Crowd(server, phones)
    crowd.prepare()
    await crowd.come()
    sent = await _notes(crowd, [], seed=0)
    crowd.leave()
    return sent


class _Clock:
    """How long something takes, and how much of a core a server uses meanwhile."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._since = time.perf_counter()
        self._used = server.cpu_seconds()

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._since

    @property
    def cores(self) -> float:
        return (self._server.cpu_seconds() - self._used) / self.seconds


def _waits(what: str, phones: int, waits: dict[str, list[float]], *, valid: bool) -> list[Figure]:
    limits = next((v for most, v in _ENOUGH.items() if phones <= most), (None, None, None))
    return [
        Figure(
            "T3",
            f"{what}_p{part * 100:.0f}",
            percentile(waits[what], part) * 1000,
            percentile(waits[f"least_{what}"], part) * 1000,
            "ms",
            4.0,
            "hello",
            phones,
            enough=enough,
            margin=2.0,
            valid=valid,
        )
        for part, enough in zip((0.5, 0.95, 0.99), limits, strict=True)
    ]


async def _acts(crowd: Crowd, least: Least) -> list[Figure]:
    """How soon an act at the desk is on every phone, while nothing else happens.

    A machine that has rested wakes slowly, so the median is held against one
    request of a bare server that has rested as long.
    """
    seen: list[float] = []
    bare: list[float] = []
    for turn in range(ACTS):
        kind = ("ideas", "needs")[turn % 2]
        await asyncio.sleep(QUIET)
        since = time.perf_counter()
        await asyncio.to_thread(least.ask)
        bare.append(time.perf_counter() - since)
        await asyncio.sleep(QUIET)
        for stream in crowd.streams:
            stream.look_for(f'"block":"{kind}"'.encode())
        since = time.perf_counter()
        await asyncio.to_thread(crowd.desk, "block.start", kind=kind, reason="Måling")
        # Bytes that come in set a time, and no event: a poll costs less than a thousand events.
        while (  # noqa: ASYNC110
            any(s.seen_at is None for s in crowd.streams) and time.perf_counter() < since + LATE
        ):
            await asyncio.sleep(0.005)
        seen += [(s.seen_at or since + LATE) - since for s in crowd.streams]
    least_ms = percentile(bare, 0.5) * 1000
    quiet, late = percentile(seen, 0.5) * 1000, percentile(seen, 0.95) * 1000
    return [
        Figure(
            "T4", "act_p50", quiet, least_ms, "ms", 4.0, "hello", crowd.phones, enough=10, margin=2
        ),
        Figure("T4", "act_p95", late, TICK_MS + 25, "ms", 1.0, "tick", crowd.phones),
    ]


def figures(folder: Path, phones: int, rounds: int, tell: Tell = lambda _: None) -> list[Figure]:
    """The whole crowd, and then a fifth of it for how the bytes grow."""
    _allow_many_connections(2 * phones + 200)
    with hall(folder / "warm.db"), hello():
        pass  # The first start byte-compiles, and its memory would show it.
    tell(phones)
    with ExitStack() as stack:
        server = stack.enter_context(hall(folder / "burst.db"))
        least = stack.enter_context(hello())
        found = asyncio.run(crowd(server, least, phones, rounds))
    few = max(phones // FEWER, 1)
    tell(few)
    with hall(folder / "fewer.db") as server:
        each_of_few = asyncio.run(fewer(server, few))
    each = next(f for f in found if f.key == "bytes_each").measured
    growth = each / each_of_few if each_of_few else 1.0
    return [*found, Figure("T7", "bytes_growth", growth, 1.0, "x", 1.5, "linear", phones)]


def _allow_many_connections(wanted: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
