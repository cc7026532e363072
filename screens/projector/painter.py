"""Draws the walls: from what the hall may see to the HTML of one picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, get_args
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from screens import qr
from screens.projector import contents, fitting
from screens.projector.assets import Assets
from screens.words import Words
from workshop.arena import BLOCKS
from workshop.basics import Origin
from workshop.terms import Wall
from workshop.views import ProjectorView

ROUNDS: Final = 5
"""The station that goes in rounds."""
PLACES: Final[Mapping[Wall, str]] = {
    "question": "projector.place_question",
    "pause": "projector.place_pause",
}
"""The walls that are their own place, whatever the station."""
TITLE_LETTERS: Final = 44
"""As much of a case's title as the first row has room for."""
WAYS: Final = get_args(Origin)
"""The ways that votes come in, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What the projector shows: HTML, and the clock that the page counts down itself."""

    html: str
    left: int | None
    paused: bool

    def clock(self) -> dict[str, object]:
        """The clock alone, for a sign of life."""
        return {"left": self.left, "paused": self.paused}

    def told(self) -> dict[str, object]:
        """The picture as the page is told it."""
        return {"html": self.html, **self.clock()}


class Painter:
    """Draws every wall, with the words of one language."""

    def __init__(self, say: Words) -> None:
        self._say: Final = say
        self.assets: Final = Assets()
        self._env = Environment(
            loader=PackageLoader("screens.projector"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._env.globals |= {"say": say, "asset": self.assets.name}

    def page(self, picture: Picture, title: str) -> str:
        """The whole page around a picture."""
        return self._env.get_template("page.html").render(picture=picture, title=title)

    def welcome(self, url: str) -> Picture:
        """The picture before there is any case: how to get to the hall with a phone."""
        place = self._say("projector.title_empty")
        html = self._wall("join", url, place=place, code="", phones=0, running=False)
        return Picture(html, None, paused=False)

    def draw(self, view: ProjectorView, url: str) -> Picture:
        """The picture of a view; ``url`` is the phones' address."""
        values = self._content(view)
        html = self._wall(
            view.wall,
            url,
            place=self._place(view),
            code=view.code,
            running=view.left is not None,
            **values,
        )
        return Picture(html, view.left, view.paused)

    def _wall(self, wall: Wall, url: str, **values: Any) -> str:
        parts = urlsplit(url)
        address = f"{parts.netloc}{parts.path}".rstrip("/")
        plain = {"wall": wall, "page": 1, "pages": 1, "address": address}
        code = qr.svg(qr.capitals(url))
        return self._env.get_template(f"walls/{wall}.html").render(plain | values, qr=code)

    def _content(self, view: ProjectorView) -> Mapping[str, Any]:
        match view.wall:
            case "join":
                return {"phones": view.phones}
            case "question":
                return contents.question(view)
            case "collecting":
                return contents.collecting(view)
            case "clusters" | "voting":
                return contents.targets(view)
            case "results":
                return {**contents.results(view), "ways": self._ways(view)}
            case "pause":
                return {"counts": view.block == "pause"}
            case "closing":
                day = self._day(view.answer_date) if view.answer_date else ""
                return {**contents.closing(view), "answer_date": day}
            case "blank":
                return {}

    def _place(self, view: ProjectorView) -> str:
        """Where the hall is, for the first row."""
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

    def _ways(self, view: ProjectorView) -> str:
        """How the votes came in."""
        turnout = sorted(view.turnout.items(), key=lambda pair: WAYS.index(pair[0]))
        return ", ".join(self._say(f"projector.by_{way}", n=n) for way, n in turnout)

    def _day(self, day: date) -> str:
        weekday = self._say(f"projector.weekday_{day.weekday()}")
        month = self._say(f"projector.month_{day.month}")
        return self._say("projector.date", weekday=weekday, day=day.day, month=month)
