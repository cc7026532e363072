"""Whole copies of the file in a second place, so that one broken laptop loses nothing."""

import os
import re
import sqlite3
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from storage.erasing import Choices, empty_in_copy, forget_in_copy
from storage.file import beside, is_sound, open_to_read
from storage.trouble import Trouble

KEPT: Final = 10
"""Copies of one file that are kept; older ones go."""
ENDING: Final = ".medspill-copy"
_HALF: Final = ".half"
_PLACES: Final = ".copies"
"""The ending of the list, beside a file, of the folders where its copies lie."""
_AT: Final = r" (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)"
"""Day and time in the name of a copy."""
_LONG: Final = timedelta(hours=1)
"""A half that is older was cut short; a younger one may be another's that is on its way."""
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
    """The copies of a file in a folder, newest first.

    Another hall's copies may bear the same name on a shared stick, and are
    not ours; what cannot be read may be.
    """
    hall = _hall_of(file)
    return [p for p in _named(file, folder, ENDING) if hall is None or _hall_of(p) in {hall, None}]


def places_of(file: Path) -> list[Path]:
    """The folders where copies of a file lie, as the list beside it says: also without the file."""
    try:
        lines = beside(file, _PLACES).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [Path(line) for line in lines if line]


def keep_places(file: Path, folders: Iterable[Path]) -> None:
    """Write the list; raises OSError."""
    told = "".join(f"{folder}\n" for folder in folders)
    handle = os.open(beside(file, _PLACES), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "w", encoding="utf-8") as written:  # noqa: PTH123 - opened for its owner only
        written.write(told)


def every_copy(folder: Path) -> list[Path]:
    """The copies of any file in a folder, newest first."""
    return sorted(folder.glob(f"*{ENDING}"), key=_time_in_name, reverse=True)


def set_aside(file: Path) -> list[Path]:
    """What `put_back` has moved aside for a copy, newest first."""
    hall = _hall_of(file)
    asides = _named(file, file.absolute().parent, file.suffix)
    return [p for p in asides if hall is None or _hall_of(p) in {hall, None}]


def _named(file: Path, folder: Path, ending: str) -> list[Path]:
    """The files of a folder that are named as copies of this one, newest first."""
    name = re.compile(re.escape(file.stem) + _AT + re.escape(ending))
    found = (path for path in folder.iterdir() if name.fullmatch(path.name) and path.is_file())
    return sorted(found, key=lambda path: path.name, reverse=True)


def _hall_of(path: Path) -> str | None:
    """Whose file it is, or is a copy of; None where that cannot be read."""
    from storage.reader import read_setting  # noqa: PLC0415 - only who copies needs it

    return read_setting(path, "hall")


def _time_in_name(path: Path) -> str:
    found = re.search(_AT, path.name)
    return found[1] if found else ""


def make_copy(file: Path, folder: Path, now: datetime) -> Path:
    """Copy the whole file, also while it is written, and keep the last ten.

    The copy has its name only when it is whole and on the disk; another copy
    of the same second keeps its own, and this one has that of the next. Raises
    Trouble where the folder is gone, full or may not be written.
    """
    if not folder.is_dir():
        raise Trouble("copies_gone", folder=folder)
    half: Path | None = None
    try:
        path, half = _named_first(file, folder, now)
        _write_half(file, half)
        half.replace(path)
        _sync_folder(folder)
        hall = _hall_of(file)
        ours = [copy for copy in copies_of(file, folder) if _hall_of(copy) == hall]
        left = _named(file, folder, _HALF)
        for old in (*ours[KEPT:], *(h for h in left if _time_in_name(h) < _stamp(now - _LONG))):
            old.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        if half is not None:
            half.unlink(missing_ok=True)
        raise Trouble("copy_not_made", folder=folder, why=str(error)) from error
    return path


def _stamp(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H.%M.%S}"


