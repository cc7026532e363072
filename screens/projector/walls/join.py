"""The way in: first the network, then the address; one code at a time, since phones take any."""

from typing import Final

from screens import qr
from screens.projector.code import code
from screens.projector.rows import EMPTY, Rows, beside, centred, stacked, widest
from screens.projector.seen import Seen
from screens.projector.space import Drawn, Space, first_that_fits
from screens.projector.wording import address_of
from workshop.views import ProjectorView

AIR: Final = 2
"""Cells between the words and the code."""


def draw(view: ProjectorView | None, seen: Seen, space: Space) -> Drawn:
    """Two pages where the network is known, else one."""
    pages = []
    if seen.wifi:
        drawn = code(qr.network(seen.wifi, seen.password), space.cells, space.rows)
        pages.append(_page(drawn, space, _network(seen, _beside(drawn, space))))
    drawn = code(qr.capitals(seen.url), space.cells, space.rows)
    words = _address(view, seen, _beside(drawn, space))
    return Drawn([*pages, _page(drawn, space, words)])


def _beside(drawn: Rows | None, space: Space) -> Space:
    """The room that the words have."""
    taken = widest(drawn) + AIR if drawn else 0
    return Space(max(1, space.cells - taken), space.rows - 1, space.say, space.blocks)


def _page(drawn: Rows | None, space: Space, words: Rows) -> Rows:
    words = [EMPTY, *words]
    if drawn is None:
        return words
    above: Rows = [((" " * widest(drawn), ""),)] * ((space.rows - len(drawn)) // 2)
    return beside(words, [*above, *drawn], space.cells)


def _network(seen: Seen, space: Space) -> Rows:
    say = space.say
    heading = say("projector.join_network", n=1)
    labels = say("projector.join_wifi"), say("projector.join_password")
    keep, answer = say("projector.join_keep"), say("projector.join_keep_answer")
    hint = space.plain(keep, "muted")
    if len(hint) == 1 and len(keep) + len(answer) < space.cells:
        hint = [(*hint[0], (f" {answer}", "strong"))]
    else:
        hint.append(((answer, "strong"),))
    values = [v for v in zip(labels, (seen.wifi, seen.password), strict=True) if v[1]]

    def drawing(*, head: bool, label: bool, value: bool) -> Rows:
        parts = [_type(heading, "strong", space, block=head)]
        for name, text in values:
            under = _type(text, "live strong", space, block=value)
            parts.append([*_type(name, "muted", space, block=label), *under])
        return stacked([*parts, hint])

    return first_that_fits(
        space.rows,
        drawing(head=True, label=True, value=True),
        drawing(head=True, label=False, value=True),
        drawing(head=False, label=False, value=True),
        drawing(head=False, label=False, value=False),
    )


def _address(view: ProjectorView | None, seen: Seen, space: Space) -> Rows:
    say = space.say
    gathering = view.code if view else ""
    step = space.plain(say("projector.join_step_2"))
    if not seen.wifi:
        step = [*space.plain(say("projector.join_step_1")), *step]
    here: Rows = []
    if view and gathering:
        here = [((f"{say('projector.join_phones')} ", "muted"), (str(view.phones), "strong"))]
    box = view is not None and view.inbox
    more = space.plain(say("projector.inbox_step" if box else "projector.join_step_3"))
    welcome = say("projector.inbox_heading" if box else "projector.welcome_heading")

    def drawing(*, head: bool, address: bool, all_steps: bool) -> Rows:
        parts: list[Rows] = []
        if seen.wifi and gathering:
            parts.append(_type(say("projector.join_open", n=2), "strong", space, block=head))
        if gathering:
            parts.append(_type(gathering, "live strong", space, block=True))
        else:
            parts.append(_type(welcome, "strong", space, block=head))
        where = _type(address_of(seen.url), "strong", space, block=address)
        return stacked([*parts, step, where, more if all_steps else [], here])

    return first_that_fits(
        space.rows,
        drawing(head=True, address=space.far, all_steps=True),
        drawing(head=True, address=space.far, all_steps=False),
        drawing(head=False, address=False, all_steps=False),
    )


def _type(text: str, tone: str, space: Space, *, block: bool) -> Rows:
    """Block type where it is wanted and fits, else plain."""
    if block and (rows := space.block(text, tone)):
        return rows
    return space.plain(text, tone)


def alone(view: ProjectorView | None, seen: Seen, space: Space) -> Rows:
    """For a window too small for anything else: the code that is scanned, or the one in letters."""
    drawn = code(qr.capitals(seen.url), space.cells, space.rows)
    if drawn is None:
        letters = view.code if view and view.code else address_of(seen.url)
        tone = "live strong"
        drawn = first_that_fits(space.rows, space.block(letters, tone), space.plain(letters, tone))
    return centred(drawn, space.cells)
