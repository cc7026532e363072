"""The list of all the cases: as a page, as text, or as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from screens.paper.markdown import bullets, day, plain, table
from screens.paper.page import as_page
from screens.paper.sheet import harmless
from screens.words import Words
from workshop.portfolio import Due, Row

COLUMNS: Final = (
    *("title", "municipality", "programme", "status", "round", "state", "people", "testers"),
    *("adopted", "day", "next", "late"),
)
SHOWN: Final = ("title", "status", "state", "day", "next")
"""What a page has room for; the table for a spreadsheet has every column."""

TYPED: Final = frozenset({"title", "next"})
"""The columns that hold what somebody has typed."""


def as_markdown(rows: Sequence[Row], today: date, say: Words) -> str:
    """A row for every case, and below it what is overdue in each."""
    return "\n\n".join(_paragraphs(rows, today, say)) + "\n"


def as_html(rows: Sequence[Row], today: date, say: Words) -> str:
    """The same as a page of its own."""
    return as_page(as_markdown(rows, today, say), say("portfolio.title"), say)


def as_table(rows: Sequence[Row], say: Words) -> str:
    """Every column, with a byte order mark and semicolons as Excel wants it."""
    out = io.StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerow([say(f"portfolio.col_{name}") for name in COLUMNS])
    for row in rows:
        cells = _cells(row, say)
        lines.writerow([harmless(cells[name]) for name in COLUMNS])
    return f"\ufeff{out.getvalue()}"


def _paragraphs(rows: Sequence[Row], today: date, say: Words) -> Iterator[str]:
    yield f"# {say('portfolio.title')}"
    if not rows:
        yield say("portfolio.none")
        return
    yield say("portfolio.about", day=day(today))
    heads = [say(f"portfolio.col_{name}") for name in SHOWN]
    told = [_cells(row, say) for row in rows]
    shown = [[plain(c[name]) if name in TYPED else c[name] for name in SHOWN] for c in told]
    yield table(heads, shown)
    if any(row.late for row in rows):
        yield f"## {say('portfolio.overdue')}"
    for row in rows:
        if row.late:
            yield f"### {plain(row.title)}"
            yield bullets(
                [
                    say("portfolio.late", day=day(due.day), told=plain(_told(due, say)))
                    for due in row.late
                ]
            )


def _cells(row: Row, say: Words) -> dict[str, str]:
    coming = row.next
    return {
        "title": row.title,
        "municipality": row.municipality,
        "programme": row.programme,
        "status": say(f"portfolio.status_{row.status}"),
        "round": str(row.round),
        "state": say(f"portfolio.state_{row.state}"),
        "people": str(row.people),
        "testers": str(row.testers),
        "adopted": ", ".join(row.adopted),
        "day": day(coming.day) if coming else "",
        "next": _told(coming, say) if coming else "",
        "late": str(len(row.late)),
    }


def _told(due: Due, say: Words) -> str:
    told = say(f"portfolio.due_{due.what}", text=due.text)
    return say("portfolio.due_by", told=told, who=due.who) if due.who else told
