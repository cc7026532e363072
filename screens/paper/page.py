"""The report as one page: nothing beside it, readable on a phone, and printed on A4."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader
from markdown_it import MarkdownIt
from markupsafe import Markup

from screens.charts import Chart
from screens.charts import as_html as drawn_html
from screens.paper.drawn import Drawn
from screens.paper.report import BRIEF, PARTS, Part, as_markdown, title_of_report
from screens.words import Words
from workshop.case import Case

_TEMPLATES: Final = Path(__file__).with_name("templates")


def as_html(case: Case, say: Words, parts: tuple[Part, ...] = PARTS) -> str:
    """The report of `as_markdown`, or these parts of it, as a page of its own."""
    charts: list[Chart] = []

    def draw(drawn: Drawn) -> str:
        charts.append(drawn.chart)
        return f"```chart\n{len(charts) - 1}\n```"

    text = as_markdown(case, say, parts, draw)
    title = title_of_report(case, say)
    return as_page(text, title, say, short=parts is BRIEF, charts=charts)


def as_page(
    text: str, title: str, say: Words, *, short: bool = False, charts: Sequence[Chart] = ()
) -> str:
    """Markdown as a page of its own, with nothing beside it; ``short`` is set as one page."""
    # HTML in the text stays text: what people wrote was never meant as a page.
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    body = reader.render(text)
    body = body.replace("<table>", '<div class="wide"><table>')
    body = body.replace("</table>", "</table></div>").replace("<th>", '<th scope="col">')
    for at, chart in enumerate(charts):
        # Nothing that people wrote becomes a block of this kind.
        block = f'<pre><code class="language-chart">{at}\n</code></pre>'
        body = body.replace(block, f'<div class="pictured">{drawn_html(chart)}</div>')
    page = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True)
    return page.get_template("report.html").render(
        say=say,
        title=title,
        style=Markup((_TEMPLATES / "report.css").read_text("utf-8")),  # noqa: S704 - our own sheet
        short=short,
        body=Markup(body),  # noqa: S704 - made from Markdown with HTML off
    )
