"""The places of the desk, by the names that the rail knows them by."""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from screens.desk.acts import Say
from screens.desk.frame import Places
from screens.desk.place import Place

GROUND: Final = ("problem", "onepage")
"""Station 1, and the one page on which a small team fills in stations 1 to 4."""
HELPING: Final = ("helpers", "gaps", "voices")
"""The pages of station 2: the map, what it lacks, who was there."""
MOVING: Final = ("motivation", "promises", "invitation")
"""The pages of station 3: each one's reasons, what is promised and offered, the invitation."""
LOOP: Final = ("needs", "clusters", "dots", "ideas", "card")
"""The pages of station 5, in the order of a round."""
CLOSING: Final = ("learnt", "opening", "ending", "beside")
"""Station 6: what we believed and learnt, what became of it all, who does what, what is kept."""
PAGED: Final = (GROUND, HELPING, MOVING, LOOP, CLOSING)
"""The stations that take more than one page; the rail knows them by their first."""
NAMES: Final = (
    "home",
    *GROUND,
    "arena",
    *HELPING,
    *MOVING,
    *LOOP,
    *CLOSING,
    *("check", "fundamentals", "checklists", "done"),
)


def _maker(name: str) -> Callable[[Say], Place]:
    """Makes the place of that name; its module is read when somebody first goes there."""

    def make(say: Say) -> Place:
        place: type[Place] = getattr(import_module(f"{__name__}.{name}"), name.capitalize())
        return place(say)

    return make


PLACES: Final[Places] = {name: _maker(name) for name in NAMES}
