"""`medspill erase`: a note, all that one person's code can find, or a whole case; for good."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten
from typing import Any

import click

from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, Stop, say

Ask = Callable[[Mapping[str, Any]], dict[str, Any]]
NOT_ALL = 1
NOTHING = 2
SHOWN = 60
"""Letters of a note in the list."""


@click.command("erase", cls=Command, help=say("cli.erase_about"))
@file_option
@click.option("--case", help=say("cli.erase_case_help"))
@click.option("--note", "notes", multiple=True, help=say("cli.erase_note_help"))
@click.option("--find", "words", help=say("cli.erase_find_help"))
@click.option("--code", default="", help=say("cli.erase_code_help"))
@click.option("--all", "whole_case", is_flag=True, help=say("cli.erase_all_help"))
@click.option("--yes", is_flag=True, help=say("cli.erase_yes_help"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
def command(
    file: Path | None,
    case: str | None,
    notes: tuple[str, ...],
    words: str | None,
    code: str,
    *,
    whole_case: bool,
    yes: bool,
    as_json: bool,
) -> int:
    """Say what would go, ask, erase, and say what is gone."""
    from screens.cli.working import working

    if words is not None and not (notes or code or whole_case):
        return _find(file or default_file(), words, as_json=as_json)
    if sum(map(bool, (notes, code, whole_case))) != 1:
        raise Stop(say("cli.erase_what"))
    wanted = {"case": case, "notes": notes, "code": code, "whole_case": whole_case}
    with _eraser(file or default_file()) as ask:
        if case is None and not code:
            wanted["case"] = _only_case(file or default_file())
        found = _told(ask({**wanted, "only_look": True}))
        if not yes and not _sure(found, whole_case=whole_case):
            click.echo(say("cli.erase_kept"))
            return NOT_ALL
        with working(say("desk.erase_going")):
            told = _told(ask(wanted))
    if as_json:
        click.echo(json.dumps(told))
    else:
        from screens.cli.printing import left_behind

        click.echo(say("cli.erase_done", n=told["notes"], ballots=told["ballots"]))
        for copy in told["copies"]:
            click.echo(say("cli.erase_copy", copy=copy))
        click.echo(say("cli.erase_others"))
        for page in left_behind():
            click.echo(f"  {page}")
    return 0


def _find(file: Path, words: str, *, as_json: bool) -> int:
    """The notes where these words stand or stood, by the id that erases them; nothing goes."""
    from screens.cli.working import working
    from storage.reader import read_cases, read_history
    from workshop.forgetting import holding

    with working(say("cli.work_seeking")):
        history = read_history(file)
        found = [
            {"case": case.id, "note": note, "text": case.notes[note].text}
            for case in read_cases(file).values()
            for note in holding(history[case.id], words)
            if note in case.notes
        ]
    if as_json:
        click.echo(json.dumps(found))
    else:
        for one in found:
            # What still is found without words was taken back by whoever wrote it.
            text = shorten(one["text"], SHOWN, placeholder=" …") or say("cli.erase_taken_back")
            click.echo(say("cli.erase_found", case=one["case"], note=one["note"], text=text))
        click.echo(say("cli.erase_found_many", n=len(found)), err=True)
    return 0 if found else NOTHING


def _sure(found: Mapping[str, Any], *, whole_case: bool) -> bool:
    key = "cli.erase_ask_case" if whole_case else "cli.erase_ask"
    click.echo(say(key, n=found["notes"], ballots=found["ballots"]), err=True)
    typed = click.prompt(say("cli.erase_type"), default="", show_default=False, err=True)
    return str(typed).strip().casefold() == say("cli.erase_word")


def _told(answer: dict[str, Any]) -> dict[str, Any]:
    if not answer.get("ok"):
        raise Stop(str(answer.get("message", "")))
    return answer


def _only_case(file: Path) -> str:
    from storage.reader import read_cases

    cases = read_cases(file)
    if len(cases) != 1:
        listed = "\n".join(f"  {c.id}  {c.title}" for c in cases.values())
        raise Stop(say("cli.erase_which_case", cases=listed))
    return next(iter(cases))


@contextmanager
def _eraser(file: Path) -> Iterator[Ask]:
    """Through the hall where one runs, else with the file's lock in our own hand."""
    from screens.control import Control, HallGone
    from screens.copying import Copies
    from screens.erasing import Ask as Wanted
    from screens.erasing import Eraser
    from screens.recording import Recorder
    from storage.ledger import Ledger
    from storage.trouble import Trouble

    if not file.exists():
        raise Trouble("no_file", file=file)
    hall = Control.find(file)
    if hall is not None:
        try:
            yield hall.erase
        except HallGone as error:
            raise Stop(say("cli.erase_hall_gone")) from error
        return
    ledger = Ledger.open(file)
    try:
        eraser = Eraser(ledger, Copies(ledger), Recorder(ledger, say))
        yield lambda wanted: eraser.erase(Wanted.model_validate(wanted))
    finally:
        ledger.close()
