"""A first grouping of a whole pile: who belongs together, said with a reason, and never done."""

from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush, nlargest
from typing import Final

from workshop.likeness.pile import Pile

TOGETHER: Final = 0.07
"""From this mean likeness on two groups are one; chosen as docs/likeness.md tells."""
GROWS: Final = 0.02
"""In a pile four times as big as a small one that much more is asked."""
FLOOR: Final = 0.03
"""Less than this is by chance and counts as nothing."""
NEAREST: Final = 60
"""So many others a note is compared with in the end: where more are as like, some are enough."""
BARRED: Final = float("-inf")
COMPARING: Final = 0.8
"""How far the work has come when all is compared."""


@dataclass(frozen=True, slots=True)
class Group:
    """Notes that may belong together."""

    notes: tuple[str, ...]
    """The most telling first: the one that is likest to all the others."""
    words: tuple[str, ...]
    """What most of them have in common."""
    likeness: float
    """The mean between every two."""


def reading(texts: Mapping[str, str]) -> Generator[float, None, Pile]:
    """A pile of texts, read one by one; yields how far it has come, from 0 to 1."""
    pile = Pile({})
    yield from pile.filling(texts)
    return pile


def grouping(
    pile: Pile, among: Collection[str], apart: Collection[frozenset[str]] = ()
) -> Generator[float, None, tuple[Group, ...]]:
    """Groups of two or more among some notes, surest first; yields how far it has come.

    Nobody is in two groups, notes that are opposed are never in one, and none holds all the notes
    of a set in ``apart``. The same texts give the same groups, in whatever order they come.
    """
    kept_apart = Apart(apart)
    lots = _lots(pile, among, kept_apart)
    ties: dict[str, dict[str, float]] = defaultdict(dict)
    for at, id_ in enumerate(lots):
        met = pile.meant_alike(pile.notes[id_])
        near = [
            (much, other)
            for other, much in met.items()
            if much >= FLOOR and other in lots and other != id_
        ]
        for much, other in near if len(near) <= NEAREST else nlargest(NEAREST, near):
            ties[id_][other] = ties[other][id_] = much
        yield COMPARING * at / len(lots)
    tree = _Joining(pile, lots, kept_apart)
    for id_ in lots:
        tree.tie(id_, ties.get(id_, {}))
        yield COMPARING
    while tree.join():
        yield COMPARING + (1 - COMPARING) * tree.joined / len(lots)
    return tree.groups()


def _lots(pile: Pile, among: Collection[str], apart: "Apart") -> dict[str, list[str]]:
    """Notes that mean just the same, by the first of them: they are compared once."""
    alike: dict[object, list[str]] = defaultdict(list)
    for id_ in sorted(among):
        note = pile.notes[id_]
        alike[frozenset(note.signs.items()) or note.written].append(id_)
    lots: dict[str, list[str]] = {}
    for ids in alike.values():
        if apart.bars(ids, ()):
            lots.update({id_: [id_] for id_ in ids})
        else:
            lots[ids[0]] = ids
    return lots


class Apart:
    """Sets of notes of which somebody said that they do not all belong together."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self._holding: dict[str, list[frozenset[str]]] = defaultdict(list)
        for notes in sets:
            for note in notes:
                self._holding[note].append(notes)

    def bars(self, some: Collection[str], others: Collection[str]) -> bool:
        """Whether notes that would lie together hold a whole such set."""
        if not self._holding:
            return False
        joined = {*some, *others}
        return any(notes <= joined for note in some for notes in self._holding.get(note, ()))


class _Joining:
    """Groups that grow: again and again the two that are likest in the mean become one.

    A group is called after its first note. The mean of a joined group to a third is never above
    the higher of its two halves', so a mean that has grown old is only looked up when it is next.
    """

    def __init__(self, pile: Pile, lots: Mapping[str, list[str]], apart: Apart) -> None:
        self._pile = pile
        self._lots = lots
        self._apart = apart
        self._ties: dict[str, Mapping[str, float]] = {}
        self._held = {id_: list(ids) for id_, ids in lots.items()}
        self._into = {id_: id_ for id_ in lots}
        self._sums: dict[str, dict[str, float]] = {}
        """Between groups, the sum over all pairs."""
        self._within = {id_: len(ids) * (len(ids) - 1) / 2 for id_, ids in lots.items()}
        """Within a group, the same."""
        self._least = TOGETHER + GROWS * pile.bigger
        self._next: list[tuple[float, str, str, int, int]] = []
        self.joined = 0

    def tie(self, one: str, ties: Mapping[str, float]) -> None:
        """Say how like a note, or a lot of them, is to the others."""
        n = len(self._lots[one])
        self._ties[one] = ties
        self._sums[one] = {o: much * n * len(self._lots[o]) for o, much in ties.items()}
        for other, much in ties.items():
            if one < other and much >= self._least:
                heappush(self._next, (-much, one, other, n, len(self._lots[other])))

    def join(self) -> bool:
        """Join the two likest groups; false when no two are like enough."""
        while self._next:
            _, one, other, n, m = heappop(self._next)
            if (self._size(one), self._size(other)) != (n, m):
                self._look_up(self._now(one), self._now(other))
            elif self._sums[one][other] == BARRED:
                continue
            elif self._barred(one, other):
                self._sums[one][other] = self._sums[other][one] = BARRED
            else:
                self._become(one, other)
                return True
        return False

    def _size(self, group: str) -> int:
        return len(self._held.get(group, ()))

    def _now(self, group: str) -> str:
        while self._into[group] != group:
            group = self._into[group]
        return group

    def _look_up(self, one: str, other: str) -> None:
        """Put two groups in the queue again, with the mean that they have now."""
        one, other = min(one, other), max(one, other)
        n, m = self._size(one), self._size(other)
        much = self._sums[one].get(other, BARRED)
        if one != other and much >= self._least * n * m:
            heappush(self._next, (-much / (n * m), one, other, n, m))

    def _barred(self, one: str, other: str) -> bool:
        notes, mine, theirs = self._pile.notes, self._held[one], self._held[other]
        return self._apart.bars(mine, theirs) or any(
            self._pile.opposed(notes[a], notes[b]) for a in mine for b in theirs
        )

    def _become(self, one: str, other: str) -> None:
        self._within[one] += self._within.pop(other) + self._sums[one][other]
        self._held[one] += self._held.pop(other)
        self._into[other] = one
        self.joined += 1
        gone, kept = self._sums.pop(other), self._sums[one]
        gone.pop(one, None)
        kept.pop(other, None)
        for third, much in gone.items():
            theirs = self._sums[third]
            theirs.pop(other)
            kept[third] = theirs[one] = much + kept.get(third, 0.0)

    def groups(self) -> tuple[Group, ...]:
        """What has grown together so far, surest first."""
        made = [self._group(name, ids) for name, ids in self._held.items() if len(ids) > 1]
        return tuple(sorted(made, key=lambda g: (-g.likeness, g.notes)))

    def _group(self, name: str, ids: list[str]) -> Group:
        held = frozenset(ids)
        near = {
            id_: sum(
                much * len(self._lots[o])
                for o, much in self._ties.get(lot, {}).items()
                if o in held
            )
            for lot in held & self._lots.keys()
            for id_ in self._lots[lot]
        }
        notes = tuple(sorted(ids, key=lambda id_: (-near[id_], id_)))
        words = self._pile.words(self._pile.notes[id_] for id_ in notes)
        return Group(notes, words, 2 * self._within[name] / (len(ids) * (len(ids) - 1)))
