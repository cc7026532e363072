"""Draws the walls: from what the hall may see to the HTML of one picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, zip_longest
from typing import Any, Final, get_args
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from screens import qr
from screens.projector import fitting
from screens.projector.assets import Assets
from screens.words import Words
from workshop.arena import BLOCKS
from workshop.basics import Origin
from workshop.terms import Wall
from workshop.views import ProjectorView
from workshop.views.projector import WallBar, WallCluster

ROUNDS: Final = 5
"""The station that goes in rounds."""
PLACES: Final[Mapping[Wall, str]] = {
    "question": "projector.place_question",
    "pause": "projector.place_pause",
}
"""The walls that are their own place, whatever the station."""
MOST_NOTES: Final = 4
NOTE_LETTERS: Final = 150
TARGETS: Final = 6
TARGET_LETTERS: Final = 40
BARS: Final = 5
BAR_LETTERS: Final = 26
ROOM: Final = 9
"""Lines of a list that a page has room for; five bars of two lines are the most."""
LINE_ROOM: Final = 10
"""Lines below the question that a page of columns has room for."""
FEW_LINES: Final = 3
"""Lines that still leave room for the question above them."""
COLUMN_LETTERS: Final = 22
PROMISE_LETTERS: Final = 44
PROMISE_ROOM: Final = 6
LABEL_LETTERS: Final = 44
WAYS: Final = get_args(Origin)
"""The ways that votes come in, in the order in which they are told."""

Values = dict[str, Any]


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
        values: Values = {"wall": "join", "code": "", "phones": 0, "page": 1, "pages": 1}
        values |= {"running": False, "place": self._say("projector.title_empty")}
        html = self._env.get_template("walls/join.html").render(values | self._address(url))
        return Picture(html, None, paused=False)

    def draw(self, view: ProjectorView, url: str) -> Picture:
        """The picture of a view; ``url`` is the phones' address."""
        values: Values = {"page": 1, "pages": 1, "running": view.left is not None}
        values |= {"wall": view.wall, "code": view.code, "place": self._place(view)}
        values |= self._address(url) | self._content(view)
        html = self._env.get_template(f"walls/{view.wall}.html").render(values)
        return Picture(html, view.left, view.paused)

    def _content(self, view: ProjectorView) -> Values:
        match view.wall:
            case "join":
                return {"phones": view.phones}
            case "question":
                return _question(view)
            case "collecting":
                texts = [fitting.shortened(n.text, NOTE_LETTERS) for n in view.notes]
                return {"what": view.collecting, "count": view.count, "notes": texts[:MOST_NOTES]}
            case "clusters" | "voting":
                return _targets(view)
            case "results":
                return self._results(view)
            case "pause":
                return {"counts": view.block == "pause"}
            case "closing":
                return self._closing(view)
            case "blank":
                return {}

    def _place(self, view: ProjectorView) -> str:
        """Where the hall is, for the first row."""
        say = self._say
        if view.wall == "join":
            return say("projector.place_join", title=fitting.shortened(view.title, LABEL_LETTERS))
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

    def _address(self, url: str) -> Values:
        parts = urlsplit(url)
        address = f"{parts.netloc}{parts.path}".rstrip("/")
        return {"address": address, "qr": qr.svg(qr.capitals(url))}

    def _results(self, view: ProjectorView) -> Values:
        groups = [tuple(group) for _, group in groupby(view.bars, _tie)]
        pages = fitting.paged(
            groups, lambda bar: bar.title, most=BARS, letters=BAR_LETTERS, room=ROOM + 1
        )
        bars, page = fitting.chosen(pages, view.page)
        largest = max((bar.dots or 0 for bar in view.bars), default=0) or 1
        orders = {bar.id: order for order, bar in enumerate(view.bars, start=1)}
        drawn = [
            (tie > 0, [_row(bar, largest, orders[bar.id]) for bar in group])
            for tie, group in groupby(bars, _tie)
        ]
        turnout = sorted(view.turnout.items(), key=lambda pair: WAYS.index(pair[0]))
        ways = [self._say(f"projector.by_{way}", n=n) for way, n in turnout]
        return {
            "page": page,
            "pages": len(pages),
            "groups": drawn,
            "figures": any(bar.dots is not None for bar in view.bars),
            "size": fitting.size_of((b.title for b in bars), BAR_LETTERS),
            "voted": sum(view.turnout.values()),
            "ways": ", ".join(ways),
        }

    def _closing(self, view: ProjectorView) -> Values:
        pages = fitting.paged(
            fitting.singly(view.promises),
            str,
            most=PROMISE_ROOM,
            letters=PROMISE_LETTERS,
            room=PROMISE_ROOM,
        )
        promises, page = fitting.chosen(pages, view.page)
        return {
            "page": page,
            "pages": len(pages),
            "promises": promises,
            "size": fitting.size_of(promises, PROMISE_LETTERS),
            "answer_date": self._day(view.answer_date) if view.answer_date else "",
        }

    def _day(self, day: date) -> str:
        weekday = self._say(f"projector.weekday_{day.weekday()}")
        month = self._say(f"projector.month_{day.month}")
        return self._say("projector.date", weekday=weekday, day=day.day, month=month)


