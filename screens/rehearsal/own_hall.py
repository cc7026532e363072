"""The hall that a rehearsal starts, and that ends with it."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from screens.control import Control, HallGone
from storage.trouble import Trouble

STOP_SECONDS: Final = 10.0
LOOK_EVERY: Final = 0.02


@contextmanager
def own_hall(file: Path, options: Sequence[str] = ()) -> Iterator[Control]:
    """A hall in a process of its own, closed again at the end, whoever had to restart it.

    Raises Trouble with what the hall said where it does not start.
    """
    command = [sys.executable, "-m", "screens.cli", "hall", "--file", str(file), "--json", *options]
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log
        ) as process,
    ):
        control = Control(_first_line(process.stdout, log))
        try:
            yield control
        finally:
            _stop(process, file)


def _first_line(out: IO[bytes] | None, log: IO[bytes]) -> dict[str, object]:
    line = out.readline() if out else b""
    if not line:
        log.seek(0)
        said = log.read().decode("utf-8", errors="replace").strip().splitlines()
        raise Trouble("hall_not_started", why=said[-1] if said else "")
    about: dict[str, object] = json.loads(line)
    return about


def _stop(process: "subprocess.Popen[bytes]", file: Path) -> None:
    """Ask whoever is the hall of this file now to close, and wait until it has."""
    deadline = time.monotonic() + STOP_SECONDS
    while (control := Control.find(file)) is not None and time.monotonic() < deadline:
        try:
            control.stop()
        except HallGone:
            break
        while Control.find(file) is not None and time.monotonic() < deadline:
            time.sleep(LOOK_EVERY)
    try:
        process.wait(max(0.1, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
