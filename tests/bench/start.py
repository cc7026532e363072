"""How soon a hall answers after it was started."""

import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Final

from screens.bench.figures import Figure, middle
from screens.bench.servers import environment, hall, hello

ROUNDS: Final = 7
TARGET_SECONDS: Final = 0.5


def figures(folder: Path) -> list[Figure]:
    """Start-up beside a bare interpreter, a hello server, and the half second of the promise."""
    numbers = count()

    def on_a_new_file() -> float:
        with hall(folder / f"start{next(numbers)}.db") as server:
            return server.seconds

    def again() -> float:
        with hall(folder / "again.db") as server:
            return server.seconds

    def least() -> float:
        with hello() as server:
            return server.seconds

    ways: dict[str, Callable[[], float]] = {
        "bare": _bare,
        "hello": least,
        "again": again,
        "new": on_a_new_file,
    }
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    for way in ways.values():
        way()
    for _ in range(ROUNDS):
        for name, way in ways.items():
            seconds[name].append(way())
    ms = {name: middle(rounds) * 1000 for name, rounds in seconds.items()}
    enough = TARGET_SECONDS * 1000
    return [
        Figure("T10", "start", ms["again"], ms["hello"], "ms", 3.5, "hello", enough=enough),
        Figure("T10", "start_new", ms["new"], ms["hello"], "ms", 4.0, "hello", enough=enough),
        Figure("T10", "start", ms["again"], ms["bare"], "ms", 35.0, "bare"),
    ]


def _bare() -> float:
    since = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], env=environment(), check=True)
    return time.perf_counter() - since
