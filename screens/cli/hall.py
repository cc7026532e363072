"""`medspill hall`: the hall alone, without a desk."""

import gc
import json
import os
from pathlib import Path

import click

from screens.cli.options import A_PATH, file_option, lan_port_option, language_option
from screens.cli.places import default_file
from screens.cli.voice import Command, say


@click.command("hall", cls=Command, help=say("cli.hall_about"))
@file_option
@language_option
@click.option("--case", help=say("cli.case_help"))
@click.option("--host", help=say("cli.host_help"))
@click.option("--bind", default="0.0.0.0", help=say("cli.bind_help"))  # noqa: S104
@lan_port_option
@click.option("--control-port", type=click.IntRange(0, 65_535), help=say("cli.control_port_help"))
@click.option("--copies", type=A_PATH, help=say("cli.copies_help"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
def command(
    file: Path | None,
    case: str | None,
    host: str | None,
    bind: str,
    lan_port: int | None,
    control_port: int | None,
    copies: Path | None,
    *,
    as_json: bool,
) -> None:
    """Serve phones, desk and projector until told to stop."""
    # Nothing of what is imported becomes garbage; the hall turns the collector on when it is open.
    gc.disable()
    # Pydantic would look for plug-ins in everything that is installed, and there are none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from screens.unencrypted import without_openssl

    with without_openssl():
        from screens.hall import HallOptions, run

    options = HallOptions(file or default_file(), case, host, bind, lan_port, control_port, copies)

    def announce(about: dict[str, object]) -> None:
        if as_json:
            click.echo(json.dumps(about))
        else:
            key = "hall_open_alone" if about["only_this_machine"] else "hall_open"
            click.echo(say(f"cli.{key}", **about))

    run(options, announce)
