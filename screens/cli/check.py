"""`medspill check`: is everything ready in the room?"""

import json
from pathlib import Path
from typing import Final

import click

from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, say

SIGNS: Final = {"ok": "✓", "warn": "!", "wrong": "✕", "unknown": "○", "aside": "–"}
MUST_MEND: Final = 1
BESIDE: Final = 16
"""Cells in front of the sentences."""


@click.command("check", cls=Command, help=say("cli.check_about"))
@file_option
@click.option("--json", "in_json", is_flag=True, help=say("cli.json_help"))
def command(file: Path | None, *, in_json: bool) -> int:
    """Look at machine, file, network and room, and say what to do."""
    from screens.checking.looking import as_json, look
    from screens.checking.verdicts import must_mend, verdicts
    from screens.cli.working import working

    with working(say("cli.work_checking")):
        found = look(file or default_file())
    lines = verdicts(found)
    told = [(line, say(f"check.{line.key}_{line.what}", **line.values)) for line in lines]
    if in_json:
        listed = [
            {
                "key": line.key,
                "sign": line.sign,
                "what": line.what,
                "message": sentence.replace("\n", " "),
            }
            for line, sentence in told
        ]
        click.echo(json.dumps(as_json(found, listed)))
    else:
        for line, sentence in told:
            name = say(f"check.{line.key}")
            first, _, act = sentence.partition("\n")
            click.echo(f"{SIGNS[line.sign]} {name:<{BESIDE - 2}}{first}")
            if act and line.sign != "aside":
                click.echo(f"{'':<{BESIDE}}{act}")
        others = [a for a in found.addresses if a.ip != found.shown]
        if others:
            named = ", ".join(f"{a.ip} ({a.name})" for a in others)
            click.echo(say("check.others", listed=named))
    return MUST_MEND if must_mend(lines) else 0
