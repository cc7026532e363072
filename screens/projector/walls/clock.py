"""The clock of the open block, as a wall shows it."""

from typing import Final

from screens.projector import letters
from screens.projector.rows import Rows
from screens.projector.seen import Seen
from screens.projector.space import Space
from workshop.nearing import nearing

MINUTE: Final = 60
NEARING: Final = {"soon": "strong", "last": "warn strong"}
"""The tone of the words when the end is near; nothing blinks, and the figure keeps its own."""


def face(left: int) -> str:
    """07:42, or +01:20 when the time is over."""
    sign, whole = ("+" if left < 0 else ""), abs(left)
    return f"{sign}{whole // MINUTE:02}:{whole % MINUTE:02}"


def clock(seen: Seen, space: Space) -> Rows:
    """The time left in block type, and what it is; nothing where no clock runs."""
    view = seen.view
    if view is None or view.left is None:
        return []
    word = "paused" if view.paused else "over" if view.left < 0 else "left"
    rows: Rows = figure(face(view.left), space, "live strong")
    near = nearing(view.left, view.total, paused=view.paused)
    if near:
        return [*rows, ((space.say(f"projector.left_{near}"), NEARING[near]),)]
    return [*rows, ((space.say(f"projector.{word}"), "muted"),)]


def figure(text: str, space: Space, tone: str) -> Rows:
    """A figure in block type, whose digits are all as wide; plain where there are no blocks."""
    if not (space.blocks and letters.covers(text)):
        return [((text, tone),)]
    return [((row, tone),) for row in letters.drawn(text, figures=True)]
