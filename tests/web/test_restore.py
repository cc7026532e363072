"""Copies are made by themselves, ten are kept, and one of them brings the evening back."""

import os
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from screens.control import Control
from storage.backup import KEPT, copies_of, look_at, make_copy
from storage.ledger import Ledger
from storage.reader import read_cases
from storage.trouble import Trouble
from tests.web.halls import an_evening, hall, tell
from tests.web.test_erase import medspill, until


def an_evening_with_copies(file: Path, stick: Path, notes: int = 3) -> str:
    """A hall that was filled and closed; the stick has its last copy."""
    with hall(file, "--copies", str(stick)) as control:
        case = an_evening(control)
        for i in range(notes):
            tell(control, case, "note.write", text=f"Behov {i}")
    return case


def test_the_end_of_the_hall_leaves_a_whole_copy(tmp_path: Path) -> None:
    """What the last receipt said is in it, and it lies there under a name with day and time."""
    stick = tmp_path / "pinne"
    stick.mkdir()
    case = an_evening_with_copies(tmp_path / "møte.db", stick)

    (copy,) = copies_of(tmp_path / "møte.db", stick)

    assert copy.name.startswith("møte 20")
    assert [p.name for p in stick.iterdir()] == [copy.name]
    assert len(read_cases(copy)[case].notes) == 3
    assert look_at(copy).whole


def test_a_stick_that_is_pulled_out_stops_nothing(tmp_path: Path) -> None:
    """The hall says so, takes notes, and copies again when the stick is back."""
    file, stick = tmp_path / "a.db", tmp_path / "pinne"
    with hall(file) as control:
        case = an_evening(control)
        control.keep(copies=str(stick))
        tell(control, case, "gathering.end")
        until(lambda: (control.get("/hall")["copy"] or {}).get("trouble"))
        assert "Sett inn minnepinnen" in control.get("/hall")["copy"]["trouble"]
        stick.mkdir()
        tell(control, case, "note.write", text="Mens pinnen var ute")
    (copy,) = copies_of(file, stick)

    assert [n.text for n in read_cases(copy)[case].notes.values()] == ["Mens pinnen var ute"]


def test_ten_copies_are_kept(tmp_path: Path) -> None:
    """The eleventh takes the place of the oldest, and another file's copies are left alone."""
    file, stick = tmp_path / "a.db", tmp_path / "pinne"
    stick.mkdir()
    Ledger.open(file).close()
    Ledger.open(tmp_path / "b.db").close()
    now = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
    other = make_copy(tmp_path / "b.db", stick, now)
    made = [make_copy(file, stick, now + timedelta(minutes=i)) for i in range(KEPT + 2)]

    assert copies_of(file, stick) == made[:1:-1]
    assert other.exists()


def test_a_full_or_missing_folder_is_named(tmp_path: Path) -> None:
    """The sentence says to put the stick in, and no half copy is left."""
    Ledger.open(tmp_path / "a.db").close()

    with pytest.raises(Trouble, match="copies_gone"):
        make_copy(tmp_path / "a.db", tmp_path / "nowhere", datetime.now(UTC))


def test_the_newest_whole_copy_brings_the_evening_back(tmp_path: Path) -> None:
    """A broken file is moved aside, the copy takes its place, and the hall goes on from it."""
    file, stick = tmp_path / "møte.db", tmp_path / "pinne"
    stick.mkdir()
    case = an_evening_with_copies(file, stick)
    (stick / "møte 2099-01-01 10.00.00.medspill-copy").write_bytes(b"SQLite format 3\x00 nei")
    file.write_bytes(b"noe helt annet")

    done = medspill("restore", "--file", str(file), "--from", str(stick), "--pick", "2")

    assert done.returncode == 0, done.stderr
    assert "Skadet" in done.stdout
    assert "Hel, 3 lapper, Gode år hjemme" in done.stdout
    assert "Fila som ligger der nå, er skadet." in done.stdout
    assert f'Skriv nå: medspill --file "{file}"' in done.stdout
    aside = list(tmp_path.glob("møte 20*.db"))
    assert [p.read_bytes() for p in aside] == [b"noe helt annet"]
    with hall(file) as control:
        assert len(control.get(f"/cases/{case}")["notes"]) == 3
        tell(control, case, "note.write", text="Og så går vi videre")


def test_whoever_has_lost_the_file_is_led_to_its_copies(tmp_path: Path) -> None:
    """Where the copies are is written beside the file, so that it is known without it."""
    file, stick = tmp_path / "møte 1.db", tmp_path / "et sted" / "pinne"
    stick.mkdir(parents=True)
    case = an_evening_with_copies(file, stick)
    for part in tmp_path.glob("møte 1.db*"):
        if part.suffix != ".copies":
            part.unlink()

    done = medspill("restore", "--file", str(file), typed="\n")

    assert done.returncode == 0, done.stderr
    assert str(stick) in done.stdout
    assert len(read_cases(file)[case].notes) == 3
    assert (
        "Du trenger trolig ingen kopi."
        in medspill("restore", "--file", str(file), typed="\n").stdout
    )
    assert not list(tmp_path.glob("møte 1 20*")), "Enter leaves a whole file where it is"


def test_a_damaged_copy_is_not_put_back(tmp_path: Path) -> None:
    """Whoever picks it is told to pick another, and nothing is moved."""
    file, stick = tmp_path / "a.db", tmp_path / "pinne"
    stick.mkdir()
    an_evening_with_copies(file, stick)
    (stick / "a 2099-01-01 10.00.00.medspill-copy").write_bytes(b"SQLite format 3\x00 nei")
    before = file.read_bytes()
    done = medspill("restore", "--file", str(file), "--from", str(stick), "--pick", "1")

    assert done.returncode == 2
    assert "skadet" in done.stderr
    assert file.read_bytes() == before


def test_a_file_that_is_open_is_not_replaced(tmp_path: Path) -> None:
    """While a hall has it the person is told to close that first."""
    file = tmp_path / "a.db"
    with hall(file):
        done = medspill("restore", "--file", str(file), "--from", str(tmp_path))

    assert done.returncode == 2
    assert "alt åpen" in done.stderr


def test_without_copies_the_person_is_told_where_was_looked(tmp_path: Path) -> None:
    """And to put the stick in."""
    done = medspill("restore", "--file", str(tmp_path / "a.db"), "--from", str(tmp_path))

    assert done.returncode == 2
    assert str(tmp_path) in done.stderr
    assert "minnepinnen" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_nobody_else_may_read_any_of_the_files(tmp_path: Path) -> None:
    """File, log, shared memory, lock, run file and copies are for their owner alone."""
    stick = tmp_path / "pinne"
    stick.mkdir()
    before = os.umask(0o022)
    try:
        with hall(tmp_path / "a.db", "--copies", str(stick)) as control:
            said(control)
            open_to_others = readable_by_others(tmp_path)
        assert open_to_others == []
        assert readable_by_others(tmp_path) == []
    finally:
        os.umask(before)


def said(control: Control) -> None:
    """Something that somebody said."""
    case = an_evening(control)
    tell(control, case, "note.write", text="Bare for oss")


def readable_by_others(folder: Path) -> list[str]:
    """Files that group or others may read or write."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(p.name for p in files if stat.S_IMODE(p.stat().st_mode) & 0o077)
