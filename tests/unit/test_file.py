"""What cannot be opened is told by name, and left alone."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.ledger import Ledger
from storage.trouble import Trouble


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


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (garbage, "no_database"),
        (foreign, "foreign_database"),
        (newer, "newer_version"),
        (damaged, "damaged"),
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
    assert (path.read_bytes() if path.is_file() else b"") == before


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
