"""`medspill keys`: every act of the desk with its key, as a file in which keys can be moved."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from screens.cli.places import keys_file
from screens.cli.voice import Command, Stop, say

if TYPE_CHECKING:
    from screens.desk.keymap import Keymap


@click.command("keys", cls=Command, help=say("cli.keys_about"))
def command() -> None:
    """Print the acts and their keys, and say where one's own file lies and what is wrong in it."""
    from screens.desk.every_act import clashes
    from screens.desk.keymap import Keymap, KeymapError, known_acts, read

    file = keys_file()
    try:
        keymap, wrong = read(file, known_acts()), None
    except KeymapError as error:
        keymap, wrong = Keymap(), error
    click.echo("\n".join(_lines(keymap)))
    click.echo(say("cli.keys_file", file=file), err=True)
    for key, act, other in clashes(keymap, say):
        click.echo(say("desk.keys_twice", key=key, act=act, other=other), err=True)
    if wrong is not None:
        raise Stop(say(f"desk.keys_{wrong.reason}", **wrong.values))


def _lines(keymap: "Keymap") -> Iterator[str]:
    from screens.desk.every_act import by_place
    from screens.desk.keymap import STEADY, written

    yield f"# {say('cli.keys_how')}"
    yield "[keys]"
    for title, acts in by_place(say):
        yield f"\n# {title}"
        for act in acts:
            keys = ", ".join(f'"{written(key)}"' for key in keymap.keys(act))
            steady = "# " if act.name in STEADY else ""
            yield f"{steady}{act.name} = [{keys}]  # {say(f'desk.act_{act.name}_name')}"
