"""`medspill plain`: the page for who cannot see the screen, in the browser of this machine."""

from pathlib import Path

import click

from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, say


@click.command("plain", cls=Command, help=say("cli.plain_about"))
@file_option
@click.option("--open", "opens", is_flag=True, help=say("cli.plain_open_help"))
def command(file: Path | None, *, opens: bool) -> None:
    """Tell the address of the page, and open it where that is asked for."""
    from screens.control import must_find

    url = str(must_find(file or default_file()).about["plain_url"])
    click.echo(url)
    if opens:
        from screens.desk.windows import open_page

        if not open_page(url):
            click.echo(say("cli.plain_yourself"), err=True)
