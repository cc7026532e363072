"""Who can help, ring by ring; or how many have said who is missing, while the hall is asked."""

from typing import Final

from screens.projector import contents
from screens.projector.rows import Row, Rows, beside, stacked
from screens.projector.seen import Seen
from screens.projector.space import Drawn, Space
from screens.projector.walls.clock import clock, figure
from screens.projector.walls.lists import Part, paged
from workshop.views import ProjectorView

BESIDE: Final = 3
"""Cells between two categories on a row."""


def draw(view: ProjectorView, seen: Seen, space: Space) -> Drawn:
    """The rings, on as many pages as they need; no text that has not been let through."""
    if view.people.asks:
        return Drawn([_missing(view, seen, space)])
    none = space.say("projector.none_yet")
    parts = [
        Part(
            space.say(f"projector.ring_{ring.key}"),
            ring.names or (none,),
            "" if ring.names else "muted",
        )
        for ring in view.people.rings
    ]
    return Drawn(paged(parts, space))


def _missing(view: ProjectorView, seen: Seen, space: Space) -> Rows:
    say = space.say
    word = say("projector.count_actor", n=view.count)
    left: Rows = [*figure(str(view.count), space, "strong"), ((word, "muted"),)]
    above = stacked(
        [
            space.heading(say("projector.actors_prompt")),
            beside(left, clock(seen, space), space.cells),
        ]
    )
    told = [
        say("projector.category_count", category=say(f"projector.category_{c.category}"), n=c.n)
        for c in contents.categories(view)
    ]
    room = space.rows - len(above) - 1
    if not told:
        return stacked([above, space.text(say("projector.actors_none"), "muted", most=room)])
    return stacked([above, _flowing(told, space)])[: space.rows]


def _flowing(told: list[str], space: Space) -> Rows:
    """In block type line by line as long as letters are small; else side by side."""
    if space.far:
        joined = space.block(", ".join(told))
        if joined:
            return joined
    rows: list[Row] = []
    row, used = "", 0
    for text in told:
        long = len(text) + (BESIDE if row else 0)
        if row and used + long > space.cells:
            rows.append(((row, ""),))
            row, used = "", 0
        row = f"{row}{' ' * BESIDE if row else ''}{text}"
        used = len(row)
    return [*rows, ((row, ""),)]
