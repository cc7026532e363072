"""Wishes about what goes on in the hall now: gathering, block, clock, phones, projector."""

from datetime import timedelta
from hashlib import blake2b
from typing import Annotated, ClassVar, Final, Literal, assert_never

from pydantic import Field

from workshop import staged
from workshop.arena import Minutes, home_of
from workshop.basics import Command, Fact, Id, Line, Moment, Outcome, Refused
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.leaping import leap_to
from workshop.recipe import STATIONS
from workshop.terms import BlockKind, Role, Wall

CODE_WORDS: Final = tuple(
    (
        "ASK BJERK BLOM BRIS EIK ELV FJELL FLOKK FLYT FURU GLAD GRAN HASSEL HAV HEGG HIMMEL "
        "HVEPS ISBRE KILDE KNOPP KORN LAKS LIND LUFT LYNG LYS MOSE MYR NESE ORE OSP RIPS ROGN "
        "SELJE SKOG SOL SPIRE STEIN STI STRAND SVALE TORV VANN VIER VIND"
    ).split()
)
"""Short words without æ, ø and å that are easily said aloud in a hall."""


class OpenGathering(Command):
    """Open a gathering, so that phones can join; its code is drawn from its command."""

    name: Literal["gathering.open"] = "gathering.open"
    gathering: Id


class EndGathering(Command):
    """End the gathering that is open; nothing more can be written in it."""

    name: Literal["gathering.end"] = "gathering.end"


class CountHeads(Command):
    """Say how many heads there are in the hall."""

    name: Literal["heads.count"] = "heads.count"
    heads: Annotated[int, Field(ge=0, le=5_000)]


class StartBlock(Command):
    """Open a block in the hall, from the run sheet by its id or freely by its kind."""

    name: Literal["block.start"] = "block.start"
    block: Id | None = None
    kind: BlockKind | None = None
    title: Line = ""
    minutes: Minutes | None = None
    reason: Line = ""
    """Why one goes on to solution or test before the need is in words."""


class StopBlock(Command):
    """Close the block that is open."""

    name: Literal["block.stop"] = "block.stop"


class ExtendClock(Command):
    """Give the open block more time."""

    name: Literal["clock.extend"] = "clock.extend"
    minutes: Minutes = 2


class PauseClock(Command):
    """Let the clock of the open block stand still."""

    name: Literal["clock.pause"] = "clock.pause"


class ResumeClock(Command):
    """Let the clock go on from where it stood."""

    name: Literal["clock.resume"] = "clock.resume"


class GoToStation(Command):
    """Move the hall to a station; every way back is free (Jevnaker 2.3)."""

    name: Literal["station.go"] = "station.go"
    station: Annotated[int, Field(ge=1, le=len(STATIONS))]


class ShowOnProjector(Command):
    """Show a picture on the projector; ``blank`` hides, ``back`` brings the last one back."""

    name: Literal["projector.show"] = "projector.show"
    wall: Wall | Literal["back"]
    subject: Id | None = None
    page: Annotated[int, Field(ge=1, le=99)] = 1


class Join(Command):
    """A phone joins the open gathering: role, table, and how many share the phone."""

    from_phones: ClassVar[bool] = True
    name: Literal["person.join"] = "person.join"
    role: Role = "resident"
    table: Annotated[int, Field(ge=1, le=99)] | None = None
    heads: Annotated[int, Field(ge=1, le=10)] = 1


Commands = (
    OpenGathering
    | EndGathering
    | CountHeads
    | StartBlock
    | StopBlock
    | ExtendClock
    | PauseClock
    | ResumeClock
    | GoToStation
    | ShowOnProjector
    | Join
)

_ClockCommands = StopBlock | ExtendClock | PauseClock | ResumeClock


def still_open(case: Case) -> Refused | None:
    """That a vote or a poll must be closed first, where one is open."""
    if case.vote is not None:
        return Refused("vote_open")
    return Refused("poll_open") if case.poll is not None else None


