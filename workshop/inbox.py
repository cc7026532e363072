"""Between the gatherings: an idea box that is open, so that ideas come when they come (Lier).

What comes lies parked in sight until the hall is asked for ideas, and is owed an answer as every
other idea is.
"""

from typing import Literal

from workshop.basics import Command, Fact, Moment, Outcome, Record
from workshop.case import Case
from workshop.said import Note


class InboxTurned(Fact):
    """The idea box was opened or closed."""

    kind: Literal["inbox.turned"] = "inbox.turned"
    open: bool

    def settles(self) -> str:
        """Whether it is open."""
        return "inbox"


Facts = InboxTurned


class TurnInbox(Command):
    """Open or close the idea box: phones may send ideas while no gathering is open."""

    name: Literal["inbox.turn"] = "inbox.turn"
    open: bool


Commands = TurnInbox


def takes(case: Case) -> bool:
    """Whether a phone may send an idea now, without any gathering."""
    return case.inbox and case.gathering is None and not case.erased


def came(case: Case) -> tuple[Note, ...]:
    """The ideas that came outside of any gathering and wait for the hall to be asked for ideas."""
    return tuple(
        note
        for note in case.notes.values()
        if note.what == "idea"
        and note.gathering is None
        and note.state == "parked"
        and note.lies_open
    )


def decide(case: Case, command: TurnInbox, moment: Moment) -> Outcome:  # noqa: ARG001
    """What becomes of a wish about the box."""
    return () if command.open == case.inbox else (InboxTurned(open=command.open),)


def evolve(case: Case, fact: InboxTurned, record: Record) -> Case:  # noqa: ARG001
    """The case with its box open or closed."""
    return case.model_copy(update={"inbox": fact.open})
