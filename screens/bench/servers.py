"""Processes to measure: the hall as users start it, and the hello server."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import psutil


@dataclass(frozen=True, slots=True)
class Server:
    """A running process, and what its first line said."""

    pid: int
    line: str
    seconds: float
    """From the start of the process to that line."""

    @property
    def about(self) -> dict[str, Any]:
        """The first line of a hall."""
        about: dict[str, Any] = json.loads(self.line)
        return about

    def resident_mb(self) -> float:
        """How much memory it holds, in MB."""
        return float(psutil.Process(self.pid).memory_info().rss) / 1024 / 1024

    def cpu_seconds(self) -> float:
        """How long it has computed."""
        times = psutil.Process(self.pid).cpu_times()
        return float(times.user + times.system)


@cache
def _kept() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="medspill-bench-")


def environment() -> dict[str, str]:
    """As on a machine where Medspill has run before: its modules are byte-compiled."""
    plain = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**plain, "PYTHONPYCACHEPREFIX": _kept().name}


@contextmanager
def started(*command: str) -> Iterator[Server]:
    """A process, from its first line until the block ends."""
    since = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *command],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        try:
            yield Server(process.pid, line, time.perf_counter() - since)
        finally:
            process.terminate()
            process.wait(20)


def hall(file: Path) -> AbstractContextManager[Server]:
    """The hall of a file, on ports of its own."""
    where = ("--host", "127.0.0.1", "--bind", "127.0.0.1", "--lan-port", "0")
    return started("-m", "screens.cli", "hall", "--file", str(file), "--json", *where)


def hello() -> AbstractContextManager[Server]:
    """The hello server."""
    return started("-m", "screens.bench.hello", "serve")
