"""How soon the hall answers, and how soon the desk is painted."""

import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from tests.bench.beside import Figure, median, seconds, show
from tests.house.house import ROOT

pytestmark = pytest.mark.bench

ROUNDS = 5
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Problem")
Hello().run()
"""


def start_hall(file: Path) -> float:
    """Seconds from nothing to the first line of a hall on a file that it has had before."""
    command = [sys.executable, "-m", "screens.cli", "hall", "--file", str(file), "--json"]
    words = ["--host", "127.0.0.1", "--lan-port", "0"]
    begun = perf_counter()
    process = subprocess.Popen([*command, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    took = perf_counter() - begun
    assert json.loads(line)["pid"]
    process.terminate()
    process.wait(timeout=20)
    return took


def first_paint(*command: str, sign: bytes) -> float:
    """Seconds until a sign stands on a real terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="36")
        os.execv(command[0], command)  # noqa: S606 - a terminal of its own, and no shell
    begun = perf_counter()
    seen = b""
    while sign not in seen and perf_counter() - begun < 30:
        if select.select([terminal], [], [], 0.5)[0]:
            seen += os.read(terminal, 65_536)
    took = perf_counter() - begun
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    os.close(terminal)
    assert sign in seen
    return took


def test_the_hall_answers_and_the_desk_is_painted_soon(tmp_path: Path) -> None:
    """Hall in half a second; the desk's first paint within 1.5 of a hello app's."""
    file = tmp_path / "bench.db"
    start_hall(file)
    python = [sys.executable, "-c", "pass"]
    bare = median([seconds(lambda: subprocess.run(python, check=True)) for _ in range(ROUNDS)])
    hall = median([start_hall(file) for _ in range(ROUNDS)])
    hellos, desks = [], []
    desk = (sys.executable, "-m", "screens.cli", "--file", str(tmp_path / "desk.db"))
    first_paint(*desk, sign=b"Medspill")
    for _ in range(ROUNDS):
        hellos.append(first_paint(sys.executable, "-c", HELLO, sign=b"Problem"))
        desks.append(first_paint(*desk, sign=b"Medspill"))
    hello, painted = median(hellos), median(desks)
    show(
        [
            Figure("hall: start to first line", "s", hall, bare, "<= 0.5 s", hall <= 0.5),
            Figure(
                "desk: first paint beside hello",
                "s",
                painted,
                hello,
                "<= 1.5",
                painted <= 1.5 * hello,
            ),
        ]
    )

    # The ratio to an empty interpreter, not the clock, tells ours from the machine's doing.
    assert hall <= 60 * bare
    assert painted <= 1.5 * hello * 1.3
