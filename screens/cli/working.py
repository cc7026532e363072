"""How a command in a terminal says that it works, and how far it is; in a pipe it is silent."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

from screens.cli.voice import say

AT_ONCE: Final = 0.5
"""Seconds that nobody notices; what takes longer is said."""
AGAIN: Final = 0.2
"""Seconds between two looks at how far it is."""
TELLER: Final = "working"
CLEARED: Final = "\r\x1b[2K"
"""To the first cell, and the line empty: what comes next stands where this stood."""


class Work:
    """One thing that goes on, and how far it is where that is known."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._since = monotonic()
        self._amount = (0, 0)

    def far(self, done: int, total: int) -> None:
        """So much of so much is done."""
        self._amount = (done, total)

    def told(self) -> str:
        """What is being done, with its amount or with the seconds it has taken."""
        done, total = self._amount
        if total:
            return say("desk.work_far", what=self._words, done=done, total=total)
        return say("desk.work_seconds", what=self._words, n=int(monotonic() - self._since))


@contextmanager
def working(words: str) -> Iterator[Work]:
    """Say it from half a second on, until it is done; then the line is as empty as before."""
    work = Work(words)
    if not sys.stderr.isatty() or any(t.name == TELLER for t in threading.enumerate()):
        # In a pipe nobody waits, and within something larger that is what is told.
        yield work
        return
    ended = threading.Event()
    teller = threading.Thread(target=_tell, args=(work, ended), name=TELLER, daemon=True)
    teller.start()
    try:
        yield work
    finally:
        ended.set()
        teller.join()


def _tell(work: Work, ended: threading.Event) -> None:
    if ended.wait(AT_ONCE):
        return
    while True:
        sys.stderr.write(f"{CLEARED}{work.told()}")
        sys.stderr.flush()
        if ended.wait(AGAIN):
            break
    sys.stderr.write(CLEARED)
    sys.stderr.flush()
