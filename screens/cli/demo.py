"""`medspill demo`: a made-up evening with simulated phones, led by you or in seconds."""

import asyncio
import json
import sys
import tempfile
import time
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import click

from screens.cli.options import A_PATH
from screens.cli.voice import Command, Stop, say
from screens.cli.working import working
from screens.control import Control, HallGone
from screens.practice import is_made_up
from screens.rehearsal.evening import load
from screens.rehearsal.own_hall import own_hall
from screens.rehearsal.preparing import end_earlier
from screens.rehearsal.told import count, differences
from storage.reader import read_cases
from storage.trouble import Trouble
from workshop.case import Case
from workshop.recipe import STATIONS

DIFFERENT: Final = 1
MOST_PHONES: Final = 300
ONLY_HERE: Final = ("--host", "127.0.0.1", "--bind", "127.0.0.1", "--lan-port", "0")
"""A quick evening needs nobody from outside."""
ANY_PORT: Final = ("--lan-port", "0")


@click.command("demo", cls=Command, help=say("cli.demo_about"))
@click.option(
    "--phones",
    type=click.IntRange(1, MOST_PHONES),
    default=12,
    help=say("cli.demo_phones_help"),
)
@click.option("--headless", is_flag=True, help=say("cli.demo_headless_help"))
@click.option("--sample", is_flag=True, help=say("cli.demo_sample_help"))
@click.option("--file", type=A_PATH, help=say("cli.demo_file_help"))
def command(file: Path | None, phones: int, *, headless: bool, sample: bool) -> int:
    """Rehearse; the answer is the exit code."""
    file = _temporary_file() if file is None else file.absolute()
    earlier = _cases_in(file)
    if not all(map(is_made_up, earlier)):
        raise Stop(say("cli.demo_has_cases", file=file))
    with_desk = not headless and sys.stdin.isatty() and sys.stdout.isatty()
    try:
        if sample:
            return _finished(file, with_desk=with_desk)
        click.echo(say("demo.begins", n=phones, file=file), err=True)
        return (_led if with_desk else _quick)(file, phones, earlier)
    except HallGone as gone:
        raise Trouble("hall_gone", file=file) from gone


def _quick(file: Path, phones: int, earlier: dict[str, Case]) -> int:
    """Run the evening, and hold what lies in the file against what was acknowledged."""
    from screens.rehearsal.quick import quick_evening

    since = time.monotonic()
    with own_hall(file, ONLY_HERE) as control:
        _end(control, earlier)
        with working(say("demo.runs", n=phones)):
            outcome = asyncio.run(quick_evening(control, phones, load(), _today()))
    seconds = time.monotonic() - since
    case = read_cases(file)[outcome.case]
    found = count(case)
    wrong = differences(case, outcome.told)
    for why in dict.fromkeys(outcome.refusals):
        click.echo(say("demo.refused", why=why), err=True)
    if outcome.late:
        click.echo(say("demo.late", what=", ".join(outcome.late)), err=True)
    if wrong:
        click.echo(say("demo.differs", what=", ".join(wrong)), err=True)
    went_wrong = wrong or outcome.refusals or outcome.late or found.stations < len(STATIONS)
    click.echo(say("demo.done", file=file, **asdict(found)), err=True)
    about = {"ok": not went_wrong, "file": str(file), "case": case.id, "seconds": round(seconds, 2)}
    click.echo(json.dumps(about | asdict(found)))
    return DIFFERENT if went_wrong else 0


def _led(file: Path, phones: int, earlier: dict[str, Case]) -> int:
    """Lay the case ready, let the phones live beside it, and open the desk in front."""
    from screens.cli.opening import open_desk
    from screens.rehearsal.slow import phones_beside, ready_case

    with own_hall(file, ANY_PORT) as control:
        _end(control, earlier)
        with working(say("demo.prepares")):
            case = ready_case(control, phones, load(), _today())
        with phones_beside(str(control.about["phone_url"]), case, phones) as beside:
            open_desk(file, ANY_PORT, borrowed=True, practice_hall=beside)
    found = count(read_cases(file)[case])
    click.echo(say("demo.done", file=file, **asdict(found)), err=True)
    return 0


def _finished(file: Path, *, with_desk: bool) -> int:
    """Lay the finished case in the file, and open the desk on it where there is a terminal."""
    from screens.cli.opening import open_desk
    from screens.rehearsal.sample.laying import lay

    with own_hall(file, ANY_PORT if with_desk else ONLY_HERE) as control:
        with working(say("demo.entering")) as work:
            laid = asyncio.run(lay(control, work.far))
        for why in laid.refusals:
            click.echo(say("demo.refused", why=why), err=True)
        if with_desk:
            open_desk(file, ANY_PORT, borrowed=True)
    if not with_desk:
        found = {"case": laid.case, "left_out": laid.left_out}
        click.echo(json.dumps({"ok": not laid.refusals, "file": str(file), **found}))
    return DIFFERENT if laid.refusals else 0


def _temporary_file() -> Path:
    """A file in a folder of its own, which is left where it is."""
    try:
        return Path(tempfile.mkdtemp(prefix="medspill-")) / "demo.db"
    except OSError as error:
        raise Trouble("folder_read_only", folder=Path.cwd()) from error


def _cases_in(file: Path) -> dict[str, Case]:
    return read_cases(file) if file.exists() and not file.is_dir() else {}


def _end(control: Control, earlier: dict[str, Case]) -> None:
    """End what an earlier rehearsal in the same file left open."""
    left_open = {c.id: c.vote for c in earlier.values() if c.gathering}
    asyncio.run(end_earlier(control, left_open))


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
