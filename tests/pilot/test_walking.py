"""Every place and its help fits the smallest window, in every language."""

import asyncio
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.screen import Screen
from textual.widgets import Static

from screens.desk.frame import Frame
from screens.desk.places import NAMES, PLACES
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.help import HelpScreen
from screens.desk.wired import WiredDesk
from screens.rehearsal.own_hall import own_hall
from screens.rehearsal.sample.laying import lay
from screens.words import LANGUAGES, Words
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator, leave

pytestmark = pytest.mark.evenings

PEOPLES = {"need"}
"""What shows people's own words, which may be longer than any window; it scrolls."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished case, as the rehearsal lays it: every place has something to show."""
    file = tmp_path_factory.mktemp("walk") / "walk.db"
    with own_hall(file, ("--host", "127.0.0.1", "--lan-port", "0")) as control:
        assert asyncio.run(lay(control, lambda _done, _total: None)).refusals == ()
    return file


def cut_off(screen: Screen[object]) -> list[str]:
    """What of the words on a screen is not shown whole."""
    found = []
    for widget in screen.query("*"):
        if not widget.is_on_screen or not widget.size.width or widget.id in PEOPLES:
            continue
        if isinstance(widget, Static):
            area = widget.container_size
            needs = widget.get_content_height(area, screen.size, widget.size.width)
            if needs > widget.size.height:
                found.append(f"{widget.id}: {widget.render()}")
        if isinstance(widget, Heading):
            state = "".join(text for text, _ in widget.state).strip()
            whole = cell_len(widget.title) <= widget.size.width and state in str(widget.render())
            found += [] if whole else [f"{widget.title} | {state}"]
        if isinstance(screen, HelpScreen) and widget.max_scroll_y:
            found.append(f"{widget.id} is higher than the window")
    return found


async def walk(me: Facilitator, case: str) -> dict[str, list[str]]:
    """What is cut off at each place, and in its help."""
    desk, found = me.desk, dict[str, list[str]]()
    await desk.choose_case(case)
    for name in NAMES:
        await desk.go(name)
        await me.until(lambda name=name: _stands(desk.frame, name))  # type: ignore[misc]
        await me.until(lambda: me.sees_all)
        await me.pilot.pause()
        found[name] = cut_off(desk.screen)
        await me.press("f1")
        await me.until(lambda: isinstance(desk.screen, HelpScreen))
        await me.pilot.pause()
        found[f"help of {name}"] = cut_off(desk.screen)
        await me.press("escape")
        await me.until(lambda: desk.screen is desk.frame)
    return {name: lost for name, lost in found.items() if lost}


def _stands(frame: Frame, name: str) -> bool:
    place = frame.place
    return place is not None and name == place.NAME and bool(place.query(Heading))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_is_cut_off_at_any_place(file: Path, language: str) -> None:
    """Titles, states, lines and the whole help stand in 80 columns and 24 rows."""
    say = Words(language)
    desk = WiredDesk(say, PLACES, file, ("--host", "127.0.0.1", "--lan-port", "0"))
    async with desk.run_test(size=(80, 24)) as pilot:
        me = Facilitator(desk, pilot)
        await me.until(lambda: desk.state.cases)
        try:
            assert await walk(me, desk.state.cases[0].id) == {}
            assert say(f"desk.place_{NAMES[-1]}_title") in "\n".join(screen_text(desk))
        finally:
            await leave(desk)
