"""Station 6: the solution is not known beforehand: fates, answers, and the date of the answer."""

from datetime import date
from typing import Final, Literal, assert_never

from workshop.basics import Command, Fact, Id, Moment, NeededText, Outcome, Record, Refused, Said
from workshop.case import Case
from workshop.said import Note
from workshop.terms import FateKind
from workshop.tried import Fate

ANSWERED: Final = ("idea", "need")
"""What is answered one by one, beside clusters."""


class FateGiven(Fact):
    """What became of a cluster, an idea or a loose need, and the answer to who said it."""

    kind: Literal["fate.given"] = "fate.given"
    target: str
    fate: FateKind
    answer: Said

    def refers(self) -> frozenset[str]:
        """The cluster, idea or need."""
        return frozenset({self.target})

    def settles(self) -> str:
        """What became of it."""
        return f"fate:{self.target}"


class AnswerDateSet(Fact):
    """The date by which everybody hears what it led to."""

    kind: Literal["answer_date.set"] = "answer_date.set"
    day: date

    def settles(self) -> str:
        """The date."""
        return "answer_date"


Facts = FateGiven | AnswerDateSet


class GiveFate(Command):
    """Say what becomes of a cluster or an idea, with an answer."""

    name: Literal["fate.give"] = "fate.give"
    target: Id
    fate: FateKind
    answer: NeededText


class SetAnswerDate(Command):
    """Say when everybody hears what it led to."""

    name: Literal["answer_date.set"] = "answer_date.set"
    day: date


Commands = GiveFate | SetAnswerDate


def owed(case: Case) -> tuple[str, ...]:
    """All that is owed a fate and an answer: clusters, ideas, loose needs (Jevnaker 3.1).

    A need in a cluster is answered with it; nobody's words fall between.
    """
    open_notes = [n for n in case.notes.values() if n.lies_open]
    ideas = [n.id for n in open_notes if n.what == "idea"]
    loose = [n.id for n in open_notes if n.what == "need" and n.cluster not in case.clusters]
    clusters = [c.id for c in case.clusters.values() if c.state != "aside" and not c.into]
    return (*clusters, *ideas, *loose)


def all_answered(case: Case) -> bool:
    """Whether something is owed an answer, and all of it has got one."""
    # Nothing is answered before the first answer, and then nobody need look through the notes.
    if not case.fates:
        return False
    owing = owed(case)
    return bool(owing) and all(target in case.fates for target in owing)


def unanswered(case: Case) -> tuple[str, ...]:
    """Those of them that have got none yet."""
    return tuple(t for t in owed(case) if t not in case.fates)


def fate_of(case: Case, note: Note) -> Fate | None:
    """What became of what somebody said, wherever it was sorted; None while nobody has answered.

    What lies under another note, or was split, is answered where that is sorted, and what lies in
    a merged cluster where that cluster went.
    """
    sorted_as = (note.id, *((note.into,) if note.into else note.parts))
    lies_in = (case.notes[n].cluster for n in sorted_as if n in case.notes)
    clusters = [case.clusters[c] for c in lies_in if c is not None and c in case.clusters]
    targets = (*sorted_as, *(t for c in clusters for t in (c.id, c.into) if t))
    return next((case.fates[t] for t in targets if t in case.fates), None)


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """What station 6 makes of a wish."""
    match command:
        case GiveFate(target=target):
            note = case.notes.get(target)
            if target not in case.clusters and (note is None or note.what not in ANSWERED):
                return Refused("no_target")
            return (FateGiven(**command.model_dump(exclude={"name"})),)
        case SetAnswerDate(day=day):
            return () if day == case.answer_date else (AnswerDateSet(day=day),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something happened at station 6."""
    match fact:
        case FateGiven():
            fate = Fate(fate=fact.fate, answer=fact.answer)
            return case.model_copy(update={"fates": {**case.fates, fact.target: fate}})
        case AnswerDateSet(day=day):
            return case.model_copy(update={"answer_date": day})
        case _:
            assert_never(fact)
