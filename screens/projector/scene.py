"""One picture of the terminal projector: first row, middle, last row, for a size and a moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, assert_never

from screens.projector import contents, fitting
from screens.projector.rows import EMPTY, Bit, Row, Rows, indented, sides
from screens.projector.seen import Seen
from screens.projector.space import Drawn, Space
from screens.projector.walls import (
    actors,
    cards,
    chart,
    closing,
    collecting,
    fundamentals,
    join,
    opening,
    pause,
    poll,
    programme,
    question,
    results,
    targets,
    turned,
    waiting,
    wonder,
)
from screens.projector.wording import Wording, address_of
from screens.scales import Scales
from screens.words import Words
from workshop.terms import Wall
from workshop.views import ProjectorView

LEAST: Final = (60, 18)
"""Columns and rows below which only the code is shown."""
MOST: Final = (130, 36)
"""Columns and rows beyond which the letters are too small for a hall."""
NARROW: Final = 100
MARGINS: Final = (2, 4)
"""Cells of air at the sides, below and from `NARROW` columns."""
EDGE: Final = 2
"""Cells of air at the ends of the first and the last row."""
POINT: Final = " · "

Page = tuple[int, int]
"""Which page is shown, and of how many."""


@dataclass(frozen=True, slots=True)
class Size:
    """Columns and rows of the window."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands on the screen."""

    top: Row
    middle: Rows
    bottom: Row
    pages: int = 1
    bare: bool = False
    """Whether first and last row have no ground of their own."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What does not come from the hall: the time of day, the state of the line, a hint."""

    now: datetime
    lost: int | None = None
    """Seconds since the hall was heard last; None while it is there."""
    hint: str = ""


