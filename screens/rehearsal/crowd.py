"""The people in the hall, each with a phone."""

import asyncio
from types import TracebackType
from typing import Self

from screens.rehearsal.evening import Evening
from screens.rehearsal.phone import Pace, Phone, Place
from screens.rehearsal.told import Told
from screens.rehearsal.web import Browser


class Crowd:
    """So many phones on one hall, alive from ``async with`` until its end."""

    def __init__(
        self, phone_url: str, case: str, phones: int, *, evening: Evening, pace: Pace
    ) -> None:
        self.told = Told()
        self._changed = asyncio.Event()
        self.phones = [
            Phone(
                Place(case, evening, number, phones),
                Browser(phone_url),
                pace,
                self.told,
                self._changed.set,
            )
            for number in range(phones)
        ]
        self._lives: list[asyncio.Task[None]] = []
        self._together = asyncio.TaskGroup()

    async def __aenter__(self) -> Self:
        """Everybody takes out their phone."""
        await self._together.__aenter__()
        self._lives = [self._together.create_task(phone.live()) for phone in self.phones]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Everybody puts it away."""
        for life in self._lives:
            life.cancel()
        await self._together.__aexit__(kind, error, trace)

    async def finished(self, errand: str, seconds: float) -> bool:
        """Whether everybody finished an errand within so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                while not all(errand in phone.done for phone in self.phones):
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            return False
        return True

    @property
    def refusals(self) -> list[str]:
        """Why phones were refused, in no order."""
        return [reason for phone in self.phones for reason in phone.refusals]
