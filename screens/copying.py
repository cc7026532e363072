"""The automatic copies: when they are made, what became of the last one, and what they forget."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, Final

from screens.venue import kept_venue
from screens.words import Words
from storage.backup import empty_in_copies, forget_in_copies, make_copy
from storage.ledger import Ledger
from storage.trouble import Trouble

EVERY: Final = 120.0
"""Seconds between two copies, where anything new has come."""
LOOK_EVERY: Final = 2.0
_LATER: Final = "erase_in_copies"
"""The setting that remembers what copies must forget that were out of reach."""

Gone = dict[str, Any]


class Copies:
    """The copies of one file in the folder that the venue names, or that the hall was told."""

    def __init__(self, ledger: Ledger, folder: Path | None = None) -> None:
        self._ledger = ledger
        self._folder = folder
        self._busy = Lock()
        self._last: tuple[str, str] | None = None
        self._trouble: Trouble | None = None
        self._seq = ledger.seq
        self._ended = self._gatherings_ended()
        self._emptied: frozenset[str] = frozenset()
        self._made = monotonic()

    @property
    def folder(self) -> Path | None:
        """Where copies go; None where nobody has said."""
        kept = kept_venue(self._ledger).copies
        return Path(kept) if kept else self._folder

    def about(self, say: Words) -> dict[str, Any] | None:
        """What the desk says of the copies; None where none are made."""
        folder = self.folder
        if folder is None:
            return None
        name, at = self._last or (None, None)
        trouble = self._trouble
        return {
            "folder": str(folder),
            "last_name": name,
            "last_at": at,
            "same_disk": same_disk(folder, self._ledger.path),
            "trouble": say(f"trouble.{trouble.reason}", **trouble.values) if trouble else None,
        }

    async def keep_on(self, stopping: Callable[[], bool]) -> None:
        """Copy now and then, until the hall stops."""
        while not stopping():
            await asyncio.sleep(LOOK_EVERY)
            ended = self._gatherings_ended()
            over, self._ended = ended != self._ended, ended
            await asyncio.to_thread(self.empty_polls)
            if over or monotonic() - self._made >= EVERY:
                await asyncio.to_thread(self.copy)

    def copy(self) -> None:
        """Make a copy where anything has come since the last; trouble is told and tried again."""
        folder = self.folder
        if folder is None or (self._seq == self._ledger.seq and self._trouble is None):
            return
        with self._busy:
            seq, self._made = self._ledger.seq, monotonic()
            try:
                self._forget_what_waits(folder)
                made = make_copy(self._ledger.path, folder, datetime.now(UTC))
            except Trouble as trouble:
                self._trouble = trouble
                return
            self._seq, self._trouble = seq, None
            self._last = (made.name, datetime.now(UTC).isoformat(timespec="seconds"))

    def forget(self, seqs: Sequence[int], choices: Sequence[tuple[str, str]]) -> list[str]:
        """Empty the same words in the copies; which were written anew.

        Where the folder cannot be reached it is remembered, done when the
        folder is there again, and Trouble is raised now.
        """
        folder = self.folder
        if folder is None:
            return []
        with self._busy:
            try:
                return [str(p) for p in forget_in_copies(self._ledger.path, folder, seqs, choices)]
            except Trouble:
                waiting = self._waiting()
                waiting.append({"seqs": list(seqs), "choices": [list(c) for c in choices]})
                self._ledger.keep(_LATER, json.dumps(waiting))
                raise

    def empty_polls(self) -> None:
        """Copies that were made while a poll was open keep its answers no longer than the file."""
        closed = self._closed_polls()
        if closed == self._emptied:
            return
        folder = self.folder
        try:
            with self._busy:
                if folder is not None:
                    empty_in_copies(self._ledger.path, folder, closed)
        except Trouble as trouble:
            # It is tried again, and told as every trouble with the copies is.
            self._trouble = trouble
            return
        self._emptied = closed

    def _closed_polls(self) -> frozenset[str]:
        polls = (p for case in self._ledger.cases.values() for p in case.polls.values())
        return frozenset(poll.id for poll in polls if poll.closed_at)

    def _waiting(self) -> list[Gone]:
        waiting: list[Gone] = json.loads(self._ledger.setting(_LATER) or "[]")
        return waiting

    def _forget_what_waits(self, folder: Path) -> None:
        waiting = self._waiting()
        for gone in waiting:
            choices = [(vote, mark) for vote, mark in gone["choices"]]
            forget_in_copies(self._ledger.path, folder, gone["seqs"], choices)
        if waiting:
            self._ledger.keep(_LATER, "[]")

    def _gatherings_ended(self) -> int:
        cases = self._ledger.cases.values()
        return sum(g.ended_at is not None for c in cases for g in c.gatherings.values())


def same_disk(folder: Path, file: Path) -> bool:
    """Whether both lie on one disk, so that a copy does not help when it breaks."""
    try:
        return folder.stat().st_dev == file.stat().st_dev
    except OSError:
        return False
