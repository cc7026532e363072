"""`medspill restore`: the file again from one of its copies, for somebody who is frightened."""

import json
import os
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Final

import click

from screens.cli.options import A_PATH, file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, Stop, say
from screens.words import voice

if TYPE_CHECKING:
    from storage.backup import Copy, Gone

TITLE: Final = 40
"""Letters of a case's title in the list."""


@click.command("restore", cls=Command, help=say("cli.restore_about"))
@file_option
@click.option("--from", "folder", type=A_PATH, help=say("cli.restore_from"))
@click.option("--pick", type=click.IntRange(1, 99), help=say("cli.restore_pick"))
def command(file: Path | None, folder: Path | None, pick: int | None) -> None:
    """Show the copies, newest first; put one back, and move what is there now aside."""
    from screens.cli.working import working
    from screens.control import Control
    from storage.backup import put_back
    from storage.trouble import Trouble

    file = file or default_file()
    if Control.find(file) is not None:
        raise Trouble("in_use", file=file)
    places = [folder] if folder else [*dict.fromkeys(_likely(file))]
    with working(say("cli.work_copies")):
        copies = _found(file, places)
    if not copies:
        listed = ", ".join(str(place) for place in places)
        raise Stop(say("cli.restore_none", file=file.name, places=listed))
    needless = _show(file, copies)
    chosen = _chosen(copies, pick, needless=needless)
    if chosen is None:
        click.echo(say("cli.restore_kept"))
        return
    gone, settings = _still_to_forget(file)
    with working(say("cli.work_restoring")):
        aside = put_back(chosen.path, file, datetime.now(UTC), gone, settings)
    click.echo(say("cli.restore_done", file=file, at=_at(chosen, "%H:%M")))
    if aside:
        click.echo(say("cli.restore_aside", aside=aside))
    click.echo(say("cli.restore_next", file=file))


def _found(file: Path, places: "list[Path]") -> "list[Copy]":
    """The copies of this file; where there are none, every copy, as on another machine."""
    from storage.backup import copies_of, every_copy, look_at

    there = [place for place in places if place.is_dir()]
    paths = [path for place in there for path in copies_of(file, place)]
    paths = paths or [path for place in there for path in every_copy(place)]
    return sorted(map(look_at, paths), key=lambda copy: copy.at, reverse=True)


def _show(file: Path, copies: "list[Copy]") -> bool:
    """What lies there now, and the copies in columns; whether no copy has more than is there."""
    from storage.backup import look_at

    click.echo(say("cli.restore_found", n=len(copies)))
    now = look_at(file) if file.is_file() else None
    most = max((copy.notes for copy in copies), default=0)
    needless = now is not None and now.whole and now.notes >= max(most, 1)
    if now is not None:
        key = "needless" if needless else "now_whole" if now.whole else "now_broken"
        click.echo(say(f"cli.restore_{key}", n=now.notes))
    click.echo("")
    wide = max(len(_holds(copy)) for copy in copies)
    far = max(len(_at(copy)) for copy in copies)
    for number, copy in enumerate(copies, start=1):
        click.echo(f"{number:>3}  {_at(copy):<{far}}  {_holds(copy):<{wide}}  {copy.path.parent}")
    click.echo("")
    return needless


def _at(copy: "Copy", hand: str = "%H:%M:%S") -> str:
    """When a copy was taken, the day and the time of day."""
    return say("when.moment", day=voice(say).date(copy.at), at=f"{copy.at:{hand}}")


def _holds(copy: "Copy") -> str:
    """What a copy holds, in few words."""
    if not copy.whole:
        return say("cli.restore_broken")
    held = say(
        "cli.restore_holds", n=copy.notes, title=shorten(copy.title, TITLE, placeholder=" …")
    )
    return held if copy.title else say("cli.restore_empty")


def _still_to_forget(file: Path) -> "tuple[list[Gone], list[tuple[str, str]]]":
    """What this file has erased that its copies have not yet; it must not come back with them."""
    from screens.copying import LATER, waiting_in
    from storage.reader import read_setting

    text = read_setting(file, LATER)
    return [one.gone for one in waiting_in(text)], [(LATER, text)] if text else []


def _chosen(copies: "list[Copy]", pick: int | None, *, needless: bool) -> "Copy | None":
    """The copy of that number, or that was asked for; None where all shall stay as it is."""
    usual = next((i for i, copy in enumerate(copies, start=1) if copy.whole), None)
    if usual is None:
        raise Stop(say("cli.restore_all_broken"))
    if pick is None:
        key, default = ("cli.restore_stay", "") if needless else ("cli.restore_which", str(usual))
        typed = click.prompt(say(key), default=default, show_default=not needless, err=True)
        if not typed:
            return None
        if not (typed.isascii() and typed.isdigit()):
            raise Stop(say("cli.restore_no_such", pick=typed))
        pick = int(typed)
    if not 1 <= pick <= len(copies):
        raise Stop(say("cli.restore_no_such", pick=pick))
    if not copies[pick - 1].whole:
        raise Stop(say("cli.restore_is_broken", pick=pick))
    return copies[pick - 1]


def _likely(file: Path) -> Iterator[Path]:
    """Where copies may lie: where they were made, beside the file, and on every stick."""
    from storage.backup import places_of

    yield from _kept_folder(file)
    yield from places_of(file)
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
    """The folders that the file itself names, where it can still be read."""
    from screens.copying import FOLDERS
    from screens.venue import KEY, venue_of
    from storage.reader import read_setting

    copies = venue_of(read_setting(file, KEY)).copies
    if copies:
        yield Path(copies)
    yield from map(Path, json.loads(read_setting(file, FOLDERS) or "[]"))
