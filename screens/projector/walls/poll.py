"""A poll: what is asked and how many have answered, and after it how the answers lie."""

from typing import Final

from screens.projector import fitting
from screens.projector.rows import EMPTY, Row, Rows, beside, padded, sides, stacked, width
from screens.projector.seen import Seen
from screens.projector.space import Drawn, Space
from screens.projector.walls import own
from screens.projector.walls.clock import clock
from screens.projector.wording import beside_phones
from screens.scales import Scales, column
from screens.telling import Telling
from workshop.findings import things
from workshop.scored import Item, Step
from workshop.views import ProjectorView, WallPoll

LABEL: Final = 0.4
"""How much of the width the words of an answer may have."""
LARGE_BARS: Final = 3
"""So many bars have room for labels in block type."""
FIGURE: Final = 14
"""Cells that a count in block type takes, with air."""
EACH: Final = 5
"""Rows of an answer in block type with its bar."""
AROUND: Final = 6
"""Rows that advice and air take."""


def draw(view: ProjectorView, seen: Seen, space: Space, scales: Scales) -> Drawn:
    """Open: the question. Closed: each item with its answers, never a mean alone."""
    poll = view.poll
    if poll is None:
        return Drawn([space.text(space.say("projector.poll_none"), "muted", most=space.rows)])
    if poll.open:
        return _asking(poll, seen, space, scales)
    return _answers(poll, space, scales)


def _asking(poll: WallPoll, seen: Seen, space: Space, scales: Scales) -> Drawn:
    say = space.say
    left = [
        *space.heading(scales.title(poll.what, poll.form)),
        ((say("projector.poll_answered", n=poll.answered), "strong"),),
        ((say("projector.poll_blind"), "muted"),),
    ]
    above = beside(left, clock(seen, space), space.cells)
    texts = [scales.item(item) for item in things(poll.form)]
    if len(texts) == 1 and texts[0] == poll.form.title:
        texts = [scales.step(poll.what, step) for step in poll.form.steps]
    room = space.rows - len(above) - 1
    most = room if len(texts) == 1 else 0
    made = [space.text(text, most=most) if most else space.plain(text) for text in texts]
    pages = fitting.laid(fitting.singly(made), len, most=len(made), room=room)
    return Drawn([stacked([above, stacked(page, air=0)]) for page in pages])


