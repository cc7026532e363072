"""What was arranged at station 4: gatherings, their run sheets, the room."""

from datetime import date
from typing import Annotated, Literal, assert_never

from workshop.basics import SAID, Fact, Record, Said, SaidLines
from workshop.case import Case
from workshop.planned import Block, Gathering, RoomLook
from workshop.terms import Role


class GatheringPlanned(Fact):
    """A gathering was planned; the id is the command's."""

    kind: Literal["gathering.planned"] = "gathering.planned"
    gathering: str
    title: Said
    place: Said
    day: date | None
    start: str
    end: str = ""
    template: str = ""
    rules: SaidLines = ()
    """Rules of conversation, as the template had them."""
    roles: tuple[Role, ...] = ()
    """As what people come, as the template had it; empty for anybody."""


class GatheringChanged(Fact):
    """A gathering got another title, place or time."""

    kind: Literal["gathering.changed"] = "gathering.changed"
    gathering: str
    title: Said
    place: Said
    day: date | None
    start: str
    end: str = ""

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
    blocks: Annotated[tuple[Block, ...], SAID]

    def refers(self) -> frozenset[str]:
        """The gathering."""
        return frozenset({self.gathering})

    def settles(self) -> str:
        """The run sheet."""
        return f"run_sheet:{self.gathering}"


class RoomLooked(Fact):
    """Somebody looked at the room before people came."""

    kind: Literal["room.looked"] = "room.looked"
    gathering: str
    lacks: Said

    def refers(self) -> frozenset[str]:
        """The gathering."""
        return frozenset({self.gathering})

    def settles(self) -> str:
        """The room."""
        return f"room:{self.gathering}"


Facts = GatheringPlanned | GatheringChanged | RunSheetSet | RoomLooked


def evolve(case: Case, fact: Facts, record: Record) -> Case:
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
        case RoomLooked():
            look = RoomLook(at=record.at, lacks=fact.lacks)
            gathering = case.gatherings[fact.gathering].model_copy(update={"room": look})
        case _:
            assert_never(fact)
    gatherings = {**case.gatherings, gathering.id: gathering}
    return case.model_copy(update={"gatherings": gatherings})