def _question(view: ProjectorView) -> Values:
    """The question with its frame below, or the frame on pages of its own where it is long."""
    frame = view.frame
    who = tuple(filter(None, (frame.who_decides, frame.when_decided)))
    columns = [("fixed", frame.fixed), ("open", frame.open), ("decides", who)]
    columns = [(name, texts) for name, texts in columns if texts]

    def height(texts: Sequence[str]) -> int:
        return sum(fitting.lines(text, COLUMN_LETTERS) for text in texts)

    together = all(height(texts) <= FEW_LINES for _, texts in columns)
    pages: list[tuple[str, list[tuple[str, Sequence[str]]]]] = []
    if together:
        pages.append((view.question, list(columns)))
    else:
        packed = [_packed(texts) for _, texts in columns]
        pages.append((view.question, []))
        for parts in zip_longest(*packed, fillvalue=[]):
            named = zip((name for name, _ in columns), parts, strict=True)
            pages.append(("", [(name, texts) for name, texts in named if texts]))
    (question, shown), page = fitting.chosen(pages, view.page)
    return {
        "page": page,
        "pages": len(pages),
        "question": question,
        "columns": shown,
        "first": page == 1,
        "size": fitting.size_of_question(view.question) + (1 if shown and question else 0),
    }


def _packed(texts: Sequence[str]) -> list[list[str]]:
    return fitting.paged(
        fitting.singly(texts), str, most=LINE_ROOM, letters=COLUMN_LETTERS, room=LINE_ROOM
    )


def _targets(view: ProjectorView) -> Values:
    """Six clusters or ideas a page, fewer where their words are many."""

    def title(target: WallCluster) -> str:
        return target.title

    pages = fitting.paged(
        fitting.singly(view.clusters), title, most=TARGETS, letters=TARGET_LETTERS, room=ROOM
    )
    targets, page = fitting.chosen(pages, view.page)
    longest = ROOM * TARGET_LETTERS
    rows = [(t.number, fitting.shortened(t.title, longest), t.notes) for t in targets]
    return {
        "page": page,
        "pages": len(pages),
        "targets": rows,
        "size": fitting.size_of((text for _, text, _ in rows), TARGET_LETTERS),
        "dots": view.dots,
        "voted": view.voted,
    }


def _tie(bar: WallBar) -> int:
    """The same number, above zero, for bars that are about equal; its own for any other."""
    return bar.tie if bar.tie is not None else -bar.number


def _row(bar: WallBar, largest: int, order: int) -> Values:
    """A bar in thousandths of the longest."""
    title = fitting.shortened(bar.title, ROOM * BAR_LETTERS)
    length = round(1000 * (bar.dots or 0) / largest)
    return {"title": title, "dots": bar.dots, "length": length, "order": order}
