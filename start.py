"""Sets up Medspill beside this file and runs it, on a machine that has only Python 3.11 and pip.

python3 start.py demo      sets up everything and runs the demo evening
python3 start.py test      sets up everything, also for development, and runs the tests
python3 start.py setup     sets up for development and stops there
python3 start.py kit       builds a folder that installs without internet (.ci/kit.py)
python3 start.py WORDS     sets up everything and runs `medspill WORDS`

In such a kit it installs from the folder `wheels` beside it, into the user's own data folder.
It speaks before any catalogue can be read, so its few sentences stand here. They go to standard
error: standard output belongs to the program that is started.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WHEELS = ROOT / "wheels"
FAILED = 1  # pytest's status where tests failed, and nothing else went wrong


def room() -> Path:
    """Where everything is installed: beside this file, or for a kit in the user's own folder."""
    if not WHEELS.is_dir():
        return ROOT / ".venv"
    # A USB stick is slow, may be write-protected, and often cannot hold a virtual environment.
    if os.name == "nt":
        data = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "medspill" / "program"


ROOM = room()
STAMP = ROOM / "medspill-stamp.txt"
RUNTIME = (
    ("requirements.txt",) if WHEELS.is_dir() else ("requirements.txt", "requirements-build.txt")
)
DEVELOPMENT = ("requirements-dev.txt", "requirements-build.txt")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def say(sentence: str) -> None:
    """Tells the person at the terminal."""
    print(sentence, file=sys.stderr, flush=True)


def run(*command: str, env: dict[str, str] | None = None) -> int:
    """Runs a helper whose words belong on standard error, and gives its exit status."""
    return subprocess.run(command, cwd=ROOT, env=env, stdout=sys.stderr, check=False).returncode


def quietly(*command: str) -> bool:
    """Whether a command can be run at all and succeeds; what it prints is dropped."""
    try:
        done = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


# --- the room: .venv ------------------------------------------------------------------------------


def is_venv() -> bool:
    """Whether the room is a virtual environment, or else a plain folder of packages."""
    return (ROOM / "pyvenv.cfg").is_file()


def scripts() -> Path:
    """The folder of the room's programs."""
    return ROOM / ("Scripts" if os.name == "nt" else "bin")


def python() -> str:
    """The Python that sees the room's packages, together with `environment()`."""
    name = "python.exe" if os.name == "nt" else "python"
    return str(scripts() / name) if is_venv() else sys.executable


def environment() -> dict[str, str]:
    """The environment to start things in; a plain folder of packages is named in it."""
    env = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    if not is_venv():
        env["PYTHONPATH"] = os.pathsep.join((str(ROOM), str(ROOT)))
    return env


def digest(locks: tuple[str, ...]) -> str:
    """What the room was made from: this Python, this place, the project's names and a lock."""
    parts = [sys.version, sys.base_prefix, str(ROOT), *locks]
    whole = hashlib.sha256("\n".join(parts).encode())
    for name in ("pyproject.toml", *locks):
        if (ROOT / name).is_file():
            whole.update((ROOT / name).read_bytes())
    return whole.hexdigest()


def is_ready(locks: tuple[str, ...]) -> bool:
    """Whether the room was finished from just these locks, and still stands."""
    known = STAMP.read_text("utf-8").split() if STAMP.is_file() else []
    return digest(locks) in known and Path(python()).exists()


def make_room() -> None:
    """Makes the room anew: a virtual environment where this Python can, else a plain folder."""
    if ROOM.exists():
        shutil.rmtree(ROOM)
    makes_venv = quietly(sys.executable, "-m", "venv", "--without-pip", str(ROOM))
    if not makes_venv or not quietly(sys.executable, "-m", "pip", "--python", python(), "list"):
        shutil.rmtree(ROOM, ignore_errors=True)
        ROOM.mkdir(parents=True)


def install(*what: str) -> None:
    """Installs into the room with this Python's own pip."""
    pip = [sys.executable, "-m", "pip"]
    where = [] if is_venv() else ["--target", str(ROOM), "--upgrade"]
    if is_venv():
        pip += ["--python", python()]
    command = [*pip, "install", "--quiet", "--no-input", *where, *what]
    if run(*command, env=environment()) != 0:
        say("Kunne ikke hente eller installere det Medspill trenger. Se meldingen over.")
        if WHEELS.is_dir():
            say("Se i «LES MEG.txt» hvilke utgaver av Python denne mappen passer til.")
        else:
            say("Første gang trengs nett. Prøv igjen med samme kommando når det er på plass.")
        raise SystemExit(1)


