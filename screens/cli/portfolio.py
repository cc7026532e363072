"""`medspill portfolio`: all the cases of a file, how each stands and what is due next."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, Stop, say

if TYPE_CHECKING:
    from workshop.portfolio import Row

STDOUT: Final = "-"
FORMATS: Final = ("md", "html", "csv")


@click.command("portfolio", cls=Command, help=say("cli.portfolio_about"))
@file_option
@click.option(
    "--format",
    "shape",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help=say("cli.portfolio_format_help"),
)
@click.option("--year", type=click.IntRange(2000, 2200), help=say("cli.portfolio_year_help"))
@click.option("--road", is_flag=True, help=say("cli.portfolio_road_help"))
@click.option("--funds", is_flag=True, help=say("cli.portfolio_funds_help"))
@click.option("-o", "--output", help=say("cli.portfolio_output_help"))
def command(
    file: Path | None, shape: str, year: int | None, output: str | None, *, road: bool, funds: bool
) -> None:
    """Read the file, also while its hall runs; cases made for practice are left out."""
    from screens.cli.report import out, write
    from screens.cli.working import working
    from screens.practice import is_made_up
    from storage.reader import read_cases
    from workshop.portfolio import portfolio

    if (road or funds) and shape == "csv":
        raise Stop(say("cli.portfolio_road_csv"))
    with working(say("cli.work_reading")):
        cases = read_cases(file or default_file())
    today = datetime.now().astimezone().date()
    rows = portfolio((c for c in cases.values() if not is_made_up(c.id)), today)
    if year is not None:
        rows = tuple(row for row in rows if row.stands_in(year))
    extract = "road" if road else "funds" if funds else ""
    text = _extract(shape, rows, extract) if extract else _as(shape, rows, today, year)
    if output == STDOUT:
        out(text)
        return
    name = f"{extract}_name" if extract else "name" if year is None else "plan_name"
    path = Path(output or say(f"portfolio.{name}", ending=shape, year=year))
    write(path, text)
    click.echo(say("cli.report_done", path=path.absolute()), err=True)


def _as(shape: str, rows: "tuple[Row, ...]", today: date, year: int | None) -> str:
    from screens.paper import portfolio as paper

    if shape == "csv":
        return paper.as_table(rows, say, year)
    if shape == "html":
        return paper.as_html(rows, today, say, year)
    return paper.as_markdown(rows, today, say, year)


def _extract(shape: str, rows: "tuple[Row, ...]", which: str) -> str:
    from screens.paper import funds
    from screens.paper import portfolio as paper

    if which == "funds":
        return funds.as_html(rows, say) if shape == "html" else funds.as_markdown(rows, say)

    as_text = paper.road_as_html if shape == "html" else paper.road_as_markdown
    return as_text(rows, say)
