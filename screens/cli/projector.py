"""`medspill projector`: the big screen in a terminal window of its own."""

import sys
from pathlib import Path

import click

from screens.cli.opening import check_file
from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, say


@click.command("projector", cls=Command, help=say("cli.projector_about"))
@file_option
def command(file: Path | None) -> None:
    """Follow the hall of this file until somebody closes the window."""
    from storage.trouble import Trouble

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Trouble("no_terminal_wall")
    place = file or default_file()
    check_file(place)
    from screens.projector.terminal import Projector

    Projector(say, place).run()
