"""How a desk starts the hall it needs, as a process that outlives it."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from screens.control import Control
from storage.file import beside
from storage.trouble import Trouble

START_TIMEOUT: Final = 20.0
LOOK_EVERY: Final = 0.03
_WINDOWS_FLAGS: Final = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(
    subprocess, "DETACHED_PROCESS", 0
)
"""Zero on other systems, where a session of its own does the same."""


_started: list[subprocess.Popen[bytes]] = []
"""The halls that this process started; they are let go of when they have ended."""


def find_or_start(file: Path, options: Sequence[str] = ()) -> Control:
    """The hall of this file, started where none runs.

    Raises Trouble with what the hall said where it does not start.
    """
    return Control.find(file) or start(file, options)


def start(file: Path, options: Sequence[str] = ()) -> Control:
    """Start a hall that goes on when this process ends."""
    log = beside(file, ".log")
    command = [sys.executable, "-m", "screens.cli", "hall", "--file", str(file), "--json", *options]
    try:
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            process = subprocess.Popen(  # noqa: S603 - our own program
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=out,
                start_new_session=sys.platform != "win32",
                creationflags=_WINDOWS_FLAGS,
            )
    except OSError as error:
        raise Trouble("hall_not_started", why=error.strerror or str(error)) from error
    _started[:] = [known for known in _started if known.poll() is None]
    _started.append(process)
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        control = Control.find(file)
        # On Windows the process of a virtual environment is only the launcher of the real one.
        if control and (sys.platform == "win32" or control.about["pid"] == process.pid):
            return control
        if process.poll() is not None:
            said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise Trouble("hall_not_started", why=said[-1] if said else "")
        time.sleep(LOOK_EVERY)
    process.kill()
    raise Trouble("hall_not_started", why=str(START_TIMEOUT))
