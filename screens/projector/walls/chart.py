"""A picture of figures in a terminal: heading, sentence, and a drawn row for each line."""

from typing import Final

from rich.cells import cell_len

from screens.charts import Chart, as_text, drawn_row
from screens.charts import Row as ChartRow
from screens.projector.pictured import chart_of, legend, pages
from screens.projector.rows import Row, Rows, beside, columns, sides, stacked
from screens.projector.space import Drawn, Space
from workshop.views import ProjectorView

LEGEND: Final = 2
"""Rows of a legend: which column is which."""


def draw(view: ProjectorView, space: Space) -> Drawn:
    """In block type a line is its label with a drawing as high as half a letter below it."""
    chart = chart_of(view, space.say)
    above = [*space.heading(chart.title), *space.plain(chart.sentence, "muted", space.cells)]
    made = []
    for page in _fitting(chart, space, len(above)):
        below = _legend(page, space)
        body = _large(page, space) if space.far else _small(page, space)
        made.append(stacked([above, body, below]))
    return Drawn(made)


def _fitting(chart: Chart, space: Space, taken: int) -> list[Chart]:
    """The pages; in block type with as many lines as there is room for."""
    if not space.far or not chart.rows:
        return pages(chart)
    each = max(1, (space.rows - taken - LEGEND - 2) // (len(_large(chart.page(0, 1), space)) + 1))
    return [chart.page(at, each) for at in range(0, len(chart.rows), each)]


def _legend(chart: Chart, space: Space) -> Rows:
    if chart.kind == "bars" or not chart.rows:
        return []
    if chart.kind == "share":
        told = legend(chart, space.say)
    else:
        told = " · ".join(f"{n}. {name}" for n, name in enumerate(chart.columns, start=1))
    return space.plain(told, "muted", space.cells)


def _small(chart: Chart, space: Space) -> Rows:
    rows: list[Row] = [tuple(bits) for bits in as_text(chart, space.cells, cell_len)]
    return stacked([[row] for row in rows], air=1 if 2 * len(rows) < space.rows - 6 else 0)


def _large(chart: Chart, space: Space) -> Rows:
    return stacked([_line(chart, at, space) for at in range(len(chart.rows))])


def _line(chart: Chart, at: int, space: Space) -> Rows:
    """Label and figures in block type, or what follows in words; below them bar or parts."""
    row = chart.rows[at]
    if chart.kind == "columns":
        return _columned(row, space)
    # How a round ended; its day stands where letters are large already.
    ended = row.told.partition(" · ")[0]
    figure, tone = (ended, "muted") if chart.kind == "share" else (row.words[0], "strong")
    half = space.cells * 3 // 4
    right = space.line(figure, tone) if figure and space.fits_block(figure, half) else []
    room = space.cells - max((sum(cell_len(t) for t, _ in r) for r in right), default=0) - 2
    left = space.text(row.label, most=9, cells=room)
    tall = max(len(left), len(right))
    filled = [[*side, *[()] * (tall - len(side))] for side in (left, right)]
    rows: Rows = [sides(a, b, space.cells) for a, b in zip(*filled, strict=True)]
    if chart.kind == "share":
        return [*rows, drawn_row(chart, row, space.cells)]
    wide = round(space.cells * row.figures[0] / chart.most)
    return [*rows, (("▄" * wide, "bar"),), (("▀" * wide, "bar"),)]


def _columned(row: ChartRow, space: Space) -> Rows:
    """Label and figures in block type, each figure under the one above it."""
    wide = space.cells // 2 // len(row.values)
    right = columns([space.line(n, "strong") for n in row.words], wide * len(row.values))
    left = space.text(row.label, most=9, cells=space.cells - wide * len(row.values))
    return beside(left, right, space.cells)
