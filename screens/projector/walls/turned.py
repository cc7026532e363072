"""The usual order, and the turned one after it, in a terminal: a lane for each of those with it."""

from typing import Final

from screens.projector.rows import Rows, padded, stacked, widest
from screens.projector.space import Drawn, Space
from screens.projector.turned import ORDERS, WHOLE, Order

LABEL: Final = 0.42
"""How much of the width a name may have."""
GAP: Final = 2


def draw(space: Space) -> Drawn:
    """One a page, in block type where the letters are small."""
    return Drawn([_order(order, space, block=space.far) for order in ORDERS])


def _order(order: Order, space: Space, *, block: bool) -> Rows:
    say = space.say
    tone = "live" if order.key == "turned" else "muted"
    above = space.heading(say(f"projector.order_{order.key}"), f"{tone} strong")
    names = [say(f"projector.lane_{name}") for name, _ in order.lanes]
    most = int(space.cells * LABEL)
    block = block and all(space.fits_block(name, most) for name in names)
    drawn: list[Rows] = [space.line(name) if block else [((name, ""),)] for name in names]
    lead = max(map(widest, drawn)) + GAP
    lanes = [
        _lane(rows, lead, begins, space.cells, tone)
        for rows, (_, begins) in zip(drawn, order.lanes, strict=True)
    ]
    told = say(f"projector.order_{order.key}_told")
    air = 1
    large = space.block(told) if block else None
    whole = stacked([above, stacked(lanes, air), large or []], air)
    if large and len(whole) <= space.rows:
        return whole
    return stacked([above, stacked(lanes, air), space.plain(told)], air)


def _lane(name: Rows, lead: int, begins: int, cells: int, tone: str) -> Rows:
    """The name with a bar beside it, as high as the name but for its last row."""
    room = cells - lead
    before = room * begins // WHOLE
    bar = ((" " * before, ""), ("█" * (room - before), "bar" if tone == "live" else tone))
    high = range(max(1, len(name) - 1))
    rows = [padded(row, lead) for row in name]
    return [(*row, *bar) if at in high else row for at, row in enumerate(rows)]
