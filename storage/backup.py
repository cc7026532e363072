"""Whole copies of the file in a second place, so that one broken laptop loses nothing."""

import os
import sqlite3
import sys
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.erasing import Choices, empty_in_copy, forget_in_copy
from storage.file import beside, open_to_read
from storage.trouble import Trouble

KEPT: Final = 10
"""Copies of one file that are kept; older ones go."""
ENDING: Final = ".medspill-copy"
_HALF: Final = ".half"
_PAGES: Final = 256
_PAUSE_SECONDS: Final = 0.002
"""Between two steps of a copy, so that receipts come first."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was found: where it lies, when it was made, and what it holds."""

    path: Path
    at: datetime
    whole: bool
    notes: int
    title: str
    """Of the newest case in it."""


def copies_of(file: Path, folder: Path) -> list[Path]:
    """The copies of a file in a folder, newest first."""
    return sorted(folder.glob(f"{file.stem} *{ENDING}"), reverse=True)


def make_copy(file: Path, folder: Path, now: datetime) -> Path:
    """Copy the whole file, also while it is written, and keep the last ten.

    The copy has its name only when it is whole and on the disk. Raises
    Trouble where the folder is gone, full or may not be written.
    """
    name = f"{file.stem} {now.astimezone():%Y-%m-%d %H.%M.%S}"
    path, half = folder / f"{name}{ENDING}", folder / f"{name}{_HALF}"
    if not folder.is_dir():
        raise Trouble("copies_gone", folder=folder)
    try:
        _write_half(file, half)
        half.replace(path)
        _sync_folder(folder)
        for old in copies_of(file, folder)[KEPT:]:
            old.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        half.unlink(missing_ok=True)
        raise Trouble("copy_not_made", folder=folder, why=str(error)) from error
    return path


def _write_half(file: Path, half: Path) -> None:
    # Nobody else may read it, from its first byte on.
    os.close(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    with closing(open_to_read(file)) as source, closing(sqlite3.connect(half)) as target:
        source.backup(target, pages=_PAGES, sleep=_PAUSE_SECONDS)
        # One file is all there is to take along: no log lies beside a copy.
        target.execute("PRAGMA journal_mode = DELETE")
        if target.execute("PRAGMA quick_check").fetchone() != ("ok",):
            msg = "quick_check"
            raise sqlite3.DatabaseError(msg)
    with half.open("rb+") as written:
        os.fsync(written.fileno())


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def forget_in_copies(
    file: Path, folder: Path, seqs: Collection[int], choices: Choices
) -> tuple[Path, ...]:
    """Empty the same words in every copy in a folder; which copies that were.

    Raises Trouble where one of them cannot be reached or written.
    """
    if not folder.is_dir():
        raise Trouble("copies_gone", folder=folder)
    found = tuple(copies_of(file, folder))
    for copy in found:
        forget_in_copy(copy, seqs, choices)
    return found


def empty_in_copies(file: Path, folder: Path, boxes: Collection[str]) -> None:
    """Take every answer in these votes and polls out of every copy in a folder.

    Raises Trouble where one of them cannot be reached or written.
    """
    if not folder.is_dir():
        raise Trouble("copies_gone", folder=folder)
    for copy in copies_of(file, folder):
        empty_in_copy(copy, boxes)


def look_at(path: Path) -> Copy:
    """What a copy holds, and whether it is whole."""
    from storage.reader import is_whole, read_cases  # noqa: PLC0415 - only who restores needs it

    at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    try:
        cases = read_cases(path) if is_whole(path) else None
    except Trouble:
        cases = None
    if cases is None:
        return Copy(path, at, whole=False, notes=0, title="")
    newest = max(cases.values(), key=lambda case: case.opened_at, default=None)
    notes = sum(len(case.notes) for case in cases.values())
    return Copy(path, at, whole=True, notes=notes, title=newest.title if newest else "")


def put_back(copy: Path, file: Path, now: datetime) -> Path | None:
    """Let a copy take the place of the file, and move what lay there aside; where it is now.

    Raises Trouble where the file is open, or the disk refuses.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - as in file.py

    lock = FileLock(beside(file, ".lock"), mode=0o600, blocking=False)
    try:
        lock.acquire()
    except Timeout as taken:
        raise Trouble("in_use", file=file) from taken
    except OSError as error:
        raise Trouble("folder_read_only", folder=file.parent) from error
    try:
        return _exchange(copy, file, now)
    except (OSError, sqlite3.Error) as error:
        raise Trouble("not_restored", file=file, why=str(error)) from error
    finally:
        lock.release()


def _exchange(copy: Path, file: Path, now: datetime) -> Path | None:
    half = beside(file, _HALF)
    _write_half(copy, half)
    aside = file.with_name(f"{file.stem} {now.astimezone():%Y-%m-%d %H.%M.%S}{file.suffix}")
    had = file.exists()
    for ending in ("", "-wal", "-shm"):
        part = beside(file, ending) if ending else file
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    half.replace(file)
    _sync_folder(file.parent)
    return aside if had else None