class Scenes:
    """Makes scenes, with the words of one language."""

    def __init__(self, say: Words, file: str, *, blocks: bool = True) -> None:
        self._say: Final = say
        self._wording: Final = Wording(say)
        self._scales: Final = Scales(say)
        self._file = file
        self._blocks = blocks

    def scene(self, seen: Seen | None, size: Size, moment: Moment) -> Scene:
        """The picture for this size; ``seen`` is None before any hall has answered."""
        time = self._time(moment)
        if size.columns < LEAST[0] or size.rows < LEAST[1]:
            return self._small(seen, size, time)
        margin = MARGINS[size.columns >= NARROW]
        space = Space(size.columns - 2 * margin, size.rows - 2, self._say, self._blocks)
        if seen is None:
            rows = indented(waiting.draw(self._file, space), margin)
            return Scene(self._edge((), time, size), rows, self._edge((), self._hint(moment), size))
        view = seen.view
        if view is not None and view.wall == "blank":
            return Scene(self._edge((), time, size), [], EMPTY, bare=True)
        drawn = self._drawn(seen, space)
        shown, number = _chosen(drawn.pages, view, moment.now)
        above = [EMPTY] if len(shown) < space.rows and not _is_way_in(view) else []
        middle = indented([*above, *shown][: space.rows], margin)
        page = (number, len(drawn.pages))
        top = self._edge(self._place(view, drawn, page), (*drawn.right, *time), size)
        right = self._right(moment, view, page)
        bottom = self._edge(drawn.below or self._below(seen), right, size)
        return Scene(top, middle, bottom, len(drawn.pages))

    def _drawn(self, seen: Seen, space: Space) -> Drawn:
        if (view := seen.view) is None or view.wall == "join":
            return join.draw(view, seen, space)
        match view.wall:
            case "question":
                return question.draw(view, space)
            case "collecting":
                return collecting.draw(view, seen, space)
            case "actors":
                return actors.draw(view, seen, space)
            case "opening":
                return opening.draw(view, space, self._wording)
            case "clusters" | "voting":
                return targets.draw(view, seen, space)
            case "results":
                return results.draw(view, space, self._wording)
            case "poll":
                return poll.draw(view, seen, space, self._scales)
            case "fundamentals":
                return fundamentals.draw(view, seen, space, self._scales)
            case "pause":
                return pause.draw(view, space)
            case "wonder":
                return wonder.draw(view, space)
            case "programme":
                return programme.draw(view, space, self._wording)
            case "reversed":
                return turned.draw(space)
            case "closing":
                return closing.draw(view, space, self._wording)
            case "road" | "voices" | "became":
                return chart.draw(view, space)
            case "blank":
                return Drawn([[]])
            case "learnt" | "pledges" | "statement" | "sketches" | "testing":
                return cards.draw(view, space)
            case "roadmap" | "effects":
                return cards.draw(view, space)
            case _:
                assert_never(view.wall)

    def _small(self, seen: Seen | None, size: Size, time: Row) -> Scene:
        """The code alone, below the time of day."""
        space = Space(size.columns, max(0, size.rows - 2), self._say, self._blocks)
        view = seen.view if seen else None
        dark = seen is None or (view is not None and view.wall == "blank")
        middle = [] if seen is None or dark else join.alone(view, seen, space)
        return Scene(self._edge((), time, size), middle, EMPTY, bare=True)

    # -- first and last row -----------------------------------------------------------------

    def _edge(self, left: Row, right: Row, size: Size) -> Row:
        margin = (" " * EDGE, "")
        return (margin, *sides(left, right, size.columns - 2 * EDGE), margin)

    def _time(self, moment: Moment) -> Row:
        clock: Bit = (f"{moment.now:%H:%M}", "strong")
        if moment.lost is None:
            return (clock,)
        gone = f"{moment.lost // 60}:{moment.lost % 60:02}"
        return ((self._say("projector.lost", time=gone), "err strong"), ("   ", ""), clock)

    def _place(self, view: ProjectorView | None, drawn: Drawn, page: Page) -> Row:
        say, (number, pages) = self._say, page
        if view is None:
            return ((say("projector.title_empty"), "muted"),)
        if view.wall == "join" and pages > 1:
            told = say("projector.place_join_page", page=number, pages=pages)
            told = say("projector.practice", place=told) if view.practice else told
        else:
            told = self._wording.place(view)
        # Piece by piece, so that a narrow row gives way from the right.
        first, *more = [*told.split(POINT), *filter(None, [drawn.place])]
        return ((first, "muted"), *((f"{POINT}{part}", "muted") for part in more))

    def _below(self, seen: Seen) -> Row:
        say, view = self._say, seen.view
        if _is_way_in(view):
            return ((say("projector.without_phone"), "muted"),)
        if view is None or not view.code:
            return ()
        return (
            (f"{say('projector.join_at')} ", "muted"),
            (view.code, "strong"),
            (f"  {address_of(seen.url)}", "muted"),
        )

    def _right(self, moment: Moment, view: ProjectorView | None, page: Page) -> Row:
        number, pages = page
        if moment.hint:
            return self._hint(moment)
        if pages == 1 or _is_way_in(view):
            return ()
        return ((self._say("projector.page_of", page=number, pages=pages), "muted"),)

    def _hint(self, moment: Moment) -> Row:
        return ((moment.hint, "muted"),) if moment.hint else ()


def hint_for(size: Size, say: Words) -> tuple[str, bool]:
    """What to say about the size of the window, and whether it fits a hall."""
    told = {"columns": size.columns, "rows": size.rows}
    if size.columns < LEAST[0] or size.rows < LEAST[1]:
        return say("projector.size_small", **told), False
    if size.columns > MOST[0] or size.rows > MOST[1]:
        return say("projector.size_large", **told), False
    return say("projector.size_good", **told), True


def _is_way_in(view: ProjectorView | None) -> bool:
    wall: Wall = view.wall if view else "join"
    return wall == "join"


def _chosen(pages: list[Rows], view: ProjectorView | None, now: datetime) -> tuple[Rows, int]:
    """The page that the desk has turned to; the ways in take turns from there."""
    page = view.page if view else 1
    if not _is_way_in(view):
        return fitting.chosen(pages, page)
    number = contents.way_in(len(pages), page, view.since if view else None, now)
    return pages[number - 1], number
