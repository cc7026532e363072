"""Somebody at the desk of a real hall, who presses keys and waits for what comes of it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot

from screens import starting
from screens.desk.form import Form
from screens.desk.places import PLACES
from screens.desk.widgets.fields import Field, Prose
from screens.desk.wired import WiredDesk
from screens.desk.wiring import Practice
from screens.words import Words
from workshop.case import Case

PATIENCE = 20.0


def _held(field: Field | Prose) -> str:
    """What stands in a field now."""
    return field.text if isinstance(field, Prose) else field.value


class Facilitator:
    """Somebody who presses keys and waits until the desk shows what came of it."""

    def __init__(self, desk: WiredDesk, pilot: Pilot[None]) -> None:
        self.desk, self.pilot = desk, pilot

    async def until(self, holds: Callable[[], object]) -> None:
        """Go on when this is so; fail where it does not come true."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await self.pilot.pause(0.02)

    @property
    def case(self) -> Case | None:
        return self.desk.state.case

    @property
    def sees_all(self) -> bool:
        """Whether the place in sight has drawn everything that the desk has heard."""
        drawn = getattr(self.desk.frame.place, "state", None)
        return drawn is None or drawn.case == self.case

    async def more(self, what: str, before: int) -> None:
        """Go on when there are more of these than before."""
        await self.until(lambda: getattr(self, what) > before)

    @property
    def answers(self) -> int:
        return len(self.case.answers) if self.case else 0

    @property
    def notes(self) -> int:
        return len(self.case.notes) if self.case else 0

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    def at_once(self, *keys: str) -> None:
        """Keys that come in one go, as a terminal hands over what was typed while it was busy."""
        for key in keys:
            letter = key if len(key) == 1 else "\r" if key == "enter" else None
            named = _character_to_key(key) if len(key) == 1 else key
            self.desk.post_message(Key(named, letter))

    async def type(self, text: str) -> None:
        # The first letter as a key, the rest as one paste: as fast as a hall writes.
        if text:
            await self.pilot.press("space" if text[0] == " " else text[0])
            field = self.desk.focused
            assert isinstance(field, Field | Prose)
            field.post_message(Paste(text[1:]))
            end = text[-3:].strip()
            await self.until(lambda: _held(field).endswith(end))

    async def form(self, key: str, *texts: str) -> None:
        """Open a form by its key, write in its fields, store with F2."""
        await self.until(lambda: self.sees_all)
        await self.press(key)
        await self.until(lambda: isinstance(self.desk.screen, Form))
        for number, text in enumerate(texts):
            if number:
                await self.press("tab")
            await self.type(text)
        await self.press("f2")
        await self.until(lambda: not isinstance(self.desk.screen, Form))

    async def turn(self, page: str) -> None:
        """To the next page of the station, which is this one."""
        await self.press("right")
        await self.until(lambda: self.desk.frame.place and page == self.desk.frame.place.NAME)

    async def go(self, station: str) -> None:
        await self.press("f7", station)
        await self.pilot.pause()


@asynccontextmanager
async def at_the_desk(
    file: Path, size: tuple[int, int], practice: Practice | None = None
) -> AsyncIterator[Facilitator]:
    """A desk and its hall on this file, until the test is done with them."""
    options = ("--host", "127.0.0.1", "--lan-port", "0")
    desk = WiredDesk(Words(), PLACES, file, options, practice=practice)
    async with desk.run_test(size=size) as pilot:
        person = Facilitator(desk, pilot)
        await person.until(lambda: desk.state.about)
        try:
            yield person
        finally:
            await leave(desk)


async def leave(desk: WiredDesk) -> None:
    """End the desk's hall, also after a test that failed: one that runs on would fail the next."""
    link = desk._link
    assert link is not None
    assert link.control is not None
    link.end()
    await asyncio.to_thread(link.control.stop)
    for hall in starting._started:
        await asyncio.to_thread(hall.wait, 20)
