"""How often a changed picture is drawn: at once after a rest, and seldom enough for the keys."""

from collections.abc import Callable
from time import monotonic
from typing import Final

REST: Final = 3.0
"""How many times as long as drawing took nothing is drawn, so that keys have most of the time."""
SHORTEST: Final = 0.1
"""Seconds between two pictures at least: nobody reads faster, and painting takes its time, too."""
FEW: Final = 4
"""So many pieces of news in one rest are still read one by one; more are a burst."""
BURST: Final = 0.3
"""Seconds between two pictures at least while a burst goes on: nobody reads what flies past."""
LONGEST: Final = 0.4
"""Seconds after which a picture is drawn all the same, however slow the machine is."""


class Unhurried:
    """Draws when there is news; what comes in the rest after a picture is one picture more."""

    def __init__(
        self,
        draw: Callable[[], object],
        later: Callable[[float, Callable[[], None]], object],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Nothing drawn yet; ``later`` calls something in so many seconds."""
        self._draw, self._later, self._clock = draw, later, clock
        self._rested_at = 0.0
        self._waits = False
        self._came = 0

    def heard(self, pieces: int) -> bool:
        """Count news, in any thread; whether a picture is on its way that will show it.

        What is heard must be there to be drawn before this is asked.
        """
        self._came += pieces
        return self._waits

    def news(self) -> None:
        """Draw now, or when the rest is over; never twice for the same."""
        if self._waits:
            return
        left = self._rested_at - self._clock()
        if left <= 0:
            self._now()
        else:
            self._waits = True
            self._later(left, self._now)

    def _now(self) -> None:
        self._waits = False
        least = BURST if self._came > FEW else SHORTEST
        self._came = 0
        began = self._clock()
        try:
            self._draw()
        finally:
            ended = self._clock()
            self._rested_at = ended + min(LONGEST, max(least, REST * (ended - began)))
