"""What page and terminal say alike: where the hall is, how votes came in, a day."""

from collections.abc import Mapping
from datetime import date
from typing import Final, get_args
from urllib.parse import urlsplit

from screens.projector import fitting
from screens.words import Words
from workshop.basics import Origin
from workshop.blocks import BLOCKS
from workshop.terms import Wall
from workshop.views import ProjectorView, WallItem

ROUNDS: Final = 5
"""The station that goes in rounds."""
PLACES: Final[Mapping[Wall, str]] = {
    "question": "projector.place_question",
    "wonder": "projector.place_wonder",
    "pause": "projector.place_pause",
    "programme": "projector.place_programme",
    "reversed": "projector.place_reversed",
    "road": "chart.road",
    "voices": "chart.voices",
    "became": "projector.place_became",
    "roadmap": "projector.place_roadmap",
    "effects": "projector.place_effects",
}
"""The walls that are their own place, whatever the station."""
TITLE_LETTERS: Final = 44
"""As much of a case's title as the first row has room for."""
WAYS: Final = get_args(Origin)
"""The ways that votes come in, in the order in which they are told."""


class Wording:
    """The sentences that more than one form of the projector needs."""

    def __init__(self, say: Words) -> None:
        self._say: Final = say

    def place(self, view: ProjectorView) -> str:
        """Where the hall is, for the first row; a made-up evening says first that it is one."""
        place = self._place(view)
        return self._say("projector.practice", place=place) if view.practice else place

    def _place(self, view: ProjectorView) -> str:
        say = self._say
        if view.wall == "join":
            return say("projector.place_join", title=fitting.shortened(view.title, TITLE_LETTERS))
        if view.wall in PLACES:
            return say(PLACES[view.wall])
        name = say(f"projector.station_{view.station}")
        if view.station != ROUNDS:
            return say("projector.place", station=view.station, name=name)
        here = {"station": view.station, "name": name, "round": view.round}
        letter = BLOCKS[view.block].phase if view.block else ""
        if not letter:
            return say("projector.place_round", **here)
        return say("projector.place_phase", **here, phase=say(f"projector.phase_{letter}"))

    def block(self, item: WallItem) -> str:
        """What a block of the programme is called."""
        return item.title or self._say(f"projector.block_{item.kind}")

    def ways(self, view: ProjectorView) -> str:
        """How the votes came in."""
        return ways_of(view.turnout, self._say)

    def beside_phones(self, view: ProjectorView) -> str:
        """How the answers to a question came in, where not all came from phones."""
        return beside_phones(view.poll.turnout, self._say) if view.poll else ""

    def roles(self, view: ProjectorView) -> str:
        """Who says what is needed, and who decides; empty where nobody has said who."""
        who, when = view.people.who_decides, view.people.when_decided
        if not who:
            return ""
        key = "projector.roles_when" if when else "projector.roles_told"
        return self._say(key, who=who, when=when)

    def day(self, day: date) -> str:
        """A day with its weekday, short."""
        weekday = self._say(f"projector.weekday_{day.weekday()}")
        month = self._say(f"projector.month_{day.month}")
        return self._say("projector.date", weekday=weekday, day=day.day, month=month)


def ways_of(turnout: Mapping[Origin, int], say: Words) -> str:
    """How votes or answers came in, the usual ways first."""
    sorted_turnout = sorted(turnout.items(), key=lambda pair: WAYS.index(pair[0]))
    return say.listed(say(f"projector.by_{way}", n=n) for way, n in sorted_turnout)


def beside_phones(turnout: Mapping[Origin, int], say: Words) -> str:
    """How answers came in, where any came in otherwise than from a phone."""
    return f"{ways_of(turnout, say)}." if set(turnout) - {"phone"} else ""


def address_of(url: str) -> str:
    """An address as people read and type it."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}".rstrip("/")
