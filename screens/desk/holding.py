"""Keys wait their turn: each is done before the next is heard, and none is lost on the way.

Textual hands a key to what has the focus and looks for its act when it has come back from there. A
key that is pressed meanwhile, or while another place is being built, would still be for what has
the focus now: it is held, and heard when one has come to where one was going. What an act's key
opens, such as a form, hears what is typed behind that key from the first letter on.
"""

from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from contextvars import ContextVar
from math import inf
from time import monotonic
from typing import Any, Final, TypeAlias, TypeVar

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import Worker, WorkerCancelled, WorkerFailed

Written: TypeAlias = events.Key | events.Paste
T = TypeVar("T")

AT_ONCE: Final = frozenset({"ctrl+q"})
"""What is never held: leaving."""
FLIGHT: Final = 0.5
"""Seconds after which a key counts as done, also where what had it is gone."""
PAINTED: Final = 0.02
"""Seconds in which what a key did is on the screen."""
WAY: Final = 5.0
"""Seconds for which keys wait for a place; after that they are for what is in sight."""
OPENING: Final = 1.0
"""Seconds for which keys wait for what an act may open over the place."""
AGAIN: Final = frozenset({"enter", "f2", "ctrl+l"})
"""Pressed once more while a form is stored, these are for the form that is on its way out."""

_begun: ContextVar[object] = ContextVar("begun", default=None)
"""The opening that the work around it may come to."""


class Passed(Message):
    """Follows a key from what had the focus, and comes back after it."""

    def __init__(self, again: MessagePump | None = None) -> None:
        super().__init__()
        self.again = again
        """What it goes round by once more, behind what the key made that tell."""


class Holding(App[None]):
    """Hears one key at a time, and none while it is between two places."""

    def __init__(self) -> None:
        """Nothing is under way."""
        super().__init__()
        self._held: deque[Written] = deque()
        self._flies: Passed | None = None
        self._flies_until = 0.0
        self.key_at = -inf
        """When the last key was heard, on the steady clock."""
        self._ways: dict[object, float] = {}
        self._openings: dict[object, float] = {}

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

    # -- what lies over a place -----------------------------------------------------------------

    def open_up(self) -> object:
        """From now on keys are for what is about to lie over all; answers what ends this."""
        opening = object()
        self._openings[opening] = monotonic() + OPENING
        return opening

    def opened(self, opening: object) -> None:
        """It has the focus, or nothing comes: keys are for what is in sight."""
        if self._openings.pop(opening, None) is not None and self._held and self.is_running:
            self.call_later(self._hear_held)

    def begin(self, act: Callable[[], object]) -> object:
        """Do an act; until it has opened, sent or ended something, keys wait."""
        opening = self.open_up()
        token = _begun.set(opening)
        try:
            done = act()
        finally:
            _begun.reset(token)
        if isinstance(done, Worker):
            self.run_worker(self._until_over(done, opening), group="opening")
        else:
            self.opened(opening)
        return done

    async def _until_over(self, worker: Worker[Any], opening: object) -> None:
        # Its failure is told by Textual, of the worker itself.
        with suppress(WorkerFailed, WorkerCancelled):
            await worker.wait()
        self.opened(opening)

    def sends(self) -> None:
        """The work that is done now opens nothing before it has asked the hall."""
        self.opened(_begun.get())

    def push_screen(self, screen: Any, *args: Any, **options: Any) -> Any:
        """Lay it over all; keys wait until it has the focus."""
        opening = self.open_up()
        pushed = super().push_screen(screen, *args, **options)
        self.screen.call_after_refresh(self.opened, opening)
        self.sends()
        return pushed

    async def stored(self, storing: Coroutine[Any, Any, T]) -> T:
        """What a form's storing comes to; keys wait for whether the form goes."""
        opening = object()
        self._openings[opening] = monotonic() + WAY
        try:
            return await storing
        finally:
            while self._held and isinstance(key := self._held[0], events.Key) and key.key in AGAIN:
                self._held.popleft()
            self.opened(opening)

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
        if flight is not self._flies:
            return
        if (again := flight.again) is not None:
            # What was chosen is told behind the key, and that is what does the act.
            self._fly(again, None)
        else:
            self._flies = None
            await self._hear_held()
            if self._flies is None:
                self.key_is_done()

    def hears(self) -> bool:
        """Whether a key was pressed just now, and is hardly on the screen yet; in any thread."""
        return monotonic() - self.key_at < PAINTED

    def key_is_done(self) -> None:
        """Nothing more is to be done for the keys that were pressed but to paint it."""

    def _waits(self) -> bool:
        now = monotonic()
        if self._flies is not None and now < self._flies_until:
            return True
        if any(now < end for end in self._openings.values()):
            return True
        # What lies over the places has its own keys.
        return len(self.screen_stack) == 1 and any(now < end for end in self._ways.values())

    async def _hear_held(self) -> None:
        while self._held and not self._waits():
            await self._hear(self._held.popleft())
        if self._held:
            self.set_timer(FLIGHT, self._hear_held)

    async def _hear(self, event: Written) -> None:
        target, self.key_at = self.focused or self.screen, monotonic()
        await super().on_event(event)
        if isinstance(event, events.Key) and event.is_forwarded:
            self._fly(target, target if event.key == "enter" else None)

    def _fly(self, target: MessagePump, again: MessagePump | None) -> None:
        self._flies, self._flies_until = Passed(again), monotonic() + FLIGHT
        if not target.post_message(self._flies):
            self._flies = None


def _at_once(event: Written) -> bool:
    return isinstance(event, events.Key) and event.key in AT_ONCE
