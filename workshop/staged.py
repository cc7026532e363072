"""What happened on the stage: gathering, block, clock, phones, projector."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Literal, assert_never

from workshop.basics import Fact, Record, Said
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.planned import Gathering, Held, Presence, Running, Shown
from workshop.rush import arriving
from workshop.said import Note
from workshop.terms import BlockKind, Role, Wall


class GatheringOpened(Fact):
    """A gathering was opened; phones can join."""

    kind: Literal["gathering.opened"] = "gathering.opened"
    gathering: str
    code: str

    def refers(self) -> frozenset[str]:
        """The gathering."""
        return frozenset({self.gathering})


class GatheringEnded(Fact):
    """The gathering ended."""

    final: ClassVar[bool] = True
    kind: Literal["gathering.ended"] = "gathering.ended"
    gathering: str


class HeadsCounted(Fact):
    """How many heads there are in the hall."""

    kind: Literal["heads.counted"] = "heads.counted"
    gathering: str
    counted: int


class BlockStarted(Fact):
    """A block was opened in the hall, with the time when its clock reaches zero."""

    kind: Literal["block.started"] = "block.started"
    kind_of: BlockKind
    title: Said
    block: str | None
    minutes: int
    ends_at: datetime


class BlockStopped(Fact):
    """The open block was closed."""

    kind: Literal["block.stopped"] = "block.stopped"


class ClockSet(Fact):
    """The clock of the open block got another end, and goes."""

    kind: Literal["clock.set"] = "clock.set"
    ends_at: datetime

    def settles(self) -> str:
        """The clock."""
        return "clock"


class ClockPaused(Fact):
    """The clock stands still with so many seconds left (below zero when over time)."""

    kind: Literal["clock.paused"] = "clock.paused"
    left: int

    def settles(self) -> str:
        """The clock."""
        return "clock"


class StationEntered(Fact):
    """The hall moved to a station."""

    kind: Literal["station.entered"] = "station.entered"
    station: int


class ProjectorShown(Fact):
    """The projector shows another picture."""

    kind: Literal["projector.shown"] = "projector.shown"
    wall: Wall
    subject: str | None = None
    page: int = 1


class PersonJoined(Fact):
    """A phone joined, or said another role, table or number of heads."""

    kind: Literal["person.joined"] = "person.joined"
    gathering: str
    mark: str
    role: Role
    table: int | None
    heads: int

    def refers(self) -> frozenset[str]:
        """The gathering."""
        return frozenset({self.gathering})


Facts = (
    GatheringOpened
    | GatheringEnded
    | HeadsCounted
    | BlockStarted
    | BlockStopped
    | ClockSet
    | ClockPaused
    | StationEntered
    | ProjectorShown
    | PersonJoined
)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after something happened on the stage."""
    match fact:
        case GatheringOpened() | GatheringEnded() | HeadsCounted():
            return _gathering(case, fact, record)
        case BlockStarted() | BlockStopped() | ClockSet() | ClockPaused():
            return _block(case, fact, record)
        case StationEntered(station=station):
            return case.model_copy(update={"station": station})
        case ProjectorShown():
            return _projector(case, fact, record)
        case PersonJoined():
            presence = Presence(**fact.model_dump(exclude={"kind", "mark"}))
            update = {} if fact.mark in case.presences else arriving(case, record)
            update["presences"] = {**case.presences, fact.mark: presence}
            return case.model_copy(update=update)
        case _:
            assert_never(fact)


def _gathering(
    case: Case, fact: GatheringOpened | GatheringEnded | HeadsCounted, record: Record
) -> Case:
    gathering = case.gatherings[fact.gathering]
    changes: dict[str, object]
    rest: dict[str, object] = {}
    match fact:
        case GatheringOpened(code=code):
            first = gathering.opened_at or record.at
            changes = {"code": code, "opened_at": first, "ended_at": None}
            if gathering.opened_at is None:
                changes["round"] = case.round
            rest = {"gathering": fact.gathering, "shown": Shown(since=record.at)}
        case GatheringEnded():
            changes = {"ended_at": record.at, "held": _closed(gathering, record)}
            rest = {"gathering": None, "running": None}
        case HeadsCounted(counted=counted):
            changes = {"heads": counted}
    changed: Gathering = gathering.model_copy(update=changes)
    return case.model_copy(update={"gatherings": {**case.gatherings, changed.id: changed}, **rest})


