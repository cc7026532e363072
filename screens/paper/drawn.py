"""Pictures in the report: drawn with letters in its text, with lines on its page."""

from collections.abc import Iterator
from typing import Final

from screens.charts import Chart, Charts, as_text
from screens.paper.markdown import plain, table
from screens.words import Words
from workshop import pictures
from workshop.case import Case
from workshop.pictures import Picture

CELLS: Final = 72
"""Letters of a line in a text that is mailed."""


class Drawn(str):
    """A paragraph of the report's text that a page draws in its own way."""

    __slots__ = ("chart",)
    chart: Chart


def drawing(picture: Picture, say: Words) -> Drawn:
    """The picture as a block of text; its table stands beside it."""
    chart = Charts(say).of(picture, has_table=True)
    rows = ("".join(text for text, _ in bits).rstrip() for bits in as_text(chart, CELLS))
    # Fences cannot be closed from within: what people wrote has no sign that means anything.
    lines = "\n".join(row.replace("`", "'") for row in rows)
    told = Drawn(f"```text\n{lines}\n```")
    told.chart = chart
    return told


def road(case: Case, say: Words) -> Iterator[str]:
    """The rounds in one picture, where there has been more than one or one has ended."""
    if len(case.rounds) == 1 and case.rounds[0].decision is None:
        return
    made = drawing(pictures.road(case), say)
    chart = made.chart
    yield f"## {plain(chart.title)}"
    yield plain(chart.sentence)
    yield made
    yield table(list(map(plain, chart.heads)), [list(map(plain, row)) for row in chart.cells])
