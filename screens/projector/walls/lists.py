"""Headings with texts under them, over as many pages as they need: actors and opening."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from screens.projector import fitting
from screens.projector.rows import Rows, indented, stacked
from screens.projector.space import Space

LINES: Final = 7
"""Lines of plain text that a hall takes in at once."""
INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, and what stands under it."""

    heading: str
    texts: tuple[str, ...] = ()
    tone: str = ""


def paged(parts: Sequence[Part], space: Space) -> list[Rows]:
    """The parts on pages of seven lines at most; a part that is too long goes on under its heading.

    In block type as many as there is room for.
    """
    most = space.rows if space.far else min(LINES, space.rows)
    air = 1 if space.far else 0
    blocks: list[Rows] = []
    for part in parts:
        above = space.heading(part.heading)
        room = max(1, most - len(above) - air)
        body = [indented(_text(t, part.tone, space, room), INDENT) for t in part.texts]
        if not body:
            blocks.append(above)
            continue
        chunks = fitting.laid(fitting.singly(body), len, most=len(body), room=room, air=air)
        blocks += [stacked([above, *chunk], air) for chunk in chunks]
    pages = fitting.laid(fitting.singly(blocks), len, most=max(1, len(blocks)), room=most, air=air)
    return [stacked(page) for page in pages]


def _text(text: str, tone: str, space: Space, room: int) -> Rows:
    cells = space.cells - INDENT
    if space.far:
        return space.text(text, tone, most=room, cells=cells)
    return space.plain(text, tone, cells=cells)
