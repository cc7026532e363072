"""Station 5: clusters of notes that say the same, and the need they stand for."""

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
from workshop.said import Cluster, Note, Statement
from workshop.terms import ClusterState, Evidence


class ClusterMade(Fact):
    """A cluster was made; the id is the command's."""

    kind: Literal["cluster.made"] = "cluster.made"
    cluster: str
    title: Said
    round: int
    split_from: str | None = None
    """The cluster that its first notes were taken out of."""
    suggested: bool = False
    """Whether the desk suggested it and somebody took the suggestion."""

    def refers(self) -> frozenset[str]:
        """The cluster it was split from."""
        return frozenset({self.split_from} if self.split_from else ())


class ClusterRenamed(Fact):
    """A cluster got another title."""

    kind: Literal["cluster.renamed"] = "cluster.renamed"
    cluster: str
    title: Said

    def refers(self) -> frozenset[str]:
        """The cluster."""
        return frozenset({self.cluster})

    def makes(self) -> frozenset[str]:
        """What a vote may be held over: the cluster as it is called now."""
        return frozenset({f"called:{self.cluster}"})

    def settles(self) -> str:
        """The title."""
        return f"title:{self.cluster}"


class NoteClustered(Fact):
    """A note was put in a cluster, or taken out (``cluster`` empty)."""

    kind: Literal["note.clustered"] = "note.clustered"
    note: str
    cluster: str | None
    suggested: bool = False
    """Whether the desk suggested it and somebody took the suggestion."""

    def refers(self) -> frozenset[str]:
        """The note and the cluster."""
        return frozenset({self.note} | ({self.cluster} if self.cluster else set()))

    def settles(self) -> str:
        """Where the note lies."""
        return f"cluster:{self.note}"


class StatementWritten(Fact):
    """The need of a cluster was put in words: who needs what, and why."""

    kind: Literal["statement.written"] = "statement.written"
    cluster: str
    who: Said
    what: Said
    why: Said
    evidence: Evidence | None = None
    others: bool = False
    round: int = 1

    def refers(self) -> frozenset[str]:
        """The cluster."""
        return frozenset({self.cluster})


class ClusterModerated(Fact):
    """A cluster was shown, hidden, parked or set aside, with its notes as they are."""

    kind: Literal["cluster.moderated"] = "cluster.moderated"
    cluster: str
    state: ClusterState
    reason: Said

    def refers(self) -> frozenset[str]:
        """The cluster."""
        return frozenset({self.cluster})

    def settles(self) -> str:
        """Where the cluster stands."""
        return f"state:{self.cluster}"


Facts = ClusterMade | ClusterRenamed | NoteClustered | StatementWritten | ClusterModerated


class MakeCluster(Command):
    """Make a cluster, with notes in it from the start where some are named."""

    name: Literal["cluster.make"] = "cluster.make"
    title: NeededLine
    notes: tuple[Id, ...] = ()
    suggested: bool = False


class RenameCluster(Command):
    """Give a cluster another title, also while it is voted on."""

    name: Literal["cluster.rename"] = "cluster.rename"
    cluster: Id
    title: NeededLine


class ClusterNote(Command):
    """Put a note in a cluster, or take it out by naming none."""

    name: Literal["note.cluster"] = "note.cluster"
    note: Id
    cluster: Id | None
    suggested: bool = False


class WriteStatement(Command):
    """Say who needs what, why, how that is known, and whether others than the team say it."""

    name: Literal["statement.write"] = "statement.write"
    cluster: Id
    who: NeededLine
    what: NeededLine
    why: Line = ""
    evidence: Evidence | None = None
    others: bool = False


class ModerateCluster(Command):
    """Show a cluster, hide it from the projector, park it, or set it aside."""

    name: Literal["cluster.moderate"] = "cluster.moderate"
    cluster: Id
    state: ClusterState
    reason: Line = ""