def set_up(locks: tuple[str, ...]) -> None:
    """Makes the room ready from the locks; does nothing when it already is.

    Every package is checked against the hash in the lock, and the project itself is built with the
    locked build tool instead of one fetched on the way.
    """
    if is_ready(locks):
        return
    if not quietly(sys.executable, "-m", "pip", "--version"):
        say("Denne Python mangler pip. Installer det (på Debian: apt-get install python3-pip).")
        raise SystemExit(2)
    say(f"Gjør klart i mappen {ROOM}. Det tar et par minutter første gang ...")
    if not is_ready(RUNTIME):
        make_room()
    wanted = [word for name in locks for word in ("-r", name)]
    if WHEELS.is_dir():
        install("--require-hashes", "--no-index", "--find-links", str(WHEELS), *wanted)
    else:
        install("--require-hashes", *wanted)
        install("--no-deps", "--no-build-isolation", "--editable", ".")
    made_from = {digest(locks), digest(RUNTIME)}
    STAMP.write_text("\n".join(sorted(made_from)) + "\n", "utf-8")


# --- the browser ----------------------------------------------------------------------------------


def has_browser() -> bool:
    """Whether a Chromium that the tests can drive is installed."""
    return any(shutil.which(name) for name in BROWSERS)


def fetch_browser() -> str:
    """Installs Chromium where apt and the right to use it are at hand; gives why not, or ""."""
    if has_browser():
        return ""
    if not shutil.which("apt-get"):
        return "Chromium er ikke installert, og apt-get finnes ikke på denne maskinen."
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root and not quietly("sudo", "-n", "true"):
        return "Chromium er ikke installert, og apt-get krever root eller sudo uten passord."
    say("Installerer Chromium med apt-get ...")
    front = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if not is_root:
        front = ["sudo", "-n", *front]
    run(*front, "update")
    run(*front, "install", "--yes", "chromium")
    return "" if has_browser() else "apt-get kunne ikke installere Chromium. Se meldingen over."


def shout(reason: str) -> None:
    """Says so that nobody misses it that the browser tests do not run, and why."""
    line = "=" * 88
    say(f"\n{line}\nNETTLESERTESTENE KJØRES IKKE. {reason}")
    say(f"Installer Chromium og kjør python3 start.py test på nytt.\n{line}\n")


# --- the tests ------------------------------------------------------------------------------------


def lane(*words: str) -> int:
    """Runs one lane of tests; an empty one fails by pytest's own status."""
    command = [python(), "-m", "pytest", *words]
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode


def once_more(*words: str) -> int:
    """Tries alone what failed: a desk, a hall or a browser can miss a deadline beside others."""
    say("Noe feilet. Det prøves én gang til, én test om gangen.")
    return lane(*words, "--last-failed")


def test(words: list[str]) -> int:
    """Runs the tests: those named, else the default lane and then the browser lane."""
    set_up(DEVELOPMENT)
    missing = fetch_browser()
    if missing:
        shout(missing)
    if words:
        return lane(*words)
    worst = lane("-n", "auto", "--dist", "worksteal")
    if worst == FAILED:
        worst = once_more()
    if missing:
        shout(missing)
    else:
        seen = lane("-m", "browser")
        worst = (once_more("-m", "browser") if seen == FAILED else seen) or worst
    return worst


def medspill(words: list[str]) -> int:
    """Runs the program, on POSIX in this process's place: keys and signals reach it untouched."""
    set_up(RUNTIME)
    program = str(scripts() / "medspill")
    if os.name != "nt":
        os.execve(program, [program, *words], environment())  # noqa: S606 - no shell is meant
    return subprocess.run([program, *words], env=environment(), check=False).returncode


def kit(words: list[str]) -> int:
    """Builds the kit with the tools of development."""
    set_up(DEVELOPMENT)
    command = [sys.executable, "-m", "pip", "--version"]
    builder = [python(), str(ROOT / ".ci" / "kit.py"), *words]
    env = {**environment(), "MEDSPILL_PIP": sys.executable}
    return 2 if not quietly(*command) else run(*builder, env=env)


def main(words: list[str]) -> int:
    """Reads what is wanted and does it; the answer is the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
        found = ".".join(str(part) for part in sys.version_info[:3])
        say(f"Medspill trenger Python 3.11 eller nyere, og dette er {found}.")
        say("Installer en nyere Python (python.org), og kjør kommandoen på nytt med den.")
        return 2
    if words[:1] == ["test"]:
        return test(words[1:])
    if words[:1] == ["kit"]:
        return kit(words[1:])
    if words == ["setup"]:
        set_up(DEVELOPMENT)
        missing = fetch_browser()
        if missing:
            shout(missing)
        return 0
    return medspill(words)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
