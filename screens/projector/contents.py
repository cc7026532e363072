"""What stands on each wall: rows on pages, and the sizes that they begin with."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby, zip_longest
from typing import Any, Final

from screens.projector import fitting
from workshop.views import ProjectorView, WallBar, WallCluster, WallCount

MOST_NOTES: Final = 4
MOST_NEEDS: Final = 2
"""Needs in words that stay above the ideas."""
NOTE_LETTERS: Final = 150

TARGETS: Final = 6
TARGET_LETTERS: Final = 40
TARGET_ROOM: Final = 9

BARS: Final = 5
BAR_LETTERS: Final = 22
BAR_ROOM: Final = 10
BAR_TITLE: Final = 3 * BAR_LETTERS
"""As much of a title as a result needs; the choice is made, and its number says the rest."""

THOUSAND: Final = 1000

COLUMN_LETTERS: Final = 22
COLUMN_ROOM: Final = 10
FEW_LINES: Final = 3
"""Lines in a column that still leave room for the question above them."""

PROMISE_LETTERS: Final = 44
PROMISE_ROOM: Final = 6

TURN: Final = 20
"""Seconds that each of the two ways in stands, network and address."""
LIST_LETTERS: Final = 42
LIST_ROOM: Final = 7
CATEGORIES: Final = 12

Values = Mapping[str, Any]
Column = tuple[str, Sequence[str]]


def way_in(pages: int, page: int, since: datetime | None, now: datetime) -> int:
    """Which page of the way in stands now, from 1: they take turns from the one that was asked."""
    seconds = (now - since).total_seconds() if since else now.timestamp()
    return (page - 1 + max(0, int(seconds)) // TURN) % pages + 1


def collecting(view: ProjectorView) -> Values:
    """What is asked for, how much there is, and the newest notes that were let through."""
    texts = [fitting.shortened(note.text, NOTE_LETTERS) for note in view.notes]
    needs = view.turn.statements if view.collecting == "idea" else ()
    shown = {"what": view.collecting, "count": view.count, "notes": texts[:MOST_NOTES]}
    return {**shown, "needs": needs[:MOST_NEEDS]}


def question(view: ProjectorView) -> Values:
    """The question with its frame below, or the frame on pages of its own where it is long."""
    frame = view.frame
    who = tuple(filter(None, (frame.who_decides, frame.when_decided)))
    money = (frame.budget,) if frame.budget else ()
    every: tuple[Column, ...] = (
        *(("fixed", frame.fixed), ("open", frame.open)),
        *(("budget", money), ("decides", who)),
    )
    columns = [(name, texts) for name, texts in every if texts]
    pages: list[tuple[str, list[Column]]] = [(view.question, columns)]
    if any(_height(texts) > FEW_LINES for _, texts in columns):
        pages = [(view.question, []), *(("", page) for page in _over_pages(columns))]
    (shown, below), page = fitting.chosen(pages, view.page)
    return {
        "page": page,
        "pages": len(pages),
        "question": shown,
        "columns": below,
        "first": page == 1,
        "size": fitting.size_of_question(view.question),
    }


def _height(texts: Sequence[str]) -> int:
    return sum(fitting.lines(text, COLUMN_LETTERS) for text in texts)


def _over_pages(columns: Sequence[Column]) -> list[list[Column]]:
    """Columns that are too long for one page, each going on from page to page."""
    limits = {"most": COLUMN_ROOM, "letters": COLUMN_LETTERS, "room": COLUMN_ROOM}
    packed = [fitting.paged(fitting.singly(texts), str, **limits) for _, texts in columns]
    pages: list[list[Column]] = []
    for parts in zip_longest(*packed, fillvalue=[]):
        named = zip((name for name, _ in columns), parts, strict=True)
        pages.append([(name, texts) for name, texts in named if texts])
    return pages


def wonder(view: ProjectorView) -> Values:
    """The question that everybody thinks about alone, and a clock while they do."""
    asked = view.question or view.block_title
    size = fitting.size_of_question(asked)
    return {"question": asked, "size": size, "counts": view.block == "wonder"}


def targets(view: ProjectorView) -> Values:
    """Six clusters or ideas a page, fewer where their words are many."""
    pages = fitting.paged(
        fitting.singly(view.clusters),
        _title,
        most=TARGETS,
        letters=TARGET_LETTERS,
        room=TARGET_ROOM,
    )
    shown, page = fitting.chosen(pages, view.page)
    longest = TARGET_ROOM * TARGET_LETTERS
    rows = [(t.number, fitting.shortened(t.title, longest), t.notes) for t in shown]
    return {
        "page": page,
        "pages": len(pages),
        "targets": rows,
        "size": fitting.size_of((title for _, title, _ in rows), TARGET_LETTERS),
        "dots": view.dots,
        "by_hands": view.by_hands,
        "by_code": view.by_code,
        "voted": view.voted,
    }


def results(view: ProjectorView) -> Values:
    """Five bars a page, those that are about equal together, in thousandths of the longest."""
    groups = [tuple(group) for _, group in groupby(view.bars, _tie)]
    pages = fitting.paged(groups, _title, most=BARS, letters=BAR_LETTERS, room=BAR_ROOM)
    bars, page = fitting.chosen(pages, view.page)
    largest = max((bar.dots or 0 for bar in view.bars), default=0) or 1
    drawn = [(tie > 0, [_row(bar, largest) for bar in group]) for tie, group in groupby(bars, _tie)]
    return {
        "page": page,
        "pages": len(pages),
        "groups": drawn,
        "thousands": largest >= THOUSAND,
        "figures": any(bar.dots is not None for bar in view.bars),
        "size": fitting.size_of(map(_title, bars), BAR_LETTERS),
        "voted": sum(view.turnout.values()),
    }


def _title(row: WallBar | WallCluster) -> str:
    return fitting.shortened(row.title, BAR_TITLE) if isinstance(row, WallBar) else row.title


def _tie(bar: WallBar) -> int:
    """The same number, above zero, for bars that are about equal; its own for any other."""
    return bar.tie if bar.tie is not None else -bar.number


def _row(bar: WallBar, largest: int) -> Values:
    length = round(1000 * (bar.dots or 0) / largest)
    return {"title": _title(bar), "dots": bar.dots, "length": length, "order": bar.place}


def closing(view: ProjectorView) -> Values:
    """What was promised, on as many pages as it needs."""
    limits = {"most": PROMISE_ROOM, "letters": PROMISE_LETTERS, "room": PROMISE_ROOM}
    pages = fitting.paged(fitting.singly(view.promises), str, **limits)
    shown, page = fitting.chosen(pages, view.page)
    return {
        "page": page,
        "pages": len(pages),
        "promises": shown,
        "size": fitting.size_of(shown, PROMISE_LETTERS),
    }


def actors(view: ProjectorView) -> Values:
    """How many have said who is missing, and of which kinds; or the rings, page by page."""
    if view.people.asks:
        return {"asks": True, "count": view.count, "categories": categories(view)}
    # A ring without anybody has one empty line, where the page says so.
    rings: list[Column] = [(ring.key, ring.names or ("",)) for ring in view.people.rings]
    return {"asks": False, **_lists(rings, view.page)}


def categories(view: ProjectorView) -> tuple[WallCount, ...]:
    """The kinds that are missed most."""
    return view.people.missing[:CATEGORIES]


def opening(view: ProjectorView, roles: str, held: Sequence[str] = ()) -> Values:
    """Why you are asked, the promises, who decides, when you hear: seven lines a page."""
    parts: list[Column] = [("why_asked", (view.people.why_asked,))]
    if view.promises:
        parts.append(("promises_heading", view.promises))
    if view.people.hear_by:
        parts.append(("hear_by", ()))
    if roles:
        parts.append(("roles", (roles,)))
    if held:
        parts.append(("stands", tuple(held)))
    if view.people.values:
        parts.append(("values", (", ".join(view.people.values),)))
    return _lists(parts, view.page)


def _lists(parts: Sequence[Column], page: int) -> Values:
    """Headings with texts under them; one that is too long goes on under its heading."""
    limits = {"most": LIST_ROOM, "letters": LIST_LETTERS, "room": LIST_ROOM - 1}
    blocks: list[Column] = []
    for name, texts in parts:
        chunks = fitting.paged(fitting.singly(texts), str, **limits)
        blocks += [(name, chunk) for chunk in chunks]
    pages = fitting.laid(fitting.singly(blocks), _tall, most=LIST_ROOM, room=LIST_ROOM)
    shown, number = fitting.chosen(pages, page)
    told = [text for name, texts in shown for text in (name, *texts)]
    return {
        "page": number,
        "pages": len(pages),
        "lists": shown,
        "size": fitting.size_of(told, LIST_LETTERS),
    }


def _tall(block: Column) -> int:
    _, texts = block
    return 1 + sum(fitting.lines(text, LIST_LETTERS) for text in texts)
