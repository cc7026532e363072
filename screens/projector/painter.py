"""Draws the walls: from what the hall may see to the HTML of one picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from screens import qr
from screens.projector import contents
from screens.projector.assets import Assets
from screens.projector.seen import Clock
from screens.projector.wording import Wording, address_of
from screens.words import Words
from workshop.terms import Wall
from workshop.views import ProjectorView


@dataclass(frozen=True, slots=True)
class Picture:
    """What the projector shows: HTML, and the clock that the page counts down itself."""

    html: str
    left: int | None
    paused: bool
    ends: Clock = (None, None)
    page: int = 1
    pages: int = 1

    @property
    def key(self) -> object:
        """All but the seconds left, which the page counts down itself."""
        return (self.html, self.ends)

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
        self._wording: Final = Wording(say)
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

    def draw(self, view: ProjectorView, url: str, ends: Clock = (None, None)) -> Picture:
        """The picture of a view; ``url`` is what phones open, ``ends`` what the clock goes by."""
        values = self._content(view)
        html = self._wall(
            view.wall,
            url,
            place=self._wording.place(view),
            code=view.code,
            running=view.left is not None,
            **values,
        )
        page, pages = values.get("page", 1), values.get("pages", 1)
        return Picture(html, view.left, view.paused, ends, page, pages)

    def _wall(self, wall: Wall, url: str, **values: Any) -> str:
        plain = {"wall": wall, "page": 1, "pages": 1, "address": address_of(url)}
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
                return {**contents.results(view), "ways": self._wording.ways(view)}
            case "pause":
                return {"counts": view.block == "pause"}
            case "closing":
                day = self._wording.day(view.answer_date) if view.answer_date else ""
                return {**contents.closing(view), "answer_date": day}
            case "blank":
                return {}
