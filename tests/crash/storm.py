"""People who write and vote without a pause, and send again what was not acknowledged."""

import asyncio
from random import Random
from typing import Any, Final

from screens.control import HallGone, new_command_id
from screens.rehearsal.told import Told
from screens.rehearsal.web import Broken, Browser
from tests.crash.halls import MortalHall

BUSY: Final = frozenset({429, 503, 507})
AGAIN: Final = 0.1
THINK: Final = (0.05, 0.25)


class Storm:
    """Many phones and one typist on a hall that dies under them."""

    def __init__(self, hall: MortalHall, case: str, phones: int, chance: Random) -> None:
        self.told = Told()
        self.broken = 0
        """Requests that nobody answered."""
        self.repeated = 0
        """Receipts for what had been stored before, without its sender knowing."""
        self.over = asyncio.Event()
        self._hall = hall
        self._case = case
        self._chance = chance
        url = str(hall.control.about["phone_url"])
        self.browsers = [Browser(url) for _ in range(phones)]

    async def come(self) -> None:
        """Everybody joins."""
        async with asyncio.TaskGroup() as group:
            for number, browser in enumerate(self.browsers):
                group.create_task(self._join(browser, heads=number % 3 + 1))

    async def write(self) -> None:
        """Everybody writes, until it is over and the last word is acknowledged."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._type_notes())
            for number, browser in enumerate(self.browsers):
                group.create_task(self._write(number, browser))

    async def vote(self, vote: str, targets: list[str], dots: int) -> None:
        """Everybody votes and votes again, until it is over."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._type_ballots(vote, targets, dots))
            for number, browser in enumerate(self.browsers):
                group.create_task(self._vote(number, browser, vote, targets, dots))

    def leave(self) -> None:
        """Everybody goes home."""
        for browser in self.browsers:
            browser.close()

    async def _join(self, browser: Browser, heads: int) -> None:
        await browser.get(f"/?case={self._case}")
        said = await self._send(browser, "/join", {"heads": heads})
        assert said["ok"], said
        self.told.phones += 1

    async def _write(self, number: int, browser: Browser) -> None:
        turn = 0
        while not self.over.is_set():
            turn += 1
            note, text = new_command_id(), f"Behov {turn} fra telefon {number}"
            said = await self._send(browser, "/note", {"text": text}, note)
            assert said["ok"], said
            self.told.notes[note] = text
            await self._think()

    async def _vote(
        self, number: int, browser: Browser, vote: str, targets: list[str], dots: int
    ) -> None:
        heads = number % 3 + 1
        while not self.over.is_set():
            picks = [t for _ in range(heads) for t in self._chance.sample(targets, dots)]
            said = await self._send(browser, "/ballot", {"vote": vote, "picks": picks})
            assert said["ok"], said
            self.told.ballots[vote, str(number)] = tuple(picks)
            await self._think()

    async def _type_notes(self) -> None:
        number = 0
        while not self.over.is_set():
            number += 1
            note, text = new_command_id(), f"Papir {number}"
            fields = {"text": text, "origin": "paper", "number": number, "table": 1}
            await self.desk(note, "note.write", **fields)
            self.told.notes[note] = text
            await self._think()

    async def _type_ballots(self, vote: str, targets: list[str], dots: int) -> None:
        number = 0
        while not self.over.is_set():
            number += 1
            picks = self._chance.sample(targets, dots)
            fields = {"vote": vote, "picks": picks, "number": number, "origin": "paper"}
            await self.desk(new_command_id(), "ballot.cast", **fields)
            self.told.ballots[vote, f"paper-{number}"] = tuple(picks)
            await self._think()

    async def desk(self, command: str, name: str, **fields: object) -> dict[str, Any]:
        """A command of the facilitator's, sent again until it is acknowledged."""
        case = None if name == "case.open" else self._case
        while True:
            try:
                control = self._hall.control
                said = await asyncio.to_thread(control.send_as, command, case, name, **fields)
            except HallGone:
                self.broken += 1
                await asyncio.sleep(AGAIN)
            else:
                assert said["ok"], said
                self.repeated += bool(said["repeated"])
                return said

    async def _send(
        self, browser: Browser, path: str, fields: dict[str, Any], command: str = ""
    ) -> dict[str, Any]:
        body = {"id": command or new_command_id(), "case": self._case, **fields}
        while True:
            try:
                answer = await browser.post(path, body)
            except Broken:
                self.broken += 1
            else:
                if answer.status not in BUSY:
                    said = answer.json()
                    self.repeated += bool(said.get("repeated"))
                    return said
            await asyncio.sleep(AGAIN)

    async def _think(self) -> None:
        await asyncio.sleep(self._chance.uniform(*THINK))