Commands = MakeCluster | RenameCluster | ClusterNote | WriteStatement | ModerateCluster


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish to sort."""
    match command:
        case MakeCluster(title=title, notes=notes, suggested=suggested):
            if refused := locked(case) or _no_notes(case, notes):
                return refused
            made = ClusterMade(
                cluster=moment.command, title=title, round=case.round, suggested=suggested
            )
            return (made, *moved(case, notes, moment.command))
        case RenameCluster(cluster=c) | WriteStatement(cluster=c) | ModerateCluster(cluster=c) if (
            refused := merged_away(case, c)
        ):
            return refused
        case RenameCluster(cluster=cluster, title=title):
            same = case.clusters[cluster].title == title
            return () if same else (ClusterRenamed(cluster=cluster, title=title),)
        case ClusterNote(note=note, cluster=cluster):
            refused = locked(case) or _no_notes(case, (note,))
            if cluster is not None:
                refused = refused or merged_away(case, cluster)
            if refused:
                return refused
            return moved(case, (note,), cluster, suggested=command.suggested)
        case WriteStatement():
            fields = command.model_dump(exclude={"name"})
            return (StatementWritten(round=case.round, **fields),)
        case ModerateCluster(cluster=cluster, state=state, reason=reason):
            known = case.clusters[cluster]
            if (known.state, known.reason) == (state, reason):
                return ()
            moderated = ClusterModerated(cluster=cluster, state=state, reason=reason)
            return locked(case) or (moderated,)
        case _:
            assert_never(command)


def locked(case: Case) -> Refused | None:
    """While a vote is open its targets are frozen."""
    return Refused("vote_open") if case.vote else None


def merged_away(case: Case, cluster: str) -> Refused | None:
    """Why nothing more can be done with a cluster, if so."""
    known = case.clusters.get(cluster)
    if known is None:
        return Refused("no_cluster")
    return Refused("cluster_merged") if known.into else None


def _no_notes(case: Case, notes: tuple[str, ...]) -> Refused | None:
    return None if all(n in case.notes for n in notes) else Refused("no_note")


def moved(
    case: Case, notes: tuple[str, ...], cluster: str | None, *, suggested: bool = False
) -> tuple[NoteClustered, ...]:
    """Notes on their way to a cluster, with all that says the same as they do."""
    uppers = {case.notes[n].into or n for n in notes}
    piles = (n for n in case.notes.values() if (n.into or n.id) in uppers)
    return tuple(
        NoteClustered(note=n.id, cluster=cluster, suggested=suggested)
        for n in piles
        if n.cluster != cluster
    )


def members(case: Case, cluster: str) -> tuple[Note, ...]:
    """The notes of a cluster that count, in the order they came."""
    return tuple(n for n in case.notes.values() if n.cluster == cluster and n.counts)


def standing(case: Case) -> tuple[str, ...]:
    """The clusters that can be shown, voted on and answered to, oldest first."""
    return tuple(c.id for c in case.clusters.values() if c.state == "shown" and not c.into)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something was sorted."""
    match fact:
        case NoteClustered(note=note, cluster=cluster, suggested=suggested):
            update = {"cluster": cluster, "suggested": suggested}
            moved = case.notes[note].model_copy(update=update)
            return case.model_copy(update={"notes": {**case.notes, note: moved}})
        case ClusterMade():
            changed = Cluster(**fact.model_dump(exclude={"kind", "cluster"}), id=fact.cluster)
        case ClusterRenamed(title=title):
            changed = case.clusters[fact.cluster]
            titles = (*changed.titles, changed.title)
            changed = changed.model_copy(update={"title": title, "titles": titles})
        case StatementWritten():
            changed = case.clusters[fact.cluster]
            earlier = (*changed.earlier, *([changed.statement] if changed.statement else []))
            statement = Statement(**fact.model_dump(exclude={"kind", "cluster"}))
            changed = changed.model_copy(update={"statement": statement, "earlier": earlier})
        case ClusterModerated(state=state, reason=reason):
            update = {"state": state, "reason": reason}
            changed = case.clusters[fact.cluster].model_copy(update=update)
        case _:
            assert_never(fact)
    return case.model_copy(update={"clusters": {**case.clusters, changed.id: changed}})
