"""The people in the hall, each with a phone."""

import asyncio
from types import TracebackType
from typing import Final, Self, assert_never

from screens.rehearsal.evening import Evening
from screens.rehearsal.pace import Pace
from screens.rehearsal.phone import Phone, Place
from screens.rehearsal.prankster import Prankster
from screens.rehearsal.room import Room, Word
from screens.rehearsal.told import Told
from screens.rehearsal.web import Browser

LATECOMERS: Final = 5
AWAY: Final = 60.0
"""Seconds that the net is away, where nobody brings it back before."""


class Crowd:
    """So many phones on one hall, alive from ``async with`` until its end."""

    def __init__(
        self, phone_url: str, case: str, phones: int, *, evening: Evening, pace: Pace
    ) -> None:
        self.told = Told()
        self._changed = asyncio.Event()
        self._room = Room()
        self._url, self._pace = phone_url, pace
        self._case, self._evening = case, evening
        self.phones = [self._phone(number, phones) for number in range(phones)]
        self._pranks: list[asyncio.Task[None]] = []
        self._lives: list[asyncio.Task[None]] = []
        self._return: asyncio.TimerHandle | None = None
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
        if self._return:
            self._return.cancel()
        for life in self._lives:
            life.cancel()
        await self._together.__aexit__(kind, error, trace)

    def call(self, word: Word) -> None:
        """Let something happen in the hall; latecomers are more people each time."""
        match word:
            case "late":
                number = len(self.phones)
                for late in range(number, number + LATECOMERS):
                    self._take_out(self._phone(late, number + LATECOMERS))
            case "prank":
                self._pranks.append(self._take_out(self._phone(len(self.phones), kind=Prankster)))
            case "drop":
                self._drop()
            case "quiet":
                self._room.is_quiet = True
            case "back":
                self._bring_back()
                self._room.is_quiet = False
                for prank in self._pranks:
                    prank.cancel()
            case _:
                assert_never(word)

    def _drop(self) -> None:
        self._room.has_net = False
        for phone in self.phones:
            phone.cut()
        if self._return:
            self._return.cancel()
        self._return = asyncio.get_running_loop().call_later(AWAY, self._bring_back)

    def _bring_back(self) -> None:
        self._room.has_net = True

    def _phone(self, number: int, of: int = 1, kind: type[Phone] = Phone) -> Phone:
        told = self.told if kind is Phone else Told()
        place = Place(self._case, self._evening, number, of)
        browser = Browser(self._url, reachable=self._room.reachable)
        return kind(place, browser, self._pace, told, self._changed.set, self._room)

    def _take_out(self, phone: Phone) -> "asyncio.Task[None]":
        """One more person takes out their phone."""
        self.phones.append(phone)
        life = self._together.create_task(phone.live())
        self._lives.append(life)
        return life

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
