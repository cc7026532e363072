"""What hall and phones may know of the run sheet: what, when and for how long, never the cues."""

from typing import Literal

from workshop.agenda import later
from workshop.basics import Value
from workshop.case import Case
from workshop.pace import following
from workshop.terms import BlockKind

Stands = Literal["been", "now", "to_come"]


class WallItem(Value):
    """A block of the programme on the projector."""

    title: str
    kind: BlockKind
    begins: str
    """When it was planned to begin, 18:30; empty where no time was set."""
    stands: Stands


class Coming(Value):
    """What comes after the block that is open."""

    title: str
    kind: BlockKind
    minutes: int


def programme(case: Case) -> tuple[WallItem, ...]:
    """The blocks of the open gathering, with what goes on now."""
    evening = case.evening
    if evening is None:
        return ()
    rest = {block.id for block in following(evening)}
    now = evening.held[-1].block if evening.held and case.running else None
    items: list[WallItem] = []
    at = 0
    for block in evening.blocks:
        stands: Stands = "to_come" if block.id in rest else "been"
        items.append(
            WallItem(
                title=block.title,
                kind=block.kind,
                begins=later(evening.start, at) if evening.start else "",
                stands="now" if block.id == now else stands,
            )
        )
        at += block.minutes
    return tuple(items)


def coming(case: Case) -> Coming | None:
    """The next block of the open gathering; None where none follows."""
    rest = following(case.evening) if case.evening else ()
    return next((Coming(title=b.title, kind=b.kind, minutes=b.minutes) for b in rest), None)
