"""What the hall may see across cases and years: what comes in which case, and what got better."""

from collections.abc import Iterable
from datetime import datetime

from workshop.basics import Value
from workshop.case import Case
from workshop.practice import is_made_up
from workshop.views.shared import title_of_sketch


class WallStop(Value):
    """Something that comes in a quarter: in which case and of which kind, and nobody's words."""

    year: int
    quarter: int
    programme: str
    case: str
    what: str


class WallEffect(Value):
    """Something that should get better; a figure that nobody has taken is empty, never zero.

    Who follows it up is often a person's name, which does not leave the desk.
    """

    text: str
    before: str
    target: str
    now: str


class WallUse(Value):
    """How much a solution was used when somebody last looked."""

    title: str
    users: int
    per_week: int
    months: int


def roadmap(case: Case, cases: Iterable[Case], now: datetime) -> tuple[WallStop, ...]:
    """What comes from this quarter on in every case of the file, in the order of its days.

    Made-up cases and real ones never stand beside each other.
    """
    from workshop.portfolio import portfolio, road  # noqa: PLC0415 - no hall starts with it

    today = now.astimezone().date()
    first = (today.year, (today.month + 2) // 3)
    kin = [other for other in cases if is_made_up(other.id) == is_made_up(case.id)]
    stops = [
        (stop, programme)
        for programme, held in road(portfolio(kin, today)).items()
        for stop in held
        if (stop.year, stop.quarter) >= first
    ]
    stops.sort(key=lambda found: (found[0].year, found[0].quarter, not found[1], found[1]))
    seen = (
        WallStop(year=s.year, quarter=s.quarter, programme=name, case=s.case, what=s.due.what)
        for s, name in stops
    )
    # Two promises of a case in one quarter are one line to who looks from afar.
    return tuple(dict.fromkeys(seen))


def effects(case: Case) -> tuple[WallEffect, ...]:
    """What was hoped for beside what was measured (Lier: effects that can be seen)."""
    return tuple(
        WallEffect(text=b.text, before=b.baseline, target=b.target, now=b.measured)
        for b in case.benefits.values()
        if b.text
    )


def uses(case: Case) -> tuple[WallUse, ...]:
    """Each solution that somebody has counted the use of, as it was last."""
    return tuple(
        WallUse(
            title=title_of_sketch(case, sketch),
            users=seen[-1].users,
            per_week=seen[-1].per_week,
            months=seen[-1].months,
        )
        for sketch, seen in case.uses.items()
        if seen
    )