def _answers(poll: WallPoll, space: Space, scales: Scales) -> Drawn:
    say = space.say
    above = space.heading(scales.title(poll.what, poll.form))
    below = [*space.plain(told(poll, space), "muted", space.cells), *_advice(space)]
    if poll.answers is None:
        few = space.text(say("projector.poll_few", n=poll.fewest), most=space.rows // 2)
        return Drawn([stacked([above, few])])
    if poll.form.kind in own.OWN_WALLS:
        room = space.rows - len(above) - len(below) - 2
        made = own.result(poll, space, scales, room)
        return Drawn([stacked([above, page, below]) for page in made])
    whole = space.far or len(poll.form.items) == 1
    made = [(_bars if whole else _columns)(poll, item, space, scales) for item in poll.form.items]
    legend = "" if whole else scales.legend(poll.what, poll.form)
    below = [*(space.plain(legend, "muted", space.cells) if legend else []), *below]
    room = space.rows - len(above) - len(below) - 2
    most = 1 if whole else len(made)
    pages = fitting.laid(fitting.singly(made), len, most=most, room=room, air=1)
    return Drawn([stacked([above, stacked(page), below]) for page in pages])


def _advice(space: Space) -> Rows:
    return space.plain(space.say("projector.poll_advice"), "muted", space.cells)


def told(poll: WallPoll, space: Space) -> str:
    """Whose answers are shown, and how many are not."""
    shown = space.say("projector.poll_of", n=poll.answers or 0)
    hidden = space.say("projector.poll_withheld", n=poll.withheld) if poll.withheld else ""
    return " ".join(filter(None, (shown, beside_phones(poll.turnout, space.say), hidden)))


def _columns(poll: WallPoll, item: Item, space: Space, scales: Scales) -> Rows:
    """The words, and under them every answer as a column of one cell with its count."""
    steps = poll.counts.get(item.key, {})
    most = max(steps.values(), default=1)
    rows: Rows = [()]
    for step in poll.form.steps:
        n = steps.get(step.key, 0)
        made: Row = (
            (f"{scales.short(poll.what, step)} ", "muted"),
            (column(n, most), "bar"),
            (f" {n}   ", "strong"),
        )
        if rows[-1] and width((*rows[-1], *made)) > space.cells:
            rows.append(())
        rows[-1] += made
    return [*space.plain(scales.item(item), cells=space.cells), *rows, *_told(poll, item, space)]


def _told(poll: WallPoll, item: Item, space: Space) -> Rows:
    """The same in words."""
    told = Telling(space.say).of_item(poll.form, item, poll.counts)
    return space.plain(told, "strong", space.cells) if told else []


def _sentence(told: str, space: Space, above: int) -> Rows:
    """A sentence that the hall must read: block type where letters are small, if it has room."""
    if space.far:
        return space.text(told, "strong", most=space.rows - above - AROUND)
    return space.plain(told, "strong", space.cells)


def _bars(poll: WallPoll, item: Item, space: Space, scales: Scales) -> Rows:
    """The words, and under them a bar for every answer."""
    steps = poll.counts.get(item.key, {})
    most = max(steps.values(), default=0) or 1
    rows: Rows = []
    if scales.item(item) != poll.form.title:
        rows += [*space.text(scales.item(item), most=space.rows // 3), EMPTY]
    large = space.far and all(
        space.fits_block(scales.step(poll.what, step), int(space.cells * LABEL) - 2)
        for step in poll.form.steps
    )
    draw = _large_bar if large and len(poll.form.steps) <= LARGE_BARS else _bar
    if draw is _bar and _has_room_above(poll, space, scales, len(rows)):
        draw = _bar_below
    for step in poll.form.steps:
        rows += draw(steps.get(step.key, 0), most, (scales, poll, step), space)
    told = Telling(space.say).of_item(poll.form, item, poll.counts)
    above = len(rows) + len(space.heading(scales.title(poll.what, poll.form)))
    return [*rows, EMPTY, *_sentence(told, space, above)] if told else rows


def _bar(n: int, most: int, of: tuple[Scales, WallPoll, Step], space: Space) -> Rows:
    scales, poll, step = of
    lead = int(space.cells * LABEL)
    label = fitting.shortened(scales.ended(poll.what, poll.form, step), lead - 2)
    length = round((space.cells - lead - 6) * n / most)
    row: Row = (
        (label.ljust(lead), ""),
        ("█" * length, "bar"),
        (f" {n}", "strong"),
    )
    return [row, row[1:2] and ((" " * lead, ""), ("▀" * length, "bar"))] if space.far else [row]


def _has_room_above(poll: WallPoll, space: Space, scales: Scales, taken: int) -> bool:
    """Whether each answer can stand in block type over its bar, and what is said still fits."""
    steps = poll.form.steps
    words = (scales.step(poll.what, step) for step in steps)
    whole = space.far and all(space.fits_block(text, space.cells - FIGURE) for text in words)
    heading = len(space.heading(scales.title(poll.what, poll.form)))
    # A sentence of two lines of block type may stand below.
    return whole and taken + heading + EACH * (len(steps) + 2) + AROUND <= space.rows


def _bar_below(n: int, most: int, of: tuple[Scales, WallPoll, Step], space: Space) -> Rows:
    """The answer and its count in block type, the bar below them."""
    scales, poll, step = of
    pairs = zip(space.line(scales.step(poll.what, step)), space.line(str(n), "strong"), strict=True)
    length = round(space.cells * n / most)
    return [*(sides(a, b, space.cells) for a, b in pairs), (("▀" * length, "bar"),)]


def _large_bar(n: int, most: int, of: tuple[Scales, WallPoll, Step], space: Space) -> Rows:
    """A bar as high as its label in block type."""
    scales, poll, step = of
    lead = int(space.cells * LABEL)
    label = space.line(scales.step(poll.what, step))
    figure = space.line(str(n), "strong")
    room = space.cells - lead - max(map(width, figure)) - 2
    bar = "█" * max(round(room * n / most), 1 if n else 0)
    rows: Rows = [
        (*padded(name, lead), (bar, "bar"), ("  ", ""), *number)
        for name, number in zip(label, figure, strict=True)
    ]
    return [*rows, EMPTY]
