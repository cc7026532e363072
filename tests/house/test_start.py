"""The door for a machine that has only Python and pip."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

import start
from tests.house.house import ROOT


@contextmanager
def programs(monkeypatch: pytest.MonkeyPatch, *present: str) -> Iterator[None]:
    """A machine that has just these programs."""
    with monkeypatch.context() as patch:
        patch.setattr("shutil.which", lambda name: name if name in present else None)
        yield


def test_an_older_python_is_told_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Python 3.10 gets a clear word and exit status 2, and nothing is set up."""
    monkeypatch.setattr(start, "sys", SimpleNamespace(version_info=(3, 10, 2), stderr=sys.stderr))

    assert start.main(["demo"]) == 2
    assert "Python 3.11 eller nyere, og dette er 3.10.2" in capsys.readouterr().err


def test_a_browser_that_is_there_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """With Chromium on the machine there is no reason not to run the browser tests."""
    with programs(monkeypatch, "chromium"):
        assert start.fetch_browser() == ""


def test_without_apt_the_reason_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither Chromium nor apt-get: the reason says both."""
    with programs(monkeypatch):
        assert "apt-get finnes ikke" in start.fetch_browser()


def test_missing_browser_tests_are_said_loudly(capsys: pytest.CaptureFixture[str]) -> None:
    """That the browser tests do not run stands in capitals on standard error, with the reason."""
    start.shout("Fordi.")

    seen = capsys.readouterr()
    assert "NETTLESERTESTENE KJØRES IKKE. Fordi." in seen.err
    assert seen.out == ""


def test_the_stamp_follows_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another Python or another lock means another room; the same ones the same."""
    before = start.digest(start.RUNTIME)

    assert before == start.digest(start.RUNTIME)
    assert before != start.digest(start.DEVELOPMENT)
    monkeypatch.setattr(sys, "version", "3.99")
    assert before != start.digest(start.RUNTIME)


def test_start_speaks_on_standard_error_only() -> None:
    """Standard output belongs to the program: start.py itself never prints there."""
    code = "import start; start.say('hei'); start.run('echo', 'hei')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == ""
    assert done.stderr == "hei\nhei\n"
