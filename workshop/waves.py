"""Ideas come in waves: when the first has run dry, a second one is worth asking for (Lier).

The first ideas are seldom the best. Only the facilitator is told; nobody is hurried, and a block
that goes on by itself goes on.
"""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from workshop.case import Case

DRY: Final = timedelta(minutes=2)
"""So long without a new idea, and the wave is over."""
WAVE: Final = 3
"""Fewer ideas than this are no wave yet: people still think."""


def ran_dry(case: Case, now: datetime) -> bool:
    """Whether ideas are open, a first wave has come, and it is quiet after it for the first time.

    While the clock is paused nobody is asked for more.
    """
    running = case.running
    if running is None or running.kind != "ideas" or running.ends_at is None:
        return False
    came = sorted(n.at for n in case.notes.values() if n.what == "idea" and n.at >= running.since)
    if len(came) < WAVE or now - came[-1] < DRY:
        return False
    gaps = (later - earlier for earlier, later in pairwise(came[WAVE - 1 :]))
    return all(gap < DRY for gap in gaps)
