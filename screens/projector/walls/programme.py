"""The programme in a terminal: when and what, with what goes on now in the accent."""

from typing import Final

from screens.projector import fitting
from screens.projector.programming import ITEMS, items
from screens.projector.rows import Rows, indented, padded, stacked, widest
from screens.projector.space import Drawn, Space
from screens.projector.wording import Wording
from workshop.views import ProjectorView, WallItem

GAP: Final = 2
TONES: Final = {"been": "muted", "now": "live strong", "to_come": ""}


def draw(view: ProjectorView, space: Space, wording: Wording) -> Drawn:
    """As many blocks a page as there is room for, under the heading."""
    above = space.heading(space.say("projector.programme"))
    shown = items(view)
    if not shown:
        none = space.say("projector.programme_none")
        return Drawn([space.text(none, "muted", most=space.rows // 2)])
    times = [_time(item, space) for item in shown]
    lead = max(map(widest, times)) + GAP
    made = [
        indented(_title(item, space, wording, lead), lead, time)
        for item, time in zip(shown, times, strict=True)
    ]
    room = space.rows - len(above) - 2
    tight = fitting.laid(fitting.singly(made), len, most=ITEMS, room=room)
    airy = fitting.laid(fitting.singly(made), len, most=ITEMS, room=room, air=1)
    pages = [stacked(page, 1 if airy == tight else 0) for page in tight]
    return Drawn([stacked([above, page]) for page in pages])


def _time(item: WallItem, space: Space) -> Rows:
    now = item.stands == "now"
    word = space.say("projector.programme_now") if now else item.begins
    tone = "live strong" if now else "muted"
    return space.line(word, tone) if space.far and space.fits_block(word) else [((word, tone),)]


def _title(item: WallItem, space: Space, wording: Wording, lead: int) -> Rows:
    cells, tone = space.cells - lead, TONES[item.stands]
    title = wording.block(item)
    if space.far:
        rows = space.text(title, tone, most=space.rows // 2, cells=cells)
    else:
        rows = space.plain(title, tone, cells=cells)
    return [padded(row, cells) for row in rows]
