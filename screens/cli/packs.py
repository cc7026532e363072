"""`medspill pack`: the strategies that a case can take its words from."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from screens.cli.voice import Command, LazyGroup, Stop, say

if TYPE_CHECKING:
    from storage.pack_faults import Fault, FileFaults
    from workshop.packs.model import Pack

NONE_DONE = 2
TOLD = ("name", "municipality", "definition", "values", "principles", "checklists", "support")
"""What most strategies say, and whoever fills in a file may have forgotten."""


class _Group(LazyGroup):
    """The subcommands of `medspill pack`."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        return _COMMANDS.get(cmd_name)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their help."""
        Command.format_options(self, ctx, formatter)
        with formatter.section(say("cli.heading_commands")):
            formatter.write_dl([(name, say(f"pack.{name}_about")) for name in _COMMANDS])


@click.command("list", cls=Command, help=say("pack.list_about"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
def list_packs(*, as_json: bool) -> None:
    """Every pack with its municipality, and where one puts one's own."""
    from storage import packs
    from storage.pack_faults import PackFaults

    rows: list[dict[str, Any]] = [
        {"pack": name, "name": p.name, "municipality": p.municipality, "own": False}
        for name in packs.shipped()
        if (p := packs.pack(name))
    ]
    for path in packs.own():
        told: dict[str, Any]
        try:
            mine = packs.read(path)
            told = {"name": mine.name, "municipality": mine.municipality}
        except PackFaults as wrong:
            told = {"faults": len(wrong.faults)}
        rows.append({"pack": path.stem, **told, "own": True})
    if as_json:
        click.echo(json.dumps({"packs": rows, "folder": str(packs.own_folder())}))
        return
    wide = max(len(row["pack"]) for row in rows) + 2
    for row in rows:
        faults = row.get("faults")
        about = say("pack.has_faults", n=faults, name=row["pack"]) if faults else _titled(row)
        click.echo(f"{row['pack']:<{wide}}{about}")
    click.echo(say("pack.own_folder", folder=packs.own_folder()))


def _titled(row: dict[str, Any]) -> str:
    return ", ".join(part for part in (row["name"], row["municipality"]) if part)


@click.command("show", cls=Command, help=say("pack.show_about"))
@click.argument("name", metavar=say("pack.name_metavar"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
def show(name: str, *, as_json: bool) -> None:
    """All that a pack says, as text to read or as data."""
    from screens.pack_text import pack_text
    from storage import packs

    found = packs.pack(name)
    if found is None:
        own = packs.own_folder() / f"{name}.toml"
        if own.is_file():
            packs.read(own)
        raise Stop(say("refused.no_pack", pack=name))
    click.echo(found.model_dump_json(indent=2) if as_json else pack_text(found, say))


@click.command("check", cls=Command, help=say("pack.check_about"))
@click.argument("file", type=click.Path(path_type=Path), metavar=say("pack.file_metavar"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
def check(file: Path, *, as_json: bool) -> int:
    """Whether a file is a pack, and else what is wrong where and what to write."""
    from storage import packs
    from storage.pack_faults import PackFaults

    mine = packs.own_folder() / f"{file.name.removesuffix('.toml')}.toml"
    if not file.exists() and file.name == str(file) and mine.is_file():
        # Whoever began it by its name may check it by its name.
        file = mine
    try:
        found = packs.read(file)
    except PackFaults as wrong:
        tell_faults(wrong, as_json=as_json)
        return NONE_DONE
    if as_json:
        click.echo(json.dumps({"ok": True, "file": str(file), "faults": []}))
    else:
        click.echo(say("pack.good", **_counted(found)))
        if empty := [field for field in TOLD if not getattr(found, field)]:
            click.echo(say("pack.still_empty", fields=", ".join(empty)))
        taken = file.stem in packs.shipped()
        sentence = "pack.name_taken" if taken else "pack.put_here"
        if file.absolute().parent != packs.own_folder().absolute() or taken:
            click.echo(say(sentence, name=file.stem, folder=packs.own_folder()))
    return 0


def _counted(pack: "Pack") -> dict[str, object]:
    return {
        "name": pack.name or pack.id,
        "values": len(pack.values),
        "principles": len(pack.principles),
        "checklists": len(pack.checklists),
    }


def tell_faults(wrong: "FileFaults", *, as_json: bool) -> None:
    """Everything that is wrong with a file: where, and what to write there."""
    file = wrong.values["file"]
    if as_json:
        faults = [
            {"rule": f.rule, "path": f.path, "line": f.line, "message": _sentence(f)}
            for f in wrong.faults
        ]
        click.echo(json.dumps({"ok": False, "file": file, "faults": faults}))
        return
    click.echo(say(f"trouble.{wrong.reason}", **wrong.values), err=True)
    for fault in wrong.faults:
        where = f"{file}:{fault.line}" if fault.line else str(file)
        at = f" {fault.path}" if fault.path else ""
        click.echo(f"{where}{at}: {_sentence(fault)}", err=True)


def _sentence(fault: "Fault") -> str:
    return say(f"pack.fault_{fault.rule}", **fault.values)


@click.command("new", cls=Command, help=say("pack.new_about"))
@click.argument("name", metavar=say("pack.name_metavar"))
def new(name: str) -> None:
    """Put an empty pack to fill in where a user's own packs lie."""
    from storage import packs

    try:
        path = packs.begin(name)
    except ValueError as error:
        raise Stop(say("pack.bad_name", name=name, other=_plain(name))) from error
    except FileExistsError as error:
        raise Stop(say("pack.name_used", name=name)) from error
    click.echo(say("pack.begun", file=path, name=name))


def _plain(name: str) -> str:
    """The name in the letters that a file may have; another's where nothing is left of it."""
    letters = str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "_", "-": "_"})
    kept = re.sub(r"[^a-z0-9_]", "", name.casefold().translate(letters)).strip("_0123456789")
    return kept or "nordre_land"


_COMMANDS: dict[str, click.Command] = {
    "list": list_packs,
    "show": show,
    "check": check,
    "new": new,
}


@click.group("pack", cls=_Group, lazy={}, help=say("cli.pack_about"), invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Tell what can be done with packs where no command is named."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