def _named_first(file: Path, folder: Path, now: datetime) -> tuple[Path, Path]:
    """A name that no other copy bears or is about to bear, and its half, which holds the name."""
    while True:
        path = folder / f"{file.stem} {_stamp(now)}{ENDING}"
        half = path.with_suffix(_HALF)
        now += timedelta(seconds=1)
        try:
            # Nobody else may read it, from its first byte on.
            os.close(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            continue
        # Looked for only now: who was first has by now either the half or the whole.
        if not path.exists():
            return path, half
        half.unlink()


def _write_half(file: Path, half: Path) -> None:
    with closing(open_to_read(file)) as source, closing(sqlite3.connect(half)) as target:
        source.backup(target, pages=_PAGES, sleep=_PAUSE_SECONDS)
        # One file is all there is to take along: no log lies beside a copy.
        target.execute("PRAGMA journal_mode = DELETE")
        if not is_sound(target, "quick_check"):
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


Gone = tuple[Collection[str], Choices]
"""Ids of facts whose words were forgotten, and ballots that went."""


def forget_in_copies(file: Path, folder: Path, gone: Gone) -> tuple[Path, ...]:
    """Empty the same words in every copy in a folder; which copies that were.

    Raises Trouble where one of them cannot be reached or written, when the others are done.
    """
    if not folder.is_dir():
        raise Trouble("copies_gone", folder=folder)
    for half in _named(file, folder, _HALF):
        # A copy that was cut short is of no use, and may hold the words.
        half.unlink(missing_ok=True)
    found = tuple(copies_of(file, folder))
    _each(found, lambda copy: forget_in_copy(copy, *gone))
    return found


def forget_aside(file: Path, gone: Gone) -> tuple[Path, ...]:
    """The same in what was moved aside for a copy; which files that were."""
    found = tuple(set_aside(file))
    _each(found, lambda path: forget_in_copy(path, *gone))
    return found


def empty_in_copies(file: Path, folder: Path, boxes: Collection[str]) -> None:
    """Take every answer in these votes and polls out of every copy in a folder.

    Raises Trouble where one of them cannot be reached or written.
    """
    if not folder.is_dir():
        raise Trouble("copies_gone", folder=folder)
    _each(copies_of(file, folder), lambda copy: empty_in_copy(copy, boxes))


def _each(paths: Iterable[Path], act: Callable[[Path], None]) -> None:
    """Do it to all of them, and raise the first Trouble after that."""
    troubles: list[Trouble] = []
    for path in paths:
        try:
            act(path)
        except Trouble as trouble:
            troubles.append(trouble)
    if troubles:
        raise troubles[0]


def look_at(path: Path) -> Copy:
    """What a copy holds, and whether it is whole."""
    from storage.reader import is_whole, read_cases  # noqa: PLC0415 - only who restores needs it

    at = _made_at(path)
    try:
        cases = read_cases(path) if is_whole(path) else None
    except Trouble:
        cases = None
    if cases is None:
        return Copy(path, at, whole=False, notes=0, title="")
    newest = max(cases.values(), key=lambda case: case.opened_at, default=None)
    notes = sum(len(case.notes) for case in cases.values())
    return Copy(path, at, whole=True, notes=notes, title=newest.title if newest else "")


def _made_at(path: Path) -> datetime:
    """When a copy was made, as its name says: who copies it on changes the time of the file."""
    written = _time_in_name(path)
    if written:
        return datetime.strptime(written, "%Y-%m-%d %H.%M.%S").astimezone()
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def put_back(
    copy: Path,
    file: Path,
    now: datetime,
    gone: Sequence[Gone] = (),
    settings: Sequence[tuple[str, str]] = (),
) -> Path | None:
    """Let a copy take the place of the file, and move what lay there aside; where it is now.

    Raises Trouble where the file is open, or the disk refuses.

    Args:
        copy: A whole copy.
        file: Where it goes.
        now: Names what is moved aside.
        gone: What the file had forgotten, that its copies were still to forget.
        settings: Names and values that the file keeps.
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
        half = beside(file, _HALF)
        _write_half(copy, half)
        for one in gone:
            forget_in_copy(half, *one)
        _keep(half, settings)
        return _exchange(half, file, now)
    except (OSError, sqlite3.Error) as error:
        raise Trouble("not_restored", file=file, why=str(error)) from error
    finally:
        lock.release()


def _keep(half: Path, settings: Sequence[tuple[str, str]]) -> None:
    with closing(sqlite3.connect(half)) as connection, connection:
        connection.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", settings)


def _exchange(half: Path, file: Path, now: datetime) -> Path | None:
    aside = file.with_name(f"{file.stem} {now.astimezone():%Y-%m-%d %H.%M.%S}{file.suffix}")
    had = file.exists()
    for ending in ("", "-wal", "-shm"):
        part = beside(file, ending) if ending else file
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    half.replace(file)
    _sync_folder(file.parent)
    return aside if had else None
