"""Station 4: the arena: gatherings and their run sheets."""

from datetime import date
from typing import Annotated, Literal, assert_never

from pydantic import Field

from workshop.basics import (
    Clock,
    Command,
    Fact,
    Id,
    Line,
    Moment,
    NeededLine,
    Outcome,
    Record,
    Refused,
    Said,
)
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.planned import Block, Gathering
from workshop.terms import BlockKind

Minutes = Annotated[int, Field(ge=1, le=480)]
Place = Annotated[int, Field(ge=1, le=999)]


class GatheringPlanned(Fact):
    """A gathering was planned; the id is the command's."""

    kind: Literal["gathering.planned"] = "gathering.planned"
    gathering: str
    title: Said
    place: Said
    day: date | None
    start: str


class GatheringChanged(Fact):
    """A gathering got another title, place or time."""

    kind: Literal["gathering.changed"] = "gathering.changed"
    gathering: str
    title: Said
    place: Said
    day: date | None
    start: str

    def refers(self) -> frozenset[str]:
        """The gathering."""
        return frozenset({self.gathering})

    def settles(self) -> str:
        """Everything about the gathering but its run sheet."""
        return f"gathering:{self.gathering}"


class RunSheetSet(Fact):
    """The run sheet of a gathering, whole, in its new order."""

    kind: Literal["run_sheet.set"] = "run_sheet.set"
    gathering: str
    blocks: tuple[Block, ...]

    def refers(self) -> frozenset[str]:
        """The gathering."""
        return frozenset({self.gathering})

    def settles(self) -> str:
        """The run sheet."""
        return f"run_sheet:{self.gathering}"


Facts = GatheringPlanned | GatheringChanged | RunSheetSet


class PlanGathering(Command):
    """Plan an evening of the case."""

    name: Literal["gathering.plan"] = "gathering.plan"
    title: NeededLine
    place: Line = ""
    day: date | None = None
    start: Clock | Literal[""] = ""


class ChangeGathering(Command):
    """Change a gathering; what is left out stays."""

    name: Literal["gathering.change"] = "gathering.change"
    gathering: Id
    title: NeededLine | None = None
    place: Line | None = None
    day: date | None = None
    start: Clock | Literal[""] | None = None


class PlanBlock(Command):
    """Put a timed block at the end of a run sheet, or at a place in it (from 1)."""

    name: Literal["block.plan"] = "block.plan"
    gathering: Id
    kind: BlockKind
    title: Line = ""
    minutes: Minutes | None = None
    at: Place | None = None


class ChangeBlock(Command):
    """Change a block's kind, title or minutes."""

    name: Literal["block.change"] = "block.change"
    block: Id
    kind: BlockKind | None = None
    title: Line | None = None
    minutes: Minutes | None = None


class MoveBlock(Command):
    """Move a block to a place in its run sheet, counted from 1."""

    name: Literal["block.move"] = "block.move"
    block: Id
    to: Place


class RemoveBlock(Command):
    """Take a block off its run sheet."""

    name: Literal["block.remove"] = "block.remove"
    block: Id


Commands = PlanGathering | ChangeGathering | PlanBlock | ChangeBlock | MoveBlock | RemoveBlock


def home_of(case: Case, block: str) -> Gathering | None:
    """The gathering whose run sheet holds this block."""
    return next((g for g in case.gatherings.values() if any(b.id == block for b in g.blocks)), None)


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What station 4 makes of a wish."""
    match command:
        case PlanGathering():
            fields = command.model_dump(exclude={"name"})
            return (GatheringPlanned(gathering=moment.command, **fields),)
        case ChangeGathering(gathering=g) | PlanBlock(gathering=g) if g not in case.gatherings:
            return Refused("no_gathering")
        case ChangeGathering(gathering=gathering):
            changes = command.model_dump(exclude={"name", "gathering"}, exclude_none=True)
            kept = {"title", "place", "day", "start"}
            known = case.gatherings[gathering].model_dump(include=kept)
            return (GatheringChanged(gathering=gathering, **(known | changes)),)
        case PlanBlock(gathering=gathering, kind=kind):
            minutes = command.minutes or BLOCKS[kind].minutes
            block = Block(id=moment.command, kind=kind, title=command.title, minutes=minutes)
            blocks = list(case.gatherings[gathering].blocks)
            blocks.insert(len(blocks) if command.at is None else command.at - 1, block)
            return (RunSheetSet(gathering=gathering, blocks=tuple(blocks)),)
        case ChangeBlock() | MoveBlock() | RemoveBlock():
            return _rearranged(case, command)
        case _:
            assert_never(command)


def _rearranged(case: Case, command: ChangeBlock | MoveBlock | RemoveBlock) -> Outcome:
    gathering = home_of(case, command.block)
    if gathering is None:
        return Refused("no_block")
    blocks = list(gathering.blocks)
    place = next(i for i, b in enumerate(blocks) if b.id == command.block)
    block = blocks.pop(place)
    match command:
        case ChangeBlock():
            changes = command.model_dump(exclude={"name", "block"}, exclude_none=True)
            blocks.insert(place, block.model_copy(update=changes))
        case MoveBlock(to=to):
            blocks.insert(to - 1, block)
        case RemoveBlock():
            pass
    return (RunSheetSet(gathering=gathering.id, blocks=tuple(blocks)),)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something happened at station 4."""
    match fact:
        case GatheringPlanned():
            fields = fact.model_dump(exclude={"kind", "gathering"})
            gathering = Gathering(id=fact.gathering, **fields)
        case GatheringChanged():
            fields = fact.model_dump(exclude={"kind", "gathering"})
            gathering = case.gatherings[fact.gathering].model_copy(update=fields)
        case RunSheetSet():
            gathering = case.gatherings[fact.gathering]
            gathering = gathering.model_copy(update={"blocks": fact.blocks})
        case _:
            assert_never(fact)
    gatherings = {**case.gatherings, gathering.id: gathering}
    return case.model_copy(update={"gatherings": gatherings})
