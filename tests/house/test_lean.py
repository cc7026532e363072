"""What a hall brings along when it starts, which is most of what it ever holds."""

import os
import subprocess
import sys

import pytest

ROOMS = ("desk", "paper", "rehearsal", "bench", "checking", "plain.page", "projector.walls")
"""Ours that serve somebody else, or are read when somebody asks."""
HEAVY = {
    "textual", "rich", "qrcode", "sqlite_utils", "rapidfuzz", "snowballstemmer", "psutil", "httpx",
    "ssl", "_ssl", "_hashlib", "websockets", "h11", "numpy", "PIL", "xml", "unittest", "tkinter",
    "workshop.likeness", *(f"screens.{room}" for room in ROOMS),
}  # fmt: skip
LOOK = """
import json, os, sys
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
import screens.cli.hall
from screens.unencrypted import without_openssl
with without_openssl():
    import screens.hall
from pydantic import BaseModel
def every(kind):
    for one in kind.__subclasses__():
        yield one
        yield from every(one)
built = {f"{k.__module__}.{k.__name__}" for k in every(BaseModel) if k.__pydantic_complete__}
print("\\n".join(sys.modules))
print("---")
print("\\n".join(sorted(built)))
"""


@pytest.fixture(scope="module")
def started() -> tuple[list[str], list[str]]:
    """The modules and the finished models of a process that has just imported the hall."""
    # What measures branches reads OpenSSL itself, where it is told to follow children.
    plain = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    command = [sys.executable, "-c", LOOK]
    done = subprocess.run(command, env=plain, capture_output=True, text=True, check=True)
    modules, built = done.stdout.split("---\n")
    return modules.split(), built.split()


def test_a_hall_starts_without_what_it_does_not_need_yet(
    started: tuple[list[str], list[str]],
) -> None:
    """Desk, papers, codes, likeness and OpenSSL weigh nothing in a hall that has just started."""
    heavy = [m for m in started[0] if any(m == h or m.startswith(f"{h}.") for h in HEAVY)]

    assert "screens.hall" in started[0]
    assert heavy == []


def test_a_hall_starts_with_its_models_waiting(started: tuple[list[str], list[str]]) -> None:
    """A model is made ready when it is first met; a value made by an import is made too soon."""
    assert started[1] == []
