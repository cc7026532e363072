"""The one read path for who is not the hall: the cases of a file, also while its hall runs."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage import rows
from storage.file import is_sound, open_to_read
from storage.trouble import Trouble
from workshop.basics import Record
from workshop.case import Case
from workshop.facts import fold


def read_cases(path: Path) -> dict[str, Case]:
    """Every case of a file as its facts stand, by id, in the order they were opened.

    Writes nothing. Raises Trouble where the file is missing, no Medspill file,
    from a newer version, or holds what no version has written.
    """
    try:
        folded = {case: fold(records) for case, records in read_history(path).items()}
    except rows.CANNOT_READ as error:
        raise rows.unreadable(error, path) from error
    return {case: value for case, value in folded.items() if value is not None}


def read_history(path: Path) -> dict[str, list[Record]]:
    """Every record of a file by its case, withdrawn ones too; raises Trouble as `read_cases`."""
    history: dict[str, list[Record]] = {}
    with closing(open_to_read(path)) as connection:
        try:
            for record, _ in rows.read(connection) if _has_facts(connection) else ():
                history.setdefault(record.case, []).append(record)
        except rows.CANNOT_READ as error:
            raise rows.unreadable(error, path) from error
    return history


def _has_facts(connection: sqlite3.Connection) -> bool:
    """False for an empty file, which a hall would make its own."""
    row = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'facts'").fetchone()
    return bool(row[0])


def read_setting(path: Path, key: str) -> str | None:
    """A setting that is kept in a file; None where there is none, or the file cannot be read."""
    try:
        with closing(open_to_read(path)) as connection:
            row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
            return str(row[0]) if row else None
    except (sqlite3.DatabaseError, UnicodeDecodeError, Trouble):
        return None


def is_whole(path: Path) -> bool:
    """Whether SQLite finds no fault in a file; reads all of it."""
    try:
        with closing(open_to_read(path)) as connection:
            return is_sound(connection, "integrity_check")
    except (sqlite3.DatabaseError, UnicodeDecodeError, Trouble):
        return False
