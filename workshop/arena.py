"""Station 4: the arena: gatherings and their run sheets."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal, assert_never

from pydantic import Field

from workshop import agenda
from workshop.arranged import GatheringChanged, GatheringPlanned, RoomLooked, RunSheetSet
from workshop.basics import Clock, Command, Id, Line, Moment, NeededLine, Outcome, Refused, Text
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.packs.parts import Key
from workshop.planned import Block, Gathering
from workshop.templates.model import Asks
from workshop.terms import BlockKind

LONGEST: Final = 480
Minutes = Annotated[int, Field(ge=1, le=LONGEST)]
Place = Annotated[int, Field(ge=1, le=999)]


class PlanGathering(Command):
    """Plan an evening of the case, from a template where one is named."""

    name: Literal["gathering.plan"] = "gathering.plan"
    title: NeededLine
    place: Line = ""
    day: date | None = None
    start: Clock | Literal[""] = ""
    end: Clock | Literal[""] = ""
    template: Key | Literal[""] = ""
    by_weights: bool | None = None
    """Whether the minutes follow the weights of the round; left out, from round 2 they do."""


class ChangeGathering(Command):
    """Change a gathering; what is left out stays."""

    name: Literal["gathering.change"] = "gathering.change"
    gathering: Id
    title: NeededLine | None = None
    place: Line | None = None
    day: date | None = None
    start: Clock | Literal[""] | None = None
    end: Clock | Literal[""] | None = None


class PlanBlock(Command):
    """Put a timed block at the end of a run sheet, or at a place in it (from 1)."""

    name: Literal["block.plan"] = "block.plan"
    gathering: Id
    kind: BlockKind
    title: Line = ""
    minutes: Minutes | None = None
    at: Place | None = None
    role: Line = ""
    method: Line = ""
    target: Line = ""
    cue: Text = ""
    asks: Asks = ()
    """What a block of questions asks, in turn: checklists by their keys, or kinds of poll."""


class ChangeBlock(Command):
    """Change what a block is, how long, who leads it, how and for what."""

    name: Literal["block.change"] = "block.change"
    block: Id
    kind: BlockKind | None = None
    title: Line | None = None
    minutes: Minutes | None = None
    more: Annotated[int, Field(ge=-480, le=480)] = 0
    """Minutes more than it has now, below zero for fewer; one is the least it can have."""
    role: Line | None = None
    method: Line | None = None
    target: Line | None = None
    cue: Text | None = None
    asks: Asks | None = None


class MoveBlock(Command):
    """Move a block to a place in its run sheet, counted from 1, or so many places down."""

    name: Literal["block.move"] = "block.move"
    block: Id
    to: Place | None = None
    by: Annotated[int, Field(ge=-100, le=100)] = 0


class RemoveBlock(Command):
    """Take a block off its run sheet."""

    name: Literal["block.remove"] = "block.remove"
    block: Id


class ShortenRunSheet(Command):
    """Shorten blocks that have not begun, so that people come home in time."""

    name: Literal["run_sheet.shorten"] = "run_sheet.shorten"
    gathering: Id
    minutes: Annotated[Mapping[Id, Minutes], Field(min_length=1, max_length=100)]
    """How long each of them becomes, by its id."""


class WeighRunSheet(Command):
    """Share the loop's minutes anew by the weights of the round (Jevnaker 2.4)."""

    name: Literal["run_sheet.weigh"] = "run_sheet.weigh"
    gathering: Id


class LookAtRoom(Command):
    """Say that the room has been looked at, and what is lacking there."""

    name: Literal["room.look"] = "room.look"
    gathering: Id
    lacks: Line = ""


Commands = (
    PlanGathering
    | ChangeGathering
    | PlanBlock
    | ChangeBlock
    | MoveBlock
    | RemoveBlock
    | ShortenRunSheet
    | WeighRunSheet
    | LookAtRoom
)
_OfGathering = ChangeGathering | PlanBlock | ShortenRunSheet | WeighRunSheet | LookAtRoom


