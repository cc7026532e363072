"""The stream of facts to whoever leads: each fact at once, and a burst a few times a second."""

from collections import deque
from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Final

from screens import wire
from screens.service import Service

HEARTBEAT: Final = 5.0
"""Seconds between empty lines on a quiet stream."""
MANY, WINDOW = 8, 0.25
"""More facts than this in so many seconds are a burst: an evening's usual acts never are."""
REST: Final = 0.1
"""Seconds in which a burst gathers; nobody reads faster, and one piece is taken in at one go."""


class Breath:
    """How long a stream rests after it has sent so many facts."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Nothing sent yet."""
        self._clock = clock
        self._sent: deque[tuple[float, int]] = deque()

    def after(self, facts: int) -> float:
        """Seconds to gather now; none while facts come one by one, as people act."""
        now = self._clock()
        self._sent.append((now, facts))
        while self._sent[0][0] < now - WINDOW:
            self._sent.popleft()
        return REST if sum(many for _, many in self._sent) > MANY else 0.0


async def lines(service: Service, after: int, *, follow: bool) -> AsyncIterator[bytes]:
    """Every fact after this number, one a line; an empty line says that this is all for now."""
    breath = Breath()
    while True:
        seen = service.revision
        batch = [wire.record_to_json(r) for r in service.ledger.after(after)]
        after = service.ledger.seq if batch else after
        yield b"\n".join([*batch, b"", b""]) if batch else b"\n"
        if not follow or service.stopping:
            return
        if rest := breath.after(len(batch)):
            await service.pause(rest)
        if service.revision == seen:
            await service.wait_change(seen, HEARTBEAT)
