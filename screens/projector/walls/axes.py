"""A picture of two axes in a terminal, and in words what lies where in it."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from screens.projector import fitting
from screens.projector.rows import Rows, columns, stacked, width
from screens.projector.space import Space
from screens.projector.spots import spots
from screens.scales import Scales
from screens.telling import CORNERS, Telling
from workshop import findings
from workshop.views import WallPoll

BESIDE: Final = 96
"""Cells from which the picture and its list stand beside each other."""
SMALL: Final = (41, 9)
LARGE: Final = (97, 19)
"""Cells and rows of the picture, at most; odd, so that the axes cross in the middle."""
LEAST: Final = 5
LABELS: Final = 2
"""Rows with the names of the axes."""


def pages(poll: WallPoll, space: Space, scales: Scales, room: int) -> list[Rows]:
    """The picture and what lies where; beside each other where there is room."""
    said = list(_said(poll, space, scales))
    picture = _picture(poll, space, room - LABELS)
    if space.cells >= BESIDE and not space.far:
        half = space.cells // 2
        beside = stacked([space.plain(text, tone, half) for text, tone in said], air=0)
        if max(len(picture), len(beside)) <= room:
            return [columns([picture, beside], space.cells)]
    made = [_large(text, tone, space) for text, tone in said]
    laid = fitting.laid(fitting.singly(made), len, most=len(made), room=room)
    return [picture, *(stacked(page, air=0) for page in laid)]


def _large(text: str, tone: str, space: Space) -> Rows:
    return space.text(text, tone, most=9) if space.far else space.plain(text, tone, space.cells)


def _said(poll: WallPoll, space: Space, scales: Scales) -> Iterator[tuple[str, str]]:
    """Each corner that holds something, with what it holds."""
    telling, form = Telling(space.say), poll.form
    placed = findings.placing(form, poll.counts)
    for corner in CORNERS:
        these = [p for p in placed if p.corner == corner]
        if these:
            yield telling.corner(form, corner), "muted"
        for p in these:
            apart = f" · {telling.apart()}" if p.wide else ""
            yield f"{p.number} {scales.item(p.item)}{apart}", ""
    if warned := telling.warning(form, poll.counts):
        yield warned, "strong"


def _picture(poll: WallPoll, space: Space, room: int) -> Rows:
    """The axes with the numbers on them; large numbers where letters are small."""
    form = poll.form
    most = LARGE if space.far else SMALL
    wide = min(most[0], space.cells - (space.cells + 1) % 2)
    high = max(LEAST, min(most[1], room - (room + 1) % 2))
    signs = [[" "] * wide for _ in range(high)]
    for row in signs:
        row[0] = row[wide // 2] = "│"
    signs[high // 2] = ["─"] * wide
    drawn: dict[int, Rows] = {
        n: space.line(str(n)) if space.far else [((str(n), ""),)]
        for n in range(1, len(findings.things(form)) + 1)
    }
    glyph_wide = max(width(row) for rows in drawn.values() for row in rows) + 1
    glyph_high = len(drawn[1])
    across, up = wide - 1 - glyph_wide, high - glyph_high
    placed = findings.placing(form, poll.counts)
    for spot in spots(form, placed, glyph_wide / across, glyph_high / max(up, 1)):
        x, y = 1 + round(spot.across * across), round((1 - spot.up) * up)
        _stamp(signs, drawn[spot.number], x, y)
    effect, effort = Telling(space.say).axes(form)
    under = f"{effort} →"
    return [
        ((f"↑ {effect}", "muted"),),
        *(tuple(_toned(sign) for sign in row) for row in signs),
        ((" " * max(0, wide - cell_len(under)) + under, "muted"),),
    ]


def _stamp(signs: list[list[str]], glyph: Rows, x: int, y: int) -> None:
    for down, row in enumerate(glyph):
        for along, sign in enumerate("".join(text for text, _ in row)):
            if sign.strip():
                signs[y + down][x + along] = sign


def _toned(sign: str) -> tuple[str, str]:
    return (sign, "muted" if sign in "│─" else "strong")
