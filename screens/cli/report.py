"""`medspill report`: everything said and decided in a case, as text or as data."""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from screens.cli.options import file_option, language_option
from screens.cli.places import default_file
from screens.cli.voice import Command, Stop, say

if TYPE_CHECKING:
    from workshop.case import Case

STDOUT: Final = "-"
FORMATS: Final = ("md", "html", "json", "csv")
DATA: Final = ("json", "csv")


@click.command("report", cls=Command, help=say("cli.report_about"))
@file_option
@language_option
@click.option("--case", help=say("cli.case_help"))
@click.option(
    "--format",
    "shape",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help=say("cli.report_format_help"),
)
@click.option("--round-cards", is_flag=True, help=say("cli.report_cards_help"))
@click.option("--brief", is_flag=True, help=say("cli.report_brief_help"))
@click.option("--press", is_flag=True, help=say("cli.report_press_help"))
@click.option("--effects", is_flag=True, help=say("cli.report_effects_help"))
@click.option("--participation", is_flag=True, help=say("cli.report_participation_help"))
@click.option("--help-list", is_flag=True, help=say("cli.report_help_list_help"))
@click.option("-o", "--output", help=say("cli.output_help"))
def command(
    file: Path | None,
    case: str | None,
    shape: str,
    output: str | None,
    **alone: bool,
) -> None:
    """Read the file, also while its hall runs, and write the report beside or where asked."""
    from screens.cli.reaching import newest_or
    from screens.cli.working import working

    extract = next((name for name, chosen in alone.items() if chosen), "")
    if extract and shape in DATA:
        raise Stop(say("cli.report_cards_json"))
    with working(say("cli.work_writing")):
        text = _as(shape, newest_or(file or default_file(), case), extract)
    if output == STDOUT:
        out(text)
        return
    path = Path(output or say(f"output.{extract or 'report'}_name", ending=shape))
    write(path, text)
    click.echo(say("cli.report_done", path=path.absolute()), err=True)


def _as(shape: str, case: "Case", extract: str) -> str:
    from screens.paper.report import EXTRACTS, PARTS, as_json, as_markdown

    parts = EXTRACTS.get(extract, PARTS)
    if shape == "html":
        from screens.paper.page import as_html

        return as_html(case, say, parts)
    if shape == "csv":
        from screens.paper.sheet import as_table

        return as_table(case, say)
    return as_json(case) if shape == "json" else as_markdown(case, say, parts)


def out(text: str) -> None:
    """Past Python's own stdout: whoever stops reading early is no error."""
    with contextlib.suppress(BrokenPipeError), open(1, "wb", closefd=False) as stdout:
        stdout.write(text.encode())


def write(path: Path, text: str) -> None:
    """The whole report, or the one that lay there before: never half of it."""
    folder = path.absolute().parent
    half: Path | None = None
    try:
        if path.is_dir():
            raise Stop(say("output.is_folder", path=path))
        if not folder.is_dir():
            raise Stop(say("output.no_folder", folder=folder))
        handle, name = tempfile.mkstemp(prefix=".medspill-", dir=folder)
        half = Path(name)
        with os.fdopen(handle, "wb") as out:
            out.write(text.encode())
            out.flush()
            os.fsync(out.fileno())
        half.replace(path)
    except PermissionError as error:
        raise Stop(say("output.not_allowed", folder=folder)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise Stop(say("cli.not_written", path=path.absolute(), why=why)) from error
    finally:
        if half is not None:
            half.unlink(missing_ok=True)
