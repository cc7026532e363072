"""Facts as rows: how they are written and read, in the one place that knows both."""

import json
import secrets
import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from storage.trouble import Trouble
from workshop.basics import Record
from workshop.facts import FACTS, KINDS, SAID_IN, forgotten

Row = tuple[
    int,
    str,
    str,
    str,
    str,
    str | None,
    str,
    str | None,
    str,
    int,
    str,
    str,
    int | None,
    str,
    str,
]
Choice = tuple[str, str, str | None]
"""A vote, a mark, and what was chosen under it; None takes it away."""

_INSERT: Final = "INSERT INTO facts VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_CHOOSE: Final = "INSERT OR REPLACE INTO choices VALUES (?,?,?)"
_UNCHOOSE: Final = "DELETE FROM choices WHERE vote = ? AND mark = ?"
_FORGET: Final = "UPDATE facts SET words = '{}' WHERE seq = ?"
_UNSWEPT: Final = "INSERT OR REPLACE INTO settings VALUES ('unswept', '1')"
_READ: Final = (
    "SELECT seq, id, hall, at, case_id, gathering, command, kind, origin, sender, heads,"
    " body, words, digest FROM facts WHERE seq > ? ORDER BY seq"
)


CANNOT_READ: Final = (sqlite3.DatabaseError, ValueError, LookupError, AttributeError, TypeError)
"""What reading and folding raise where a file holds something else than our facts."""
_NEWER: Final = frozenset({"union_tag_invalid", "extra_forbidden"})


def new_id() -> str:
    """An id that nobody else makes, and that sorts by when it was made."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"


def to_row(record: Record, digest: str | None) -> Row:
    """The fact and its envelope as a row, with people's words apart from the rest."""
    said = SAID_IN[record.kind]
    return (
        record.seq,
        record.id,
        record.hall,
        record.at.isoformat(timespec="milliseconds"),
        record.case,
        record.gathering,
        record.command,
        digest,
        record.kind,
        record.fact.version,
        record.origin,
        record.sender,
        record.heads,
        record.fact.model_dump_json(exclude=said | {"kind"}),
        record.fact.model_dump_json(include=said) if said else "{}",
    )


def append(
    connection: sqlite3.Connection,
    rows: Iterable[Row],
    choices: Iterable[Choice] = (),
    forgotten: Collection[int] = (),
    *,
    unswept: bool = False,
) -> None:
    """Store rows in one durable transaction: when this returns they are on the disk.

    The words of those that are ``forgotten`` are emptied in the same one;
    ``unswept`` marks that bytes of what goes may still lie in the log.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany(_INSERT, rows)
        for vote, mark, picks in choices:
            if picks is None:
                connection.execute(_UNCHOOSE, (vote, mark))
            else:
                connection.execute(_CHOOSE, (vote, mark, picks))
        if forgotten:
            connection.executemany(_FORGET, ((seq,) for seq in forgotten))
        if forgotten or unswept:
            connection.execute(_UNSWEPT)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def read(connection: sqlite3.Connection, after: int = 0) -> Iterator[tuple[Record, str | None]]:
    """Every record after this seq with its command's digest, in order.

    Words that were forgotten come back as empty text.
    """
    for row in connection.execute(_READ, (after,)):
        (seq, id_, hall, at, case, gathering, command, kind, origin, sender, heads) = row[:11]
        body = json.loads(row[11]) | {"kind": kind}
        words = json.loads(row[12])
        fact = FACTS.validate_python(_whole(kind, body, words))
        when = datetime.fromisoformat(at).astimezone(UTC)
        yield (
            Record(seq, id_, hall, when, case, gathering, command, origin, sender, heads, fact),
            row[13],
        )


def unreadable(error: Exception, path: Path) -> Trouble:
    """What it means that facts could not be read: a newer version wrote them, or no version."""
    newer = isinstance(error, ValidationError) and all(
        wrong["type"] in _NEWER for wrong in error.errors(include_url=False)
    )
    return Trouble("newer_version" if newer else "damaged", file=path)


def _whole(kind: str, body: dict[str, object], words: dict[str, object]) -> dict[str, object]:
    if words or kind not in KINDS:
        return body | words
    return body | forgotten(kind)
