"""One picture of the projector: what the hall may see now, as a fragment of a page."""

import math
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from screens import qr
from screens.words import Words
from workshop.case import Case
from workshop.views import ProjectorView, WallBar, projector_view

CLUSTERS_ON_PAGE: Final = 6
BARS_ON_PAGE: Final = 5
NOTES_ON_PAGE: Final = 4
NOTE_LETTERS: Final = 150
"""As much of a note as can be read from the last row; the rest is left out by whole words."""
BAR_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Picture:
    """A fragment, and the seconds that its clock begins with."""

    html: str
    left: int | None
    paused: bool


class Painter:
    """Paints pictures from what the hall may see."""

    def __init__(self, say: Words, phone_url: str) -> None:
        self._say = say
        self._url = phone_url
        self._env = Environment(
            loader=PackageLoader("screens.projector"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._env.globals |= {"say": say}
        self._env.filters |= {"short": short, "day": self._day, "step": step}

    def page(self, title: str, assets: dict[str, str], picture: Picture) -> str:
        """The whole page around the first picture."""
        return self._env.get_template("page.html").render(
            title=title, css=assets["projector.css"], js=assets["projector.js"], picture=picture
        )

    def paint(self, case: Case | None, now: datetime) -> Picture:
        """The picture of a case; the way in where there is none."""
        if case is None:
            html = self._env.get_template("walls/none.html").render(
                address=self._address, code_picture=self._qr()
            )
            return Picture(html, None, paused=False)
        view = projector_view(case, now)
        html = self._env.get_template(f"walls/{view.wall}.html").render(**self._values(view))
        return Picture(html, view.left, view.paused)

    @property
    def _address(self) -> str:
        return self._url.removeprefix("http://").rstrip("/")

    def _qr(self) -> Markup:
        # The label is ours, and the rest is drawn: nothing in it was typed by anybody.
        return Markup(qr.svg(qr.capitals(self._url), self._say("projector.qr_label")))  # noqa: S704

    def _values(self, view: ProjectorView) -> dict[str, Any]:
        items: tuple[Any, ...] = view.bars if view.wall == "results" else view.clusters
        per_page = BARS_ON_PAGE if view.wall == "results" else CLUSTERS_ON_PAGE
        paged = view.wall in {"results", "clusters", "voting"}
        pages = max(1, math.ceil(len(items) / per_page)) if paged else 1
        page = min(view.page, pages)
        shown = items[(page - 1) * per_page : page * per_page] if paged else ()
        minutes = max(0, math.ceil((view.left or 0) / 60))
        return {
            "view": view,
            "address": self._address,
            "code_picture": self._qr() if view.wall == "join" else "",
            "page": page,
            "pages": pages,
            "shown": shown,
            "notes": view.notes[:NOTES_ON_PAGE],
            "bars": self._bars(view.bars, shown) if view.wall == "results" else (),
            "minutes": minutes,
            "came": self._came(view),
        }

    def _bars(
        self, every: tuple[WallBar, ...], shown: tuple[WallBar, ...]
    ) -> list[tuple[WallBar, float]]:
        most = max((bar.dots or 0 for bar in every), default=0)
        return [(bar, BAR_WIDTH * (bar.dots or 0) / most if most else 0.0) for bar in shown]

    def _came(self, view: ProjectorView) -> str:
        told = [self._say(f"projector.came_{origin}", n=n) for origin, n in view.turnout.items()]
        total = sum(view.turnout.values())
        return self._say("projector.came", n=total, told=", ".join(told)) if told else ""

    def _day(self, value: date) -> str:
        weekday = self._say(f"projector.weekday_{value.weekday()}")
        return f"{weekday} {value.day}. {self._say(f'projector.month_{value.month}')}"


def short(text: str) -> str:
    """The text as it fits a wall, cut between words and marked where it was."""
    words = " ".join(text.split())
    if len(words) <= NOTE_LETTERS:
        return words
    return words[:NOTE_LETTERS].rsplit(" ", 1)[0] + " …"


def step(text: str) -> str:
    """How large a text can stand: the class of its size."""
    sizes = ((45, "xl"), (90, "l"), (150, "m"))
    return next((name for most, name in sizes if len(text) <= most), "s")
