"""The mouse does what the keys do, on every page, and is never needed."""

from pathlib import Path

import pytest

from screens.desk.form import Form
from screens.desk.places import NAMES
from screens.desk.previewing import Preview
from screens.desk.widgets.choice import Choice
from screens.desk.widgets.footer import Footer, Hint, HintLine
from screens.desk.widgets.help import HelpScreen
from screens.desk.widgets.notes import Notes
from screens.desk.widgets.rail import RailRow
from tests.bench.crowded import a_case
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.pilot.test_walking import file  # noqa: F401 - a fixture: a finished case

pytestmark = pytest.mark.evenings

APART = frozenset({"f2", "f5", "f8", "u", "z", "left", "right"})
"""The same on every page, and held once; or they move the hall for the page after."""


def _sees(me: Facilitator) -> tuple[object, ...]:
    """What lies in sight, as far as it does not depend on how often something was done."""
    screen = me.desk.screen
    title = screen.title_said if isinstance(screen, Form) else ""
    place = me.desk.frame.place
    return type(screen), title, place.NAME if place else ""


async def _home(me: Facilitator, place: str) -> None:
    while len(me.desk.screen_stack) > 1:
        await me.press("escape")
    await me.desk.go(place)
    await me.until(lambda: me.sees_all)
    await me.pilot.pause()


async def _click(me: Facilitator, line: HintLine, hint: Hint) -> None:
    at = next(at for at, held in line.laid() if held == hint)
    await me.pilot.click(line, offset=(at, 0))
    await me.pilot.pause()


async def test_each_hint_of_each_page_does_by_mouse_what_its_key_does(file: Path) -> None:  # noqa: F811
    """What is named in the footer can be clicked, and one sees what one sees by the key."""
    apart, seen = [], set[Hint]()
    async with at_the_desk(file, (120, 36)) as me:
        await me.until(lambda: me.desk.state.cases)
        await me.desk.choose_case(me.desk.state.cases[0].id, "needs")
        await me.until(lambda: me.case)
        footer = me.desk.frame.query_one(Footer)
        for name in NAMES:
            await _home(me, name)
            for hint in [hint for _, hint in footer.laid()]:
                if hint in seen or hint.press in APART or len(hint.press) != 1:
                    continue
                seen.add(hint)
                await _home(me, name)
                if hint not in [held for _, held in footer.laid()]:
                    continue
                await _click(me, footer, hint)
                by_mouse = _sees(me)
                if len(me.desk.screen_stack) == 1:
                    # It has changed something, which the key would change back or go on with.
                    continue
                await _home(me, name)
                await me.press(hint.press)
                apart += [] if by_mouse == _sees(me) else [(name, hint, by_mouse, _sees(me))]
    assert len(seen) > len(NAMES)
    assert apart == []


async def test_a_note_is_sorted_with_the_mouse_alone(tmp_path: Path) -> None:
    """Station, page, note, form, answer and help are reached by clicks; a wheel scrolls."""
    a_case(tmp_path / "desk.db", 40, 3)
    async with at_the_desk(tmp_path / "desk.db", (80, 24)) as me:
        await me.until(lambda: me.case and me.case.clusters)
        desk = me.desk
        row = desk.frame.query_one(RailRow)
        await me.until(lambda: row.state)
        # At none of the stations, the row names the places beside them.
        cell = str(row.render()).index("Sjekk")
        await me.pilot.click(row, offset=(cell, 0))
        await me.until(lambda: desk.frame.place and desk.frame.place.NAME == "check")
        await desk.go("clusters")
        await me.until(lambda: me.sees_all)
        loose = desk.query_one("#loose", Notes)
        await me.pilot.click(loose, offset=(20, 0))
        first = loose.cursor_id
        loose.scroll_down(animate=False)

        footer = desk.frame.query_one(Footer)
        # The digits are one hint and many keys: each of them stands before its cluster.
        assert [hint.key for _, hint in footer.laid() if not hint.press] == ["1-9"]
        assert all(hint.tip for _, hint in footer.laid())
        await me.pilot.hover(footer, offset=(2, 0))
        await me.until(lambda: footer.tooltip)
        await _click(me, footer, footer.always[0])
        await me.until(lambda: isinstance(desk.screen, HelpScreen))
        await me.pilot.click(desk.screen, offset=(5, 5))
        await me.until(lambda: desk.screen is desk.frame)

        await me.press("z")
        await me.until(lambda: isinstance(desk.screen, Preview))
        ahead = desk.screen.query_one(HintLine)
        await me.until(ahead.laid)
        await _click(me, ahead, ahead.hints[-1])
        await me.until(lambda: desk.screen is desk.frame)

        me.at_once("n", *"Tid")
        await me.until(lambda: isinstance(desk.screen, Form))
        keys = desk.screen.query_one("#form-keys", HintLine)
        await me.until(keys.laid)
        await _click(me, keys, keys.hints[0])
        await me.until(lambda: desk.screen is desk.frame)
        assert first
        await me.until(lambda: me.case and me.case.notes[first].cluster)


async def test_an_answer_is_chosen_by_a_click_on_it(tmp_path: Path) -> None:
    """A click on the last label of a choice takes that one."""
    a_case(tmp_path / "desk.db", 4, 3)
    async with at_the_desk(tmp_path / "desk.db", (80, 24)) as me:
        await me.until(lambda: me.case and me.case.clusters)
        await me.desk.go("clusters")
        await me.until(lambda: me.sees_all)
        me.desk.query_one("#clusters").focus()
        await me.pilot.pause()
        await me.press("plus")
        await me.until(lambda: isinstance(me.desk.screen, Form))
        choice = me.desk.screen.query_one(Choice)
        before = choice.value
        label = str(choice.render()).index("Klynge 3") - str(choice.render()).rfind("\n") - 1
        await me.pilot.click(choice, offset=(max(label, 1), 0))
        await me.until(lambda: choice.value != before)
