"""A pile of notes, each of which can be held against all the others in milliseconds."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from workshop.likeness.noted import OPPOSITE_TO, Read, read, shortest

SAME: Final = 0.3
"""From this likeness on two notes are said to say the same; chosen as docs/likeness.md tells."""
SMALL: Final = 60
GROWS: Final = 0.03
"""In a pile four times as big as a small one chance finds more, and that much more is asked."""
LETTERS: Final = 0.2
"""How much of the likeness is that of the letters; the rest is that of the meanings."""
FEW: Final = 0.3
"""How much a note of few words is held back, as a share of one word that nobody else uses."""
NEARLY: Final = 0.8
"""From this likeness on two unlisted words are one with a slip or another ending."""
BEGINS: Final = 0.48
"""How much it counts that one unlisted word begins as another: «Tangen», «Tangenblokka»."""
LONG: Final = 5
"""Only words of so many letters are held against others that are not the same."""
BEGUN: Final = 4
"""Only words that begin with the same three letters (and their sign) are held together."""
MANY: Final = 100
"""A pile of twice as many notes is a big one."""
MOSTLY: Final = 0.6
"""Where two notes have this much of themselves in common, one turned word sets them apart."""


@dataclass(frozen=True, slots=True)
class Match:
    """A note that is like another: how much, from 0 to 1, and the words they have in common."""

    id: str
    likeness: float
    words: tuple[str, ...]


class Pile:
    """Notes by their ids; what is rare among them counts more than what all speak of."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.notes: dict[str, Read] = {}
        self._holding: dict[str, list[str]] = defaultdict(list)
        self._beginning: dict[str, list[str]] = defaultdict(list)
        self._alike: dict[str, dict[str, float]] = {}
        self._rare: dict[str, float] = {}
        self._lengths: dict[str, float] = {}
        self._weighed: dict[str, list[tuple[str, float]]] = defaultdict(list)
        """The notes that hold a key, and how much of each it is."""
        self._most = 0.0
        for _ in self.filling(texts):
            pass

    def filling(self, texts: Mapping[str, str]) -> Iterator[float]:
        """Put texts into an empty pile, one by one; yields how far it has come, from 0 to 1."""
        for at, id_ in enumerate(sorted(texts)):
            note = self.notes[id_] = read(texts[id_])
            for key in note.shares:
                self._holding[key].append(id_)
            yield at / len(texts) / 2
        n = len(self.notes)
        self._most = log(1 + max(1, n))
        self._rare = {key: log(1 + n / len(ids)) for key, ids in self._holding.items()}
        for key in self._holding:
            if key[0] == "=":
                self._beginning[key[:BEGUN]].append(key)
        for at, (id_, note) in enumerate(self.notes.items()):
            size = self._length(note)
            for key, share in note.shares.items():
                self._weighed[key].append((id_, share * self._rare[key] / size))
            yield (at / n + 1) / 2

    @property
    def same(self) -> float:
        """From which likeness on two notes of this pile are said to say the same."""
        return SAME + GROWS * self.bigger

    @property
    def bigger(self) -> float:
        """How many times over it is four times as big as a small pile."""
        return max(0.0, log(max(1, len(self.notes)) / SMALL, 4))

    def like(
        self, text: str, least: float | None = None, among: Container[str] | None = None
    ) -> tuple[Match, ...]:
        """The notes that say the same as a text, likest first; none that says the opposite.

        Those that are at least so like, or as much as is asked in this pile. With ``among``, only
        those; else all of the pile.
        """
        note = read(text)
        least = self.same if least is None else least
        near = [
            id_
            for id_, met in self.meant_alike(note).items()
            if met >= least - LETTERS and (among is None or id_ in among)
        ]
        matches = (match for id_ in near if (match := self._match(note, id_)))
        return tuple(sorted((m for m in matches if m.likeness >= least), key=_likest))

    def pair(self, one: str, other: str) -> Match | None:
        """How like two notes are; None where they have no word in common or are opposed."""
        return self._match(self.notes[one], other)

    def meant_alike(self, note: Read) -> dict[str, float]:
        """How much each note means the same, letters left aside; only those above nothing.

        What most of a big pile speak of tells nothing, and is passed over.
        """
        dots: dict[str, float] = defaultdict(float)
        for key, share in note.shares.items():
            weight = share * self._rarity(key)
            for other, much in self._near(key).items():
                weighed, held = self._weighed[other], weight * much
                if len(weighed) <= max(MANY, len(self.notes) / 2):
                    for id_, part in weighed:
                        dots[id_] += held * part
        size = self._length(note)
        return {id_: dot / size if dot < size else 1.0 for id_, dot in dots.items()}

    def opposed(self, one: Read, other: Read) -> bool:
        """Whether one turns round what the other says: «mer buss», «ikke mer buss»."""
        if one.written == other.written or not (one.turns or other.turns):
            return False
        against, alike, whole = 0.0, 0.0, [0.0, 0.0]
        for key, far in self._sides(one, other):
            turns = far in OPPOSITE_TO.get(key, ())
            mine = {turned for turned, _ in one.signs[key]}
            theirs = {turned ^ turns for turned, _ in other.signs[far]}
            weight = self._rarity(key) + self._rarity(far)
            whole = [whole[0] + self._part(one, key), whole[1] + self._part(other, far)]
            if mine & theirs:
                alike += weight
            elif not turns and any(asked for _, asked in one.signs[key] | other.signs[far]):
                return True
            else:
                against += weight
        most = min(whole[0] / self._length(one) ** 2, whole[1] / self._length(other) ** 2)
        # Rounded, so that what is opposed one way is opposed the other way.
        return round(against - alike, 6) > 0 or (against > 0 and round(most, 6) >= MOSTLY)

    def words(self, notes: Iterable[Read]) -> tuple[str, ...]:
        """The words that most of some notes have in common, the most telling first."""
        counted: dict[str, float] = defaultdict(float)
        shown: dict[str, str] = {}
        read_notes = list(notes)
        for note in read_notes:
            for key, share in note.shares.items():
                if key in note.shown:
                    counted[key] += share
                    shown[key] = min(shown.get(key, note.shown[key]), note.shown[key], key=shortest)
        told = sorted(
            (key for key, n in counted.items() if n > len(read_notes) / 2 and n > 1),
            key=lambda key: (-counted[key] * self._rarity(key), key),
        )
        return _whole(shown[key] for key in told)

    def _match(self, note: Read, id_: str) -> Match | None:
        other = self.notes[id_]
        if note.written == other.written:
            return Match(id_, 1.0, self._told(note, other))
        shared = self._shared(note, other)
        if not shared or self.opposed(note, other):
            return None
        dot = sum(
            self._rarity(key) * note.shares[key] * much * self._rarity(far) * other.shares[far]
            for key, far, much in shared
        )
        meant = min(1.0, dot / (self._length(note) * self._length(other)))
        letters = fuzz.ratio(note.letters, other.letters) / 100
        return Match(id_, round(min(1.0, meant + LETTERS * letters), 6), self._told(note, other))

    def _told(self, one: Read, other: Read) -> tuple[str, ...]:
        shared = [s for s in self._shared(one, other) if s[0] in one.shown]
        # Rounded, so that a and b tell the same as b and a to the last digit.
        shared.sort(
            key=lambda s: (
                round(-s[2] * self._rarity(s[0]) * self._rarity(s[1]), 6),
                *sorted(s[:2]),
            )
        )
        told = (min(one.shown[key], other.shown[far], key=shortest) for key, far, _ in shared)
        return _whole(told)

    def _sides(self, one: Read, other: Read) -> Iterator[tuple[str, str]]:
        """The meanings that two notes have in common, and those that are each other's opposite."""
        for key, far, _ in self._shared(one, other):
            if key in one.signs and far in other.signs:
                yield key, far
        for key in one.signs.keys() & OPPOSITE_TO.keys():
            yield from ((key, far) for far in OPPOSITE_TO[key] if far in other.signs)

    def _shared(self, one: Read, other: Read) -> list[tuple[str, str, float]]:
        return [
            (key, far, much)
            for key in one.shares
            for far, much in self._near(key, other.shares).items()
        ]

    def _near(self, key: str, among: Mapping[str, float] | None = None) -> dict[str, float]:
        """The keys of the pile, or of one note, that mean the same as a key, and how much."""
        if key[0] != "=":
            held = key in (self._holding if among is None else among)
            return {key: 1.0} if held else {}
        near = self._alike.get(key)
        if near is None:
            begun = self._beginning.get(key[:BEGUN], ())
            near = {far: much for far in begun if (much := _much(key, far))}
            self._alike[key] = near
        return near if among is None else {far: much for far, much in near.items() if far in among}

    def _rarity(self, key: str) -> float:
        return self._rare.get(key, self._most)

    def _part(self, note: Read, key: str) -> float:
        return (note.shares[key] * self._rarity(key)) ** 2

    def _length(self, note: Read) -> float:
        known = self._lengths.get(note.written)
        if known is None:
            met = sum(self._part(note, key) for key in note.signs)
            known = self._lengths[note.written] = sqrt(met + FEW * self._most**2)
        return known


def _much(key: str, far: str) -> float:
    if key == far:
        return 1.0
    shorter, longer = sorted((key[1:], far[1:]), key=len)
    if len(shorter) < LONG:
        return 0.0
    if longer.startswith(shorter):
        return BEGINS
    alike = Indel.normalized_similarity(shorter, longer, score_cutoff=NEARLY)
    return NEARLY * alike


def _likest(match: Match) -> tuple[float, str]:
    return (-match.likeness, match.id)


def _whole(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, without those that only begin another of them: «elvebakken», not «elv»."""
    told = dict.fromkeys(words)
    return tuple(w for w in told if not any(o != w and o.startswith(w) for o in told))
