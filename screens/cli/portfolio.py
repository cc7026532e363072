"""`medspill portfolio`: all the cases of a file, how each stands and what is due next."""

from datetime import datetime
from pathlib import Path
from typing import Final

import click

from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, say

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
@click.option("-o", "--output", help=say("cli.portfolio_output_help"))
def command(file: Path | None, shape: str, output: str | None) -> None:
    """Read the file, also while its hall runs; cases made for practice are left out."""
    from screens.cli.report import out, write
    from screens.paper import portfolio as paper
    from screens.practice import is_made_up
    from storage.reader import read_cases
    from workshop.portfolio import portfolio

    cases = read_cases(file or default_file())
    today = datetime.now().astimezone().date()
    rows = portfolio((c for c in cases.values() if not is_made_up(c.id)), today)
    if shape == "csv":
        text = paper.as_table(rows, say)
    elif shape == "html":
        text = paper.as_html(rows, today, say)
    else:
        text = paper.as_markdown(rows, today, say)
    if output == STDOUT:
        out(text)
        return
    path = Path(output or say("portfolio.name", ending=shape))
    write(path, text)
    click.echo(say("cli.report_done", path=path.absolute()), err=True)
