"""A picture of the big screen, and what it leaves in memory when the next one has come."""

import gc
from typing import get_args

import pytest

from screens.projector.painter import Painter
from screens.words import Words
from tests.unit.given import an_evening
from workshop.terms import Wall
from workshop.views import projector_view

PAINTER = Painter(Words())


@pytest.mark.parametrize("wall", get_args(Wall))
def test_a_picture_that_is_gone_leaves_nothing_for_the_collector(wall: str) -> None:
    """Each was held by its own template, with all that it showed, until garbage was collected."""
    evening = an_evening()
    view = projector_view(evening.it, evening.now, ()).model_copy(
        update={"wall": wall, "left": 300, "total": 1500}
    )
    PAINTER.draw(view, "http://10.0.0.2/")
    gc.collect()
    gc.disable()
    try:
        PAINTER.draw(view, "http://10.0.0.2/")
        assert gc.collect() == 0
    finally:
        gc.enable()