def _block(
    case: Case, fact: BlockStarted | BlockStopped | ClockSet | ClockPaused, record: Record
) -> Case:
    running = case.running
    match fact:
        case BlockStarted():
            running = Running(
                id=record.command,
                kind=fact.kind_of,
                title=fact.title,
                block=fact.block,
                minutes=fact.minutes,
                since=record.at,
                ends_at=fact.ends_at,
            )
            notes = _ideas_come_back(case) if fact.kind_of == "ideas" else case.notes
            gatherings = _begun(case, fact, record)
            update = {"running": running, "notes": notes, "gatherings": gatherings}
            return case.model_copy(update=update)
        case BlockStopped():
            return case.model_copy(update={"running": None, **_stopped(case, record)})
        case ClockSet(ends_at=ends_at) if running:
            update = {"ends_at": ends_at, "paused_left": None, "more": _more(running, fact, record)}
            running = running.model_copy(update=update)
        case ClockPaused(left=left) if running:
            update = {"ends_at": None, "paused_left": left, "more": _more(running, fact, record)}
            running = running.model_copy(update=update)
        case _:
            pass
    return case.model_copy(update={"running": running})


def _more(running: Running, fact: "ClockSet | ClockPaused", record: Record) -> int:
    """What it was given beside its minutes; to stop the clock or let it go on gives nothing."""
    given = 0
    match fact:
        case ClockSet(ends_at=ends_at) if running.ends_at is not None:
            given = round((ends_at - max(running.ends_at, record.at)).total_seconds())
        case ClockPaused(left=left) if running.ends_at is None:
            given = left - (running.paused_left or 0)
    return running.more + given


def _begun(case: Case, fact: BlockStarted, record: Record) -> Mapping[str, Gathering]:
    """The gathering with the block that began, and with what phones have been asked to write."""
    evening = case.evening
    if evening is None:
        return case.gatherings
    began = Held(
        block=fact.block or _meant(evening, fact.kind_of),
        kind=fact.kind_of,
        title=fact.title,
        minutes=fact.minutes,
        since=record.at,
    )
    changes: dict[str, object] = {"held": (*_closed(evening, record), began)}
    if not evening.held:
        changes["length"] = sum(b.minutes for b in evening.blocks)
    writes = BLOCKS[fact.kind_of].writes
    if writes and writes not in evening.collected:
        changes["collected"] = (*evening.collected, writes)
    return {**case.gatherings, evening.id: evening.model_copy(update=changes)}


def _meant(evening: Gathering, kind: BlockKind) -> str | None:
    """Which block of the run sheet a vote or a poll is that opened by itself; None for none.

    A vote is the next one that is planned. Polls come in rows, as three tasks under one
    block, and in between where nobody planned one: a poll is the block that comes now, or
    belongs to the last that was begun, and never leaps over what is still to come.
    """
    begun = [h.block for h in evening.held if h.block]
    if kind == "dots":
        planned = (b.id for b in evening.blocks if b.kind == kind and b.id not in begun)
        return next(planned, None)
    if kind != "poll":
        return None
    order = [block.id for block in evening.blocks]
    last = order.index(begun[-1]) if begun and begun[-1] in order else -1
    now = reversed(evening.blocks[max(0, last) : last + 2])
    return next((b.id for b in now if b.kind == kind), None)


def _stopped(case: Case, record: Record) -> dict[str, Mapping[str, Gathering]]:
    evening = case.evening
    if evening is None:
        return {}
    closed = evening.model_copy(update={"held": _closed(evening, record)})
    return {"gatherings": {**case.gatherings, evening.id: closed}}


def _closed(gathering: Gathering, record: Record) -> tuple[Held, ...]:
    """What was held, with the end of the last block where it had none."""
    if not gathering.held or gathering.held[-1].until is not None:
        return gathering.held
    *before, last = gathering.held
    return (*before, last.model_copy(update={"until": record.at}))


def _ideas_come_back(case: Case) -> dict[str, Note]:
    """Ideas that came while the need was open were parked until now."""
    return {
        k: n.model_copy(update={"state": "waiting"})
        if n.what == "idea" and n.state == "parked" and not n.reason
        else n
        for k, n in case.notes.items()
    }


def _projector(case: Case, fact: ProjectorShown, record: Record) -> Case:
    was = case.shown
    before, subject_before = (
        (was.before, was.subject_before) if was.wall == "blank" else (was.wall, was.subject)
    )
    shown = Shown(
        wall=fact.wall,
        subject=fact.subject,
        page=fact.page,
        since=record.at,
        before=before,
        subject_before=subject_before,
        welcomed=was.welcomed or fact.wall == "opening",
    )
    return case.model_copy(update={"shown": shown})
