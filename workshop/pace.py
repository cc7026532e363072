"""Whether an evening runs early or late, and how its rest is shortened to end in time.

Everything is read off the facts: when blocks began, and how long the run sheet says they last.
Nothing here moves anything; a block goes on until the facilitator lets the next one begin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from workshop.agenda import least_of, phase_of
from workshop.planned import Block, Gathering, Running
from workshop.terms import BlockKind

EARLIEST: Final = timedelta(hours=-1)
LATEST: Final = timedelta(hours=2)
"""Further from the planned start than these, it is a rehearsal, and its own beginning counts."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Where an evening stands against its plan."""

    behind: int
    """Whole minutes that it will end too late; below zero for too early."""
    ends: datetime
    """When it ends if everything that follows takes as long as is planned."""
    meant: datetime
    """When people were told that it ends."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A block that is shortened, and to how many minutes."""

    block: Block
    to: int

    @property
    def saved(self) -> int:
        """How many minutes that gives."""
        return self.block.minutes - self.to


@dataclass(frozen=True, slots=True)
class CatchUp:
    """How the rest of an evening can be shortened."""

    cuts: tuple[Cut, ...]
    """In the order of the run sheet."""
    missing: int
    """Minutes that are still too many when every block is as short as makes sense."""

    @property
    def minutes(self) -> dict[str, int]:
        """The new lengths, by block."""
        return {cut.block.id: cut.to for cut in self.cuts}


def following(gathering: Gathering) -> tuple[Block, ...]:
    """The blocks of the run sheet that come after the last one that was begun."""
    ids = [block.id for block in gathering.blocks]
    begun = [ids.index(h.block) for h in gathering.held if h.block in ids]
    return gathering.blocks[begun[-1] + 1 if begun else 0 :]


def minutes_ahead(gathering: Gathering | None, kind: BlockKind) -> int | None:
    """How long the next block of this kind on the run sheet takes; None where none is planned."""
    ahead = following(gathering) if gathering else ()
    return next((block.minutes for block in ahead if block.kind == kind), None)


def pace(gathering: Gathering, running: Running | None, now: datetime) -> Pace | None:
    """Early or late; None where nothing is planned, or nothing has begun and no time is set.

    ``now`` is in the time zone of the hall, in which the gathering's own times are meant.
    """
    if not gathering.blocks:
        return None
    planned = _at(gathering, gathering.start, now)
    first = gathering.held[0].since.astimezone(now.tzinfo) if gathering.held else now
    if planned is not None and not EARLIEST <= first - planned <= LATEST:
        planned = None
    if planned is None and not gathering.held:
        return None
    start = planned or first
    rest = following(gathering)
    ends = _free_at(gathering, running, rest, now, start) + _length(rest)
    length = gathering.length or sum(b.minutes for b in gathering.blocks)
    meant = start + timedelta(minutes=length)
    if planned is not None and gathering.end:
        meant = _at(gathering, gathering.end, now) or meant
        meant += timedelta(days=meant <= start)
    return Pace(round((ends - meant).total_seconds() / 60), ends, meant)


def _free_at(
    gathering: Gathering,
    running: Running | None,
    rest: Sequence[Block],
    now: datetime,
    start: datetime,
) -> datetime:
    """When the next block can begin; where none follows, when the evening was over."""
    if running is not None:
        if running.ends_at is None:
            return now + timedelta(seconds=max(0, running.paused_left or 0))
        return max(now, running.ends_at.astimezone(now.tzinfo))
    if not gathering.held:
        return max(now, start)
    last = gathering.held[-1].until
    return now if rest or last is None else last.astimezone(now.tzinfo)


def _at(gathering: Gathering, clock: str, now: datetime) -> datetime | None:
    """A time of the gathering's day, in the hall's time zone."""
    if not clock:
        return None
    opened = gathering.opened_at.astimezone(now.tzinfo) if gathering.opened_at else now
    return datetime.combine(gathering.day or opened.date(), time.fromisoformat(clock), now.tzinfo)


def _length(blocks: Sequence[Block]) -> timedelta:
    return timedelta(minutes=sum(b.minutes for b in blocks))


def catch_up(blocks: Sequence[Block], minutes: int) -> CatchUp:
    """How blocks that follow can give so many minutes, none of them below what makes sense.

    The pause and the need are protected last: first everything else gives, in
    proportion to what it can spare, then pauses, and the need only in the end.
    """
    to = {block.id: block.minutes for block in blocks}
    left = max(0, minutes)
    for tier in range(3):
        members = [b for b in blocks if _tier(b) == tier]
        spare = [b.minutes - least_of(b) for b in members]
        for block, given in zip(members, _shared(spare, left), strict=True):
            to[block.id] -= given
            left -= given
    cuts = tuple(Cut(b, to[b.id]) for b in blocks if to[b.id] < b.minutes)
    return CatchUp(cuts, left)


def _tier(block: Block) -> int:
    if phase_of(block) == "B":
        return 2
    return 1 if block.kind == "pause" else 0


def _shared(spare: Sequence[int], wanted: int) -> list[int]:
    """What each gives when so much is wanted of all, whole minutes, the most from the largest."""
    total = sum(spare)
    if wanted >= total:
        return list(spare)
    exact = [wanted * one / total for one in spare]
    given = [int(one) for one in exact]
    order = sorted(range(len(spare)), key=lambda i: given[i] - exact[i])
    for i in order[: wanted - sum(given)]:
        given[i] += 1
    return given
