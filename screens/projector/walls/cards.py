"""Cards in a terminal: heading and words under each other, in block type where it has room."""

from screens.projector.cards import Card, Part, cards_of
from screens.projector.rows import Rows, stacked
from screens.projector.space import Drawn, Space
from workshop.views import ProjectorView


def draw(view: ProjectorView, space: Space) -> Drawn:
    """A card a page; one that is too high goes on on the next."""
    pages: list[Rows] = []
    for card in cards_of(view, space.say):
        rows = _card(card, space)
        pages += [rows[at : at + space.rows] for at in range(0, len(rows), space.rows)]
    return Drawn(pages)


def _card(card: Card, space: Space) -> Rows:
    block = stacked([_part(part, space, block=True) for part in card.parts])
    if len(block) <= space.rows:
        return block
    return stacked([_part(part, space, block=False) for part in card.parts])


def _part(part: Part, space: Space, *, block: bool) -> Rows:
    above = space.heading(part.heading, f"{part.tone} strong".strip())
    texts = [
        space.text(text, most=space.rows) if block else space.plain(text) for text in part.texts
    ]
    return stacked([above, stacked(texts)], air=space.air if block else 0) if texts else above
