"""Click that speaks through the catalogues, and starts only what is asked for."""

import importlib
from collections.abc import Iterable, Sequence
from typing import Any, Final

import click

from screens.language import spoken

say: Final = spoken


class Stop(click.ClickException):
    """Something forbids the command; its message is a whole sentence of ours."""


class Command(click.Command):
    """A command whose help is in our own words."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, explained in our words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("cli.help_help")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line of the help."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{say('cli.usage')}: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """No English «[OPTIONS]» in it."""
        return [p for p in super().collect_usage_pieces(ctx) if p.startswith("[") is False]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under our own heading."""
        _section(
            formatter,
            say("cli.heading_options"),
            (row for p in self.get_params(ctx) if (row := p.get_help_record(ctx))),
        )


class LazyGroup(Command, click.Group):
    """A group that imports a command's module only when that command is used."""

    def __init__(self, *args: Any, lazy: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order they are told."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now."""
        where = self._lazy.get(cmd_name)
        if where is None:
            return None
        command: click.Command = importlib.import_module(where).command
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options and then commands, without importing any of them."""
        super().format_options(ctx, formatter)
        rows = [(name, say(f"cli.{name}_about")) for name in self._lazy]
        _section(formatter, say("cli.heading_commands"), rows)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Told by `format_options`."""


def sentence(error: click.ClickException, command: str) -> str:
    """What is wrong with how the program was called, in our words."""
    match error:
        case Stop():
            return error.message
        case click.NoSuchOption():
            return say("cli.no_option", name=error.option_name)
        case click.MissingParameter():
            return say("cli.missing", option=_asked(error.param), command=_called(error, command))
        case click.BadParameter():
            return say("cli.bad_value", option=_name(error.param), why=_why(error))
        case click.UsageError() if error.message.startswith("No such command"):
            return say("cli.no_command", name=error.message.split("'")[1])
        case _:
            return say("cli.wrong_use", command=command)


def _asked(param: click.Parameter | None) -> str:
    """What is lacking, as the help calls it."""
    return param.metavar if isinstance(param, click.Argument) and param.metavar else _name(param)


def _called(error: click.UsageError, command: str) -> str:
    """The command that was called, with those that it stands below."""
    path = error.ctx.command_path if error.ctx else ""
    at = f" {path} ".find(f" {command} ")
    return path[at:] if at >= 0 and path else command


def _why(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return say("cli.not_one_of", choices=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return say("cli.not_a_number", least=kind.min, most=kind.max)
    return error.message


def _name(param: click.Parameter | None) -> str:
    return param.opts[0] if param and param.opts else ""


def _section(formatter: click.HelpFormatter, heading: str, rows: Iterable[Sequence[str]]) -> None:
    with formatter.section(heading):
        formatter.write_dl([(row[0], row[1]) for row in rows])
