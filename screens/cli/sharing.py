"""`medspill share`: a case as other municipalities may have it, without anybody's name."""

from pathlib import Path
from typing import Final

import click

from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, say

STDOUT: Final = "-"
FORMATS: Final = ("json", "md", "html")


@click.command("share", cls=Command, help=say("cli.share_about"))
@file_option
@click.option("--case", help=say("cli.case_help"))
@click.option(
    "--format",
    "shape",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help=say("share.format_help"),
)
@click.option("--without-ideas", is_flag=True, help=say("share.no_ideas_help"))
@click.option("-o", "--output", help=say("share.output_help"))
def command(
    file: Path | None, case: str | None, shape: str, output: str | None, *, without_ideas: bool
) -> None:
    """Write the package or its card, and tell what was left out."""
    from screens.cli.reaching import newest_or
    from screens.cli.report import out, write
    from screens.cli.working import working
    from screens.paper.sharing import card, shared

    with working(say("cli.work_writing")):
        made = shared(newest_or(file or default_file(), case), say, with_ideas=not without_ideas)
    if shape == "html":
        from screens.paper.page import as_page

        text = as_page(card(made.package, say), made.package.title, say)
    elif shape == "md":
        text = card(made.package, say)
    else:
        text = f"{made.package.model_dump_json(indent=2)}\n"
    if made.left_out:
        click.echo(say("share.left_out", n=len(made.left_out)), err=True)
        for line in made.left_out:
            click.echo(f"  {line}", err=True)
    if output == STDOUT:
        out(text)
        return
    path = Path(output or say("share.name", ending=shape))
    write(path, text)
    click.echo(say("share.done", path=path.absolute()), err=True)
