"""The question, and what is fixed, what is open and who decides: below it or on own pages."""

from collections.abc import Sequence
from typing import Final

from screens.projector import fitting
from screens.projector.rows import Rows, columns, stacked
from screens.projector.space import Drawn, Space, first_that_fits
from workshop.views import ProjectorView

Part = tuple[str, Sequence[str]]
"""A heading and the texts under it."""
FEW: Final = 3
"""Rows below the question that a hall takes in with it."""


def draw(view: ProjectorView, space: Space) -> Drawn:
    """The question first; its frame with it where all of it fits."""
    parts = _parts(view, space)
    asked = _question(view, space)
    if not parts:
        return Drawn([asked])
    together = stacked([asked, _columns(parts, space)])
    if not space.far and len(_columns(parts, space)) <= FEW + 1 and len(together) < space.rows:
        return Drawn([together])
    return Drawn([asked, *(page for part in parts for page in _pages(part, space))])


def _parts(view: ProjectorView, space: Space) -> list[Part]:
    frame = view.frame
    who = tuple(filter(None, (frame.who_decides, frame.when_decided)))
    money = (frame.budget,) if frame.budget else ()
    every: tuple[Part, ...] = (
        *(("fixed", frame.fixed), ("open", frame.open)),
        *(("budget", money), ("decides", who)),
    )
    return [(space.say(f"projector.{name}"), texts) for name, texts in every if texts]


def _question(view: ProjectorView, space: Space) -> Rows:
    if not view.question:
        return space.text(space.say("projector.no_question"), "muted", most=space.rows)
    return first_that_fits(
        space.rows, space.block(view.question), space.plain(view.question, "strong")
    )


def _columns(parts: Sequence[Part], space: Space) -> Rows:
    cells = space.cells // len(parts) - 2
    made: list[Rows] = []
    for heading, texts in parts:
        body = [row for text in texts for row in space.plain(text, cells=cells)]
        made.append([((heading, "strong"),), *body])
    return columns(made, space.cells)


def _pages(part: Part, space: Space) -> list[Rows]:
    """One heading with its texts, on as many pages as they need."""
    heading, texts = part
    above = space.heading(heading, "muted")
    room = space.rows - len(above) - 2
    body = [space.text(t, most=room) if space.far else space.plain(t) for t in texts]
    pages = fitting.laid(fitting.singly(body), len, most=len(body), room=room, air=1)
    return [stacked([above, stacked(page)]) for page in pages]
