"""The pause: one large clock, and when we begin again."""

from typing import Final

from screens.projector import letters
from screens.projector.rows import EMPTY, Row, Rows, centred, stacked
from screens.projector.space import Drawn, Space, first_that_fits
from screens.projector.walls.clock import MINUTE, NEARING, face
from workshop.nearing import nearing
from workshop.views import ProjectorView

AROUND: Final = 6
"""Rows that the words above and below the clock take, with air."""


def draw(view: ProjectorView, space: Space) -> Drawn:
    """A clock where a pause runs; else only that we are having one."""
    say = space.say
    heading = space.heading(view.block_title or say("projector.pause_heading"))
    if view.block != "pause" or view.left is None:
        soon = space.text(say("projector.again_soon"), "muted", most=space.rows // 2)
        title = space.text(say("projector.pause_heading"), "strong", most=space.rows // 2)
        return Drawn([_lowered([title, soon], space)])
    if view.paused:
        again = say("projector.again_soon")
    elif view.left > 0:
        again = say("projector.again_in", n=-(-view.left // MINUTE))
    else:
        again = say("projector.again_now")
    near = nearing(view.left, view.total, paused=view.paused)
    below = space.heading(again, NEARING[near] if near else "muted")
    return Drawn([_lowered([heading, _clock(face(view.left), space), below], space)])


def _clock(text: str, space: Space) -> Rows:
    """As large as it fits: every point a square of cells."""
    tone = "live strong"
    room = space.rows - AROUND
    wide = letters.enlarged_cells(text)
    scale = min(space.cells // wide, room // letters.POINTS)
    large: Rows = []
    if space.blocks and scale:
        large = [((row, tone),) for row in letters.enlarged(text, scale)]
    drawn = first_that_fits(room, large or None, space.block(text, tone), space.plain(text, tone))
    return centred(drawn, space.cells)


def _lowered(parts: list[Rows], space: Space) -> Rows:
    """The parts, a third of the empty rows above them."""
    rows = stacked(parts)
    empty: list[Row] = [EMPTY] * max(0, (space.rows - len(rows)) // 3 - 1)
    return [*empty, *rows]
