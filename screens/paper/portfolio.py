"""The list of all the cases: as a page, as text, or as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from screens.paper.markdown import bullets, day, plain, table
from screens.paper.page import as_page
from screens.paper.sheet import harmless
from screens.plans import kroner
from screens.words import Words
from workshop.portfolio import Due, Row, agents, road

COLUMNS: Final = (
    *("title", "municipality", "programme", "status", "round", "state", "people", "testers"),
    *("adopted", "day", "next", "late"),
    *(
        "goal",
        "year",
        "earlier",
        "cost",
        "owner",
        "place",
        "partners",
        "funding",
        "freed",
        "agents",
    ),
)
PLANNED: Final = (
    *("title", "goal", "programme", "year", "earlier", "cost", "owner", "status"),
    *("adopted", "funding", "freed"),
)
"""What goes into the list for the economic plan (Gausdal: HØP)."""
IN_YEAR: Final = ("title", "goal", "year", "earlier", "cost", "owner", "next")
SHOWN: Final = ("title", "status", "state", "day", "next")
"""What a page has room for; the table for a spreadsheet has every column."""

TYPED: Final = frozenset({"title", "next", "goal", "owner"})
"""The columns that hold what somebody has typed."""


def as_markdown(rows: Sequence[Row], today: date, say: Words, year: int | None = None) -> str:
    """A row for every case, and below it what is overdue in each; of one year, its plan."""
    told = _paragraphs(rows, today, say) if year is None else _plan(rows, year, say)
    return "\n\n".join(told) + "\n"


def as_html(rows: Sequence[Row], today: date, say: Words, year: int | None = None) -> str:
    """The same as a page of its own."""
    return as_page(as_markdown(rows, today, say, year), say("portfolio.title"), say)


def as_table(rows: Sequence[Row], say: Words, year: int | None = None) -> str:
    """Every column, with a byte order mark and semicolons as Excel wants it; of a year, its own."""
    out = io.StringIO()
    columns = COLUMNS if year is None else PLANNED
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerow([say(f"portfolio.col_{name}") for name in columns])
    for row in rows:
        cells = _cells(row, say)
        lines.writerow([harmless(cells[name]) for name in columns])
    return f"\ufeff{out.getvalue()}"


def road_as_markdown(rows: Sequence[Row], say: Words) -> str:
    """The road ahead: each programme with what comes in each quarter (Ullensaker: veikart)."""
    return "\n\n".join(_road(rows, say)) + "\n"


def road_as_html(rows: Sequence[Row], say: Words) -> str:
    """The same as a page of its own."""
    return as_page(road_as_markdown(rows, say), say("portfolio.road"), say)


def _road(rows: Sequence[Row], say: Words) -> Iterator[str]:
    yield f"# {say('portfolio.road')}"
    ahead = road(rows)
    if not ahead:
        yield say("portfolio.road_empty")
    for programme, stops in ahead.items():
        yield f"## {plain(programme) or say('portfolio.no_programme')}"
        for (year, quarter), held in groupby(stops, key=lambda s: (s.year, s.quarter)):
            yield f"### {say('portfolio.quarter', quarter=quarter, year=year)}"
            yield bullets(
                [
                    say("portfolio.stop", day=day(s.due.day, say), case=plain(s.case), told=told)
                    for s in held
                    for told in (plain(_told(s.due, say)),)
                ]
            )


def _plan(rows: Sequence[Row], year: int, say: Words) -> Iterator[str]:
    """The action plan of a year: its cases, what they cost, and those that were moved on."""
    yield f"# {say('portfolio.plan', year=year)}"
    if not rows:
        yield say("portfolio.plan_empty", year=year)
        return
    yield _table(rows, IN_YEAR, say)
    mine = [row.placed.cost for row in rows if row.placed.year == year]
    known = [cost for cost in mine if cost is not None]
    yield say("portfolio.sum", amount=kroner(sum(known), say))
    if without := len(mine) - len(known):
        yield say("portfolio.without", n=without)
    if moved := [row for row in rows if row.placed.year != year]:
        yield f"## {say('portfolio.moved_on')}"
        yield bullets([f"{plain(row.title)}: {row.placed.year or '–'}" for row in moved])


def _paragraphs(rows: Sequence[Row], today: date, say: Words) -> Iterator[str]:
    yield f"# {say('portfolio.title')}"
    if not rows:
        yield say("portfolio.none")
        return
    yield say("portfolio.about", day=day(today, say))
    yield _table(rows, SHOWN, say)
    if trained := agents(rows):
        yield say("portfolio.agents", n=len(trained), names=plain(", ".join(trained)))
    if any(row.late for row in rows):
        yield f"## {say('portfolio.overdue')}"
    for row in rows:
        if row.late:
            yield f"### {plain(row.title)}"
            yield bullets(
                [
                    say("portfolio.late", day=day(due.day, say), told=plain(_told(due, say)))
                    for due in row.late
                ]
            )


def _table(rows: Sequence[Row], columns: Sequence[str], say: Words) -> str:
    told = [_cells(row, say) for row in rows]
    shown = [[plain(c[name]) if name in TYPED else c[name] for name in columns] for c in told]
    return table([say(f"portfolio.col_{name}") for name in columns], shown)


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
        "day": day(coming.day, say) if coming else "",
        "next": _told(coming, say) if coming else "",
        "late": str(len(row.late)),
        **_planned(row),
    }


def _planned(row: Row) -> dict[str, str]:
    """Its place in the plans, with figures that a spreadsheet can add up."""
    placed = row.placed
    return {
        "goal": placed.goal,
        "year": str(placed.year or ""),
        "earlier": ", ".join(map(str, placed.earlier)),
        "cost": "" if placed.cost is None else str(placed.cost),
        "owner": placed.owner,
        "place": placed.place,
        "partners": ", ".join(row.partners),
        "funding": ", ".join(row.funding),
        "freed": str(row.freed or ""),
        "agents": ", ".join(row.agents),
    }


def _told(due: Due, say: Words) -> str:
    told = say(f"portfolio.due_{due.what}", text=due.text)
    return say("portfolio.due_by", told=told, who=due.who) if due.who else told
