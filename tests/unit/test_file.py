"""What cannot be opened is told by name, and left alone."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.file import open_to_read
from storage.ledger import Ledger
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


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder that this process may read and not write; root becomes nobody for a while."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Ledger.open(folder / "a.db").close()
        (folder / "a.db").chmod(0o644)
        folder.chmod(0o555)
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
            yield folder
            os.seteuid(0)
        else:
            yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked otherwise there")
def test_a_file_is_read_where_nothing_may_be_written(locked_folder: Path) -> None:
    """A copy on a write-protected stick is a good file, and nothing is left beside it."""
    with pytest.raises(PermissionError):
        (locked_folder / "proof").touch()

    open_to_read(locked_folder / "a.db").close()

    assert [p.name for p in locked_folder.iterdir() if p.suffix != ".lock"] == ["a.db"]


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
