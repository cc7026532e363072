"""T10: how soon the desk stands on the screen, beside a Textual app of one word."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from screens.bench.figures import Figure, middle
from screens.bench.servers import environment, hall
from tests.house.house import ROOT

ROUNDS: Final = 7
ROWS, COLUMNS = 36, 120
WORD: Final = b"Medspill"
"""Stands in the first frame of both."""
PATIENCE: Final = 20.0


def figures(folder: Path) -> list[Figure]:
    """First paint of the desk on a hall that runs, and on a file of nobody's."""
    file = folder / "paint.db"

    def least() -> float:
        return first_paint("-m", "screens.bench.hello", "paint")

    def desk() -> float:
        return first_paint("-m", "screens.cli", "--file", str(file))

    with hall(file):
        ways: dict[str, Callable[[], float]] = {"hello": least, "desk": desk}
        seconds: dict[str, list[float]] = {way: [] for way in ways}
        for way in ways.values():
            way()
        for _ in range(ROUNDS):
            for name, way in ways.items():
                seconds[name].append(way())
    ms = {name: middle(rounds) * 1000 for name, rounds in seconds.items()}
    return [Figure("T10", "paint", ms["desk"], ms["hello"], "ms", 1.5, "hello_app")]


def first_paint(*command: str) -> float:
    """Seconds from the start of a process to its word on the screen of a terminal of its own."""
    screen, keyboard = pty.openpty()
    fcntl.ioctl(keyboard, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    since = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env={**environment(), "TERM": "xterm-256color"},
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
        start_new_session=True,
    ) as process:
        os.close(keyboard)
        try:
            _read_until(screen, WORD)
            return time.perf_counter() - since
        finally:
            process.kill()
            process.wait()
            os.close(screen)


def _read_until(screen: int, word: bytes) -> None:
    seen = b""
    deadline = time.monotonic() + PATIENCE
    while word not in seen:
        ready, _, _ = select.select([screen], [], [], deadline - time.monotonic())
        if not ready:
            raise TimeoutError(seen)
        seen += os.read(screen, 65_536)
