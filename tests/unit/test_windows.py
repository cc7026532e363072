"""A second terminal window on each system, and the words for whoever must open it alone."""

import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from screens.desk import windows

COMMAND = ["medspill", "projector", "--file", "min fil.db"]
SCREEN = {"DISPLAY": ":0"}


def only(*names: str) -> Callable[[str], str | None]:
    """A machine that has these programs and no others."""
    return lambda name: f"/bin/{name}" if name in names else None


def every(_name: str) -> str | None:
    return "/bin/it"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("x-terminal-emulator", ["x-terminal-emulator", "-e"]),
        ("gnome-terminal", ["gnome-terminal", "--"]),
        ("konsole", ["konsole", "-e"]),
        ("xfce4-terminal", ["xfce4-terminal", "-x"]),
    ],
)
def test_the_terminal_that_is_there_is_used(name: str, words: list[str]) -> None:
    """On Linux the command follows the words that each terminal program wants before it."""
    assert windows.openers(COMMAND, "linux", SCREEN, only(name)) == [[*words, *COMMAND]]


def test_without_a_screen_no_window_is_tried() -> None:
    """Over ssh, or on a bare console, nothing can open a window."""
    assert windows.openers(COMMAND, "linux", {}, every) == []
    assert windows.openers(COMMAND, "linux", {"WAYLAND_DISPLAY": "w"}, every)


def test_on_a_mac_the_terminal_gets_one_quoted_line() -> None:
    """What is handed to AppleScript is one string, whatever signs the path holds."""
    odd = [*COMMAND[:-1], 'a"b\\c d.db']
    ((program, _, script, *_),) = windows.openers(odd, "darwin", {}, only("osascript"))
    line = script.removeprefix('tell application "Terminal" to do script "').removesuffix('"')

    assert program == "osascript"
    assert shlex.split(line.replace('\\"', '"').replace("\\\\", "\\")) == odd


def test_on_windows_its_terminal_comes_before_a_plain_console() -> None:
    """Windows Terminal where it is; a new console of the system's own is always there."""
    odd = [*COMMAND[:-1], "a;b.db"]

    assert windows.openers(odd, "win32", {}, only("wt.exe")) == [
        ["wt.exe", "-w", "new", *COMMAND[:-1], "a\\;b.db"],
        odd,
    ]
    assert windows.openers(odd, "win32", {}, only()) == [odd]


def test_what_one_types_is_what_is_run(tmp_path: Path) -> None:
    """The told command works as it stands: short where every window knows the program by name."""
    file = tmp_path / "min fil.db"
    own = str(Path(sys.prefix) / "bin" / "medspill")
    places = (None, own, str(tmp_path / "medspill"))
    long, inside, short = (shlex.split(windows.typed(file, {"medspill": p}.get)) for p in places)

    assert long == windows.projector(file)
    assert inside == [own, "projector", "--file", str(file)]
    assert short == ["medspill", "projector", "--file", str(file)]


def test_a_folder_of_packages_is_named_on_the_way() -> None:
    """Where packages are found through the environment, the window is told of it."""
    command = windows.projector(Path("a.db"), {"PYTHONPATH": "one:two"})

    assert command[:2] == ["env", "PYTHONPATH=one:two"]
    assert command[2:] == windows.projector(Path("a.db"), {})


def test_a_program_that_fails_is_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, ended with an error, ended well, and still running."""
    monkeypatch.setattr(windows, "PATIENCE", 20.0)

    assert not windows.starts(["no-such-program-anywhere"])
    assert not windows.starts([sys.executable, "-c", "raise SystemExit(3)"])
    assert windows.starts([sys.executable, "-c", ""])

    monkeypatch.setattr(windows, "PATIENCE", 0.01)
    assert windows.starts([sys.executable, "-c", "import threading; threading.Event().wait(30)"])
    running = windows._opened[-1]
    assert isinstance(running, subprocess.Popen)
    running.kill()
    running.wait()
