"""What takes its time: said on the line for as long as it lasts, with how far it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

from screens.desk.widgets.line import Line

if TYPE_CHECKING:
    from screens.desk.acts import Say
    from screens.desk.frame import Frame

COUNTED_FROM: Final = 2
"""Seconds after which the time is told where nobody knows how far it is."""


class Work:
    """One thing that goes on, and how far it is where that is known."""

    def __init__(self, say: "Say", words: str) -> None:
        self._say, self._words = say, words
        self._since = monotonic()
        self._done = self._total = 0

    def far(self, done: int, total: int) -> None:
        """So much of so much is done."""
        self._done, self._total = done, total

    def told(self) -> str:
        """What is being done, with its amount or with the seconds it has taken."""
        if self._total:
            return self._say("desk.work_far", what=self._words, done=self._done, total=self._total)
        seconds = int(monotonic() - self._since)
        if seconds < COUNTED_FROM:
            return self._words
        return self._say("desk.work_seconds", what=self._words, n=seconds)


@contextmanager
def working(frame: "Frame", words: str) -> Iterator[Work]:
    """Say that this is being done until it is; messages lie over it and give it back."""
    work, line = Work(frame.say, words), frame.query_one(Line)
    line.begin(work.told)
    try:
        yield work
    finally:
        line.end(work.told)
