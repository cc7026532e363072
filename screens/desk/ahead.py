"""What a note is to be looked at for, worked out before anybody asks to see it."""

import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from workshop.basics import Record
from workshop.notes import NoteWritten

BREATH: Final = 0.005
"""Seconds between two looks at whether a key has been painted."""
PATIENCE: Final = 0.25
"""Seconds that reading waits for keys in all: one that is held down is painted all the time."""


@lru_cache(maxsize=16_384)
def worth_a_look(text: str, what: str) -> tuple[str, ...]:
    """The kinds of hint on a text; kept, since notes are drawn far more often than written."""
    from workshop.hints import hints

    # Only a need can be a solution in disguise.
    return tuple(h.kind for h in hints(text) if what == "need" or h.kind != "solution")


def look_ahead(records: Sequence[Record], hears: Callable[[], bool] = lambda: False) -> None:
    """Read what has just come, in the thread that fetched it; the keys go first all the while.

    While the desk ``hears`` a key, nothing is read, but no longer than the patience lasts.
    """
    until = time.monotonic() + PATIENCE
    for record in records:
        if isinstance(record.fact, NoteWritten):
            while hears() and time.monotonic() < until:
                time.sleep(BREATH)
            worth_a_look(record.fact.text, record.fact.what)
            # Whoever waits for the interpreter gets it now, and not when a slice has run out.
            time.sleep(0)
