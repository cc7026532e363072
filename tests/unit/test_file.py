"""What cannot be opened is told by name, and left alone."""

import os
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.file import open_to_read
from storage.header import is_ours
from storage.ledger import Ledger
from storage.reader import read_cases, read_setting
from storage.trouble import Trouble

NOBODY = 65_534


def garbage(path: Path) -> None:
    path.write_bytes(b"Dette er ikke en database. " * 100)


def foreign(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE other (a)")
    db.close()


def newer(path: Path) -> None:
    Ledger.open(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 9999")
    db.close()


def damaged(path: Path) -> None:
    Ledger.open(path).close()
    bad = bytearray(path.read_bytes())
    bad[100:4096] = b"\xff" * 3996
    path.write_bytes(bad)


def with_fact(path: Path, kind: str, body: str, words: str = '{"title": "Sak"}') -> None:
    """A file in which somebody has written a fact of this kind."""
    Ledger.open(path).close()
    db = sqlite3.connect(path)
    db.execute(
        "INSERT INTO facts VALUES (1, 'a', 'h', '2026-01-01T18:00:00.000+00:00', 'case-0001', NULL,"
        " 'case-0001', 'd', ?, 1, 'desk', 'desk', NULL, ?, ?)",
        (kind, body, words),
    )
    db.commit()
    db.close()


def newer_kind(path: Path) -> None:
    with_fact(path, "robot.danced", "{}", "{}")


def newer_field(path: Path) -> None:
    with_fact(path, "case.opened", '{"robot": 1}')


def broken_fact(path: Path) -> None:
    with_fact(path, "case.opened", "not json")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (garbage, "no_database"),
        (foreign, "foreign_database"),
        (newer, "newer_version"),
        (newer_kind, "newer_version"),
        (newer_field, "newer_version"),
        (damaged, "damaged"),
        (broken_fact, "damaged"),
        (Path.mkdir, "is_folder"),
    ],
)
def test_a_file_that_is_not_ours_is_left_alone(
    tmp_path: Path, spoil: Callable[[Path], object], reason: str
) -> None:
    """The reason is named, and not a byte of the file is touched."""
    path = tmp_path / "other.db"
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""

    with pytest.raises(Trouble) as told:
        Ledger.open(path)

    assert told.value.reason == reason
    with pytest.raises(Trouble) as told:
        read_cases(path)
    assert told.value.reason == reason
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_file_with_torn_bytes_is_found_or_whole(tmp_path: Path) -> None:
    """Bytes spoiled anywhere: it is told to be damaged, or every fact is there; never a crash."""
    path, chance = tmp_path / "a.db", random.Random(7)
    with_fact(path, "case.opened", "{}")
    good = path.read_bytes()
    found = 0
    for _ in range(150):
        bad, at = bytearray(good), chance.randrange(len(good))
        many = chance.choice((1, 8, 512))
        bad[at : at + many] = chance.randbytes(len(bad[at : at + many]))
        path.write_bytes(bad)
        for beside in (tmp_path / "a.db-wal", tmp_path / "a.db-shm"):
            beside.unlink(missing_ok=True)
        read_setting(path, "hall")
        try:
            read_cases(path)
            ledger = Ledger.open(path)
        except Trouble:
            found += 1
        else:
            assert ledger.seq == 1
            ledger.close()

    assert found > 0


@contextmanager
def a_folder(mode: int) -> Iterator[Path]:
    """A folder with a file in it and these permissions; root becomes nobody for a while."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Ledger.open(folder / "a.db").close()
        (folder / "a.db").chmod(0o644)
        folder.chmod(mode)
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
            yield folder
            os.seteuid(0)
        else:
            yield folder
        folder.chmod(0o755)


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder that this process may read and not write."""
    with a_folder(0o555) as folder:
        yield folder


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder that this process may not even look into."""
    with a_folder(0) as folder:
        yield folder


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked otherwise there")
def test_a_file_is_read_where_nothing_may_be_written(locked_folder: Path) -> None:
    """A copy on a write-protected stick is a good file, and nothing is left beside it."""
    with pytest.raises(PermissionError):
        (locked_folder / "proof").touch()

    open_to_read(locked_folder / "a.db").close()

    assert [p.name for p in locked_folder.iterdir() if p.suffix != ".lock"] == ["a.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked otherwise there")
def test_a_folder_that_may_not_be_looked_into_is_told(closed_folder: Path) -> None:
    """The system does not even say whether the file is there."""
    with pytest.raises(Trouble, match="file_read_only"):
        Ledger.open(closed_folder / "a.db")
    with pytest.raises(Trouble, match="not_readable"):
        open_to_read(closed_folder / "a.db")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names there")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """Nobody waits for what may never come."""
    os.mkfifo(tmp_path / "pipe.db")

    with pytest.raises(Trouble, match="no_database"):
        Ledger.open(tmp_path / "pipe.db")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The sentence says which folder to make."""
    with pytest.raises(Trouble, match="no_folder"):
        Ledger.open(tmp_path / "nowhere" / "a.db")


def test_an_empty_file_becomes_a_medspill_file(tmp_path: Path) -> None:
    """A file that holds nothing is nobody's."""
    path = tmp_path / "new.db"
    path.touch()

    Ledger.open(path).close()

    assert path.stat().st_size > 0


def test_the_first_bytes_tell_our_file_from_others(tmp_path: Path) -> None:
    """The desk knows its file before SQLite is loaded, and leaves the doubtful to it."""
    ours = tmp_path / "a.db"
    Ledger.open(ours).close()
    strange: list[Callable[[Path], object]] = [garbage, foreign, newer]

    assert is_ours(ours)
    for number, spoil in enumerate(strange):
        other = tmp_path / f"{number}.db"
        spoil(other)
        assert not is_ours(other)
