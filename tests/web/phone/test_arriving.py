"""What «Sjekk rommet» learns of a second device, from real requests of one."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from screens.arrivals import Arrivals
from screens.phone.assets import PROBES
from screens.phone.routes import phone_app
from tests.web.phone.evening import HOST, Evening

OURS, THEIRS = "192.168.8.2", "192.168.8.30"
AGENT = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36"


class Hall:
    """An evening whose room is watched, and devices at addresses of their own."""

    def __init__(self, evening: Evening) -> None:
        self.now = 0.0
        self.arrivals = Arrivals(lambda: frozenset({OURS}), lambda: self.now)
        hosts = frozenset({HOST})
        self._app = phone_app(evening.service, lambda: hosts, arrivals=self.arrivals)

    def device(self, ip: str) -> httpx2.AsyncClient:
        transport = httpx2.ASGITransport(app=self._app, client=(ip, 50_000))
        agent = {"user-agent": AGENT}
        return httpx2.AsyncClient(transport=transport, base_url=f"http://{HOST}", headers=agent)


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Hall]:
    evening = Evening(tmp_path / "evening.db")
    await evening.open()
    yield Hall(evening)
    await evening.close()


async def test_a_phone_that_loads_sends_and_comes_back_is_through(hall: Hall) -> None:
    """Step by step, as its page does it: the page, a word that it can send, the same again."""
    async with hall.device(THEIRS) as phone:
        await phone.get("/")
        await phone.post("/hello")
        hall.now = 5.0
        await phone.post("/hello")

    assert hall.arrivals.told() == [
        {"family": "Android", "loaded": True, "posted": True, "back": True}
    ]


async def test_a_device_that_was_turned_away_is_not_through(hall: Hall) -> None:
    """Under another name, from another site, or only looking for the internet: nobody came."""
    async with hall.device(THEIRS) as phone:
        for _ in range(2):
            assert (await phone.get("/", headers={"host": "evil.test"})).status_code == 421
            foreign = {"origin": "http://evil.test"}
            assert (await phone.post("/hello", headers=foreign)).status_code == 403
            for probe in PROBES:
                await phone.get(probe)
            hall.now += 10.0

    assert hall.arrivals.told() == []


async def test_the_machine_itself_is_no_second_device(hall: Hall) -> None:
    """A page opened on the laptop, by its own address, says nothing about the way in."""
    async with hall.device(OURS) as laptop:
        await laptop.get("/")
        await laptop.post("/hello")

    assert hall.arrivals.told() == []
