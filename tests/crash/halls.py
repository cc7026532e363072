"""A hall that is started as users start it, and killed as nobody should."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from screens.control import Control
from tests.house.house import ROOT


class MortalHall:
    """One file, and the process that serves it now."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.starts: list[float] = []
        """Seconds from the start of each process to its first line."""
        self.control = self._start()

    def _start(self) -> Control:
        since = time.perf_counter()
        where = ("--host", "127.0.0.1", "--bind", "127.0.0.1", "--lan-port", "0")
        command = [sys.executable, "-m", "screens.cli", "hall", "--file", str(self.file), "--json"]
        self._process = subprocess.Popen(
            [*command, *where], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._gone()
            pytest.fail("the hall did not start")
        about: dict[str, Any] = json.loads(line)
        self.starts.append(time.perf_counter() - since)
        return Control(about)

    def kill(self) -> None:
        """End it at once, wherever it is: nothing of its own runs any more."""
        self._process.send_signal(signal.SIGKILL)
        self._gone()

    def start_again(self) -> None:
        """The same file, the same words."""
        self.control = self._start()

    def close(self) -> None:
        """End it as a facilitator does."""
        self._process.send_signal(signal.SIGTERM)
        self._gone()

    def _gone(self) -> None:
        self._process.wait(20)
        if self._process.stdout:
            self._process.stdout.close()
