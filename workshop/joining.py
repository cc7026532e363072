"""Station 5: what says the same is merged, what says two things is split; no word is lost."""

from typing import Annotated, Final, Literal, assert_never

from pydantic import Field

from workshop.basics import (
    Command,
    Fact,
    Id,
    Moment,
    NeededLine,
    NeededText,
    Outcome,
    Record,
    Refused,
)
from workshop.case import Case
from workshop.clusters import ClusterMade, NoteClustered, locked, merged_away, moved
from workshop.notes import IdeaTied, NoteWritten

MOST_PARTS: Final = 12


class ClusterMerged(Fact):
    """A cluster became part of another; its notes and ideas are moved by facts of their own."""

    kind: Literal["cluster.merged"] = "cluster.merged"
    cluster: str
    into: str

    def refers(self) -> frozenset[str]:
        """Both clusters."""
        return frozenset({self.cluster, self.into})


class NoteMerged(Fact):
    """A note was laid under another that says the same, or taken out (``into`` empty)."""

    kind: Literal["note.merged"] = "note.merged"
    note: str
    into: str | None
    suggested: bool = False
    """Whether the desk suggested it and somebody took the suggestion."""

    def refers(self) -> frozenset[str]:
        """Both notes."""
        return frozenset({self.note} | ({self.into} if self.into else set()))

    def settles(self) -> str:
        """What the note lies under."""
        return f"into:{self.note}"


class NoteSplit(Fact):
    """A note that said several things was split; it stays readable, its parts are sorted."""

    kind: Literal["note.split"] = "note.split"
    note: str
    parts: tuple[str, ...]

    def refers(self) -> frozenset[str]:
        """The note."""
        return frozenset({self.note})

    def settles(self) -> str:
        """Its parts."""
        return f"parts:{self.note}"


Facts = ClusterMerged | NoteMerged | NoteSplit


class MergeClusters(Command):
    """Move everything of a cluster into another, which keeps its title and its need."""

    name: Literal["cluster.merge"] = "cluster.merge"
    cluster: Id
    into: Id


class SplitCluster(Command):
    """Take notes out of a cluster into a new one; the new one's id is the command's."""

    name: Literal["cluster.split"] = "cluster.split"
    cluster: Id
    title: NeededLine
    notes: Annotated[tuple[Id, ...], Field(min_length=1)]


class MergeNotes(Command):
    """Lay a note under another that says the same; none takes it out again."""

    name: Literal["note.merge"] = "note.merge"
    note: Id
    into: Id | None
    suggested: bool = False


class SplitNote(Command):
    """Split a note that says several things; the parts are the command's id with -1, -2 ..."""

    name: Literal["note.split"] = "note.split"
    note: Id
    texts: Annotated[tuple[NeededText, ...], Field(min_length=2, max_length=MOST_PARTS)]


Commands = MergeClusters | SplitCluster | MergeNotes | SplitNote


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish to merge or split; nothing of it while a vote is open."""
    if refused := locked(case):
        return refused
    match command:
        case MergeClusters(cluster=cluster, into=into):
            return _clusters_merged(case, cluster, into)
        case SplitCluster():
            return _cluster_split(case, command, moment)
        case MergeNotes():
            return _note_merged(case, command)
        case SplitNote():
            return _note_split(case, command, moment)
        case _:
            assert_never(command)


def _clusters_merged(case: Case, cluster: str, into: str) -> Outcome:
    if refused := merged_away(case, cluster) or merged_away(case, into):
        return refused
    if cluster == into:
        return Refused("same_twice")
    followed = [
        NoteClustered(note=n.id, cluster=into) for n in case.notes.values() if n.cluster == cluster
    ]
    tied = [
        IdeaTied(
            note=n.id, about=tuple(dict.fromkeys(into if c == cluster else c for c in n.about))
        )
        for n in case.notes.values()
        if cluster in n.about
    ]
    return (*followed, *tied, ClusterMerged(cluster=cluster, into=into))


def _cluster_split(case: Case, command: SplitCluster, moment: Moment) -> Outcome:
    if refused := merged_away(case, command.cluster):
        return refused
    notes = tuple(dict.fromkeys(command.notes))
    if any(n not in case.notes or case.notes[n].cluster != command.cluster for n in notes):
        return Refused("no_note")
    made = ClusterMade(
        cluster=moment.command, title=command.title, round=case.round, split_from=command.cluster
    )
    return (made, *moved(case, notes, moment.command))


def _note_merged(case: Case, command: MergeNotes) -> Outcome:
    note, into = command.note, command.into
    lies = case.notes.get(note)
    if lies is None:
        return Refused("no_note")
    if lies.into == into:
        return ()
    if into is None:
        return (NoteMerged(note=note, into=None),)
    over = case.notes.get(into)
    if over is None or over.what != lies.what:
        return Refused("no_note")
    if note == into:
        return Refused("same_twice")
    if over.is_gone or lies.is_gone:
        return Refused("note_taken_back")
    if over.into or over.parts or lies.parts or any(n.into == note for n in case.notes.values()):
        # One level only: whoever reads the upper note sees all that lies under it.
        return Refused("already_merged")
    follows = (
        () if lies.cluster == over.cluster else (NoteClustered(note=note, cluster=over.cluster),)
    )
    return (*follows, NoteMerged(note=note, into=into, suggested=command.suggested))


def _note_split(case: Case, command: SplitNote, moment: Moment) -> Outcome:
    note = case.notes.get(command.note)
    if note is None:
        return Refused("no_note")
    if note.is_gone:
        return Refused("note_taken_back")
    if note.parts or note.into or any(n.into == note.id for n in case.notes.values()):
        return Refused("already_merged")
    ids = tuple(f"{moment.command}-{i}" for i, _ in enumerate(command.texts, start=1))
    if any(i in case.notes for i in ids):
        return Refused("id_used")
    parts = [
        NoteWritten(
            note=part,
            what=note.what,
            text=text,
            state=note.state,
            table=note.table,
            number=note.number,
            round=note.round,
            about=note.about,
            mark=None,
            part_of=note.id,
            category=note.category,
            role=note.role,
        )
        for part, text in zip(ids, command.texts, strict=True)
    ]
    lie = [NoteClustered(note=p, cluster=note.cluster) for p in ids] if note.cluster else []
    return (*parts, *lie, NoteSplit(note=note.id, parts=ids))


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something was merged or split."""
    match fact:
        case ClusterMerged(cluster=cluster, into=into):
            gone = case.clusters[cluster].model_copy(update={"into": into})
            return case.model_copy(update={"clusters": {**case.clusters, cluster: gone}})
        case NoteMerged(note=note, into=into, suggested=suggested):
            update: dict[str, object] = {"into": into, "suggested": suggested}
        case NoteSplit(note=note, parts=parts):
            update = {"parts": parts}
        case _:
            assert_never(fact)
    changed = case.notes[note].model_copy(update=update)
    return case.model_copy(update={"notes": {**case.notes, note: changed}})
