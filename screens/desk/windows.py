"""Another terminal window with the projector in it, on whatever system this is."""

import os
import shlex
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

PATIENCE: Final = 1.0
"""Seconds in which a program that cannot open a window has said so by ending."""
EMULATORS: Final[tuple[tuple[str, ...], ...]] = (
    ("x-terminal-emulator", "-e"),
    ("gnome-terminal", "--"),
    ("konsole", "-e"),
    ("xfce4-terminal", "-x"),
    ("ptyxis", "--"),
    ("kgx", "--"),
    ("mate-terminal", "-x"),
    ("kitty",),
    ("alacritty", "-e"),
    ("foot",),
    ("wezterm", "start", "--"),
    ("xterm", "-e"),
)
"""Terminal programs, and what stands before the command that they run."""
_opened: list[subprocess.Popen[bytes]] = []
"""The windows that this process opened; they are let go of when they have ended."""
Which = Callable[[str], str | None]


def projector(file: Path, environ: Mapping[str, str] = os.environ) -> list[str]:
    """How the terminal projector of a file is started from anywhere on this machine."""
    command = [sys.executable, "-m", "screens.cli", "projector", "--file", str(file.absolute())]
    places = environ.get("PYTHONPATH")
    # A terminal program may hand its own environment on instead of ours.
    return ["env", f"PYTHONPATH={places}", *command] if places and os.name != "nt" else command


def typed(file: Path, which: Which = shutil.which) -> str:
    """The same as a person types it in a second terminal."""
    command = projector(file)
    if script := which("medspill"):
        # What an activated environment has on its path, another window may not have.
        name = script if Path(script).is_relative_to(sys.prefix) else "medspill"
        command = [name, *command[command.index("projector") :]]
    return subprocess.list2cmdline(command) if os.name == "nt" else shlex.join(command)


def openers(
    command: Sequence[str],
    platform: str = sys.platform,
    environ: Mapping[str, str] = os.environ,
    which: Which = shutil.which,
) -> list[list[str]]:
    """What may open a window that runs the command, the likeliest first."""
    if platform == "win32":
        # A semicolon parts the commands of Windows Terminal.
        plain = [word.replace(";", "\\;") for word in command]
        terminal = [["wt.exe", "-w", "new", *plain]] if which("wt.exe") else []
        return [*terminal, list(command)]
    if platform == "darwin":
        line = shlex.join(command).replace("\\", "\\\\").replace('"', '\\"')
        tell = f'tell application "Terminal" to do script "{line}"'
        front = 'tell application "Terminal" to activate'
        return [["osascript", "-e", tell, "-e", front]] if which("osascript") else []
    if not has_screen(platform, environ):
        return []
    return [[*words, *command] for words in EMULATORS if which(words[0])]


def has_screen(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether anything with windows is there; over ssh or on a bare console there is not."""
    named = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    return platform in {"win32", "darwin"} or bool(named)


def open_page(url: str) -> bool:
    """Open a page in the browser; false where there is none with a window of its own."""
    # Without a screen a browser for text would take over the desk's own terminal.
    return has_screen() and webbrowser.open(url)


def open_window(file: Path) -> bool:
    """Open a window with the projector in it; false where nothing here can."""
    return any(starts(words) for words in openers(projector(file)))


def starts(words: Sequence[str]) -> bool:
    """Whether a program starts and does not end at once with an error."""
    try:
        process = subprocess.Popen(  # noqa: S603 - our own program in the person's own terminal
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NEW_CONSOLE", 0),
        )
    except OSError:
        return False
    _opened[:] = [*(known for known in _opened if known.poll() is None), process]
    try:
        return process.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return True
