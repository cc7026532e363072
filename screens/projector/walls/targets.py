"""Clusters, and what is voted on: six a page in their fixed order, and never a count of dots."""

from collections.abc import Sequence
from typing import Final

from screens.projector import fitting
from screens.projector.rows import Row, Rows, beside, indented, padded, sides, stacked, widest
from screens.projector.seen import Seen
from screens.projector.space import Drawn, Space
from screens.projector.walls.clock import clock, face
from workshop.views import ProjectorView, WallCluster

MOST: Final = 6
GAP: Final = 2
"""Cells between a number and its title."""


def draw(view: ProjectorView, seen: Seen, space: Space) -> Drawn:
    """The targets under what is asked; in a large window that stands in the first row instead."""
    if not view.clusters:
        none = space.say("projector.clusters_none")
        above = space.heading(_asked(view, space))
        return Drawn([stacked([above, space.text(none, "muted", most=space.rows // 2)])])
    rows = _all_rows(view, space)
    if space.far:
        pages = _laid(rows, space.rows - 1)
        heading = space.heading(_asked(view, space))
        if all(len(page) + len(heading) + 1 < space.rows for page in pages):
            pages = [stacked([heading, page]) for page in pages]
        return Drawn(pages, place=_dots(view, space), right=_right(view, space))
    above = _above(view, seen, space)
    pages = _laid(rows, space.rows - len(above) - 2)
    return Drawn([stacked([above, page]) for page in pages])


def _asked(view: ProjectorView, space: Space) -> str:
    if view.wall == "clusters":
        return space.say("projector.clusters_heading")
    return space.say("projector.voting_heading" if view.dots else "projector.voting_over_heading")


def _dots(view: ProjectorView, space: Space) -> str:
    """How many dots one has, while a vote is open."""
    if not (_votes(view) and view.dots):
        return ""
    told = space.say("projector.hands" if view.by_hands else "projector.dots", n=view.dots)
    return f"{told} {space.say('projector.coded')}" if view.by_code else told


def _votes(view: ProjectorView) -> bool:
    return view.wall == "voting" and view.dots is not None


def _above(view: ProjectorView, seen: Seen, space: Space) -> Rows:
    """What is asked, how many have voted, and the clock beside both."""
    left: Rows = space.plain(_asked(view, space), "strong")
    if _votes(view):
        voted = space.say("projector.voted", n=view.voted)
        left.append(((f"{_dots(view, space)}  ", ""), (voted, "muted")))
    return beside(left, clock(seen, space), space.cells)


def _right(view: ProjectorView, space: Space) -> Row:
    """For the first row: how many have voted, and the time left."""
    row: Row = ()
    if _votes(view):
        row = ((space.say("projector.voted", n=view.voted), "strong"), ("   ", ""))
    if view.left is not None:
        row += ((face(view.left), "live strong"), ("   ", ""))
    return row


def _all_rows(view: ProjectorView, space: Space) -> list[Rows]:
    tone = "live strong" if _votes(view) else "muted"
    numbers = [_number(target.number, tone, space) for target in view.clusters]
    lead = max(map(widest, numbers)) + GAP
    return [
        indented(_target(view, target, space, space.cells - lead), lead, number)
        for target, number in zip(view.clusters, numbers, strict=True)
    ]


def _number(number: int, tone: str, space: Space) -> Rows:
    return space.line(str(number), tone) if space.far else [((str(number), tone),)]


def _target(view: ProjectorView, target: WallCluster, space: Space, cells: int) -> Rows:
    if space.far:
        rows = space.text(target.title, most=space.rows - 1, cells=cells)
    else:
        rows = space.plain(target.title, cells=cells)
    if view.wall != "clusters" or not target.notes:
        return rows
    notes: Row = ((space.say("projector.notes", n=target.notes), "muted"),)
    # Beside the foot of the last line, where there is room.
    foot = -2 if space.far else -1
    if len(rows) >= -foot and widest([rows[foot]]) + widest([notes]) < cells:
        rows[foot] = sides(rows[foot], notes, cells)
    return [padded(row, cells) for row in rows]


def _laid(rows: Sequence[Rows], room: int) -> list[Rows]:
    """Pages of at most six; with air between where that moves nothing to another page."""
    tight, airy = (
        fitting.laid(fitting.singly(rows), len, most=MOST, room=room, air=air) for air in (0, 1)
    )
    return [stacked(page, air=1 if airy == tight else 0) for page in tight]
