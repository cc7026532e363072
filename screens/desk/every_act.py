"""Every act of the desk that has a key, with where it is done."""

import sys
from collections.abc import Iterator

from screens.desk.acts import Acting, ActType, Say
from screens.desk.everywhere import EVERYWHERE
from screens.desk.frame import Frame
from screens.desk.keymap import Keymap, written
from screens.desk.place import Place
from screens.desk.places import PLACES


def by_place(say: Say) -> Iterator[tuple[str, tuple[ActType, ...]]]:
    """The acts by the title of their place, each told once; first those of every place.

    All places are read for it, so this is for those who have a second.
    """
    told = set(EVERYWHERE)
    yield say("desk.help_everywhere"), tuple(act for act in EVERYWHERE if act.key)
    for make in PLACES.values():
        place = make(say)
        acts = tuple(act for act in _acts(place) if act.key and act not in told)
        told.update(acts)
        if acts:
            yield place.words("title"), acts


def clashes(keymap: Keymap, say: Say) -> Iterator[tuple[str, str, str]]:
    """Moved keys that somewhere stand for two acts: the key, the act, the other act."""
    told: set[tuple[str, str]] = set()
    for make in PLACES.values():
        acts = tuple(dict.fromkeys((*_acts(make(say)), *EVERYWHERE)))
        for act in (act for act in acts if act.name in keymap.moved):
            for other in (other for other in acts if other is not act):
                both = set(keymap.keys(act)) & set(keymap.keys(other))
                pair = (act.name, other.name)
                if both and pair not in told:
                    told |= {pair, (other.name, act.name)}
                    yield written(min(both)), act.name, other.name


def _acts(place: Place) -> Iterator[ActType]:
    yield from place.ACTS
    # A line or a list within the place may list acts of its own.
    for held in vars(sys.modules[type(place).__module__]).values():
        inner = isinstance(held, type) and issubclass(held, Acting)
        if inner and not issubclass(held, Place | Frame):
            yield from held.ACTS
