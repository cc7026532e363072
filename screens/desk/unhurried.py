"""How often a changed picture is drawn: at once after a rest, and seldom enough for the keys."""

from collections.abc import Callable
from functools import partial
from math import inf
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
WRITING: Final = 0.25
"""Seconds since the last key for which somebody writes on, and the next key is expected."""
PATIENCE: Final = 0.25
"""Seconds for which a picture of a burst waits for that key, to be drawn right after it."""
LONGEST: Final = 0.4
"""Seconds after which a picture is drawn all the same, however slow the machine is."""


class Unhurried:
    """Draws when there is news; what comes in the rest after a picture is one picture more."""

    def __init__(
        self,
        draw: Callable[[], object],
        later: Callable[[float, Callable[[], None]], object],
        clock: Callable[[], float] = monotonic,
        key_at: Callable[[], float] = lambda: -inf,
    ) -> None:
        """Nothing drawn yet.

        Args:
            draw: Draws all that is known now.
            later: Calls something in so many seconds.
            clock: The steady clock, in seconds.
            key_at: When the last key was pressed, on that clock.
        """
        self._draw, self._later, self._clock, self._key_at = draw, later, clock, key_at
        self._rested_at = 0.0
        self._drawn = 0
        self._waits = False
        self.lets_key_go_first = False
        """Whether a picture that is due waits for the next key of whoever writes."""
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
            self._later(left, partial(self._due, self._drawn))

    def key_is_painted(self) -> None:
        """Between two keys is the time to draw: nobody waits now."""
        if self.lets_key_go_first:
            self._now()

    def _due(self, drawn: int) -> None:
        """The rest is over; in a burst whoever writes has the next key first."""
        if drawn != self._drawn:
            return
        writes = self._clock() - self._key_at() < WRITING
        if writes and self._came > FEW and not self.lets_key_go_first:
            self.lets_key_go_first = True
            self._later(PATIENCE, partial(self._due, drawn))
        else:
            self._now()

    def _now(self) -> None:
        self._waits = self.lets_key_go_first = False
        self._drawn += 1
        least = BURST if self._came > FEW else SHORTEST
        self._came = 0
        began = self._clock()
        try:
            self._draw()
        finally:
            ended = self._clock()
            self._rested_at = ended + min(LONGEST, max(least, REST * (ended - began)))
