"""`medspill demo`: a whole evening in seconds, counted from the file, never among real cases."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from screens import runfile
from screens.practice import is_made_up
from storage.reader import read_cases
from tests.house.house import ROOT
from tests.web.halls import an_evening, hall
from workshop.recipe import STATIONS, standing


def demo(*words: str) -> subprocess.CompletedProcess[str]:
    """The program's rehearsal, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "screens.cli", "demo", *words],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def said(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The one object on standard output."""
    (line,) = done.stdout.splitlines()
    about: dict[str, Any] = json.loads(line)
    return about


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a rehearsal with twelve phones says of itself."""
    file = tmp_path_factory.mktemp("demo") / "demo.db"
    done = demo("--headless", "--file", str(file))
    assert done.returncode == 0, done.stderr
    assert str(file) in done.stderr
    return said(done)


def test_the_answer_is_one_object(evening: dict[str, Any]) -> None:
    """Standard output holds exactly the eight keys that scripts rely on."""
    keys = ["ok", "file", "case", "seconds", "phones", "notes", "dots", "stations"]

    assert list(evening) == keys
    assert (evening["ok"], evening["phones"], evening["stations"]) == (True, 12, 6)


def test_its_figures_are_those_of_the_file(evening: dict[str, Any]) -> None:
    """Notes and dots of the answer are what anybody finds who opens the file."""
    (case,) = read_cases(Path(evening["file"])).values()

    assert case.id == evening["case"]
    assert len(case.notes) == evening["notes"]
    assert sum(sum(v.counts.values()) for v in case.votes.values()) == evening["dots"]
    assert [standing(case, station) for station in STATIONS] == ["done"] * 6


def test_every_part_of_the_method_is_used(evening: dict[str, Any]) -> None:
    """Paper and phones, hidden and parked notes, an edit, all blocks, and answers to everything."""
    (case,) = read_cases(Path(evening["file"])).values()
    notes = case.notes.values()
    (vote,) = case.votes.values()

    assert {"phone", "paper"} <= {note.origin for note in notes}
    assert {"shown", "hidden", "parked"} <= {note.state for note in notes}
    assert any(note.originals for note in notes)
    assert any(note.about for note in notes if note.what == "idea")
    assert vote.turnout == {"phone": 12, "paper": 3}
    assert case.fates.keys() >= case.clusters.keys()
    assert case.evening is None


def test_the_hall_is_gone_afterwards(evening: dict[str, Any]) -> None:
    """A rehearsal stops its own hall, and leaves the file to others."""
    file = Path(evening["file"])

    assert runfile.read(file) is None
    with hall(file) as control:
        assert control.get("/cases")["cases"][0]["id"] == evening["case"]


def test_the_same_file_can_be_rehearsed_in_again(evening: dict[str, Any]) -> None:
    """A file that holds only rehearsals takes one more, and each is counted alone."""
    again = said(demo("--file", evening["file"], "--phones", "3"))

    assert (again["ok"], again["phones"]) == (True, 3)
    assert again["case"] != evening["case"]


def test_a_rehearsal_that_was_cut_short_is_ended_first(tmp_path: Path) -> None:
    """A made-up evening that still stands open in the file does not disturb the next one."""
    file = tmp_path / "demo.db"
    with hall(file) as control:
        case = "rehearsal-cut-short"
        control.send_as(case, None, "case.open", title="Avbrutt")
        evening = control.send(case, "gathering.plan", title="En kveld")["command"]
        control.send(case, "gathering.open", gathering=evening)
        control.send(case, "cluster.make", title="En klynge")
        control.send(case, "vote.open")

    done = demo("--file", str(file), "--phones", "2")

    assert said(done)["ok"] is True, done.stderr
    assert read_cases(file)[case].gathering is None


def test_real_cases_are_left_alone(tmp_path: Path) -> None:
    """A file with a case of somebody's own is refused with a sentence, and not changed."""
    file = tmp_path / "real.db"
    with hall(file) as control:
        case = an_evening(control)
    assert not is_made_up(case)

    done = demo("--headless", "--file", str(file))

    assert (done.returncode, done.stdout) == (2, "")
    assert "egne saker" in done.stderr
    assert list(read_cases(file)) == [case]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--file", "/nowhere/at/all/demo.db"), "finnes ikke"),
        (("--phones", "0"), "--phones"),
        (("--phones", "mange"), "--phones"),
    ],
)
def test_wrong_words_get_a_sentence(words: tuple[str, ...], told: str) -> None:
    """A missing folder or an impossible number of phones: a sentence, exit status 2."""
    done = demo("--headless", *words)

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
