"""Draws the walls: from what the hall may see to the HTML of one picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined

from screens import qr
from screens.projector import contents, fitting, pictured, polling, programming, turned
from screens.projector.assets import Assets
from screens.projector.cards import CARDS, cards_of, stands
from screens.projector.seen import Clock
from screens.projector.wording import Wording, address_of
from screens.scales import Scales
from screens.telling import Telling
from screens.words import Words
from workshop.nearing import steps
from workshop.terms import Wall
from workshop.views import ProjectorView

Network = tuple[str, str]
"""Name and password of the wireless network that phones join."""
NO_NETWORK: Final = ("", "")


@dataclass(frozen=True, slots=True)
class Picture:
    """What the projector shows: HTML, and the clock that the page counts down itself."""

    html: str
    left: int | None
    paused: bool
    ends: Clock = (None, None)
    page: int = 1
    pages: int = 1
    language: str = ""
    """What the words of the picture are in; a page in another is loaded anew."""

    @property
    def key(self) -> object:
        """All but the seconds left, which the page counts down itself."""
        return (self.html, self.ends, self.language)

    def clock(self) -> dict[str, object]:
        """The clock alone, for a sign of life."""
        return {"left": self.left, "paused": self.paused}

    def told(self) -> dict[str, object]:
        """The picture as the page is told it."""
        return {"html": self.html, "language": self.language, **self.clock()}


class Painter:
    """Draws every wall, with the words of one language."""

    def __init__(self, say: Words) -> None:
        self._say: Final = say
        self._wording: Final = Wording(say)
        self._scales: Final = Scales(say)
        self._telling: Final = Telling(say)
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

    def welcome(self, url: str, network: Network, now: datetime) -> Picture:
        """The picture before there is any case: how to get to the hall with a phone."""
        place = self._say("projector.title_empty")
        values = {**_way_in(None, network, now), "phones": 0, "inbox": False}
        html = self._wall("join", url, place=place, code="", running=False, **values)
        page, pages = values["page"], values["pages"]
        return Picture(html, None, paused=False, page=page, pages=pages, language=self._language)

    def draw(
        self,
        view: ProjectorView,
        url: str,
        ends: Clock = (None, None),
        network: Network = NO_NETWORK,
        now: datetime | None = None,
    ) -> Picture:
        """The picture of a view.

        Args:
            view: What the hall may see.
            url: What phones open.
            ends: What the clock goes by.
            network: Name and password of the wireless network; empty where it is not known.
            now: Which of the ways in stands; they take turns.
        """
        values = self._content(view, network, now or datetime.now(UTC))
        html = self._wall(
            view.wall,
            url,
            place=self._wording.place(view),
            code=view.code,
            running=view.left is not None,
            steps=steps(view.total or 0),
            **values,
        )
        page, pages = values.get("page", 1), values.get("pages", 1)
        return Picture(html, view.left, view.paused, ends, page, pages, self._language)

    @property
    def _language(self) -> str:
        return self._say.language

    def _opening(self, view: ProjectorView) -> Mapping[str, Any]:
        told = contents.opening(view, self._wording.roles(view), stands(view, self._say))
        return {**told, "hear_by": self._day(view.people.hear_by)}

    def _day(self, day: date | None) -> str:
        return self._wording.day(day) if day else ""

    def _poll(self, view: ProjectorView) -> Mapping[str, Any]:
        ways = self._wording.beside_phones(view)
        return {**polling.poll(view, self._scales, self._telling), "ways": ways}

    def _cards(self, view: ProjectorView) -> Mapping[str, Any]:
        made = cards_of(view, self._say)
        card, page = fitting.chosen(made, view.page)
        return {"card": card, "page": page, "pages": len(made)}

    def _wall(self, wall: Wall, url: str, **values: Any) -> str:
        plain = {"wall": wall, "page": 1, "pages": 1, "address": address_of(url)}
        code = qr.svg(qr.capitals(url))
        drawn = "cards" if wall in CARDS else "chart" if wall in pictured.WALLS else wall
        template = self._env.get_template(f"walls/{drawn}.html")
        return template.render(plain | {"qr": code} | values)

    def _content(self, view: ProjectorView, network: Network, now: datetime) -> Mapping[str, Any]:
        match view.wall:
            case "join":
                return {**_way_in(view, network, now), "phones": view.phones, "inbox": view.inbox}
            case "question":
                return contents.question(view)
            case "collecting":
                return contents.collecting(view)
            case "actors":
                return contents.actors(view)
            case "opening":
                return self._opening(view)
            case "clusters" | "voting":
                return contents.targets(view)
            case "results":
                return {**contents.results(view), "ways": self._wording.ways(view)}
            case "poll":
                return self._poll(view)
            case "fundamentals":
                return polling.fundamentals(view, self._scales)
            case "programme":
                return programming.programme(view, self._wording)
            case "reversed":
                return turned.turned(view.page)
            case "pause":
                return {"counts": view.block == "pause"}
            case "wonder":
                return contents.wonder(view)
            case "closing":
                return {**contents.closing(view), "answer_date": self._day(view.answer_date)}
            case "road" | "voices" | "became":
                return pictured.picture(view, self._say)
            case "blank":
                return {}
            case "learnt" | "pledges" | "statement" | "sketches" | "testing":
                return self._cards(view)
            case "roadmap" | "effects":
                return self._cards(view)
            case _:
                assert_never(view.wall)


def _way_in(view: ProjectorView | None, network: Network, now: datetime) -> dict[str, Any]:
    """The network first, where it is known, then the address; one code at a time."""
    name, password = network
    if not name:
        return {"page": 1, "pages": 1, "step": "", "network": "", "password": ""}
    asked, since = (view.page, view.since) if view else (1, None)
    page = contents.way_in(2, asked, since, now)
    named = {"network": name, "password": password}
    if page == 1:
        code = {"qr": qr.svg(qr.network(name, password))}
        return {**named, **code, "page": 1, "pages": 2, "step": "network"}
    return {**named, "page": 2, "pages": 2, "step": "address"}
