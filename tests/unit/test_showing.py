"""When F5 turns the page of the wall, and when it shows another picture."""

import pytest

from screens.desk.places.arena import Arena
from screens.desk.places.needs import Needs
from screens.desk.room import Room
from tests.unit.given import an_evening


@pytest.mark.parametrize(
    ("place", "station", "wall", "turns"),
    [
        (Arena, 1, "join", True),
        (Arena, 4, "join", True),
        (Arena, 4, "question", False),
        (Needs, 5, "collecting", True),
        (Needs, 1, "collecting", False),
    ],
)
def test_how_one_joins_is_the_same_picture_at_every_station(
    place: type[Room], station: int, wall: str, turns: bool
) -> None:
    """The second page has the code of the phones' page: one press leads to it from anywhere."""
    evening = an_evening()
    evening.made("station.go", station=station)
    evening.made("projector.show", wall=wall)

    assert place.is_shown(object.__new__(place), evening.it) is turns
