"""Keys wait their turn: each is done before the next is heard, and none is lost on the way.

Textual hands a key to what has the focus and looks for its act when it has come back from there. A
key that is pressed meanwhile, or while another place is being built, would still be for what has
the focus now: it is held, and heard when one has come to where one was going.
"""

from collections import deque
from collections.abc import Coroutine
from time import monotonic
from typing import Any, Final, TypeAlias, TypeVar

from textual import events
from textual.app import App
from textual.message import Message

Written: TypeAlias = events.Key | events.Paste
T = TypeVar("T")

AT_ONCE: Final = frozenset({"ctrl+q"})
"""What is never held: leaving."""
FLIGHT: Final = 0.5
"""Seconds after which a key counts as done, also where what had it is gone."""
WAY: Final = 5.0
"""Seconds for which keys wait for a place; after that they are for what is in sight."""


class Passed(Message):
    """Follows a key from what had the focus, and comes back after it."""


class Holding(App[None]):
    """Hears one key at a time, and none while it is between two places."""

    def __init__(self) -> None:
        """Nothing is under way."""
        super().__init__()
        self._held: deque[Written] = deque()
        self._flies: Passed | None = None
        self._flies_until = 0.0
        self._ways: dict[object, float] = {}

    # -- the way to a place -------------------------------------------------------------------

    def set_out(self) -> object:
        """From now on keys are for the place that one goes to; answers what ends this."""
        way = object()
        self._ways[way] = monotonic() + WAY
        return way

    def arrive(self, way: object) -> None:
        """One is there, or goes nowhere: keys are for what is in sight."""
        if self._ways.pop(way, None) is not None and self._held and self.is_running:
            self.call_later(self._hear_held)

    def on_a_way(self, journey: Coroutine[Any, Any, T]) -> Coroutine[Any, Any, T]:
        """The same journey; from this moment until its end keys wait."""
        way = self.set_out()

        async def walk() -> T:
            try:
                return await journey
            finally:
                self.arrive(way)

        return walk()

    # -- keys ---------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """A key waits for the one before it and for the place that is on its way."""
        if (
            not isinstance(event, events.Key | events.Paste)
            or event.is_forwarded
            or _at_once(event)
        ):
            await super().on_event(event)
        elif self._held or self._waits():
            self._held.append(event)
            self.set_timer(FLIGHT, self._hear_held)
        else:
            await self._hear(event)

    def on_passed(self, event: Passed) -> None:
        """The key before it is done, but for a focus that it has asked for, which comes next."""
        event.stop()
        self.call_later(self._done, event)

    async def _done(self, flight: Passed) -> None:
        if flight is self._flies:
            self._flies = None
            await self._hear_held()

    def _waits(self) -> bool:
        now = monotonic()
        if self._flies is not None and now < self._flies_until:
            return True
        # What lies over the places has its own keys.
        return len(self.screen_stack) == 1 and any(now < end for end in self._ways.values())

    async def _hear_held(self) -> None:
        while self._held and not self._waits():
            await self._hear(self._held.popleft())
        if self._held:
            self.set_timer(FLIGHT, self._hear_held)

    async def _hear(self, event: Written) -> None:
        target = self.focused or self.screen
        await super().on_event(event)
        if isinstance(event, events.Key) and event.is_forwarded:
            self._flies, self._flies_until = Passed(), monotonic() + FLIGHT
            if not target.post_message(self._flies):
                self._flies = None


def _at_once(event: Written) -> bool:
    return isinstance(event, events.Key) and event.key in AT_ONCE
