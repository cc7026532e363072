"""Enters the sample case by ordinary commands, one part of its file at a time."""

from collections.abc import Awaitable, Callable
from typing import Final

from screens.rehearsal.hand import Hand
from screens.rehearsal.sample import after, before, evening, rounds
from screens.rehearsal.sample.part import Entering
from screens.rehearsal.sample.reading import Reading, sample

Told = Callable[[int, int], None]
"""Hears how many parts are entered, and of how many."""
Part = Callable[[Entering], Awaitable[None]]


def _assess(no: int) -> Part:
    return lambda e: before.assess(e, no)


def _come(no: int) -> Part:
    return lambda e: evening.come(e, no)


def _need(no: int) -> Part:
    return lambda e: rounds.need_of(e, no)


def _round(no: int) -> Part:
    return lambda e: rounds.round_of(e, no)


PARTS: Final[tuple[Part, ...]] = (
    *(before.opening, before.question, before.beliefs, before.room),
    *(before.gatherings, before.actors, _assess(1), _assess(2)),
    *(_come(1), evening.needs, evening.clusters, evening.vote_on_needs),
    *(_need(1), evening.ideas, evening.vote_on_ideas, evening.leave),
    evening.culture,
    *(_round(1), _come(2), evening.leave),
    *(_need(2), _round(2), _assess(3), _need(3), _round(3), _assess(4)),
    *(after.fates, after.judgement),
    *(_come(3), after.pledges, after.decision, evening.leave),
    after.year_after,
)
"""In the order in which it happened. What comes new to a case gets a line here."""


async def enter(hand: Hand, told: Told | None = None) -> Reading:
    """Enter all of it that a case can hold, and give the file, which knows what was not read.

    What was refused stands in ``hand.refusals``.
    """
    entering = Entering(hand, sample())
    for done, part in enumerate(PARTS, start=1):
        await part(entering)
        if told:
            told(done, len(PARTS))
    return entering.told
