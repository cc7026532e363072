"""`medspill check`: is everything ready in the room?"""

import json
from pathlib import Path
from typing import Final

import click

from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, say

SIGNS: Final = {"ok": "✓", "warn": "!", "wrong": "✕", "unknown": "○"}
MUST_MEND: Final = 1


@click.command("check", cls=Command, help=say("cli.check_about"))
@file_option
@click.option("--json", "in_json", is_flag=True, help=say("cli.json_help"))
def command(file: Path | None, *, in_json: bool) -> int:
    """Look at machine, file, network and room, and say what to do."""
    from screens.checking.looking import as_json, look
    from screens.checking.verdicts import must_mend, verdicts

    found = look(file or default_file())
    lines = verdicts(found)
    if in_json:
        told = [
            {
                "key": line.key,
                "sign": line.sign,
                "what": line.what,
                "message": say(f"check.{line.key}_{line.what}", **line.values),
            }
            for line in lines
        ]
        click.echo(json.dumps(as_json(found, told)))
    else:
        for line in lines:
            name = say(f"check.{line.key}")
            sentence = say(f"check.{line.key}_{line.what}", **line.values)
            click.echo(f"{SIGNS[line.sign]} {name:<14}{sentence}")
        others = [a for a in found.addresses if a.ip != found.chosen]
        if others:
            listed = ", ".join(f"{a.ip} ({a.name})" for a in others)
            click.echo(say("check.others", listed=listed))
    return MUST_MEND if must_mend(lines) else 0
