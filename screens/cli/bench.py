"""`medspill bench`: what this machine can carry, beside its own limits in the same run."""

import json
import platform
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from screens.cli.options import A_PATH
from screens.cli.places import default_file
from screens.cli.voice import Command, say

if TYPE_CHECKING:
    from screens.bench.figures import Figure

PHONES: Final = 200
KILLS, QUICK_KILLS = 50, 5
ROUNDS, QUICK_ROUNDS = 5, 1
MISSED: Final = 1


@click.command("bench", cls=Command, help=say("cli.bench_about"))
@click.option("--file", type=A_PATH, help=say("cli.bench_file_help"))
@click.option(
    "--phones", type=click.IntRange(1, 4_000), default=PHONES, help=say("cli.bench_phones_help")
)
@click.option("--quick", is_flag=True, help=say("cli.bench_quick_help"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
def command(file: Path | None, phones: int, *, quick: bool, as_json: bool) -> int:
    """Measure on the disk where the file lies, and say which targets are met."""
    from screens.bench.figures import table
    from storage.file import SQLITE

    beside = (file or default_file()).parent
    with tempfile.TemporaryDirectory(prefix="medspill-bench-", dir=_existing(beside)) as folder:
        figures = _measured(Path(folder), phones, quick=quick)
    if as_json:
        about = {"python": platform.python_version(), "sqlite": SQLITE, "system": platform.system()}
        rows = [figure.as_json() for figure in figures]
        click.echo(json.dumps({**about, "phones": phones, "quick": quick, "figures": rows}))
    else:
        click.echo(table(figures, say))
    return 0 if all(figure.holds and figure.valid for figure in figures) else MISSED


def _existing(folder: Path) -> Path | None:
    """The folder, or wherever this system keeps what is temporary."""
    return folder if folder.is_dir() else None


def _measured(folder: Path, phones: int, *, quick: bool) -> "list[Figure]":
    from screens.bench import burst, disk, kills, seen

    def tell(key: str, **values: object) -> None:
        click.echo(say(f"bench.progress_{key}", **values), err=True)

    times = QUICK_KILLS if quick else KILLS
    tell("disk")
    figures = disk.figures(folder)
    figures += burst.figures(
        folder,
        phones,
        QUICK_ROUNDS if quick else ROUNDS,
        lambda many: tell("phones", phones=many),
    )
    tell("seen")
    figures += seen.figures(folder)
    tell("kills", times=times)
    figures += kills.figures(folder, times)
    return figures
