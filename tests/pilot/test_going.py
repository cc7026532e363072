"""From place to place however fast the keys come, and the one row of the hall."""

from asyncio import gather
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from textual.events import Key
from textual.widget import Widget

from screens.desk.place import Place
from screens.desk.widgets.notes import Notes, Shape
from screens.desk.widgets.salen import SalenRow
from tests.pilot.conftest import Needs, Other, TrialDesk, standing, widget_text
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
