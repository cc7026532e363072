"""Eighty people in a hall: phones of their own, phones that a table shares, and the big screen."""

import asyncio
import html
import re
from collections.abc import Awaitable, Iterable
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from screens.control import new_command_id
from screens.rehearsal.phone import ASK_AGAIN
from screens.rehearsal.web import Broken, Browser

AGAIN: Final = 0.05
"""Seconds until a phone that reached nobody sends the same thing again, as the page does."""
TABLES: Final = 10
PHONES: Final = 52
SHARED: Final = 11
"""How many of the phones lie on a table and are shared."""
ROLES: Final = ("resident", "relative", "volunteer", "employee", "politician", "youth")

Got = TypeVar("Got")


async def all_of(doing: Iterable[Awaitable[Got]]) -> list[Got]:
    """Everybody at once, as in a hall."""
    return list(await asyncio.gather(*doing))


def words_of(page: str) -> str:
    """What a person reads on a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


class Resident:
    """One phone on the hall's network, and whoever holds it."""

    def __init__(self, address: str, number: int, through: tuple[str, int] | None = None) -> None:
        self.table = number % TABLES + 1
        self.role = ROLES[number % len(ROLES)]
        # 41 phones for one, six for four and five for three: eighty people.
        shared = number - (PHONES - SHARED)
        self.heads = 1 if shared < 0 else 4 if shared < 6 else 3
        self._browser = Browser(address, through=through)

    def close(self) -> None:
        """Put the phone away."""
        self._browser.close()

    async def page(self) -> str:
        """The page as it stands now."""
        answer = await self._browser.get("/")
        assert answer.status == 200, answer.body
        return answer.body.decode()

    async def me(self) -> dict[str, Any]:
        """What the phone knows."""
        return (await self._browser.get("/me")).json()

    async def join(self) -> None:
        """Scan, choose a role, say the table and how many share the phone."""
        assert "Du er anonym." in await self.page()
        await self.send("/join", role=self.role, table=self.table, heads=self.heads)

    async def send(self, path: str, **fields: object) -> str:
        """Send until the hall has received it; what it is called there."""
        said = await self.try_to(path, **fields)
        assert said.get("ok"), said
        return str(said["command"])

    async def try_to(self, path: str, **fields: object) -> dict[str, Any]:
        """Send until the hall has answered, also when it is gone for a while."""
        body = {"id": new_command_id(), **fields}
        while True:
            try:
                answer = await self._browser.post(path, body)
            except Broken:
                answer = None
            if answer is not None and answer.status not in ASK_AGAIN:
                return answer.json()
            await asyncio.sleep(AGAIN)


class BigScreen:
    """The projector's page, which anybody in the hall reads."""

    def __init__(self, address: str) -> None:
        self._browser = Browser(address)
        self._path = urlsplit(address).path

    def close(self) -> None:
        """Turn it off."""
        self._browser.close()

    async def view(self) -> dict[str, Any]:
        """What it may show, as data."""
        told: dict[str, Any] = (await self._browser.get(f"{self._path}view")).json()["view"]
        return told

    async def words(self) -> str:
        """What stands on it."""
        return words_of((await self._browser.get(f"{self._path}picture")).json()["html"])
