"""The walls that are a picture of figures: their lines, page by page, for page and terminal."""

from typing import Any, Final

from screens.charts import Chart, Charts, as_html
from screens.projector import fitting
from screens.words import Words
from workshop.pictures import Kind, Picture
from workshop.terms import Wall
from workshop.views import ProjectorView

WALLS: Final[frozenset[Wall]] = frozenset({"road", "voices", "became"})
LINES: Final[dict[Kind, int]] = {"bars": 5, "share": 3, "columns": 4}
"""Lines on one page."""
EVENINGS: Final = 3
"""Columns that a wall has room for: the last of them."""
LETTERS: Final = 12
"""Letters over a column."""
SIZE: Final = 6


def chart_of(view: ProjectorView, say: Words) -> Chart:
    """The chart of the wall, with as many columns as can be read from afar."""
    picture = view.picture or Picture(name="road", kind="bars", columns=(), lines=())
    if picture.kind == "columns":
        last = slice(-EVENINGS, None)
        lines = tuple(
            line.model_copy(update={"values": line.values[last]}) for line in picture.lines
        )
        shown = tuple(
            column.model_copy(update={"text": fitting.shortened(column.text, LETTERS)})
            for column in picture.columns[last]
        )
        kept = tuple(line for line in lines if any(n is not None for n in line.values))
        picture = picture.model_copy(update={"columns": shown, "lines": kept})
    return Charts(say).of(picture)


def pages(chart: Chart) -> list[Chart]:
    """The chart over as many pages as it takes; one page where there is nothing to show."""
    many = LINES[chart.kind]
    return [chart.page(at, many) for at in range(0, len(chart.rows), many)] or [chart]


def picture(view: ProjectorView, say: Words) -> dict[str, Any]:
    """Heading, sentence, and the lines of the page as a table that is drawn."""
    chart = chart_of(view, say)
    made = pages(chart)
    shown, page = fitting.chosen(made, view.page)
    told = {"chart": shown, "drawn": as_html(shown), "legend": legend(shown, say), "size": SIZE}
    return {**told, "page": page, "pages": len(made)}


def legend(chart: Chart, say: Words) -> str:
    """What the letters of the parts stand for; empty where there are none."""
    if chart.kind != "share":
        return ""
    return say.listed(
        f"{letter} {name}" for letter, name in zip(chart.letters, chart.columns, strict=True)
    )
