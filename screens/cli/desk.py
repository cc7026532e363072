"""`medspill desk`: the facilitator's screen, as `medspill` alone opens it."""

from pathlib import Path

import click

from screens.cli.opening import open_desk
from screens.cli.options import file_option, lan_port_option, language_option, to_hall
from screens.cli.voice import Command, say


@click.command("desk", cls=Command, help=say("cli.desk_about"))
@file_option
@language_option
@lan_port_option
def command(file: Path | None, lan_port: int | None) -> None:
    """Open the desk."""
    open_desk(file, to_hall(lan_port))
