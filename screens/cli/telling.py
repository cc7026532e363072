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
    from storage.reader import read_history
    from workshop.onward import onward

    hall = Control.find(file)
    url = str(hall.about["phone_url"]) if hall else say("cli.do_no_hall")
    told = [(line.key, line.text) for line in standing(case, url, datetime.now(UTC), say)]
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


TELLS: Final[dict[str, Tell]] = {"status": _status, "waiting": _waiting}
"""What can be asked, by its word."""
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
