"""The words of `medspill do` that only tell, or take more than one command: status, next."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from screens.cli.reaching import newest_or
from screens.cli.voice import Stop, say

if TYPE_CHECKING:
    from workshop.case import Case

Tell = Callable[["Case", Path], Sequence[tuple[str, str]]]


def tells(words: Sequence[str]) -> bool:
    """Whether these words ask for something that is read and not done."""
    return len(words) == 1 and words[0] in TELLS


def tell(word: str, file: Path, case: str | None, *, as_json: bool) -> int:
    """Say it, a line for each thing; as JSON an object with the same lines."""
    lines = TELLS[word](newest_or(file, case), file)
    if as_json:
        keys = ("key", "text")
        click.echo(json.dumps({"lines": [dict(zip(keys, line, strict=True)) for line in lines]}))
    else:
        for _, text in lines:
            click.echo(text)
    return 0


def _status(case: "Case", file: Path) -> Sequence[tuple[str, str]]:
    """Where the hall stands, what comes next, and what undo would take back."""
    from screens.control import Control
    from screens.standing import last_act, standing, step_words
    from storage.reader import read_cases, read_history
    from workshop.onward import onward

    hall = Control.find(file)
    url = str(hall.about["phone_url"]) if hall else say("cli.do_no_hall")
    lines = standing(case, url, datetime.now(UTC), say, read_cases(file).values())
    told = [(line.key, line.text) for line in lines]
    step = onward(case)
    if step.kind != "none":
        told.append(("next", step_words(step, say)))
    undoing = last_act(case, read_history(file)[case.id], say)
    if undoing is not None:
        key = "plain.undo_what" if undoing.may else "plain.undo_never"
        told.append(("undo", say(key, what=undoing.told)))
    return told


def _waiting(case: "Case", file: Path) -> Sequence[tuple[str, str]]:  # noqa: ARG001 - as the others
    """The notes that wait, whole, each with the id that `note.moderate` wants."""
    from screens.standing import waiting

    notes = waiting(case)
    head = say("plain.waiting", n=len(notes))
    lines = (say("cli.do_waiting", id=n.id, text=" ".join(n.text.split())) for n in notes)
    return [("count", head), *(("note", line) for line in lines)]


def _history(case: "Case", file: Path) -> Sequence[tuple[str, str]]:
    """What the desk did, the last first, each with the id that `undo` wants."""
    from screens.standing import own_acts
    from storage.reader import read_history

    acts = own_acts(case, read_history(file)[case.id], MOST_ACTS, say)
    told = [(act.command, say("cli.do_done_before", id=act.command, what=act.told)) for act in acts]
    return told or [("none", say("plain.nothing_to_undo"))]


def _things(case: "Case", file: Path) -> Sequence[tuple[str, str]]:  # noqa: ARG001 - as the others
    """Everything that a command can name, under the field that names it."""
    from screens.naming import named_things

    told = [(f"{field}={id_}", text) for field, id_, text in named_things(case)]
    lines = [
        (which, say("cli.do_thing", which=which, text=text) if text else which)
        for which, text in told
    ]
    return lines or [("none", say("cli.do_no_things"))]


def _cases(case: "Case", file: Path) -> Sequence[tuple[str, str]]:  # noqa: ARG001 - as the others
    """The cases of the file with their ids, for --case; a hall tells which one the wall follows."""
    from storage.reader import read_cases

    cases = sorted(read_cases(file).values(), key=lambda one: one.opened_at, reverse=True)
    return [(one.id, say("cli.do_thing", which=one.id, text=one.title)) for one in cases]


TELLS: Final[dict[str, Tell]] = {
    "status": _status,
    "waiting": _waiting,
    "history": _history,
    "things": _things,
    "cases": _cases,
}
"""What can be asked, by its word."""
MOST_ACTS: Final = 20
"""Acts of the desk's that are told at once."""
FOLLOW: Final = "follow"
"""The projector follows this case, as when it is opened at the desk."""
VENUE: Final = "venue"
"""What is known of the place, which is no part of any case."""
NEXT: Final = "next"
"""What the key of the next block does, where nothing has to be asked first."""


def next_bodies(file: Path, case: str | None, reason: str) -> list[dict[str, Any]]:
    """The commands that lead on; raises Stop where somebody must say more first."""
    from workshop.onward import doubt_of, onward

    found = newest_or(file, case)
    step = onward(found)
    if step.kind in {"none", "over"}:
        raise Stop(say(f"plain.step_{step.kind}"))
    if step.kind in {"close_vote", "close_poll"}:
        (name, _), *_ = step.commands
        raise Stop(say("cli.do_next_close", name=name))
    asked = doubt_of(found, step)
    passed: list[dict[str, Any]] = []
    if asked is not None:
        if not reason:
            about = "holders_missing" if asked.about == "holders" else f"against_{asked.about}"
            raise Stop(say("cli.do_next_why", why=say(f"desk.{about}")))
        passed = [{"name": "gate.pass", "gate": asked.gate, "reason": reason}]
    bodies = [{"name": name, **fields} for name, fields in step.commands]
    if reason and asked is None:
        bodies[0]["reason"] = reason
    return [*passed, *bodies]


def keep_venue(pairs: dict[str, str], file: Path) -> tuple[bool, str]:
    """Keep something of the place; whether it was kept, and all that is known, or what is wrong."""
    from screens.control import must_find

    hall = must_find(file)
    given: dict[str, object] = dict(pairs)
    if "coming" in pairs:
        coming = pairs["coming"]
        given["coming"] = int(coming) if coming.isdecimal() else coming or None
    if "aside" in pairs:
        given["aside"] = [part.strip() for part in pairs["aside"].split(",") if part.strip()]
    known = hall.keep(**given) if given else hall.get("/venue")
    if "ok" in known:
        return False, say("cli.do_refused", name=VENUE, why=known["message"])
    hidden = {"password", "welcomed"}
    rows = (f"{key}={value}" for key, value in known.items() if key not in hidden and value)
    return True, "\n".join(rows) or say("cli.do_venue_empty")


def follow(file: Path, case: str | None) -> str:
    """Let the projector follow a case."""
    from screens.control import must_find

    found = newest_or(file, case)
    must_find(file).choose(found.id)
    return say("cli.do_follows", title=found.title)
