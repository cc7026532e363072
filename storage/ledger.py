"""The ledger: the one write path, and the cases that its facts add up to."""

import json
import queue
import secrets
import sqlite3
import threading
from collections.abc import Callable, Container, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Final, TypeVar

from storage import erasing, rows
from storage.batch import Batch, Book, Receipt, Seen, Wish
from storage.file import OpenFile, open_to_write
from storage.trouble import Trouble
from workshop.basics import Record, Refused
from workshop.case import Case
from workshop.facts import fold, without_words
from workshop.forgetting import ForgetWords

MOST_IN_A_GROUP: Final = 256

T = TypeVar("T")
Listener = Callable[[Sequence[Record]], None]
Answer = Receipt | Refused


@dataclass(frozen=True, slots=True)
class _Asked:
    wish: Wish
    answer: "Future[Answer]"


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[sqlite3.Connection], Any]
    answer: "Future[Any]"


class _Close(Enum):
    CLOSE = "close"


class Ledger:
    """The facts of one file, and the only one who writes them.

    Wishes may come from any thread; they are decided one after the other in
    the ledger's own thread, and those that wait together share one commit.
    """

    def __init__(self, file: OpenFile, now: Callable[[], datetime]) -> None:
        self._file = file
        self._now = now
        self._book = _read_book(file.connection)
        self._asked: queue.SimpleQueue[_Asked | _Task | _Close] = queue.SimpleQueue()
        self._listeners: list[Listener] = []
        self._thread = threading.Thread(target=self._write, name="ledger", daemon=True)
        self._thread.start()

    @classmethod
    def open(cls, path: Path, now: Callable[[], datetime] | None = None) -> "Ledger":
        """Open a file to write; raises Trouble where it cannot be."""
        file = open_to_write(path)
        try:
            # A sweep that was cut short by the end of the process is finished first.
            erasing.sweep(file.connection)
            return cls(file, now or (lambda: datetime.now(UTC)))
        except BaseException as error:
            file.close()
            if isinstance(error, rows.CANNOT_READ):
                raise rows.unreadable(error, path) from error
            raise

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    @property
    def hall(self) -> str:
        """The id of this hall, drawn when its file was made."""
        return self._book.hall

    @property
    def seq(self) -> int:
        """The number of the newest fact."""
        return self._book.seq

    @property
    def cases(self) -> Mapping[str, Case]:
        """Every case as its facts stand now."""
        return self._book.cases

    def history(self, case: str) -> Sequence[Record]:
        """Every record of a case, withdrawn ones too."""
        return self._book.history.get(case, [])

    def after(self, seq: int) -> list[Record]:
        """Every record with a higher number than this one, in order."""
        return self._book.records[seq:]

    def ballot(self, vote: str, mark: str) -> tuple[str, ...] | None:
        """What lies under a mark in a vote; None where nothing does."""
        return self._book.ballots.get((vote, mark))

    def ballots_of(self, votes: Container[str]) -> list[tuple[str, str]]:
        """Under which votes and marks a ballot lies."""
        return [key for key in self._book.ballots if key[0] in votes]

    def meet(self, poll: str, mark: str, role: str) -> None:
        """Know the role behind an answer again, which no file keeps, when its phone comes back."""
        if (poll, mark) in self._book.ballots:
            self._book.roles.setdefault((poll, mark), role)

    def listen(self, listener: Listener) -> None:
        """Be told of every group of new records, in the ledger's thread, after the commit."""
        self._listeners.append(listener)

    def record(self, wish: Wish) -> "Future[Answer]":
        """Ask for a wish to become facts.

        The answer comes when it is on the disk, or refused; it is Trouble
        where nothing could be stored, and then nothing was.
        """
        answer: Future[Answer] = Future()
        self._asked.put(_Asked(wish, answer))
        return answer

    def setting(self, key: str) -> str | None:
        """A setting that is kept in the file."""
        row = self._file.connection.execute("SELECT value FROM settings WHERE key = ?", (key,))
        found = row.fetchone()
        return str(found[0]) if found else None

    def keep(self, key: str, value: str) -> None:
        """Keep a setting in the file; back when it is there.

        Raises Trouble where the disk refuses.
        """
        self.between(lambda connection: _keep(connection, key, value)).result()

    def between(self, work: Callable[[sqlite3.Connection], T]) -> "Future[T]":
        """Let work that is no wish have the file's connection between two groups of wishes."""
        answer: Future[T] = Future()
        self._asked.put(_Task(work, answer))
        return answer

    def close(self) -> None:
        """Write what waits, and close the file."""
        self._asked.put(_Close.CLOSE)
        self._thread.join()
        self._file.close()

    def _write(self) -> None:
        while True:
            group, following = self._gather()
            if group:
                self._commit(group)
            if isinstance(following, _Task):
                self._work(following)
            elif following is _Close.CLOSE:
                return

    def _gather(self) -> "tuple[list[_Asked], _Task | _Close | None]":
        """The wishes that wait, and what must come after them; waits for the first."""
        group: list[_Asked] = []
        following = self._asked.get()
        while isinstance(following, _Asked):
            group.append(following)
            if len(group) == MOST_IN_A_GROUP:
                return group, None
            try:
                following = self._asked.get_nowait()
            except queue.Empty:
                return group, None
        return group, following

    def _work(self, task: _Task) -> None:
        try:
            task.answer.set_result(task.work(self._file.connection))
        except Exception as error:  # noqa: BLE001 - whoever asked is told
            trouble = Trouble("not_stored", why=str(error))
            task.answer.set_exception(trouble if isinstance(error, sqlite3.Error) else error)

    def _commit(self, group: list[_Asked]) -> None:
        batch = Batch(self._book, _to_the_millisecond(self._now()))
        answers: list[Answer | Exception] = []
        for asked in group:
            try:
                answers.append(batch.take(asked.wish))
            except Exception as error:  # noqa: BLE001 - one bad wish must not take the others down
                answers.append(error)
        try:
            if batch.rows:
                rows.append(
                    self._file.connection,
                    batch.rows,
                    batch.choices,
                    batch.forgotten,
                    unswept=batch.emptied,
                )
            self._turn_page(batch)
        except sqlite3.Error as error:
            trouble = Trouble("not_stored", why=str(error))
            answers = [trouble] * len(group)
            batch.records.clear()
        if batch.forgotten:
            self._sweep(group, answers)
        elif batch.emptied:
            erasing.fold_away(self._file.connection)
        if batch.records:
            for listener in self._listeners:
                listener(batch.records)
        for asked, answer in zip(group, answers, strict=True):
            if isinstance(answer, Exception):
                asked.answer.set_exception(answer)
            else:
                asked.answer.set_result(answer)

    def _sweep(self, group: list[_Asked], answers: list[Answer | Exception]) -> None:
        """Who asked to forget hears it only when no byte is left, or that some are."""
        try:
            erasing.sweep(self._file.connection)
        except Trouble as trouble:
            for place, asked in enumerate(group):
                if isinstance(asked.wish.command, ForgetWords):
                    answers[place] = trouble

    def _turn_page(self, batch: Batch) -> None:
        """What the batch decided is on the disk, and becomes what everybody reads."""
        book = self._book
        for record in batch.records:
            book.history.setdefault(record.case, []).append(record)
        book.records += batch.records
        for seq in batch.forgotten:
            self._blank(seq)
        book.seen.update(batch.seen)
        for key, picks in batch.ballots.items():
            if picks is None:
                book.ballots.pop(key, None)
            else:
                book.ballots[key] = picks
        open_polls = {case.poll for case in (book.cases | batch.cases).values()}
        roles = book.roles | batch.roles
        book.roles = {key: role for key, role in roles.items() if key[0] in open_polls}
        if batch.records:
            book.cases = book.cases | batch.cases
            book.seq = batch.records[-1].seq

    def _blank(self, seq: int) -> None:
        """What the file has forgotten, memory forgets."""
        before = self._book.records[seq - 1]
        blank = without_words(before)
        self._book.records[seq - 1] = blank
        history = self._book.history[before.case]
        history[history.index(before)] = blank


def _to_the_millisecond(time: datetime) -> datetime:
    """As the file keeps it, so that memory and file never differ."""
    return time.replace(microsecond=time.microsecond // 1000 * 1000)


def _keep(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))


def _read_book(connection: sqlite3.Connection) -> Book:
    hall = connection.execute("SELECT value FROM settings WHERE key = 'hall'").fetchone()
    if hall is None:
        hall = (secrets.token_hex(8),)
        _keep(connection, "hall", hall[0])
    book = Book(hall=hall[0])
    for record, digest in rows.read(connection):
        book.history.setdefault(record.case, []).append(record)
        book.records.append(record)
        receipt = Receipt(record.command, record.seq, record.at)
        edited = record.kind == "note.edited" and record.command != record.fact.note
        book.seen[record.command] = Seen(digest, replace(receipt, edited=edited))
        book.seq = record.seq
    for case, history in book.history.items():
        folded = fold(history)
        if folded:
            book.cases[case] = folded
    for vote, mark, picks in connection.execute("SELECT vote, mark, picks FROM choices"):
        book.ballots[vote, mark] = tuple(json.loads(picks))
    return book
