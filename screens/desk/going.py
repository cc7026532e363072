"""The desk goes from case to case and from place to place."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Final

from screens.desk.wiring import Wiring

PATIENCE: Final = 5.0
"""Seconds in which a hall that has given a receipt for a case also tells of it."""


class Going(Wiring):
    """Whoever goes somewhere presses on: what is pressed meanwhile is for the new place."""

    def choose_case(self, case: str, place: str = "") -> Coroutine[Any, Any, None]:
        """Work on this case, and let the projector follow it."""
        return self.on_a_way(self._choose_case(case, place))

    async def _choose_case(self, case: str, place: str) -> None:
        from screens.control import HallGone
        from screens.desk.whereabouts import first_place

        # Of two that are chosen one after the other the last counts.
        self._walks += 1
        self._chosen, walks = case, self._walks
        control = self.control
        if control is not None:
            try:
                await asyncio.to_thread(control.choose, case)
            except HallGone:
                self.frame.warn(self.say("desk.hall_lost"))
        await self._has_heard_of(case)
        # Whoever has gone somewhere meanwhile stays there.
        if walks == self._walks:
            await self._go(place or first_place(self.state.case))

    async def _has_heard_of(self, case: str) -> None:
        """A case that was made this moment may be told of a little later than its receipt."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._link and case not in self._link.cases:
                    self._news.clear()
                    await self._news.wait()

    async def _go(self, place: str) -> None:
        """Show a place; nothing changes in the hall."""
        if place not in {"home", "check"} and self.state.case is None:
            self.frame.stay(self.say("desk.choose_case_first"))
            return
        self.heading = place
        self._walks += 1
        await self.frame.go(place)
        self.refresh_state()
