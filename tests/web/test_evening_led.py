"""The rehearsal that a person leads: what lies ready, and what ends with the desk."""

import subprocess
import sys
from pathlib import Path

import pytest

from screens import runfile
from screens.cli import demo, opening
from screens.control import Control
from screens.practice import is_made_up
from screens.rehearsal.slow import Beside
from storage.reader import read_cases
from tests.house.house import ROOT
from tests.web.halls import an_evening, hall
from workshop.recipe import STATIONS, standing

PHONES = 2


def test_everything_lies_ready_and_ends_with_the_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Four stations are filled and needs are open when the desk comes up; then all is closed."""
    file = tmp_path / "led.db"
    met: list[str] = []

    def look(
        opened: Path | None,
        options: object = (),
        *,
        borrowed: bool = False,
        practice_hall: Beside | None = None,
    ) -> None:
        assert opened == file
        assert options
        # The rehearsal ends its hall itself, so the desk asks nobody about it.
        assert borrowed
        control = Control.find(file)
        assert control is not None
        met.append(str(control.about["case"]))
        assert practice_hall is not None
        assert practice_hall.case == met[0]
        # Whoever is called in comes to the same hall.
        assert practice_hall.call("late")

    monkeypatch.setattr(opening, "open_desk", look)

    assert demo._led(file, PHONES, {}) == 0

    (case,) = read_cases(file).values()
    assert met == [case.id]
    assert is_made_up(case.id)
    assert [standing(case, station) for station in STATIONS[:4]] == ["done"] * 4
    assert (case.station, case.running and case.running.kind) == (5, "needs")
    assert runfile.read(file) is None
    assert str(file) in capsys.readouterr().err


def test_phones_beside_the_desk_end_with_it(tmp_path: Path) -> None:
    """Their process ends as soon as nobody holds its standard input any more."""
    with hall(tmp_path / "beside.db") as control:
        case = an_evening(control)
        url = str(control.about["phone_url"])
        phones = subprocess.Popen(
            [sys.executable, "-m", "screens.rehearsal", url, case, str(PHONES)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        _, complaints = phones.communicate(timeout=20)

    assert (phones.returncode, complaints) == (0, b"")
