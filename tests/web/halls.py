"""A real hall as its own process, for tests that speak to it over HTTP."""

import http.client
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from screens.control import Control
from tests.house.house import ROOT

WORDS = ("--json", "--host", "127.0.0.1", "--lan-port", "0")


def command(file: Path, *more: str) -> list[str]:
    """How a hall is started."""
    return [sys.executable, "-m", "screens.cli", "hall", "--file", str(file), *WORDS, *more]


@contextmanager
def hall(file: Path, *more: str) -> Iterator[Control]:
    """A hall that runs until the test is done with it."""
    process = subprocess.Popen(
        command(file, *more),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        assert line, process.stderr.read()
        yield Control(json.loads(line))
    finally:
        process.terminate()
        process.communicate(timeout=20)


def tell(control: Control, case: str | None, name: str, **fields: Any) -> str:
    """Send a command that must not be refused; its id."""
    answer = control.send(case, name, **fields)
    assert answer["ok"], answer
    return str(answer["command"])


def an_evening(control: Control) -> str:
    """A case with an open gathering where needs are collected; its id."""
    case = tell(control, None, "case.open", title="Gode år hjemme")
    tell(control, case, "question.write", text="Hva trenger du for å bo hjemme?")
    gathering = tell(control, case, "gathering.plan", title="Folkemøte 1")
    tell(control, case, "gathering.open", gathering=gathering)
    tell(control, case, "block.start", kind="needs")
    return case


def ask(url: str, path: str = "/", body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    """One request to one port, as anybody could send it."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=10)
    connection.request("GET" if body is None else "POST", path, body, headers)
    answer = connection.getresponse()
    said = answer.status, answer.read()
    connection.close()
    return said


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """The program with these words."""
    return subprocess.run(
        [sys.executable, "-m", "screens.cli", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
