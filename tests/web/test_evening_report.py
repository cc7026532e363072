"""`medspill report`: read from the file while its hall runs, written whole or not at all."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from screens.control import Control
from tests.house.house import ROOT
from tests.web.halls import an_evening, hall, tell


def report(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The program's report."""
    return subprocess.run(
        [sys.executable, "-m", "screens.cli", "report", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "evening.db"


@pytest.fixture
def control(file: Path) -> Iterator[Control]:
    with hall(file) as running:
        yield running


def test_a_report_is_made_while_the_hall_runs(control: Control, file: Path) -> None:
    """What was acknowledged a moment ago is in the report, and the hall goes on."""
    case = an_evening(control)
    tell(control, case, "note.write", text="Benk ved bussen", origin="paper", number=1)
    path = file.with_name("rapport.md")

    done = report("--file", str(file), "-o", str(path))

    assert done.returncode == 0, done.stderr
    assert str(path) in done.stderr
    assert "Benk ved bussen" in path.read_text("utf-8")
    assert control.get("/hall")["case"] == case


def test_the_newest_case_is_taken_where_none_is_named(control: Control, file: Path) -> None:
    """Without --case it is the case that was opened last; with it the one that is named."""
    first = tell(control, None, "case.open", title="Den første")
    tell(control, None, "case.open", title="Den andre")
    tell(control, first, "question.write", text="Hva nå?")

    newest = report("--file", str(file), "--format", "json", "-o", "-")
    named = report("--file", str(file), "--format", "json", "-o", "-", "--case", first)

    assert json.loads(newest.stdout)["case"]["title"] == "Den andre"
    assert json.loads(named.stdout)["case"]["title"] == "Den første"


def test_without_a_place_it_lies_where_one_stands(control: Control, file: Path) -> None:
    """The default is rapport.md in the current folder, and nothing is left beside it."""
    an_evening(control)
    folder = file.parent / "here"
    folder.mkdir()

    done = report("--file", str(file), cwd=folder)

    assert done.returncode == 0, done.stderr
    assert [path.name for path in folder.iterdir()] == ["rapport.md"]


def test_a_report_that_cannot_be_written_leaves_the_old_one(control: Control, file: Path) -> None:
    """A name that is a folder, or a folder that is missing: a sentence, and nothing is touched."""
    an_evening(control)
    folder = file.parent / "mappe"
    folder.mkdir()

    for place in (folder, folder / "mangler" / "rapport.md", folder / ("x" * 300)):
        done = report("--file", str(file), "-o", str(place))
        assert (done.returncode, done.stdout) == (2, "")
        assert "-o" in done.stderr
        assert "Traceback" not in done.stderr
    assert list(folder.iterdir()) == []


def test_trouble_with_the_file_is_a_sentence(control: Control, file: Path) -> None:
    """No file, no cases, an unknown case, no database, an unknown format: exit status 2."""
    other = file.with_name("annet.txt")
    other.write_text("Dette er ingen database.", "utf-8")
    wrong = [
        ("--file", str(file.with_name("mangler.db"))),
        ("--file", str(file)),
        ("--file", str(file), "--case", "mangler"),
        ("--file", str(other)),
        ("--file", str(file), "--format", "pdf"),
    ]

    assert control.get("/cases")["cases"] == []
    for words in wrong:
        done = report(*words, "-o", "-")
        assert (done.returncode, done.stdout) == (2, ""), words
        assert done.stderr.strip(), words
        assert "Traceback" not in done.stderr
