"""`medspill do`: every act of the desk's as a plain command, for a keyboard without a screen."""

import json
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click
from pydantic import ValidationError

from screens.cli.options import file_option
from screens.cli.places import default_file
from screens.cli.reaching import hand_in, newest_or
from screens.cli.telling import (
    FOLLOW,
    NEXT,
    TELLS,
    VENUE,
    follow,
    keep_venue,
    next_bodies,
    tell,
    tells,
)
from screens.cli.voice import Command, Stop, say
from screens.cli.working import working

FROM_INPUT: Final = "-"
SOME_REFUSED: Final = 1
NONE_DONE: Final = 2
_LISTS: Final = frozenset({"tuple_type", "list_type", "frozen_set_type", "set_type"})
_SAID: Final = {
    "missing": "cli.do_missing",
    "unknown": "cli.do_unknown_fields",
    "wrong": "cli.do_wrong",
}
_ENVELOPE: Final = frozenset({"id", "origin"})
"""What stands beside the fields of a command on its way to the hall."""


@click.command("do", cls=Command, help=say("cli.do_about"))
@click.argument("words", nargs=-1, metavar=say("cli.do_words"))
@file_option
@click.option("--case", help=say("cli.case_help"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.json_help"))
@click.option("--list", "listing", is_flag=True, help=say("cli.do_list_help"))
def command(
    words: tuple[str, ...], file: Path | None, case: str | None, *, as_json: bool, listing: bool
) -> int:
    """Carry out one command, or one for each line of standard input; say what became of each."""
    if listing or not words:
        for line in _all_commands():
            click.echo(line)
        return 0
    file = file or default_file()
    if tells(words):
        return tell(words[0], file, case, as_json=as_json)
    if words[0] == VENUE:
        kept, told = keep_venue(_pairs(words[1:]), file)
        click.echo(told)
        return 0 if kept else NONE_DONE
    if words == (FOLLOW,):
        click.echo(follow(file, case))
        return 0
    bodies = (
        [_body(line) for line in _lines()] if words == (FROM_INPUT,) else _bodies(words, file, case)
    )
    with working(say("cli.work_sending")) as work, hand_in(file, "cli.do_hall_gone") as send:
        answers = []
        for answer in _carried_out(bodies, file, case, send):
            answers.append(answer)
            work.far(len(answers), len(bodies))
    for body, answer in zip(bodies, answers, strict=True):
        click.echo(json.dumps(answer) if as_json else _told(str(body["name"]), answer))
    done = sum(bool(answer["ok"]) for answer in answers)
    if not done:
        return NONE_DONE
    return SOME_REFUSED if done < len(answers) else 0


def _carried_out(
    bodies: Sequence[dict[str, Any]], file: Path, case: str | None, send: Any
) -> Iterator[dict[str, Any]]:
    """Send each in its order; a case that is opened on the way is the one of those after it."""
    from screens.control import new_command_id

    for body in bodies:
        whole = {"id": new_command_id(), **body}
        if body["name"] == "case.open":
            case = str(whole["id"])
        else:
            case = case or newest_or(file).id
            whole["case"] = case
        (answer,) = send([whole])
        yield answer


def _lines() -> Iterator[Sequence[str]]:
    for line in sys.stdin:
        words = shlex.split(line, comments=True)
        if words:
            yield words


def _bodies(words: Sequence[str], file: Path, case: str | None) -> list[dict[str, Any]]:
    """The command that the words mean, or those that lead the evening one step on."""
    first, *more = words
    if first != NEXT:
        return [_body(words)]
    key, _, reason = (more or ["reason="])[0].partition("=")
    if key != "reason" or len(more) > 1:
        raise Stop(say("cli.do_takes", line=f"{NEXT} reason"))
    return next_bodies(file, case, reason)


def _body(words: Sequence[str]) -> dict[str, Any]:
    """The command that the words mean; values are read as the command's fields want them."""
    from workshop.commands import COMMANDS

    name, *pairs = words
    if name not in COMMANDS:
        raise Stop(_unknown(name, COMMANDS))
    plain = _pairs(pairs)
    beside = {key: value for key, value in plain.items() if key in _ENVELOPE}
    own = {key: value for key, value in plain.items() if key not in _ENVELOPE}
    return {"name": name, **beside, **_fitted(name, own)}


def _pairs(words: Sequence[str]) -> dict[str, str]:
    """The values by their fields; raises Stop where a word is no pair."""
    plain: dict[str, str] = {}
    for pair in words:
        key, is_pair, value = pair.partition("=")
        if not is_pair or not key:
            raise Stop(say("cli.do_no_pair", word=pair))
        plain[key] = value
    return plain


def _unknown(name: str, known: Any) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3, cutoff=0.5)
    key = "cli.do_unknown_near" if near else "cli.do_unknown"
    return say(key, name=name, near=", ".join(near))


def _fitted(name: str, plain: dict[str, str]) -> dict[str, object]:
    """Each value as JSON where it is some, else as words, else as a list with commas."""
    from workshop.commands import PARSE

    fields: dict[str, object] = {key: _as_json(value) for key, value in plain.items()}
    for _ in range(len(plain) + 1):
        try:
            PARSE.validate_python({"name": name, **fields})
        except ValidationError as error:
            if not _mended(fields, plain, error):
                raise Stop(_wrong(name, error)) from error
        else:
            return fields
    return fields


def _as_json(value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _mended(fields: dict[str, object], plain: dict[str, str], error: ValidationError) -> bool:
    """Read what did not fit in another way; False where nothing is left to try."""
    before = dict(fields)
    for complaint in error.errors(include_url=False, include_input=False):
        key = str(complaint["loc"][0]) if complaint["loc"] else ""
        if key not in plain:
            continue
        if complaint["type"] in _LISTS:
            fields[key] = [part.strip() for part in plain[key].split(",") if part.strip()]
        elif not isinstance(fields[key], list | dict):
            fields[key] = plain[key]
    return fields != before


def _wrong(name: str, error: ValidationError) -> str:
    """Which fields are missing, unknown or wrong, and which there are."""
    told: dict[str, list[str]] = {"missing": [], "unknown": [], "wrong": []}
    for complaint in error.errors(include_url=False, include_input=False):
        kind = {"missing": "missing", "extra_forbidden": "unknown"}.get(complaint["type"], "wrong")
        told[kind].append(str(complaint["loc"][0]) if complaint["loc"] else name)
    parts = [say(_SAID[kind], fields=", ".join(of)) for kind, of in told.items() if of]
    return " ".join([*parts, say("cli.do_takes", line=_line_of(name))])


def _all_commands() -> Iterator[str]:
    from workshop.commands import COMMANDS

    yield say("cli.do_list")
    for name in sorted(COMMANDS):
        yield f"  {_line_of(name)}"
    yield say("cli.do_list_more")
    for name in (*TELLS, NEXT, FOLLOW, VENUE):
        yield f"  {name}: {say(f'cli.do_{name}_about')}"


def _line_of(name: str) -> str:
    """The command with its fields; what must be there has a star."""
    from workshop.commands import COMMANDS

    fields = (
        f"{key}{'*' if field.is_required() else ''}"
        for key, field in COMMANDS[name].model_fields.items()
        if key != "name"
    )
    return " ".join([name, *fields])


def _told(name: str, answer: dict[str, Any]) -> str:
    if answer["ok"]:
        return say("cli.do_done", name=name, id=answer["command"])
    return say("cli.do_refused", name=name, why=answer["message"])
