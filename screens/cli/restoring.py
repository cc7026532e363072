"""`medspill restore`: the file again from one of its copies, for somebody who is frightened."""

import os
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from screens.cli.options import A_PATH, file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, Stop, say

if TYPE_CHECKING:
    from storage.backup import Copy


@click.command("restore", cls=Command, help=say("cli.restore_about"))
@file_option
@click.option("--from", "folder", type=A_PATH, help=say("cli.restore_from"))
@click.option("--pick", type=click.IntRange(1, 99), help=say("cli.restore_pick"))
def command(file: Path | None, folder: Path | None, pick: int | None) -> None:
    """Show the copies, newest first; put one back, and move what is there now aside."""
    from screens.control import Control
    from storage.backup import copies_of, look_at, put_back
    from storage.trouble import Trouble

    file = file or default_file()
    if Control.find(file) is not None:
        raise Trouble("in_use", file=file)
    places = [folder] if folder else [*dict.fromkeys(_likely(file))]
    paths = [path for place in places if place.is_dir() for path in copies_of(file, place)]
    copies = sorted(map(look_at, paths), key=lambda copy: copy.at, reverse=True)
    if not copies:
        raise Stop(say("cli.restore_none", file=file.name, places=_listed(places)))
    for number, copy in enumerate(copies, start=1):
        click.echo(_line(number, copy))
    chosen = _chosen(copies, pick)
    aside = put_back(chosen.path, file, datetime.now(UTC))
    click.echo(say("cli.restore_done", file=file, at=f"{chosen.at:%d.%m.%Y kl. %H.%M}"))
    if aside:
        click.echo(say("cli.restore_aside", aside=aside))
    click.echo(say("cli.restore_next", file=file))


def _line(number: int, copy: "Copy") -> str:
    health = say("cli.restore_whole" if copy.whole else "cli.restore_broken")
    return say(
        "cli.restore_line",
        number=f"{number:>2}",
        at=f"{copy.at:%d.%m.%Y kl. %H.%M.%S}",
        health=health,
        n=copy.notes,
        title=copy.title,
        folder=copy.path.parent,
    )


def _chosen(copies: "list[Copy]", pick: int | None) -> "Copy":
    usual = next((i for i, copy in enumerate(copies, start=1) if copy.whole), None)
    if usual is None:
        raise Stop(say("cli.restore_all_broken"))
    if pick is None:
        typed = click.prompt(say("cli.restore_which"), default=str(usual), err=True)
        if not (typed.isascii() and typed.isdigit()):
            raise Stop(say("cli.restore_no_such", pick=typed))
        pick = int(typed)
    if not 1 <= pick <= len(copies):
        raise Stop(say("cli.restore_no_such", pick=pick))
    if not copies[pick - 1].whole:
        raise Stop(say("cli.restore_is_broken", pick=pick))
    return copies[pick - 1]


def _likely(file: Path) -> Iterator[Path]:
    """Where copies may lie: where the file says, beside it, and on every stick that is in."""
    yield from _kept_folder(file)
    yield file.parent
    if sys.platform == "win32":
        drives = (Path(f"{letter}:\\") for letter in string.ascii_uppercase[3:])
        sticks = [drive for drive in drives if drive.exists()]
    else:
        user = os.environ.get("USER", "")
        mounts = ("/media", f"/media/{user}", f"/run/media/{user}", "/Volumes", "/mnt")
        sticks = [stick for mount in mounts for stick in _folders(Path(mount))]
    for stick in sticks:
        yield stick
        yield from (inner for inner in _folders(stick))


def _folders(stick: Path) -> list[Path]:
    try:
        return [inner for inner in stick.iterdir() if inner.is_dir()]
    except OSError:
        return []


def _kept_folder(file: Path) -> Iterator[Path]:
    """The folder that the file itself names, where it can still be read."""
    from screens.venue import KEY, venue_of
    from storage.reader import read_setting

    copies = venue_of(read_setting(file, KEY)).copies
    if copies:
        yield Path(copies)


def _listed(places: list[Path]) -> str:
    return ", ".join(str(place) for place in places if place.is_dir())
