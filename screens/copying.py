"""The automatic copies: when they are made, what became of the last one, and what they forget."""

import asyncio
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from screens.venue import kept_venue
from screens.words import Words
from storage.backup import (
    Gone,
    empty_in_copies,
    forget_aside,
    forget_in_copies,
    keep_places,
    make_copy,
    places_of,
)
from storage.ledger import Ledger
from storage.trouble import Trouble
from workshop.basics import Value
from workshop.vote_codes import APART

EVERY: Final = 120.0
"""Seconds between two copies, where anything new has come."""
LOOK_EVERY: Final = 2.0
LATER: Final = "erase_in_copies"
"""The setting that remembers what copies must forget that were out of reach."""

FOLDERS: Final = "copy_folders"
"""The setting that remembers where copies have been made."""
MOST_FOLDERS: Final = 10


class Waiting(Value):
    """What the copies in some folders have still to forget."""

    facts: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    folders: tuple[str, ...] = ()

    @property
    def gone(self) -> Gone:
        """The same for who does it."""
        return self.facts, self.choices


_WAITING: Final = TypeAdapter(tuple[Waiting, ...])


def waiting_in(text: str | None) -> tuple[Waiting, ...]:
    """What waits, as the setting says; nothing where it is not understood."""
    try:
        return _WAITING.validate_json(text) if text else ()
    except ValidationError:
        return ()


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
                self._remember(folder)
                made = make_copy(self._ledger.path, folder, datetime.now(UTC))
            except Trouble as trouble:
                self._trouble = trouble
                return
            self._seq, self._trouble = seq, self._still_to_forget()
            self._last = (made.name, datetime.now(UTC).isoformat(timespec="seconds"))

    def _folders(self) -> list[Path]:
        """Every folder that copies were made in, the present one first."""
        kept: list[str] = json.loads(self._ledger.setting(FOLDERS) or "[]")
        now = [str(self.folder)] if self.folder else []
        beside = map(str, places_of(self._ledger.path))
        return [Path(path) for path in dict.fromkeys((*now, *kept, *beside))]

    def _remember(self, folder: Path) -> None:
        known = self._folders()[:MOST_FOLDERS]
        told = json.dumps([str(path) for path in known])
        if self._ledger.setting(FOLDERS) != told and folder.is_dir():
            self._ledger.keep(FOLDERS, told)
        if places_of(self._ledger.path) != known:
            # Whoever has lost the file cannot read in it where its copies are.
            with suppress(OSError):
                keep_places(self._ledger.path, known)

    def forget(self, facts: Sequence[str], choices: Sequence[tuple[str, str]]) -> list[str]:
        """Empty the same words in all copies; which were written anew.

        Where a folder cannot be reached it is remembered, done when it is
        there again, and Trouble is raised when the others are done.
        """
        gone, done = Waiting(facts=tuple(facts), choices=tuple(choices)), list[Path]()
        missed: dict[str, Trouble] = {}
        with self._busy:
            for folder in self._folders():
                try:
                    done += forget_in_copies(self._ledger.path, folder, gone.gone)
                except Trouble as trouble:
                    missed[str(folder)] = trouble
            if missed:
                waits = gone.model_copy(update={"folders": tuple(missed)})
                self._keep_waiting((*self._waiting(), waits))
            done += forget_aside(self._ledger.path, gone.gone)
        if missed:
            raise next(iter(missed.values()))
        return [str(path) for path in done]

    def empty_polls(self) -> None:
        """Copies that were made while a poll was open keep its answers no longer than the file."""
        closed = self._closed_polls()
        if closed == self._emptied:
            return
        try:
            with self._busy:
                for folder in self._folders():
                    # What is out of reach is done when the hall is opened with it in reach.
                    if folder.is_dir() or folder == self.folder:
                        empty_in_copies(self._ledger.path, folder, closed)
        except Trouble as trouble:
            # It is tried again, and told as every trouble with the copies is.
            self._trouble = trouble
            return
        self._emptied = closed

    def _closed_polls(self) -> frozenset[str]:
        """The polls whose answers go, and where the used codes of a vote lay."""
        cases = self._ledger.cases.values()
        polls = {p.id for case in cases for p in case.polls.values() if p.closed_at}
        votes = (v for case in cases for v in case.votes.values() if v.level == "code")
        return frozenset(polls | {APART + vote.id for vote in votes if vote.closed_at})

    def _waiting(self) -> tuple[Waiting, ...]:
        return waiting_in(self._ledger.setting(LATER))

    def _keep_waiting(self, waiting: Sequence[Waiting]) -> None:
        self._ledger.keep(LATER, _WAITING.dump_json(tuple(waiting)).decode())

    def _still_to_forget(self) -> Trouble | None:
        """Do what can be done now of what waits; what stands in the way where a copy resists."""
        waiting, left, last = self._waiting(), list[Waiting](), None
        for one in waiting:
            missed: list[str] = []
            for folder in one.folders:
                try:
                    forget_in_copies(self._ledger.path, Path(folder), one.gone)
                except Trouble as trouble:
                    missed.append(folder)
                    last = trouble if Path(folder).is_dir() else last
            if missed:
                left.append(one.model_copy(update={"folders": tuple(missed)}))
        if left != [*waiting]:
            self._keep_waiting(left)
        return last

    def _gatherings_ended(self) -> int:
        cases = self._ledger.cases.values()
        return sum(g.ended_at is not None for c in cases for g in c.gatherings.values())


def same_disk(folder: Path, file: Path) -> bool:
    """Whether both lie on one disk, so that a copy does not help when it breaks."""
    try:
        return folder.stat().st_dev == file.stat().st_dev
    except OSError:
        return False