def code_of(command: str) -> str:
    """The join code that belongs to a gathering: a word and two digits."""
    drawn = int.from_bytes(blake2b(command.encode(), digest_size=8).digest(), "big")
    number, word = divmod(drawn, len(CODE_WORDS))
    return f"{CODE_WORDS[word]} {10 + number % 90}"


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What the stage makes of a wish."""
    match command:
        case OpenGathering() | EndGathering() | CountHeads():
            return _gathering(case, command, moment)
        case StartBlock():
            return _started(case, command, moment)
        case StopBlock() | ExtendClock() | PauseClock() | ResumeClock():
            return _clock(case, command, moment)
        case GoToStation(station=station):
            return () if station == case.station else (staged.StationEntered(station=station),)
        case ShowOnProjector():
            return _shown(case, command)
        case Join():
            return _joined(case, command, moment)
        case _:
            assert_never(command)


def _gathering(
    case: Case, command: OpenGathering | EndGathering | CountHeads, moment: Moment
) -> Outcome:
    match command:
        case OpenGathering(gathering=gathering):
            if gathering not in case.gatherings:
                return Refused("no_gathering")
            if case.gathering == gathering:
                return ()
            if case.gathering is not None:
                return Refused("other_gathering_open")
            code = case.gatherings[gathering].code or code_of(moment.command)
            return (staged.GatheringOpened(gathering=gathering, code=code),)
        case EndGathering():
            if case.gathering is None:
                return ()
            if refused := still_open(case):
                return refused
            return (staged.GatheringEnded(gathering=case.gathering),)
        case CountHeads(heads=heads):
            if case.gathering is None:
                return Refused("no_open_gathering")
            return (staged.HeadsCounted(gathering=case.gathering, counted=heads),)


def _started(case: Case, command: StartBlock, moment: Moment) -> Outcome:
    if case.gathering is None:
        return Refused("no_open_gathering")
    if refused := still_open(case):
        return refused
    kind, title, minutes = command.kind, command.title, command.minutes
    if command.block is not None:
        home = home_of(case, command.block)
        if home is None:
            return Refused("no_block")
        planned = next(b for b in home.blocks if b.id == command.block)
        kind, title, minutes = planned.kind, planned.title, minutes or planned.minutes
    if kind is None:
        return Refused("no_block")
    if kind == "dots":
        return Refused("dots_need_vote")
    # What is planned may be gone through together, before or without any poll.
    if kind == "poll" and command.block is None:
        return Refused("poll_needs_question")
    leap = leap_to(case, kind, command.reason)
    if isinstance(leap, Refused):
        return leap
    opened = start_of(kind, moment, title=title, minutes=minutes, block=command.block)
    return (*leap, *opened)


def start_of(
    kind: BlockKind,
    moment: Moment,
    *,
    title: str = "",
    minutes: int | None = None,
    block: str | None = None,
) -> tuple[Fact, ...]:
    """The facts that open a block of this kind, with the picture that goes with it."""
    form = BLOCKS[kind]
    length = minutes or form.minutes
    # The picture of a poll comes with its question.
    wall = None if kind == "poll" else form.wall
    started = staged.BlockStarted(
        kind_of=kind,
        title=title,
        block=block,
        minutes=length,
        ends_at=moment.at + timedelta(minutes=length),
    )
    return (started, staged.ProjectorShown(wall=wall)) if wall else (started,)


def _clock(case: Case, command: _ClockCommands, moment: Moment) -> Outcome:
    running = case.running
    if running is None:
        return Refused("no_open_block")
    match command:
        case StopBlock():
            return still_open(case) or (staged.BlockStopped(),)
        case ExtendClock(minutes=minutes):
            if running.ends_at is None:
                left = (running.paused_left or 0) + minutes * 60
                return (staged.ClockPaused(left=left),)
            ends = max(running.ends_at, moment.at) + timedelta(minutes=minutes)
            return (staged.ClockSet(ends_at=ends),)
        case PauseClock():
            if running.ends_at is None:
                return ()
            left = round((running.ends_at - moment.at).total_seconds())
            return (staged.ClockPaused(left=left),)
        case ResumeClock():
            if running.ends_at is not None:
                return ()
            ends = moment.at + timedelta(seconds=running.paused_left or 0)
            return (staged.ClockSet(ends_at=ends),)


def _shown(case: Case, command: ShowOnProjector) -> Outcome:
    shown = case.shown
    if command.wall == "back":
        if shown.wall != "blank":
            return ()
        return (staged.ProjectorShown(wall=shown.before, subject=shown.subject_before),)
    if (shown.wall, shown.subject, shown.page) == (command.wall, command.subject, command.page):
        return ()
    if command.wall == "results":
        vote = case.votes.get(command.subject or "")
        if vote is None or vote.closed_at is None:
            return Refused("vote_not_closed")
    fields = {"wall": command.wall, "subject": command.subject, "page": command.page}
    return (staged.ProjectorShown.model_validate(fields),)


def _joined(case: Case, command: Join, moment: Moment) -> Outcome:
    if case.gathering is None:
        return Refused("no_open_gathering")
    if moment.presence is None:
        return Refused("only_phones")
    joined = staged.PersonJoined(
        gathering=case.gathering,
        mark=moment.presence,
        role=command.role,
        table=command.table,
        heads=command.heads,
    )
    known = case.presences.get(moment.presence)
    if (case.vote or case.poll) and known is not None and known.heads != command.heads:
        return Refused("vote_open_heads")
    same = known is not None and (known.role, known.table, known.heads) == (
        command.role,
        command.table,
        command.heads,
    )
    return () if same else (joined,)
