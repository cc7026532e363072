"""What weighed most: five bars a page, near ties in a bracket; figures only when they may show."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from screens.projector import fitting
from screens.projector.contents import BAR_TITLE, BARS
from screens.projector.rows import EMPTY, Row, Rows, indented, padded, sides, stacked, widest
from screens.projector.space import Drawn, Space
from screens.projector.wording import Wording
from workshop.views import ProjectorView, WallBar

TITLE: Final = 0.4
"""How much of the width a title may have."""
GAP: Final = 2
TIE: Final = 16
"""Cells for the bracket and its words."""


def draw(view: ProjectorView, space: Space, wording: Wording) -> Drawn:
    """Bars, or the order alone; the dots give advice."""
    say = space.say
    voted = sum(view.turnout.values())
    if not voted:
        told = say("projector.results_nobody" if view.bars else "projector.results_none")
        above = space.heading(say("projector.results_heading"))
        return Drawn([stacked([above, space.text(told, "muted", most=space.rows // 2)])])
    figures = any(bar.dots is not None for bar in view.bars)
    below = [] if figures else space.plain(say("projector.results_few"), cells=space.cells)
    below = [*below, *space.plain(say("projector.advice"))]
    heading = space.heading(say("projector.results_heading"))
    under = len(below) + (0 if space.far and figures else 1)
    pages = _pages(view, space, under, len(heading) + 1, figures=figures)
    turnout = say("projector.turnout", n=voted, ways=wording.ways(view))
    return Drawn(
        [_page(heading if has else [], page, below, space.rows) for page, has in pages],
        below=((turnout, "muted"),),
    )


def _page(heading: Rows, bars: Rows, below: Rows, rows: int) -> Rows:
    whole = stacked([heading, bars])
    return [*whole, *[EMPTY] * (1 if len(whole) + len(below) + 1 < rows else 0), *below]


def _pages(
    view: ProjectorView, space: Space, below: int, above: int, *, figures: bool
) -> list[tuple[Rows, bool]]:
    """Each page with whether the heading has room on it."""
    room = space.rows - below - (0 if space.far else above + 1)
    # In block type each bar has its own air.
    air = 0 if space.far and figures else 1
    drawn = {bar.id: _bar(view, bar, space, figures=figures) for bar in view.bars}
    groups = [tuple(group) for _, group in groupby(view.bars, _tie)]
    laid = fitting.laid(groups, lambda bar: len(drawn[bar.id]), most=BARS, room=room, air=air)
    pages = [_bracketed(page, drawn, space, air) for page in laid]
    return [(page, not space.far or len(page) + above <= room) for page in pages]


def _tie(bar: WallBar) -> int:
    """The same, above zero, for bars that are about equal; its own for any other."""
    return bar.tie if bar.tie is not None else -bar.number


def _bar(view: ProjectorView, bar: WallBar, space: Space, *, figures: bool) -> Rows:
    cells = space.cells - (TIE if any(b.tie is not None for b in view.bars) else 0)
    title = fitting.shortened(bar.title, BAR_TITLE)
    if not figures:
        return _ordered(title, bar.place, space, cells)
    largest = max((b.dots or 0 for b in view.bars), default=0) or 1
    part = (bar.dots or 0) / largest
    wide = len(str(largest))
    return (_large if space.far else _small)(title, bar.dots or 0, part, (space, cells, wide))


def _ordered(title: str, order: int, space: Space, cells: int) -> Rows:
    number = space.line(str(order), "muted") if space.far else [((f"{order}", "muted"),)]
    lead = widest(number) + GAP
    return (
        indented(space.text(title, most=9, cells=cells - lead), lead, number)
        if space.far
        else (indented(space.plain(title, cells=cells - lead), lead, number))
    )


def _small(title: str, dots: int, part: float, place: tuple[Space, int, int]) -> Rows:
    """Title, figure and bar in one row; a long title goes on below."""
    space, cells, wide = place
    # Words that were erased leave a bar without any.
    names = space.plain(title, cells=int(space.cells * TITLE) - wide - 2 * GAP) or [EMPTY]
    lead = int(space.cells * TITLE)
    figure: Row = ((str(dots), "strong"),)
    first = sides(padded(names[0], 1), figure, lead - GAP)
    return [(*padded(first, lead), *_length(part, cells - lead)), *names[1:]]


def _large(title: str, dots: int, part: float, place: tuple[Space, int, int]) -> Rows:
    """Title and figure in block type, the bar below them."""
    space, cells, _ = place
    figure = space.line(str(dots), "strong")
    names = space.text(title, most=9, cells=cells - widest(figure) - 2 * GAP)
    rows = [*names, *[EMPTY] * (len(figure) - len(names))]
    first = [sides(row, other, cells) for row, other in zip(rows, figure, strict=False)]
    # A bar as high as a row, half a row below the letters and half a row above the next.
    halves = [(("▄" * round(cells * part), "bar"),), (("▀" * round(cells * part), "bar"),)]
    return [*first, *rows[len(figure) :], *halves]


def _length(part: float, cells: int) -> Row:
    halves = round(2 * cells * part)
    return (("█" * (halves // 2) + "▌" * (halves % 2), "bar"),)


def _bracketed(page: Sequence[WallBar], drawn: dict[str, Rows], space: Space, air: int) -> Rows:
    """The bars of a page, those that are about equal with a bracket at their right."""
    cells = space.cells - TIE
    parts: list[Rows] = []
    for tie, group in groupby(page, _tie):
        bars = list(group)
        rows = stacked([drawn[bar.id] for bar in bars], air)
        if tie > 0 and len(bars) > 1:
            last = len(rows) - (len(drawn[bars[-1].id]) if not space.far else 1)
            words = space.say("projector.tie")
            rows = [
                (*padded(row, cells + 1), *_bracket(i, last, words)) for i, row in enumerate(rows)
            ]
        parts.append(rows)
    return stacked(parts, air)


def _bracket(row: int, last: int, words: str) -> Row:
    if row > last:
        return EMPTY
    sign = "┐" if row == 0 else "┘" if row == last else "│"
    said = f" {words}" if row == last // 2 else ""
    return ((sign, "info"), (said, "muted"))
