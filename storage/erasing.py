"""Leaving no byte of what was forgotten: in the file, in its log, and in its copies."""

import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from storage.trouble import Trouble

_PENDING: Final = "SELECT 1 FROM settings WHERE key = 'unswept'"
_DONE: Final = "DELETE FROM settings WHERE key = 'unswept'"
_TRIES: Final = 50
_PATIENCE_MS: Final = 100
_USUAL_MS: Final = 5_000

Choices = Collection[tuple[str, str]]
"""Votes and marks of ballots that go."""


def sweep(connection: sqlite3.Connection) -> None:
    """Write the file anew without what was emptied, and fold away the log; where there is need.

    Raises Trouble where a reader keeps the log, or the disk refuses; it is
    then done when the file is opened next.
    """
    if connection.execute(_PENDING).fetchone() is None:
        return
    try:
        connection.execute("VACUUM")
        _fold_log(connection)
        connection.execute(_DONE)
    except sqlite3.Error as error:
        raise Trouble("not_swept", why=str(error)) from error


def fold_away(connection: sqlite3.Connection) -> None:
    """Leave nothing of what was deleted in the log, where nobody reads it just now.

    Where somebody does, or the disk refuses, it is done when the file is
    opened next: the mark for that was stored with the deletion.
    """
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        connection.execute(f"PRAGMA busy_timeout = {_USUAL_MS}")


def _fold_log(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
    for _ in range(_TRIES):
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return
    raise sqlite3.OperationalError("busy")


def empty_in_copy(copy: Path, boxes: Collection[str]) -> None:
    """Take every answer in these votes and polls out of a copy, where it holds any.

    Raises Trouble where it cannot be read or written.
    """
    holds = f"FROM choices WHERE vote IN ({','.join('?' * len(boxes))})"
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            if not connection.execute(f"SELECT count(*) {holds}", (*boxes,)).fetchone()[0]:
                return
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(f"DELETE {holds}", (*boxes,))
            connection.execute("VACUUM")
    except sqlite3.Error as error:
        raise Trouble("copy_not_swept", file=copy, why=str(error)) from error


def forget_in_copy(copy: Path, facts: Collection[str], choices: Choices) -> None:
    """Empty the words of these facts in a copy of the file, and write the copy anew.

    By their ids, and not their numbers: where an older copy was put back, the
    same number may be another fact in a copy that was made before.
    Raises Trouble where it cannot be written.
    """
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                "UPDATE facts SET words = '{}' WHERE id = ?", ((id_,) for id_ in facts)
            )
            connection.executemany("DELETE FROM choices WHERE vote = ? AND mark = ?", choices)
            connection.execute("COMMIT")
            connection.execute("VACUUM")
    except sqlite3.Error as error:
        raise Trouble("copy_not_swept", file=copy, why=str(error)) from error
