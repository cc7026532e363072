"""The desk's line to its hall: a thread that reads and folds facts, and touches no widget."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from screens import starting, wire
from screens.control import Control, HallGone
from screens.desk.ahead import look_ahead
from storage.trouble import Trouble
from workshop.basics import Record
from workshop.case import Case
from workshop.facts import evolve, fold, without_words
from workshop.forgetting import WordsForgotten
from workshop.undo import CommandWithdrawn

AGAIN: Final = 0.5
"""Seconds between tries to find a hall that is gone; twice as many each time none starts."""
LONGEST: Final = 8.0


class Link:
    """Follows a hall, and starts it again on the same ports when it is gone.

    ``changed``, with how many facts are new, and ``lost`` are called in this thread; who hears
    them hands the news to the screen's own thread. While the desk ``hears`` a key, what can wait
    does.
    """

    def __init__(
        self,
        file: Path,
        changed: Callable[[int], None],
        lost: Callable[[Trouble | None], None],
        options: Sequence[str] = (),
        hears: Callable[[], bool] = lambda: False,
    ) -> None:
        self.file = file
        self.control: Control | None = None
        self.cases: dict[str, Case] = {}
        self.history: dict[str, list[Record]] = {}
        self.newest: Record | None = None
        self.has_read = False
        """Whether all that lay in the file when the hall was found has been taken in."""
        self._changed = changed
        self._lost, self._hears = lost, hears
        self._options = options
        self._ended = threading.Event()

    def follow(self) -> None:
        """Find or start the hall and read its facts, until the desk ends."""
        pause = AGAIN
        while not self._ended.is_set():
            try:
                self.control = starting.find_or_start(self.file, self._options)
                pause = AGAIN
                self._changed(0)
                self._read(self.control)
            except HallGone:
                self._lost(None)
            except Trouble as trouble:
                self._lost(trouble)
                pause = min(2 * pause, LONGEST)
            self._ended.wait(pause)

    def end(self) -> None:
        """Follow no longer; the thread ends with its process."""
        self._ended.set()

    def _read(self, control: Control) -> None:
        """Take in what the hall sends; an empty line says that this is all for now."""
        waiting: list[Record] = []
        for line in control.facts(self.newest.seq if self.newest else 0):
            if self._ended.is_set():
                return
            if line:
                waiting.append(wire.record_from_json(line))
            elif waiting:
                self._take(waiting)
                waiting = []
            elif not self.has_read:
                self.has_read = True
                self._changed(0)
        raise HallGone

    def _take(self, records: Sequence[Record]) -> None:
        refold: set[str] = set()
        cases = dict(self.cases)
        for record in records:
            self.history.setdefault(record.case, []).append(record)
            self.newest = record
            if isinstance(record.fact, WordsForgotten):
                gone = set(record.fact.seqs)
                history = self.history[record.case]
                history[:] = [without_words(r) if r.seq in gone else r for r in history]
            if isinstance(record.fact, CommandWithdrawn | WordsForgotten):
                refold.add(record.case)
            elif record.case not in refold:
                cases[record.case] = evolve(cases.get(record.case), record)
        for case in refold:
            again = fold(self.history[case])
            if again is not None:
                cases[case] = again
        first, self.cases, self.has_read = not self.has_read, cases, True
        # What lay in the file already is one picture, and no burst.
        self._changed(1 if first else len(records))
        look_ahead(records, self._hears)
