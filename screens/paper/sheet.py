"""The notes as a table for a spreadsheet: one a line, and nothing in it that could calculate."""

import csv
import io
from typing import Final

from screens.words import Words
from workshop.case import Case
from workshop.closing import fate_of
from workshop.said import Note
from workshop.views import title_of

COLUMNS: Final = ("what", "text", "state", "round", "cluster", "origin", "table", "fate", "answer")
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_table(case: Case, say: Words) -> str:
    """Every note that nobody took back, with a byte order mark and semicolons as Excel wants it."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow([say(f"report.column_{name}") for name in COLUMNS])
    for note in case.notes.values():
        if not note.is_gone:
            rows.writerow([harmless(cell) for cell in _cells(case, note, say)])
    return f"\ufeff{out.getvalue()}"


def harmless(cell: str) -> str:
    """The words of a cell, with an apostrophe before what a spreadsheet would take as a formula."""
    first = cell.lstrip(" \u00a0")
    return f"'{cell}" if first.startswith(_STARTS_A_FORMULA) else cell


def _cells(case: Case, note: Note, say: Words) -> tuple[str, ...]:
    fate = fate_of(case, note)
    return (
        say(f"report.what_{note.what}"),
        note.text or say("report.forgotten"),
        say(f"report.state_{note.state}"),
        str(note.round),
        title_of(case, note.cluster) if note.cluster else "",
        say(f"report.origin_{note.origin}"),
        str(note.table or ""),
        say(f"report.fate_{fate.fate}") if fate else "",
        fate.answer if fate else "",
    )
