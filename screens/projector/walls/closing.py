"""The end of the evening: what was promised, and when the hall hears from us."""

from typing import Final

from screens.projector import fitting, letters
from screens.projector.rows import EMPTY, Row, Rows, indented, stacked
from screens.projector.space import Drawn, Space
from screens.projector.wording import Wording
from workshop.views import ProjectorView

MOST: Final = 6
INDENT: Final = 3
MARK: Final[Row] = (("–", "muted"),)


def draw(view: ProjectorView, space: Space, wording: Wording) -> Drawn:
    """The promises on as many pages as they need, with date and thanks on each."""
    say = space.say
    below: list[Rows] = []
    if view.answer_date:
        day = say("projector.hear_from_us", date=wording.day(view.answer_date))
        below.append(_line(day, "strong", space, alone=not view.promises))
    below.append(_line(say("projector.thanks"), "", space, alone=not view.promises))
    if not view.promises:
        return Drawn([stacked(below)])
    above = space.heading(say("projector.promises_heading"))
    room = space.rows - len(above) - len(stacked(below)) - 3
    made = [_promise(text, space, room) for text in view.promises]
    pages = fitting.laid(fitting.singly(made), len, most=MOST, room=room, air=1)
    return Drawn([stacked([above, stacked(page), *below]) for page in pages])


def _line(text: str, tone: str, space: Space, *, alone: bool) -> Rows:
    """Block type where there is nothing else to read, or where letters are small."""
    if alone:
        return space.text(text, tone, most=space.rows // 2)
    return space.heading(text, tone)


def _promise(text: str, space: Space, room: int) -> Rows:
    cells = space.cells - INDENT
    rows = space.text(text, most=room, cells=cells) if space.far else space.plain(text, cells=cells)
    # In block type the mark stands beside the small letters.
    signs = [EMPTY, MARK] if space.far and len(rows) >= letters.ROWS else [MARK]
    return indented(rows, INDENT, signs)
