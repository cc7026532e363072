"""Station 5: solutions that came while the need was open lie parked in sight, and come back."""

from typing import Literal

from workshop.basics import Command, Fact, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.clusters import locked
from workshop.said import Note


class SolutionsReturned(Fact):
    """What lay on the solution parking came back as ideas, each in its own words."""

    kind: Literal["solutions.returned"] = "solutions.returned"
    notes: tuple[str, ...]

    def refers(self) -> frozenset[str]:
        """The notes."""
        return frozenset(self.notes)

    def settles(self) -> str:
        """What lies on the parking."""
        return "parking"


Facts = SolutionsReturned


class ReturnSolutions(Command):
    """Let everything on the solution parking come back, when the hall is asked for ideas."""

    name: Literal["solutions.return"] = "solutions.return"


Commands = ReturnSolutions


def parked(case: Case) -> tuple[Note, ...]:
    """What lies on the solution parking, oldest first: ideas, and needs that held a solution."""
    return tuple(n for n in case.notes.values() if n.state == "parked" and n.lies_open)


def decide(case: Case, command: ReturnSolutions, moment: Moment) -> Outcome:  # noqa: ARG001
    """Everything comes back at once; while needs are collected it waits."""
    notes = tuple(n.id for n in parked(case))
    if not notes:
        return ()
    if case.running is not None and case.running.kind == "needs":
        return Refused("need_is_open")
    if refused := locked(case):
        return refused
    return (SolutionsReturned(notes=notes),)


def evolve(case: Case, fact: SolutionsReturned, record: Record) -> Case:  # noqa: ARG001
    """They wait among the ideas; a need that held a solution answers to the cluster it lay in."""
    # What says the same as one of them lies under it, and comes with it.
    coming = (n for n in case.notes.values() if (n.into or n.id) in fact.notes)
    back = {n.id: _as_idea(n) for n in coming}
    return case.model_copy(update={"notes": {**case.notes, **back}})


def _as_idea(note: Note) -> Note:
    about = note.about or ((note.cluster,) if note.cluster else ())
    was = note.was or ("need" if note.what == "need" else None)
    update: dict[str, object] = {"what": "idea", "about": about, "was": was, "cluster": None}
    if note.state == "parked":
        update |= {"state": "waiting", "reason": ""}
    return note.model_copy(update=update)
