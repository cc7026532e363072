"""Marks that the facilitator puts on what was said: room for an idea, source and kind of a need."""

from typing import Final, Literal, assert_never

from workshop.basics import Command, Fact, Id, Line, Moment, Outcome, Record, Refused, Said
from workshop.case import Case
from workshop.packs.parts import Key
from workshop.terms import Evidence, IdeaRoom, Leap, Renews, Size

_LENSES: Final = {"leap", "rule_change", "technology", "size", "renews"}


class IdeaPlaced(Fact):
    """An idea lies inside the handlingsrom, outside it, or where it can be influenced."""

    kind: Literal["idea.placed"] = "idea.placed"
    note: str
    room: IdeaRoom | None

    def refers(self) -> frozenset[str]:
        """The idea."""
        return frozenset({self.note})

    def settles(self) -> str:
        """Where the idea lies."""
        return f"room:{self.note}"


class NeedSorted(Fact):
    """A cluster was given the kind of need that the strategy pack knows."""

    kind: Literal["need.sorted"] = "need.sorted"
    cluster: str
    need_kind: str | None

    def refers(self) -> frozenset[str]:
        """The cluster."""
        return frozenset({self.cluster})

    def settles(self) -> str:
        """The kind of the need."""
        return f"need_kind:{self.cluster}"


class NeedMarked(Fact):
    """A need was marked with how it is known."""

    kind: Literal["need.marked"] = "need.marked"
    note: str
    evidence: Evidence | None

    def refers(self) -> frozenset[str]:
        """The need."""
        return frozenset({self.note})

    def settles(self) -> str:
        """How it is known."""
        return f"evidence:{self.note}"


class IdeaDescribed(Fact):
    """An idea was looked at: how far it leaps, what rules it meets, what technology could do."""

    kind: Literal["idea.described"] = "idea.described"
    note: str
    leap: Leap | None
    rule_change: bool
    technology: Said
    size: Size | None = None
    renews: Renews | None = None

    def refers(self) -> frozenset[str]:
        """The idea."""
        return frozenset({self.note})

    def settles(self) -> str:
        """How the idea was looked at."""
        return f"lens:{self.note}"


Facts = IdeaPlaced | NeedSorted | NeedMarked | IdeaDescribed


class PlaceIdea(Command):
    """Say where an idea lies towards the handlingsrom; null takes the mark away.

    What lies outside is still owed an answer (Jevnaker 3.1).
    """

    name: Literal["idea.place"] = "idea.place"
    note: Id
    room: IdeaRoom | None


class SortNeed(Command):
    """Say which kind of need a cluster is about, by the pack's key; null takes it away."""

    name: Literal["need.sort"] = "need.sort"
    cluster: Id
    need_kind: Key | None


class MarkNeed(Command):
    """Say how a need is known: one's own, seen, told, or in figures; null takes the mark away."""

    name: Literal["need.mark"] = "need.mark"
    note: Id
    evidence: Evidence | None


class DescribeIdea(Command):
    """Say how far an idea leaps, its size, what it renews, and what rules and technology mean.

    What is left out stays.
    """

    name: Literal["idea.describe"] = "idea.describe"
    note: Id
    leap: Leap | None = None
    rule_change: bool | None = None
    technology: Line | None = None
    size: Size | None = None
    renews: Renews | None = None


Commands = PlaceIdea | SortNeed | MarkNeed | DescribeIdea


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """What becomes of a mark."""
    match command:
        case PlaceIdea(note=n, room=room):
            note = case.notes.get(n)
            if note is None or note.what != "idea":
                return Refused("no_idea")
            return () if note.room == room else (IdeaPlaced(note=n, room=room),)
        case SortNeed(cluster=c, need_kind=kind):
            cluster = case.clusters.get(c)
            if cluster is None:
                return Refused("no_cluster")
            if kind is not None and all(kind != term.key for term in case.pack.need_kinds):
                return Refused("no_need_kind")
            return () if cluster.need_kind == kind else (NeedSorted(cluster=c, need_kind=kind),)
        case MarkNeed(note=n, evidence=known):
            note = case.notes.get(n)
            if note is None or note.what != "need":
                return Refused("no_note")
            return () if note.evidence == known else (NeedMarked(note=n, evidence=known),)
        case DescribeIdea():
            return _described(case, command)
        case _:
            assert_never(command)


def _described(case: Case, command: DescribeIdea) -> Outcome:
    note = case.notes.get(command.note)
    if note is None or note.what != "idea":
        return Refused("no_idea")
    was = note.model_dump(include=_LENSES)
    now = was | command.model_dump(include=_LENSES, exclude_none=True)
    return () if now == was else (IdeaDescribed(note=note.id, **now),)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case with the mark on it."""
    match fact:
        case IdeaPlaced():
            note = case.notes[fact.note].model_copy(update={"room": fact.room})
            return case.model_copy(update={"notes": {**case.notes, note.id: note}})
        case NeedMarked():
            note = case.notes[fact.note].model_copy(update={"evidence": fact.evidence})
            return case.model_copy(update={"notes": {**case.notes, note.id: note}})
        case IdeaDescribed():
            note = case.notes[fact.note].model_copy(update=fact.model_dump(include=_LENSES))
            return case.model_copy(update={"notes": {**case.notes, note.id: note}})
        case NeedSorted():
            update = {"need_kind": fact.need_kind}
            cluster = case.clusters[fact.cluster].model_copy(update=update)
            return case.model_copy(update={"clusters": {**case.clusters, cluster.id: cluster}})
        case _:
            assert_never(fact)
