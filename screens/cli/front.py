"""What is started by which words, and how trouble is told."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NoReturn

import click

from screens.cli.options import file_option, lan_port_option, language_option, to_hall
from screens.cli.voice import LazyGroup, Stop, say, sentence

WRONG_USE: Final = 2


@click.group(
    cls=LazyGroup,
    lazy={
        "desk": "screens.cli.desk",
        "hall": "screens.cli.hall",
        "projector": "screens.cli.projector",
        "plain": "screens.cli.plain",
        "report": "screens.cli.report",
        "portfolio": "screens.cli.portfolio",
        "share": "screens.cli.sharing",
        "take": "screens.cli.taking",
        "find": "screens.cli.finding",
        "check": "screens.cli.check",
        "paper": "screens.cli.paper",
        "import": "screens.cli.importing",
        "do": "screens.cli.doing",
        "keys": "screens.cli.keys",
        "pack": "screens.cli.packs",
        "template": "screens.cli.templates",
        "demo": "screens.cli.demo",
        "erase": "screens.cli.erasing",
        "restore": "screens.cli.restoring",
        "bench": "screens.cli.bench",
    },
    invoke_without_command=True,
    help=say("cli.about"),
)
@file_option
@language_option
@lan_port_option
@click.option("--version", is_flag=True, help=say("cli.version_help"))
@click.pass_context
def front_door(
    ctx: click.Context, file: Path | None, lan_port: int | None, *, version: bool
) -> None:
    """Start the desk where no command is named."""
    if version:
        from importlib.metadata import version as version_of

        click.echo(f"medspill {version_of('medspill')}")
    elif ctx.invoked_subcommand is None:
        from screens.cli.opening import open_desk

        open_desk(file, to_hall(lan_port))
    else:
        _hand_on(ctx, ctx.invoked_subcommand, {"file": file, "lan_port": lan_port})


def _hand_on(ctx: click.Context, name: str, given: Mapping[str, object]) -> None:
    """What was said before a command's name holds for it, where it has no other of its own.

    Else `medspill --file A do ...` would quietly write in another file than A. A command that
    takes no such option is not begun.
    """
    command = front_door.get_command(ctx, name)
    known = {p.name for p in command.params if isinstance(p, click.Option)} if command else set()
    held = {key: value for key, value in given.items() if value is not None}
    for key in held:
        if key not in known:
            option = f"--{key.replace('_', '-')}"
            raise Stop(say("cli.not_for", option=option, command=name))
    ctx.default_map = {**(ctx.default_map or {}), name: held}


def run(args: Sequence[str]) -> None:
    """Run the program; every trouble is a sentence and an exit code."""
    try:
        code = front_door(list(args), prog_name="medspill", standalone_mode=False)
    except click.ClickException as error:
        click.echo(sentence(error, args[0] if args else ""), err=True)
        sys.exit(WRONG_USE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(WRONG_USE)
    except Exception as error:  # noqa: BLE001 - nobody in a hall can read a traceback
        stop(error)
    sys.exit(code if isinstance(code, int) else 0)


def stop(error: Exception) -> NoReturn:
    """Tell what went wrong in a sentence, and end."""
    click.echo(_in_words(error), err=True)
    sys.exit(WRONG_USE)


def _in_words(error: Exception) -> str:
    from storage.trouble import Trouble

    if isinstance(error, Trouble):
        return say(f"trouble.{error.reason}", **error.values)
    if isinstance(error, OSError) and error.filename is not None:
        why = error.strerror or str(error)
        return say("cli.system_says_no", what=error.filename, why=why)
    from screens import unexpected

    return say("cli.unexpected", log=unexpected.keep(error))
