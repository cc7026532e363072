"""Station 6: who takes what on, and whether it was done."""

from datetime import date
from typing import Literal, assert_never

from workshop.basics import (
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
from workshop.case import Case
from workshop.closed import Pledge
from workshop.terms import Stand


class PledgeMade(Fact):
    """Somebody took something on, or a pledge got other words; the id is the first command's."""

    kind: Literal["pledge.made"] = "pledge.made"
    pledge: str
    text: Said
    who: Said
    due: date | None
    note: str | None = None
    stand: Stand = "promise"

    def settles(self) -> str:
        """Everything about the pledge."""
        return f"pledge:{self.pledge}"


class PledgeRemoved(Fact):
    """A pledge was taken off the list."""

    kind: Literal["pledge.removed"] = "pledge.removed"
    pledge: str

    def refers(self) -> frozenset[str]:
        """The pledge."""
        return frozenset({self.pledge})


class PledgeLookedAt(Fact):
    """Somebody looked whether a pledge was kept."""

    kind: Literal["pledge.looked_at"] = "pledge.looked_at"
    pledge: str
    kept: bool

    def refers(self) -> frozenset[str]:
        """The pledge."""
        return frozenset({self.pledge})

    def settles(self) -> str:
        """Whether it was kept."""
        return f"kept:{self.pledge}"


Facts = PledgeMade | PledgeRemoved | PledgeLookedAt


class MakePledge(Command):
    """Write down who takes what on; from a note of the hall where it came from one."""

    name: Literal["pledge.make"] = "pledge.make"
    text: NeededLine
    who: Line = ""
    due: date | None = None
    note: Id | None = None
    stand: Stand | None = None
    """What kind of word it is; left out, what the note says, or else a promise."""


class ChangePledge(Command):
    """Change a pledge; what is left out stays."""

    name: Literal["pledge.change"] = "pledge.change"
    pledge: Id
    text: NeededLine | None = None
    who: Line | None = None
    due: date | None = None
    stand: Stand | None = None


class RemovePledge(Command):
    """Take a pledge off the list."""

    name: Literal["pledge.remove"] = "pledge.remove"
    pledge: Id


class KeepPledge(Command):
    """Say whether a pledge was kept."""

    name: Literal["pledge.keep"] = "pledge.keep"
    pledge: Id
    kept: bool


Commands = MakePledge | ChangePledge | RemovePledge | KeepPledge


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a pledge."""
    if isinstance(command, MakePledge):
        if command.note is not None and command.note not in case.notes:
            return Refused("no_note")
        from_note = case.notes[command.note].stand if command.note else None
        fields = command.model_dump(exclude={"name", "stand"})
        stand = command.stand or from_note or "promise"
        return (PledgeMade(pledge=moment.command, stand=stand, **fields),)
    known = case.pledges.get(command.pledge)
    if known is None:
        return Refused("no_pledge")
    match command:
        case ChangePledge():
            changes = command.model_dump(exclude={"name", "pledge"}, exclude_none=True)
            whole = known.model_dump(exclude={"id", "kept"}) | changes
            return (PledgeMade(pledge=known.id, **whole),)
        case RemovePledge():
            return (PledgeRemoved(pledge=known.id),)
        case KeepPledge(kept=kept):
            return () if kept == known.kept else (PledgeLookedAt(pledge=known.id, kept=kept),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something was taken on, given up or done."""
    pledges = dict(case.pledges)
    match fact:
        case PledgeMade(pledge=pledge):
            kept = pledges[pledge].kept if pledge in pledges else None
            fields = fact.model_dump(exclude={"kind", "pledge"})
            pledges[pledge] = Pledge(id=pledge, kept=kept, **fields)
        case PledgeRemoved(pledge=pledge):
            del pledges[pledge]
        case PledgeLookedAt(pledge=pledge, kept=seen):
            pledges[pledge] = pledges[pledge].model_copy(update={"kept": seen})
        case _:
            assert_never(fact)
    return case.model_copy(update={"pledges": pledges})
