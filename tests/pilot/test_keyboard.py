"""The desk on a real pseudo-terminal, with bytes that no keyboard should send."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from screens.control import Control
from tests.house.house import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
PATIENCE = 30.0
F1, LEAVE = b"\x1bOP", b"\x11"


def read_until(screen: int, word: str) -> None:
    """Wait until this stands on the screen."""
    seen = b""
    deadline = time.monotonic() + PATIENCE
    while word.encode() not in seen:
        ready, _, _ = select.select([screen], [], [], max(0, deadline - time.monotonic()))
        assert ready, seen[-3000:].decode(errors="replace")
        seen += os.read(screen, 65_536)


def test_bytes_of_no_letter_and_a_hostile_paste_do_nothing(tmp_path: Path) -> None:
    """Another encoding's bytes are signs, a paste is no key, and the desk closes when asked."""
    import fcntl
    import pty
    import struct
    import termios

    screen, keyboard = pty.openpty()
    fcntl.ioctl(keyboard, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    file = str(tmp_path / "a.db")
    desk = subprocess.Popen(
        [sys.executable, "-m", "screens.cli", "--file", file, "--lan-port", "0"],
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color"},
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
        start_new_session=True,
    )
    os.close(keyboard)
    try:
        # The questions of the first time come over the cases, and Esc leaves them.
        read_until(screen, "Velkommen")
        os.write(screen, b"\x1b")
        read_until(screen, "sjekker")
        os.write(screen, b"\xff\xfe\xe5")
        os.write(screen, b"\x1b[200~rot \x1b[31m \x1b \x11 nn \x1b]0;x\x07\x1b[201~")
        os.write(screen, F1)
        read_until(screen, "Overalt")
        os.write(screen, LEAVE)
        while desk.poll() is None:
            if select.select([screen], [], [], 0.1)[0]:
                try:
                    os.read(screen, 65_536)
                except OSError:
                    break
        assert desk.wait(PATIENCE) == 0
    finally:
        desk.kill()
        desk.wait()
        os.close(screen)
        if (hall := Control.find(tmp_path / "a.db")) is not None:
            hall.stop()
