"""One note as it was read: what it means, and how it points."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workshop.likeness.little_words import OPPOSITES
from workshop.likeness.words import as_written, in_order, words_of
from workshop.text import as_read

REMEMBERED: Final = 4_096
"""So many notes are kept as they were read, so that a pile that grows by one is read at once."""
OPPOSITE_TO: Final = {
    word: frozenset().union(*(two for two in OPPOSITES if word in two)) - {word}
    for two in OPPOSITES
    for word in two
}
"""What each meaning is the opposite of."""


@dataclass(frozen=True, slots=True)
class Read:
    """A note as it was read: what it means and how it points, each meaning once."""

    written: str
    letters: str
    shares: Mapping[str, float]
    signs: Mapping[str, frozenset[tuple[bool, bool]]]
    shown: Mapping[str, str]
    turns: bool
    """Whether it turns anything round at all, or says what has an opposite."""


@lru_cache(REMEMBERED)
def read(text: str) -> Read:
    """A text as the pile knows it."""
    text = as_read(text)
    shares: dict[str, float] = {}
    signs: dict[str, set[tuple[bool, bool]]] = defaultdict(set)
    shown: dict[str, str] = {}
    for word in words_of(text):
        shares[word.key] = max(word.weight, shares.get(word.key, 0))
        signs[word.key].add((word.turned, word.asked))
        known = word.shown if word.key[0] == "=" else word.key
        shown[word.key] = min(shown.get(word.key, known), known, key=shortest)
    written = as_written(text)
    # What is written alike is alike, also where no word of it is known.
    shares[f'"{written}'] = 1.0
    fixed = {key: frozenset(ways) for key, ways in signs.items()}
    turns = any(turned for ways in fixed.values() for turned, _ in ways)
    turns = turns or not OPPOSITE_TO.keys().isdisjoint(fixed)
    return Read(written, in_order(text), shares, fixed, shown, turns)


def shortest(word: str) -> tuple[int, str]:
    """What words are put in order by, the shortest first."""
    return (len(word), word)
