"""Somebody who fools about: rude, loud, and twice at the ballot box."""

from collections import deque
from typing import Any, Final

from screens.control import new_command_id
from screens.rehearsal.phone import Phone, Step

FLOOD: Final = 100
FLOOD_EVERY: Final = 0.6
"""Seconds between two notes of a flood: a hundred in a minute."""
WAITS: Final = (1.0, 4.0)
"""Seconds before each prank; whoever fools about is quick."""


class Prankster(Phone):
    """A phone that sends what it should not; nothing it does is told as received."""

    _flooded = False

    def _plan(self, view: dict[str, Any]) -> deque[Step]:
        match view.get("face"), view.get("writes"):
            case "write", str(what):
                prank = self._place.evening.prank
                steps = [self._sending(what, text) for text in (prank.rude, prank.private)]
                flood = [] if self._flooded else [lambda: self._flood(what)]
                return deque([*steps, *flood])
            case "vote", _:
                return deque([*super()._plan(view), self._vote_from_private_window])
        return super()._plan(view)

    async def _join(self) -> None:
        # Called in, they are there at once.
        await self._come_in()

    async def _go_through(self, steps: deque[Step]) -> bool:
        while steps:
            if await self._rest(self._chance.uniform(*WAITS)):
                return False
            await steps.popleft()()
        return True

    def _sending(self, what: str, text: str) -> Step:
        async def step() -> bool:
            await self._throw(what, text)
            return True

        return step

    async def _flood(self, what: str) -> bool:
        noise = self._place.evening.prank.noise
        self._flooded = True
        for number in range(FLOOD):
            if await self._rest(FLOOD_EVERY):
                return False
            await self._throw(what, f"{noise[number % len(noise)]} {number + 1}")
        return True

    async def _throw(self, what: str, text: str) -> None:
        """Send it once; whether it is taken is no matter to one who fools about."""
        body = {"what": what, "text": text, "no_need": what == "idea"}
        await self._sent("/note", {"id": new_command_id(), "case": self._place.case, **body})

    async def _vote_from_private_window(self) -> bool:
        """Open a private window, come in as somebody new, and vote once more."""
        own = self._browser
        self._browser = own.private()
        try:
            await self._come_in()
            view = await self._look()
            if view.get("face") == "vote":
                await self._vote(view["vote"])
        finally:
            self._browser.close()
            self._browser = own
        return True
