"""What should be true of a run sheet; every one is said and none of them forbids anything."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from workshop import presets, weights
from workshop.agenda import phase_of, span
from workshop.case import Case
from workshop.planned import Block, Gathering
from workshop.terms import Role

LONGEST_STRETCH: Final = 90
"""Minutes after which people need a pause."""
TOLERANCE: Final = 5
"""Percent by which the need may fall short of its weight before it is told."""


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """One thing that should be true of the plan, and how it stands."""

    key: str
    told: str
    """Names the sentence in the catalogue, with the key before it."""
    holds: bool
    values: Mapping[str, str | int] = field(default_factory=dict)


def newest(case: Case) -> Gathering | None:
    """The gathering that is open, or the last that was planned."""
    return case.evening or next(reversed(list(case.gatherings.values())), None)


def plan_checks(case: Case, gathering: Gathering) -> tuple[PlanCheck, ...]:
    """Everything that can be said about a plan now; what there is nothing to say of is left out."""
    return tuple(_checks(case, gathering))


def _checks(case: Case, gathering: Gathering) -> Iterator[PlanCheck]:
    blocks = gathering.blocks
    if blocks:
        yield _minutes(gathering)
        yield _pause(blocks)
        yield from _loop(case, gathering, blocks)
    yield from _tables(case, gathering)
    yield _room(gathering)


def _minutes(gathering: Gathering) -> PlanCheck:
    room = span(gathering.start, gathering.end)
    if room is None:
        return PlanCheck("minutes", "unknown", holds=False)
    spare = room - sum(b.minutes for b in gathering.blocks)
    told = "fit" if spare == 0 else "spare" if spare > 0 else "over"
    return PlanCheck("minutes", told, spare >= 0, {"n": abs(spare)})


def stretches(blocks: tuple[Block, ...]) -> list[int]:
    """How many minutes people sit before, between and after the pauses."""
    counted = [0]
    for block in blocks:
        if block.kind == "pause":
            counted.append(0)
        else:
            counted[-1] += block.minutes
    return counted


def _pause(blocks: tuple[Block, ...]) -> PlanCheck:
    sat = stretches(blocks)
    if max(sat) > LONGEST_STRETCH:
        return PlanCheck("pause", "lacks", holds=False, values={"n": max(sat)})
    if len(sat) == 1:
        return PlanCheck("pause", "short", holds=True)
    return PlanCheck("pause", "after", holds=True, values={"n": sat[0]})


def need_share(blocks: tuple[Block, ...]) -> int | None:
    """Percent of the loop's minutes that the need has; None where there is no loop."""
    loop = [b for b in blocks if phase_of(b)]
    total = sum(b.minutes for b in loop)
    if not total:
        return None
    return round(100 * sum(b.minutes for b in loop if phase_of(b) == "B") / total)


def _loop(case: Case, gathering: Gathering, blocks: tuple[Block, ...]) -> Iterator[PlanCheck]:
    share = need_share(blocks)
    if share is None:
        # A seminar before the task is set has no round at all.
        if not gathering.template:
            yield PlanCheck("needs", "lacks", holds=False)
        return
    has = any(b.kind == "needs" for b in blocks)
    yield PlanCheck("needs", "there" if has else "lacks", has)
    turn = case.rounds[min(gathering.round, len(case.rounds)) - 1]
    wanted = weights.weight_of(turn if gathering.opened_at else case.rounds[-1]).need
    enough = share >= wanted - TOLERANCE
    told = {"n": share, "wanted": wanted}
    yield PlanCheck("share", "enough" if enough else "low", enough, told)


def lonely_tables(case: Case, gathering: Gathering) -> tuple[tuple[int, Role], ...]:
    """Tables where everybody who has joined is of one kind.

    A phone that several share says only what one of them is, so such a table is not judged.
    """
    at: dict[int, list[Role]] = {}
    shared: set[int] = set()
    for presence in case.presences.values():
        if presence.gathering == gathering.id and presence.table is not None:
            at.setdefault(presence.table, []).append(presence.role)
            if presence.heads > 1:
                shared.add(presence.table)
    return tuple(
        (table, roles[0])
        for table, roles in sorted(at.items())
        if table not in shared and len(roles) > 1 and len(set(roles)) == 1
    )


def _tables(case: Case, gathering: Gathering) -> Iterator[PlanCheck]:
    seated = any(
        p.gathering == gathering.id and p.table is not None for p in case.presences.values()
    )
    # Where only some kinds were asked to come, nobody is missing at a table of one kind.
    if not (seated and presets.of(case).size.mixed_tables) or gathering.roles:
        return
    lonely = lonely_tables(case, gathering)
    if not lonely:
        yield PlanCheck("tables", "mixed", holds=True)
        return
    table, role = lonely[0]
    told = "alone" if len(lonely) == 1 else "several"
    others = ", ".join(str(number) for number, _ in lonely)
    values: dict[str, str | int] = {"table": table, "role": role, "tables": others}
    yield PlanCheck("tables", told, holds=False, values=values)


def _room(gathering: Gathering) -> PlanCheck:
    look = gathering.room
    if look is None:
        return PlanCheck("room", "unseen", holds=False)
    if look.lacks:
        return PlanCheck("room", "lacks", holds=False, values={"lacks": look.lacks})
    return PlanCheck("room", "ready", holds=True)
