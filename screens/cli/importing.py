"""`medspill import`: what people have written elsewhere becomes notes of a case."""

import json
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final

import click

from screens.cli.options import A_PATH, file_option
from screens.cli.places import default_file
from screens.cli.reaching import hand_in, newest_or
from screens.cli.voice import Command, Stop, say
from screens.words import voice

if TYPE_CHECKING:
    from screens.intake.bringing import Tally
    from screens.intake.table import Known, Table
    from workshop.case import Case
    from workshop.terms import NoteKind

KINDS: Final[dict[str, "NoteKind"]] = {"needs": "need", "ideas": "idea"}
LARGEST_FILE: Final = 64 * 1024 * 1024
SHOWN: Final = 30
"""Letters of a cell in the list of columns."""
SOME_REFUSED: Final = 1
NONE_TAKEN: Final = 2


@click.command("import", cls=Command, help=say("cli.import_about"))
@click.argument("table", type=A_PATH, metavar=say("cli.import_file"))
@file_option
@click.option("--case", help=say("cli.case_help"))
@click.option(
    "--as", "kind", type=click.Choice(list(KINDS)), required=True, help=say("cli.import_as_help")
)
@click.option("--column", help=say("cli.import_column_help"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
def command(
    table: Path,
    file: Path | None,
    case: str | None,
    kind: str,
    column: str | None,
    *,
    as_json: bool,
) -> int:
    """Read the table, send its words, and say line by line what became of them."""
    from screens.cli.working import working
    from screens.intake.bringing import bring
    from screens.intake.table import column_of

    read = _read(table, column)
    chosen = column_of(read, _known(), column)
    if chosen is None:
        raise Stop(_which_column(read, column))
    file = file or default_file()
    about = newest_or(file, case)
    rows = len(read.rows)
    with working(say("cli.work_importing")) as work, hand_in(file) as send:
        tally = bring(read, chosen, about.id, KINDS[kind], send, lambda n: work.far(n, rows))
        told = _told(tally, newest_or(file, about.id))
    if as_json:
        how = {"encoding": read.encoding, "headings": read.headings, "column": chosen + 1}
        click.echo(json.dumps({"case": about.id, **how, **told}))
    else:
        if read.width > 1:
            click.echo(_how_it_was_read(read, chosen))
        _say_all(tally, told)
    if not told["taken"] and not told["before"]:
        return NONE_TAKEN
    return SOME_REFUSED if told["refused"] else 0


def _read(path: Path, column: str | None) -> "Table":
    from screens.intake.table import UnreadableError, read_table

    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Stop(say("cli.import_too_large", path=path))
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Stop(say("cli.import_no_file", path=path)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise Stop(say("cli.import_not_readable", path=path, why=why)) from error
    try:
        return read_table(data, _known(), column)
    except UnreadableError as error:
        raise Stop(say(f"cli.import_{error}", path=path)) from error


def _known() -> "Known":
    """What a column of people's words is usually called, and what stands beside it."""
    from screens.intake.table import Known

    words, others = say("cli.import_headings"), say("cli.import_other_headings")
    return Known(frozenset(words.split()), frozenset(others.split()))


def _which_column(table: "Table", column: str | None) -> str:
    # Without headings the first row is shown, so that one can tell which column is meant.
    own = (voice(say).quoted(shorten(cell, SHOWN)) for cell in table.rows[0].cells)
    first = table.headings or tuple(own)
    columns = ", ".join(f"{i} {name}".strip() for i, name in enumerate(first, start=1))
    key = "cli.import_no_column" if column else "cli.import_which_column"
    return say(key, column=column, columns=columns)


def _how_it_was_read(table: "Table", chosen: int) -> str:
    """Which column was taken, and whether the first row was somebody's words."""
    if table.headings:
        heading = table.headings[chosen] if chosen < len(table.headings) else ""
        return say("cli.import_column_named", number=chosen + 1, heading=heading)
    return say("cli.import_column_numbered", number=chosen + 1)


def _told(tally: "Tally", case: "Case") -> dict[str, Any]:
    """The sums, and every line that has something to tell."""
    written = {line.note for line in tally.lines if line.note}
    parked = sum(note.state == "parked" for id_, note in case.notes.items() if id_ in written)
    lines = [
        {"line": line.line, "fate": line.fate, "note": line.note}
        | ({"why": _why(line.why)} if line.why else {})
        | ({"same_as": line.same_as} if line.same_as else {})
        for line in tally.lines
    ]
    return {
        "taken": tally.count("taken"),
        "before": tally.count("before"),
        "refused": tally.count("refused"),
        "parked": parked,
        "lines": lines,
    }


def _why(why: str) -> str:
    return say(f"cli.import_why_{why}") if why in {"blank", "too_long"} else why


def _say_all(tally: "Tally", told: dict[str, Any]) -> None:
    for line in tally.lines:
        if line.why:
            click.echo(say("cli.import_refused_line", line=line.line, why=_why(line.why)))
        elif line.same_as:
            click.echo(say("cli.import_same_line", line=line.line, other=line.same_as))
    for sum_ in ("taken", "before", "refused", "parked"):
        if told[sum_] or sum_ == "taken":
            click.echo(say(f"cli.import_{sum_}", n=told[sum_]))
