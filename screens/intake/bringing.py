"""Rows become notes: each once, however often the file is brought in."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol

from screens.intake.table import Table
from workshop.basics import NOTE_LENGTH
from workshop.terms import NoteKind
from workshop.text import clean, is_blank

TOGETHER: Final = 100
"""Notes that are sent before their receipts are waited for."""

Fate = Literal["taken", "before", "refused"]
Envelope = Mapping[str, Any]


class Sender(Protocol):
    """Records commands in order; one answer each, as the control port gives them."""

    def __call__(self, bodies: Sequence[Envelope]) -> Sequence[Mapping[str, Any]]:
        """Record these."""


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one row: taken, there before, or refused and why."""

    line: int
    fate: Fate
    why: str = ""
    """A key of the catalogue, or what the hall said."""
    note: str | None = None
    same_as: int | None = None
    """An earlier line of the file with the same words."""


@dataclass(slots=True)
class Tally:
    """What became of a whole file."""

    lines: list[Line] = field(default_factory=list)

    def count(self, fate: Fate) -> int:
        """How many rows had this fate."""
        return sum(line.fate == fate for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Read:
    line: int
    text: str
    body: Envelope | None
    why: str = ""
    same_as: int | None = None


def bring(
    table: Table,
    column: int,
    case: str,
    what: NoteKind,
    send: Sender,
    told: Callable[[int], None] = lambda _: None,
) -> Tally:
    """Send the words of one column as notes, in their order; ``told`` hears how far it has come."""
    tally = Tally()
    waiting: list[_Read] = []
    for row in _read(table, column, case, what):
        waiting.append(row)
        if len(waiting) == TOGETHER:
            tally.lines += _sent(waiting, send)
            waiting.clear()
            told(len(tally.lines))
    tally.lines += _sent(waiting, send)
    return tally


def _read(table: Table, column: int, case: str, what: NoteKind) -> Iterator[_Read]:
    first: dict[str, int] = {}
    times: Counter[str] = Counter()
    for row in table.rows:
        text = clean(row.cells[column]) if column < len(row.cells) else ""
        if is_blank(text):
            yield _Read(row.line, text, None, "blank")
            continue
        if len(text) > NOTE_LENGTH:
            yield _Read(row.line, text, None, "too_long")
            continue
        same_as = first.setdefault(text, row.line)
        times[text] += 1
        # The words and which time they come: a longer edition of the file adds only what is new.
        name = "\x1f".join((case, what, text, str(times[text])))
        command = f"import-{hashlib.blake2b(name.encode(), digest_size=16).hexdigest()}"
        body = {"id": command, "case": case, "name": "note.write", "origin": "import"}
        words = {**body, "what": what, "text": text}
        yield _Read(row.line, text, words, same_as=None if same_as == row.line else same_as)


def _sent(rows: Sequence[_Read], send: Sender) -> list[Line]:
    bodies = [row.body for row in rows if row.body is not None]
    answers = iter(send(bodies) if bodies else ())
    lines: list[Line] = []
    for row in rows:
        if row.body is None:
            lines.append(Line(row.line, "refused", row.why))
            continue
        answer = next(answers)
        if not answer.get("ok"):
            lines.append(Line(row.line, "refused", str(answer.get("message", ""))))
            continue
        fate: Fate = "before" if answer.get("repeated") else "taken"
        lines.append(Line(row.line, fate, note=str(row.body["id"]), same_as=row.same_as))
    return lines
