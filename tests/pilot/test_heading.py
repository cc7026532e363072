"""A heading keeps its words, and shows a bar only where one can be read."""

import pytest
from textual.app import App, ComposeResult

from screens.desk.widgets.bars import FULL, TRACK
from screens.desk.widgets.heading import Heading


class One(App[None]):
    """One heading, with a bar that is a third full."""

    def compose(self) -> ComposeResult:
        heading = Heading("Løse lapper", count="40 igjen av 60")
        heading.meter = 20, 60
        yield heading


@pytest.mark.parametrize(("wide", "cells"), [(80, 20), (40, 12), (34, 6), (33, 0), (27, 0)])
async def test_the_bar_gives_way_whole(wide: int, cells: int) -> None:
    """It is shorter where there is less room, and is never left with only its empty part."""
    app = One()
    async with app.run_test(size=(wide, 3)):
        row = str(app.query_one(Heading).render())

    assert row.startswith("Løse lapper  40 igjen av 60")
    assert row.count(FULL) + row.count(TRACK) == cells
    assert row.count(FULL) == round(cells / 3)
