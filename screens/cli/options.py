"""What several commands have in common: how a path is read, and where the file lies."""

from pathlib import Path
from typing import Final

import click

from screens.cli.voice import say
from screens.words import LANGUAGES

A_PATH: Final = click.Path(readable=False, path_type=Path)
"""A path as it was written; whether it can be read is told later, in our own words."""

file_option: Final = click.option(
    "--file", type=A_PATH, help=say("cli.file_help", default="medspill.db")
)

lan_port_option: Final = click.option(
    "--lan-port", type=click.IntRange(0, 65_535), help=say("cli.lan_port_help")
)

# The value is taken before anything is said; here it only stands in the help.
language_option: Final = click.option(
    "--language", type=click.Choice(LANGUAGES), expose_value=False, help=say("cli.language_help")
)


def to_hall(lan_port: int | None) -> tuple[str, ...]:
    """What a hall that has to be started is told."""
    return () if lan_port is None else ("--lan-port", str(lan_port))
