"""T1 and T2: what a durable fact costs, beside what the disk itself can."""

import os
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from screens.bench.figures import Figure, middle
from storage import rows
from storage.batch import Receipt, Wish
from storage.file import open_to_write
from storage.ledger import Ledger
from workshop.basics import Record
from workshop.commands import PARSE
from workshop.notes import NoteWritten

ROUNDS: Final = 61
COMMITS: Final = 16
GROUP: Final = 64
DISKS: Final = 3.0
"""The margin where the disk decides: one that syncs in less than a tenth of a millisecond leaves
the rows' own cost to be seen, for bare SQLite as for us (T2 holds us to that)."""
PAGE: Final = b"\0" * 4096
TEXT: Final = "x" * 85


def rates(folder: Path) -> dict[str, list[float]]:
    """Seconds a commit of each way to store, in interleaved rounds."""
    ways: dict[str, Callable[[], float]] = {
        "sync": _Syncs(folder).round,
        "raw": _Raw(folder / "raw.db", 1).round,
        "raw group": _Raw(folder / "raw64.db", GROUP).round,
        "product": _Product(folder / "product.db", 1).round,
        "product group": _Product(folder / "product64.db", GROUP).round,
        "ledger": _Whole(folder / "ledger.db").round,
    }
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    for way in ways.values():
        way()
    turns = deque(ways.items())
    for _ in range(ROUNDS):
        # Another first each time, so that nothing always follows the same neighbour.
        turns.rotate(1)
        for name, way in turns:
            seconds[name].append(way())
    return seconds


def figures(folder: Path) -> list[Figure]:
    """T1 and T2."""
    ms = {way: middle(rounds) * 1000 for way, rounds in rates(folder).items()}
    group, single = GROUP / ms["product group"], 15 / ms["product"]
    return [
        Figure("T1", "one_row", ms["product"], ms["sync"], "ms", 1.5, "sync", margin=DISKS),
        Figure(
            "T1",
            "groups",
            group,
            single,
            "/ms",
            1.0,
            "fifteen",
            more_is_better=True,
            margin=DISKS,
        ),
        Figure("T2", "own_row", ms["product"], ms["raw"], "ms", 1.3, "raw"),
        Figure("T2", "own_group", ms["product group"], ms["raw group"], "ms", 1.3, "raw"),
        Figure("T2", "wish", ms["ledger"], ms["raw"], "ms", 6.0, "raw"),
    ]


class _Syncs:
    """One page appended and synced after another: the least that a durable append can cost."""

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / "sync.bin", os.O_RDWR | os.O_CREAT, 0o600)
        self._turn = 0

    def round(self) -> float:
        since = time.perf_counter()
        for _ in range(COMMITS):
            os.pwrite(self._handle, PAGE, len(PAGE) * self._turn)
            os.fdatasync(self._handle)
            self._turn += 1
        return (time.perf_counter() - since) / COMMITS


def _rows(after: int, count: int) -> list[rows.Row]:
    """As many facts as a commit takes, as the ledger writes them."""
    now = datetime.now(UTC)
    written: list[rows.Row] = []
    for seq in range(after + 1, after + count + 1):
        note = f"note{seq:020d}"
        fact = NoteWritten(
            note=note,
            what="need",
            text=TEXT,
            state="waiting",
            table=3,
            number=None,
            round=1,
            about=(),
            mark="0" * 32,
        )
        record = Record(
            seq, rows.new_id(), "hall", now, "case", "evening", note, "phone", "phone", None, fact
        )
        written.append(rows.to_row(record, "1" * 32))
    return written


class _Raw:
    """The same transaction in bare sqlite3, on the schema of the product."""

    def __init__(self, path: Path, group: int) -> None:
        file = open_to_write(path)
        self._connection = file.connection
        self._group = group
        self._seq = 0

    def _store(self, batch: list[rows.Row]) -> None:
        marks = ",".join("?" * len(batch[0]))
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(f"INSERT INTO facts VALUES ({marks})", batch)  # noqa: S608
        self._connection.execute("COMMIT")

    def round(self) -> float:
        commits = COMMITS if self._group == 1 else COMMITS // 8
        batches: list[list[rows.Row]] = []
        for _ in range(commits):
            batches.append(_rows(self._seq, self._group))
            self._seq += self._group
        since = time.perf_counter()
        for batch in batches:
            self._store(batch)
        return (time.perf_counter() - since) / commits


class _Product(_Raw):
    """The same through the product's own way to store."""

    def _store(self, batch: list[rows.Row]) -> None:
        rows.append(self._connection, batch)


class _Whole:
    """A wish from a thread, decided, stored and folded, until its receipt."""

    def __init__(self, path: Path) -> None:
        self._ledger = Ledger.open(path)
        self._turn = 0
        self._ask("case.open", title="Fart")

    def _ask(self, name: str, **fields: object) -> None:
        self._turn += 1
        command = PARSE.validate_python({"name": name, **fields})
        id_ = "case0000" if name == "case.open" else f"wish{self._turn:08d}"
        answer = self._ledger.record(Wish(id_, "case0000", command, "0" * 32)).result()
        if not isinstance(answer, Receipt):
            raise TypeError(answer)

    def round(self) -> float:
        since = time.perf_counter()
        for _ in range(COMMITS):
            self._ask("note.write", text=TEXT)
        return (time.perf_counter() - since) / COMMITS
