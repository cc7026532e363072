"""Simulated phones against a real hall, with a net between them that breaks at will."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from screens.control import Control
from screens.rehearsal.crowd import Crowd
from screens.rehearsal.evening import load
from screens.rehearsal.phone import QUICK
from screens.rehearsal.told import differences
from screens.rehearsal.web import Broken, Browser
from storage.reader import read_cases
from tests.web.halls import an_evening, hall, tell

PHONES = 5


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "phones.db") as running:
        yield running


class BadNet:
    """A way to the hall that swallows every third answer, after the hall has acted on it."""

    def __init__(self, url: str) -> None:
        self.url = ""
        self.swallowed = 0
        self._to = int(url.rstrip("/").rpartition(":")[2])
        self._asked = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _carry(self, phone: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._to)
        try:
            while request := await phone.read(65_536):
                host = f"host: 127.0.0.1:{self._to}".encode()
                lines = [host if x.startswith(b"host:") else x for x in request.split(b"\r\n")]
                writer.write(b"\r\n".join(lines))
                answer = await reader.read(65_536)
                self._asked += 1
                if request.startswith(b"POST") and self._asked % 3 == 0:
                    self.swallowed += 1
                    break
                back.write(answer)
                await back.drain()
        finally:
            writer.close()
            back.close()


def test_what_is_sent_again_counts_once(control: Control) -> None:
    """Answers are lost on the way; the phones send again, and each note and join is there once."""
    case = an_evening(control)

    async def write_on_a_bad_net() -> tuple[Crowd, int]:
        async with BadNet(str(control.about["phone_url"])) as net:
            async with Crowd(net.url, case, PHONES, evening=load(), pace=QUICK) as crowd:
                assert await crowd.finished("need", 60)
            return crowd, net.swallowed

    crowd, swallowed = asyncio.run(write_on_a_bad_net())

    assert swallowed
    kept = read_cases(Path(str(control.about["file"])))[case]
    assert differences(kept, crowd.told) == {}
    assert len(kept.notes) == PHONES * QUICK.needs


def test_phones_do_what_the_open_block_asks(control: Control) -> None:
    """They wait, write needs, vote and write ideas, each when the facilitator opens for it."""
    case = an_evening(control)
    tell(control, case, "block.start", kind="welcome")

    async def follow_the_evening() -> Crowd:
        url = str(control.about["phone_url"])
        async with Crowd(url, case, PHONES, evening=load(), pace=QUICK) as crowd:
            assert await crowd.finished("joined", 30)
            assert crowd.told.notes == {}
            tell(control, case, "block.start", kind="needs")
            assert await crowd.finished("need", 30)
            tell(control, case, "cluster.make", title="Komme seg hjem om kvelden")
            vote = tell(control, case, "vote.open")
            assert await crowd.finished(vote, 30)
            tell(control, case, "vote.close")
            tell(control, case, "block.start", kind="ideas")
            assert await crowd.finished("idea", 30)
        return crowd

    crowd = asyncio.run(follow_the_evening())

    kept = read_cases(Path(str(control.about["file"])))[case]
    assert differences(kept, crowd.told) == {}
    assert {note.what for note in kept.notes.values()} == {"need", "idea"}
    assert crowd.refusals == []


def test_nobody_there_is_told_as_a_broken_net() -> None:
    """A browser that reaches nobody says so, instead of waiting for ever."""

    async def ask() -> None:
        browser = Browser("http://127.0.0.1:9/")
        with pytest.raises(Broken):
            await browser.get("/")

    asyncio.run(ask())
