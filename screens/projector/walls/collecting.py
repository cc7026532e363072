"""While the hall writes: what is asked for, how much there is, and what was let through."""

from typing import Final

from screens.projector import contents, letters
from screens.projector.rows import EMPTY, Row, Rows, beside, indented, stacked
from screens.projector.seen import Seen
from screens.projector.space import Drawn, Space
from screens.projector.walls.clock import clock, figure
from workshop.views import ProjectorView

MARK: Final[Row] = (("■", "live"),)
INDENT: Final = 3


def draw(view: ProjectorView, seen: Seen, space: Space) -> Drawn:
    """One page: the newest note first, and as many as there is room for."""
    values = contents.collecting(view)
    needs = [space.say("projector.statement", who=n.who, what=n.what) for n in values["needs"]]
    stated = [row for need in needs for row in space.heading(need, "muted")]
    above = stacked([[*_heading(view, space), *stated], _figures(view, seen, space)])
    room = space.rows - len(above) - 1
    notes = list(map(str, values["notes"]))
    below = _notes(notes, space, room) if notes else _none(space, room)
    return Drawn([stacked([above, below])])


def _heading(view: ProjectorView, space: Space) -> Rows:
    need = view.collecting == "need"
    asked = space.say(f"projector.prompt_{view.collecting}")
    if space.far:
        return space.heading(asked)
    row: Row = ((asked, "strong"),)
    if need:
        row += (("  ", ""), (space.say("projector.needs_prompt_more"), "muted"))
    return [row]


def _figures(view: ProjectorView, seen: Seen, space: Space) -> Rows:
    word = space.say(f"projector.count_{view.collecting}", n=view.count)
    left: Rows = [*figure(str(view.count), space, "strong"), ((word, "muted"),)]
    return beside(left, clock(seen, space), space.cells)


def _none(space: Space, room: int) -> Rows:
    return space.text(space.say("projector.notes_none"), "muted", most=room)


def _notes(notes: list[str], space: Space, room: int) -> Rows:
    """The newest always shows; those after it as long as they are whole."""
    rows: Rows = []
    for text in notes:
        words = _note(text, space, room)
        if rows and _too_small(text, words, space):
            break
        # In block type the mark stands beside the small letters.
        signs = [MARK] if len(words) < letters.ROWS or not space.far else [EMPTY, MARK]
        note = indented(words, INDENT, signs)
        needed = len(note) + (1 if rows else 0)
        if rows and needed > room:
            break
        rows += [EMPTY] * (1 if rows else 0) + note[:room]
        room -= needed
    return rows


def _too_small(text: str, words: Rows, space: Space) -> bool:
    """Whether a note lost its block type for want of room: nobody at the back would read it."""
    block = space.block(text, cells=space.cells - INDENT) if space.far else None
    return block is not None and len(words) < len(block)


def _note(text: str, space: Space, room: int) -> Rows:
    cells = space.cells - INDENT
    if space.far:
        return space.text(text, most=room, cells=cells)
    return space.plain(text, cells=cells)
