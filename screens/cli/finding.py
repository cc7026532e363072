"""`medspill find`: whether something like it has been asked, thought of or tried before."""

from pathlib import Path

import click

from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, say

NONE_FOUND = 1


@click.command("find", cls=Command, help=say("cli.find_about"))
@click.argument("words", nargs=-1, required=True, metavar=say("share.words_metavar"))
@file_option
def command(words: tuple[str, ...], file: Path | None) -> int:
    """Look in the cases of the file and in the library."""
    from screens.cli.working import working
    from screens.practice import is_made_up
    from storage import library
    from storage.reader import read_cases
    from workshop.again import find, texts, texts_of

    with working(say("cli.work_seeking")):
        cases = read_cases(file or default_file())
        mine = [text for id_, case in cases.items() if not is_made_up(id_) for text in texts(case)]
        others = [text for package in library.packages() for text in texts_of(package)]
        found = find(" ".join(words), (*mine, *others))
    if not found:
        click.echo(say("share.none_found"))
        return NONE_FOUND
    for one in found:
        text = " ".join(one.text.split())
        click.echo(
            say("share.found", where=one.where, what=say(f"share.what_{one.what}"), text=text)
        )
    return 0
