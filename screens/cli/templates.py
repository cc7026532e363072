"""`medspill template`: the kinds of gathering that a run sheet can begin from."""

import json
from pathlib import Path

import click

from screens.cli.packs import NONE_DONE, tell_faults
from screens.cli.voice import Command, LazyGroup, say


class _Group(LazyGroup):
    """The subcommands of `medspill template`."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        return _COMMANDS.get(cmd_name)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their help."""
        Command.format_options(self, ctx, formatter)
        with formatter.section(say("cli.heading_commands")):
            formatter.write_dl([(name, say(f"template.{name}_about")) for name in _COMMANDS])


@click.command("list", cls=Command, help=say("template.list_about"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
def list_templates(*, as_json: bool) -> None:
    """Every template that can be used, and where one puts one's own."""
    from storage import templates

    known = templates.everyone()
    folder = str(templates.own_folder())
    if as_json:
        rows = [{"template": name, **t.model_dump(mode="json")} for name, t in known]
        click.echo(json.dumps({"templates": rows, "folder": folder}, ensure_ascii=False))
        return
    wide = max(len(name) for name, _ in known) + 2
    for name, t in known:
        told = {"name": t.name, "least": t.least_people, "most": t.most_people}
        click.echo(f"{name:<{wide}}{say('template.row', n=t.minutes, **told)}")
    for path in templates.own():
        if path.stem not in dict(known):
            click.echo(say("template.broken", file=path))
    click.echo(say("template.own_folder", folder=folder))


@click.command("check", cls=Command, help=say("template.check_about"))
@click.argument("file", type=click.Path(path_type=Path), metavar=say("pack.file_metavar"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
def check(file: Path, *, as_json: bool) -> int:
    """Whether a file is a template, and else what is wrong where and what to write."""
    from storage import templates
    from storage.pack_faults import TemplateFaults

    try:
        found = templates.read(file)
    except TemplateFaults as wrong:
        tell_faults(wrong, as_json=as_json)
        return NONE_DONE
    if as_json:
        click.echo(json.dumps({"ok": True, "file": str(file), "faults": []}))
        return 0
    click.echo(say("template.good", name=found.name, blocks=len(found.blocks), n=found.minutes))
    folder = templates.own_folder()
    if file.stem in templates.ORDER:
        click.echo(say("template.name_taken", name=file.stem, folder=folder))
    elif file.absolute().parent != folder.absolute():
        click.echo(say("template.put_here", folder=folder))
    return 0


_COMMANDS: dict[str, click.Command] = {"list": list_templates, "check": check}


@click.group(
    "template", cls=_Group, lazy={}, help=say("cli.template_about"), invoke_without_command=True
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Tell what can be done with templates where no command is named."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
