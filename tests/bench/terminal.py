"""A program in a terminal of its own: keys go in as bytes, and what is painted comes out."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import psutil

from screens.bench.servers import environment
from tests.house.house import ROOT

ROWS, COLUMNS = 36, 120
PATIENCE: Final = 30.0
IDLE: Final = 5.0
"""Percent of a core below which a process only waits."""
QUIET: Final = 0.1
"""Seconds without a byte after which a picture is taken for whole."""


class Terminal:
    """One process and its screen."""

    def __init__(self, pid: int, screen: int) -> None:
        self.pid, self._screen = pid, screen

    def press(self, keys: bytes) -> None:
        """Write keys, and wait for nothing."""
        os.write(self._screen, keys)

    def painted(self, keys: bytes, word: bytes = b"") -> float:
        """Seconds from a key until this word is on the screen; until anything is, where none is."""
        since = time.perf_counter()
        self.press(keys)
        self.until(word)
        return time.perf_counter() - since

    def until(self, word: bytes = b"") -> None:
        """Read until this has been painted; raises TimeoutError where it never is."""
        seen, deadline = b"", time.monotonic() + PATIENCE
        while not seen or word not in seen:
            ready, _, _ = select.select([self._screen], [], [], deadline - time.monotonic())
            if not ready:
                raise TimeoutError(word, seen[-2000:])
            seen += os.read(self._screen, 65_536)

    def settle(self) -> None:
        """Read until nothing more is painted for a while."""
        while select.select([self._screen], [], [], QUIET)[0]:
            os.read(self._screen, 65_536)

    def rest(self) -> None:
        """Read until nothing is painted and the process has nothing left to do."""
        process = psutil.Process(self.pid)
        process.cpu_percent()
        self.settle()
        while process.cpu_percent() > IDLE:
            self.settle()

    def resident_mb(self) -> float:
        """How much memory it holds, in MB."""
        return float(psutil.Process(self.pid).memory_info().rss) / 1024 / 1024


@contextmanager
def terminal(*command: str) -> Iterator[Terminal]:
    """A module of Python in a terminal of 120x36, until the block ends."""
    screen, keyboard = pty.openpty()
    fcntl.ioctl(keyboard, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**environment(), "TERM": "xterm-256color"},
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
        start_new_session=True,
    ) as process:
        os.close(keyboard)
        try:
            yield Terminal(process.pid, screen)
        finally:
            process.kill()
            process.wait()
            os.close(screen)
