"""The opening: why you are asked, what we promise, and when you hear from us (Jevnaker 3.1)."""

from screens.projector.cards import stands
from screens.projector.space import Drawn, Space
from screens.projector.walls.lists import Part, paged
from screens.projector.wording import Wording
from workshop.views import ProjectorView


def draw(view: ProjectorView, space: Space, wording: Wording) -> Drawn:
    """What stands there, on as many pages as it needs."""
    say = space.say
    why = view.people.why_asked or say("projector.why_asked_usual")
    parts = [Part(say("projector.why_asked"), (why,))]
    if view.promises:
        parts.append(Part(say("projector.promises_heading"), view.promises))
    if view.people.hear_by:
        parts.append(Part(say("projector.hear_from_us", date=wording.day(view.people.hear_by))))
    # The three things that everybody must see stand together; the rest may come on a next page.
    if view.people.who_decides:
        parts.append(Part(say("projector.roles"), (wording.roles(view),)))
    if held := stands(view, say):
        parts.append(Part(say("projector.stands"), tuple(held)))
    if view.people.values:
        parts.append(Part(say("projector.values"), (", ".join(view.people.values),)))
    return Drawn(paged(parts, space))
