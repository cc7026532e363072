"""The desk and the wall: one key opens it, F5 turns its pages, the panel says what it shows."""

import asyncio
import contextlib
import os
import shlex
import signal
import sys
import webbrowser
from collections.abc import AsyncIterator, Callable
from functools import partial
from http.client import HTTPResponse
from pathlib import Path
from urllib.request import urlopen

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from screens.control import Control
from screens.desk import big_screen, windows
from screens.desk.places import PLACES
from screens.desk.widgets.ask import Ask
from screens.desk.widgets.choose import Choose
from screens.desk.wired import WiredDesk
from screens.words import Words
from tests.pilot.conftest import screen_text
from tests.web.halls import an_evening, hall, tell

pytestmark = pytest.mark.evenings

PATIENCE = 30.0
EMULATOR = Path(__file__).with_name("emulator.py")


class Facilitator:
    """Somebody at a desk that leads a hall which runs already."""

    def __init__(self, desk: WiredDesk, pilot: Pilot[None], control: Control, case: str) -> None:
        self.desk, self.pilot, self.control, self.case = desk, pilot, control, case

    async def until(self, holds: Callable[[], object]) -> None:
        """Go on when this is so; fail where it does not come true."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():
                    await self.pilot.pause(0.02)
        except TimeoutError:
            pytest.fail("\n".join(screen_text(self.desk)))

    async def tell(self, name: str, **fields: object) -> str:
        return await asyncio.to_thread(tell, self.control, self.case, name, **fields)

    def reads(self, words: str) -> bool:
        return words in " ".join(" ".join(screen_text(self.desk)).split())

    async def opens(self, *keys: str) -> None:
        """Press the key for the big screen, then these in the form."""
        await self.pilot.press("ctrl+f")
        await self.until(lambda: isinstance(self.desk.screen, Choose))
        await self.pilot.press(*keys)

    async def told_instead(self) -> str:
        """What stands there, whole, when it did not open."""
        await self.until(lambda: self.reads("Storskjermen åpnet seg ikke"))
        await self.until(lambda: self.desk.screen.query("#choose-close"))
        text = self.desk.screen.query_one("#choose-text", Static)
        assert self.desk.screen.region.contains_region(text.region)
        return str(text.content)

    def is_on(self, page: tuple[str, int]) -> bool:
        return self.page == page

    @property
    def page(self) -> tuple[str, int]:
        case = self.desk.state.case
        return (case.shown.wall, case.shown.page) if case else ("", 0)


@pytest.fixture(params=[(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def me(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Facilitator]:
    file = tmp_path / "min fil.db"
    with hall(file) as control:
        case = await asyncio.to_thread(an_evening, control)
        desk = WiredDesk(Words(), PLACES, file, borrowed=True)
        async with desk.run_test(size=request.param) as pilot:
            person = Facilitator(desk, pilot, control, case)
            await person.until(lambda: desk.state.case and desk.state.wall.followers is not None)
            yield person


async def test_one_key_and_enter_open_the_page(
    me: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key asks where; Enter alone is the page, and the desk waits until it follows the hall."""
    pages: list[HTTPResponse] = []

    def browse(url: str) -> bool:
        pages.append(urlopen(f"{url}live", timeout=20))  # noqa: S310 - ours
        return True

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", browse)
    await me.opens("enter")
    await me.until(lambda: me.reads("Storskjermen er åpnet."))
    pages[0].close()

    assert [page.url for page in pages] == [f"{me.control.about['projector_url']}live"]
    assert me.desk.screen is me.desk.frame


async def test_without_a_browser_the_address_is_told(
    me: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing fails silently, and no text browser takes the desk's terminal."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(webbrowser, "open", lambda _url: pytest.fail("a browser for text"))
    await me.opens("enter")
    told = await me.told_instead()

    assert str(me.control.about["projector_url"]) in told


async def test_a_page_that_never_finds_the_hall_is_told(
    me: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser that says it opened something is believed only when the page follows the hall."""
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", lambda _url: True)
    monkeypatch.setattr(big_screen, "LOOKS", 3)
    await me.opens("enter")
    told = await me.told_instead()

    assert str(me.control.about["projector_url"]) in told


async def test_a_window_opens_and_shows_the_wall(
    me: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk starts a terminal, waits until the wall in it follows the hall, and says so."""
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(windows, "EMULATORS", ((sys.executable, str(EMULATOR)),))
    assert me.desk.state.wall.followers == 0
    await me.opens("right", "enter")
    try:
        await me.until(lambda: me.desk.state.wall.followers == 1)
        await me.until(lambda: me.desk.screen is me.desk.frame)
        assert me.reads("Storskjermen er åpnet.")
    finally:
        for window in windows._opened:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(window.pid, signal.SIGHUP)
            await asyncio.to_thread(window.wait, 20)
    await me.until(lambda: me.desk.state.wall.followers == 0)


async def test_without_a_terminal_the_command_is_told(
    me: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no window can be opened, the exact command for a second terminal stands there."""
    monkeypatch.setattr(windows, "EMULATORS", ())
    await me.opens("right", "enter")
    told = await me.told_instead()

    assert windows.typed(me.desk.file) in told
    assert shlex.split(windows.typed(me.desk.file))[-1] == str(me.desk.file)
    await me.pilot.press("escape")
    await me.until(lambda: me.desk.screen is me.desk.frame)


async def test_the_panel_says_when_no_screen_is_open(me: Facilitator) -> None:
    """A picture that nobody shows is no picture; the hall's panel says so."""
    near = me.desk.size.width < 100
    await me.until(lambda: me.reads("! ingen skjerm" if near else "! Ingen skjerm er åpen"))


async def test_f5_again_turns_the_page(me: Facilitator) -> None:
    """The first shows what the desk has, the next ones turn, and after the last comes the first."""
    for number in range(1, 9):
        await me.tell("cluster.make", title=f"Klynge {number}")
    await me.pilot.press("f7", "5", "right")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "clusters")
    for page in (1, 2, 1):
        await me.pilot.press("f5")
        await me.until(partial(me.is_on, ("clusters", page)))
        if me.desk.size.width >= 100:
            await me.until(partial(me.reads, f"side {page} av 2"))


async def test_a_narrow_desk_says_which_page_the_wall_shows(me: Facilitator) -> None:
    """Once a screen is open, the row above the keys names the picture and its page."""
    for number in range(1, 9):
        await me.tell("cluster.make", title=f"Klynge {number}")
    await me.tell("projector.show", wall="clusters", page=2)
    url = str(me.control.about["projector_url"]) + "live"
    with await asyncio.to_thread(urlopen, url, timeout=20):
        near = me.desk.size.width < 100
        await me.until(partial(me.reads, "■ Klynger 2/2" if near else "■ Klynger side 2 av 2"))


async def test_f5_elsewhere_shows_what_is_there(me: Facilitator) -> None:
    """Only the picture that stands in the hall is turned; from another place F5 shows another."""
    for number in range(1, 9):
        await me.tell("cluster.make", title=f"Klynge {number}")
    await me.tell("projector.show", wall="clusters")
    await me.pilot.press("f7", "5")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "needs")
    await me.pilot.press("f5")
    await me.until(lambda: me.page == ("collecting", 1))


async def test_a_borrowed_hall_is_left_without_a_word(me: Facilitator) -> None:
    """Whoever lent the hall ends it, so nobody is asked what shall become of it."""
    await me.pilot.press("ctrl+q")
    await me.until(lambda: me.desk._exit)

    assert not isinstance(me.desk.screen, Ask)
    assert me.desk.keep_hall
    assert me.control.get("/hall")["pid"] == me.control.about["pid"]
