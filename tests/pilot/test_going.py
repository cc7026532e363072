"""From place to place however fast the keys come, and the one row of the hall."""

from asyncio import Event, gather, sleep, timeout
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from textual.app import ComposeResult
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input

from screens.desk import holding
from screens.desk.going_back import line_of
from screens.desk.loop import NextPart
from screens.desk.place import Place
from screens.desk.widgets.entry import Entry
from screens.desk.widgets.notes import Notes, Shape
from screens.desk.widgets.salen import SalenRow
from tests.pilot.conftest import (
    ENTRY_WORDS,
    Needs,
    Other,
    ShowNote,
    TrialDesk,
    say,
    standing,
    widget_text,
)
from tests.pilot.test_frame import needs


class More(Place):
    """A place that shows what it is told in a list of its own, as the real ones do."""

    NAME = "more"

    def body(self) -> Iterator[Widget]:
        yield Notes(id="notes", shape=Shape((5, 6)), empty="")

    def update(self, state: Any) -> None:
        self.query_one(Notes).update([] if state is None else state)


async def test_a_place_asked_for_twice_while_it_is_being_built_stands_once(desk: TrialDesk) -> None:
    """Going on before the last place stands waits for it; the last that was asked for is shown."""
    frame = desk.frame
    frame.makers = {"needs": Needs, "other": Other, "more": More}
    async with standing(desk, (80, 24)) as pilot:
        await gather(*(frame.go(name) for name in ("more", "more", "other", "more", "needs")))
        await pilot.pause()

        assert sorted(place.NAME for place in frame.query(Place)) == ["more", "needs", "other"]
        assert [place.NAME for place in frame.query(Place) if place.display] == ["needs"]
        assert frame.focused is needs(desk).notes


async def test_a_place_is_reached_by_its_key_right_after_f7(desk: TrialDesk) -> None:
    """The key that comes while F7 is still on its way is for the recipe, too."""
    async with standing(desk, (80, 24)) as pilot:
        for key in ("f7", "1"):
            desk.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(20):
            await pilot.pause()

        assert desk.frame.place is not None
        assert desk.frame.place.NAME == "other"


async def soon(holds: Callable[[], object]) -> None:
    """Go on when this is so; fail where it does not come true."""
    async with timeout(10):
        while not holds():  # noqa: ASYNC110 - what is waited for has no event of its own
            await sleep(0.01)


class Slow(Place):
    """A place that takes its time to stand, and then turns by arrows and knows a letter."""

    NAME = "other"
    ACTS = (ShowNote, NextPart)

    def __init__(self, speak: Any) -> None:
        super().__init__(speak)
        self.may_stand, self.done = Event(), ""

    async def on_mount(self) -> None:
        await self.may_stand.wait()

    def act_show_note(self) -> None:
        self.done += "v"

    def act_next_part(self) -> None:
        self.done += "→"


@pytest.mark.parametrize("first", ["", "f2"])
async def test_keys_wait_for_the_place_one_goes_to(desk: TrialDesk, first: str) -> None:
    """However slowly a place is built, what is pressed after F7 and its key is done there."""
    slow = Slow(say)
    desk.frame.makers = {"needs": Needs, "other": lambda _: slow}
    async with standing(desk, (80, 24)) as pilot:
        if first:
            await pilot.press(first)
        for key in ("f7", "1", "right", "v", "right", "right"):
            desk.post_message(Key(key, key if len(key) == 1 else None))
        # Not by the pilot, who waits for every widget to stand.
        await soon(lambda: slow.is_attached)
        await sleep(0.05)
        assert (desk.frame.place, slow.done) == (needs(desk), "")

        slow.may_stand.set()
        await soon(lambda: len(slow.done) == 4)
        assert (desk.frame.place, slow.done) == (slow, "→v→→")
        assert needs(desk).done == []
        assert all(not field.value for field in needs(desk).query(Input))


async def test_keys_wait_for_no_more_than_a_while(
    desk: TrialDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a way never ends the keys are soon for what is in sight; leaving never waits."""
    monkeypatch.setattr(holding, "WAY", 0.2)
    async with standing(desk, (80, 24)) as pilot:
        desk.set_out()
        await pilot.press("v", "down", "s")
        await soon(lambda: len(needs(desk).done) == 2)
        assert needs(desk).done == ["vis n0", "skjul n1"]

        monkeypatch.setattr(holding, "WAY", 60.0)
        desk.set_out()
        await pilot.press("v", "ctrl+q")
        await pilot.pause()
        assert desk._exit
        assert len(needs(desk).done) == 2


async def test_a_key_is_heard_when_the_one_before_it_is_done(desk: TrialDesk) -> None:
    """What is written right after the key of the line stands in the line, and is no act."""
    async with standing(desk, (80, 24)):
        for key in ("f2", "v", "s", "u"):
            desk.post_message(Key(key, key if len(key) == 1 else None))
        field = desk.frame.query_one("#entry-field", Input)
        await soon(lambda: field.value == "vsu")
        assert needs(desk).done == []


class Watched(Entry):
    """A line that somebody looks at while it is being built."""

    def compose(self) -> ComposeResult:
        assert isinstance(self.parent, Place)
        assert line_of(self.parent) is None
        yield from super().compose()


class Building(Other):
    def body(self) -> Iterator[Widget]:
        yield Watched(ENTRY_WORDS, number=9, table=5)


async def test_a_place_may_be_looked_at_while_it_is_being_built(desk: TrialDesk) -> None:
    """The remembering of half written lines, once a second, never ends the desk."""
    desk.frame.makers = {"needs": Needs, "other": Building}
    async with standing(desk, (80, 24)) as pilot:
        await pilot.press("f7", "1", "tab")
        await soon(lambda: desk.frame.query(Watched))
        field = desk.frame.query_one("#place-other").query_one("#entry-field", Input)
        field.value = "Bussen"
        assert desk.frame.place is not None
        assert (held := line_of(desk.frame.place))
        assert held.text == "Bussen"


@pytest.mark.parametrize("more", range(7, 13))
async def test_counts_give_way_to_the_whole_code(desk: TrialDesk, more: int) -> None:
    """However long the counts are, the row of the hall ends in the join code and some air."""
    async with standing(desk, (80, 24)) as pilot:
        row = desk.frame.query_one(SalenRow)
        assert row.state is not None
        warned = (("!", "warn"), (" ingen skjerm  ", ""), *row.state.brief_right)
        counts = (("Telefoner 52", ""), ("  ", ""), ("Hoder 51" + "1" * more, ""))
        row.state = replace(row.state, brief=counts, brief_right=warned)
        await pilot.pause()
        seen = widget_text(row)[0]

    assert seen.endswith("  ! ingen skjerm  Kode GRAN 47 ")