def home_of(case: Case, block: str) -> Gathering | None:
    """The gathering whose run sheet holds this block."""
    return next((g for g in case.gatherings.values() if any(b.id == block for b in g.blocks)), None)


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What station 4 makes of a wish."""
    match command:
        case PlanGathering():
            return _planned(case, command, moment)
        case ChangeBlock() | MoveBlock() | RemoveBlock():
            return _rearranged(case, command)
        case _:
            gathering = case.gatherings.get(command.gathering)
            if gathering is None:
                return Refused("no_gathering")
            return _of_gathering(case, gathering, command, moment)


def _planned(case: Case, command: PlanGathering, moment: Moment) -> Outcome:
    template = moment.template
    if command.template and template is None:
        return Refused("no_template", {"template": command.template})
    fields = command.model_dump(exclude={"name", "template", "by_weights"})
    if template is None:
        return (GatheringPlanned(gathering=moment.command, **fields),)
    blocks = agenda.from_template(case, template, moment.command, by_weights=command.by_weights)
    if command.start and not command.end:
        fields["end"] = agenda.later(command.start, sum(b.minutes for b in blocks))
    fields |= {"template": template.name, "rules": template.rules, "roles": template.roles}
    planned = GatheringPlanned(gathering=moment.command, **fields)
    return (planned, RunSheetSet(gathering=moment.command, blocks=blocks))


def _of_gathering(
    case: Case, gathering: Gathering, command: _OfGathering, moment: Moment
) -> Outcome:
    match command:
        case ChangeGathering():
            changes = command.model_dump(exclude={"name", "gathering"}, exclude_none=True)
            kept = {"title", "place", "day", "start", "end"}
            known = gathering.model_dump(include=kept)
            return (GatheringChanged(gathering=gathering.id, **(known | changes)),)
        case PlanBlock(kind=kind):
            fields = command.model_dump(exclude={"name", "gathering", "at", "minutes"})
            minutes = command.minutes or BLOCKS[kind].minutes
            block = Block(id=moment.command, minutes=minutes, **fields)
            blocks = list(gathering.blocks)
            blocks.insert(len(blocks) if command.at is None else command.at - 1, block)
            return (RunSheetSet(gathering=gathering.id, blocks=tuple(blocks)),)
        case ShortenRunSheet(minutes=minutes):
            return _shortened(gathering, minutes)
        case WeighRunSheet():
            return _set(gathering, agenda.weighed(case, gathering.blocks))
        case LookAtRoom(lacks=lacks):
            return (RoomLooked(gathering=gathering.id, lacks=lacks),)
        case _:
            assert_never(command)


def _shortened(gathering: Gathering, minutes: Mapping[str, int]) -> Outcome:
    """The plan may only be shortened, and only where it has not begun."""
    lengths = {b.id: b.minutes for b in gathering.blocks}
    begun = {h.block for h in gathering.held}
    if unknown := [b for b in minutes if b not in lengths]:
        return Refused("no_block", {"block": unknown[0]})
    if any(n > lengths[b] or b in begun for b, n in minutes.items()):
        return Refused("only_shorter")
    return _set(gathering, agenda.with_minutes(gathering.blocks, minutes))


def _set(gathering: Gathering, blocks: tuple[Block, ...]) -> Outcome:
    if blocks == gathering.blocks:
        return ()
    return (RunSheetSet(gathering=gathering.id, blocks=blocks),)


def _rearranged(case: Case, command: ChangeBlock | MoveBlock | RemoveBlock) -> Outcome:
    gathering = home_of(case, command.block)
    if gathering is None:
        return Refused("no_block")
    blocks = list(gathering.blocks)
    place = next(i for i, b in enumerate(blocks) if b.id == command.block)
    block = blocks.pop(place)
    match command:
        case ChangeBlock():
            left_out = {"name", "block", "more"}
            changes = command.model_dump(exclude=left_out, exclude_none=True)
            minutes = command.minutes or block.minutes
            changes["minutes"] = min(LONGEST, max(1, minutes + command.more))
            blocks.insert(place, block.model_copy(update=changes))
        case MoveBlock(to=to, by=by):
            blocks.insert(max(0, (to or place + 1) - 1 + by), block)
        case RemoveBlock():
            pass
    return _set(gathering, tuple(blocks))
