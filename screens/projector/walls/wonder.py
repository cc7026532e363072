"""Silence: the question that everybody thinks about alone, and a calm clock."""

from screens.projector.rows import stacked
from screens.projector.space import Drawn, Space, first_that_fits
from screens.projector.walls.clock import face, figure
from workshop.views import ProjectorView


def draw(view: ProjectorView, space: Space) -> Drawn:
    """The question as large as it fits above what to do and, while it runs, the time left."""
    lead = space.heading(space.say("projector.wonder_lead"), "muted")
    counts = view.block == "wonder" and view.left is not None
    clock = figure(face(view.left), space, "muted") if counts and view.left is not None else []
    asked = view.question or view.block_title
    room = space.rows - len(lead) - len(clock) - 2
    question = first_that_fits(room, space.block(asked), space.plain(asked, "strong"))
    return Drawn([stacked([part for part in (question, lead, clock) if part])])
