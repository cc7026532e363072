"""The streams of the projector: what a follower is told, when, and on how many pages it lays it."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Final, Protocol

from screens.service import Service

PACE: Final = 0.2
"""Seconds between two looks at a meeting where much goes on."""
HEARTBEAT: Final = 5.0
"""Seconds between signs of life on a quiet stream."""


class Sight(Protocol):
    """What a kind of follower sees at one moment."""

    @property
    def key(self) -> object:
        """Differs from the last one when followers must be told."""

    @property
    def pages(self) -> int:
        """How many pages the follower makes of it."""

    def told(self) -> dict[str, object]:
        """All of it."""

    def clock(self) -> dict[str, object]:
        """The clock alone, for a sign of life."""


class Followers:
    """Who follows the projector now, in a browser or in a terminal."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._pages: dict[object, int] = {}

    def __len__(self) -> int:
        """How many follow."""
        return len(self._pages)

    def pages(self) -> int:
        """The most pages that anybody makes of the picture; 0 when nobody follows."""
        return max(self._pages.values(), default=0)

    async def stream(self, kind: str, look: Callable[[], Sight]) -> AsyncIterator[bytes]:
        """What is seen when it has changed, and where it has not, a sign of life with the clock."""
        service, loop, me = self._service, asyncio.get_running_loop(), object()
        shown: object = None
        spoke = loop.time()
        try:
            while not service.stopping:
                seen = service.revision
                sight = look()
                self._pages[me] = sight.pages
                if sight.key != shown:
                    shown, spoke = sight.key, loop.time()
                    yield event(kind, sight.told())
                elif loop.time() - spoke >= HEARTBEAT:
                    spoke = loop.time()
                    yield event("beat", sight.clock())
                # What happens meanwhile is drawn in one picture.
                await service.pause(PACE)
                if service.revision == seen:
                    await service.wait_change(seen, max(HEARTBEAT - (loop.time() - spoke), 0))
        finally:
            self._pages.pop(me, None)


def event(kind: str, told: dict[str, object]) -> bytes:
    """One server-sent event."""
    return f"event: {kind}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode()
