"""What the facilitator may take or refuse while sorting: never more than advice."""

from collections import defaultdict
from collections.abc import Generator
from dataclasses import dataclass
from typing import Final, TypeVar

from workshop.case import Case
from workshop.clusters import standing
from workshop.likeness.grouping import Apart, grouping, reading
from workshop.likeness.pile import Pile
from workshop.terms import NoteKind

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Loose notes that may lie together: in a cluster that stands, or in one of their own."""

    notes: tuple[str, ...]
    """The most telling first."""
    words: tuple[str, ...]
    """What they have in common; empty where they are written alike and say nothing known."""
    cluster: str | None = None
    like: str | None = None
    """The note of that cluster which says the same."""


def suggesting(
    case: Case, what: NoteKind = "need"
) -> Generator[float, None, tuple[Suggestion, ...]]:
    """What goes into a cluster first, then what may become one; yields how far it has come.

    A note stands in one suggestion at most. What was refused, and what is opposed to anything in
    the cluster, is never suggested; while a vote is open, nothing is. Ideas lie in no cluster:
    those of the round that say the same are suggested to be one.
    """
    if case.vote:
        return ()
    sorting = _Sorting(case, what)
    pile = yield from _scaled(reading(sorting.texts), 0, _READ)
    into = yield from _scaled(sorting.into(pile), _READ, _PLACED)
    rest = [note for note in sorting.loose if note not in into]
    groups = yield from _scaled(grouping(pile, rest, sorting.apart), _PLACED, 1)
    return (*into.values(), *(Suggestion(g.notes, g.words) for g in groups))


_READ: Final = 0.2
_PLACED: Final = 0.4
"""How far it has come when all is read, and when what fits a cluster is found."""


def _scaled(
    work: Generator[float, None, Done], start: float, end: float
) -> Generator[float, None, Done]:
    """A piece of work as a part of a longer one."""
    while True:
        try:
            at = next(work)
        except StopIteration as done:
            value: Done = done.value
            return value
        yield start + at * (end - start)


class _Sorting:
    """Needs as they lie, loose or in clusters that stand; or the ideas of the round."""

    def __init__(self, case: Case, what: NoteKind) -> None:
        clusters = frozenset(standing(case)) if what == "need" else frozenset[str]()
        needs = [n for n in case.notes.values() if n.what == what and n.lies_open]
        if what == "idea":
            needs = [n for n in needs if n.round == case.round]
        self.loose = tuple(
            n.id for n in needs if n.cluster is None and n.state in {"waiting", "shown"}
        )
        self.held = {n.id: n.cluster for n in needs if n.cluster in clusters}
        self.texts = {id_: case.notes[id_].text for id_ in (*self.loose, *self.held)}
        self.apart = frozenset(frozenset(r.notes) for r in case.refusals if r.cluster is None)
        self._apart = Apart(self.apart)
        self._refused = {
            (note, _now(case, refusal.cluster))
            for refusal in case.refusals
            if refusal.cluster is not None
            for note in refusal.notes
        }
        self._inside: dict[str | None, list[str]] = defaultdict(list)
        for note, cluster in self.held.items():
            self._inside[cluster].append(note)

    def into(self, pile: Pile) -> Generator[float, None, dict[str, Suggestion]]:
        """The cluster that each loose note may go into, where a note of it says the same."""
        found: list[tuple[float, Suggestion]] = []
        for at, note in enumerate(self.loose if self.held else ()):
            for match in pile.like(self.texts[note], among=self.held):
                cluster = self.held[match.id]
                if self._admits(pile, cluster, note):
                    wanted = Suggestion((note,), match.words, cluster, match.id)
                    found.append((-match.likeness, wanted))
                    break
            yield at / len(self.loose)
        found.sort(key=lambda one: (one[0], one[1].notes))
        return {wanted.notes[0]: wanted for _, wanted in found}

    def _admits(self, pile: Pile, cluster: str | None, note: str) -> bool:
        """Whether nobody has refused it, and nothing in the cluster says the opposite."""
        inside = self._inside[cluster]
        return not (
            (note, cluster) in self._refused
            or self._apart.bars((note,), inside)
            or any(pile.opposed(pile.notes[note], pile.notes[other]) for other in inside)
        )


def _now(case: Case, cluster: str) -> str:
    """The cluster that a cluster has become part of, or itself."""
    while (known := case.clusters.get(cluster)) and known.into:
        cluster = known.into
    return cluster
