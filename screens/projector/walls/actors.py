"""Who can help, ring by ring; or how many have said who is missing, while the hall is asked."""

from typing import Final

from screens.projector import contents
from screens.projector.rows import Rows, beside, stacked
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
    """Side by side, a category and its figure never apart; block type where letters are small."""
    between = ", " if space.far else " " * BESIDE
    lines: list[str] = []
    for text in told:
        longer = f"{lines[-1]}{between}{text}" if lines else text
        room = space.fits_block(longer) if space.far else len(longer) <= space.cells
        if lines and room:
            lines[-1] = longer
        else:
            lines.append(text)
    if space.far and all(space.fits_block(line) for line in lines):
        return space.under([space.line(line) for line in lines])
    return [((line, ""),) for line in lines]
