"""How well and how fast we tell which notes say the same, beside two simple ways.

`notes_dev.jsonl` holds 240 invented and labelled notes on four topics. What is said to be the
same is scored in pairs within a topic against `same_as`, and the first grouping against `theme`.
"""

import json
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any, Final, TypeVar

from tests.bench import scoring
from tests.bench.scoring import Pair, Scores
from workshop.likeness.grouping import grouping, reading
from workshop.likeness.noted import read
from workshop.likeness.pile import Pile

NOTES: Final[list[dict[str, Any]]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "notes_dev.jsonl").read_text("utf-8").splitlines()
]
TOPICS: Final = tuple(dict.fromkeys(note["topic"] for note in NOTES))
TRUE: Final = frozenset(frozenset((n["id"], same)) for n in NOTES for same in n["same_as"])
OPPOSED: Final = (
    *(("dev-086", other) for other in ("dev-095", "dev-116")),
    *(("dev-113", other) for other in ("dev-071", "dev-097")),
    *(("dev-229", other) for other in ("dev-184", "dev-221", "dev-233")),
    ("dev-005", "dev-041"),
)
"""Pairs of the set that are for and against the same."""
TRAPS: Final = (("dev-135", "dev-169"),)
"""Pairs that say another thing in the same words: of one theme, and not the same."""
GRID: Final = tuple(at / 100 for at in range(2, 40, 2))
Way = Callable[[Mapping[str, str]], Scores]
Done = TypeVar("Done")


def ended(work: Generator[float, None, Done]) -> Done:
    """What a piece of work ends in."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: Done = end.value
            return value


def texts_of(topic: str) -> dict[str, str]:
    return {note["id"]: note["text"] for note in NOTES if note["topic"] == topic}


def ours(texts: Mapping[str, str]) -> Scores:
    """Our own likeness of every two notes."""
    pile = Pile(texts)
    found = {frozenset(two): pile.pair(*two) for two in combinations(texts, 2)}
    return {pair: match.likeness for pair, match in found.items() if match}


WAYS: Final[dict[str, Way]] = {
    "Medspill": ours,
    "words in common (Jaccard)": scoring.words_in_common,
    "3-4 letters in common (tf-idf)": scoring.letters_in_common,
}


@cache
def scores_of(way: str) -> dict[str, Scores]:
    """The likeness of every two notes of a topic, by topic."""
    return {topic: WAYS[way](texts_of(topic)) for topic in TOPICS}


def all_in_one_pile() -> set[Pair]:
    """What is said to be the same when all topics lie in one pile of 240."""
    texts = {note["id"]: note["text"] for note in NOTES}
    return scoring.above(ours(texts), Pile(texts).same)


def true_of(topic: str) -> set[Pair]:
    ids = texts_of(topic).keys()
    return {pair for pair in TRUE if pair <= ids}


def chosen_on(way: str, topics: tuple[str, ...]) -> float:
    """The threshold that does best on some topics."""
    scores = {p: s for topic in topics for p, s in scores_of(way)[topic].items()}
    return scoring.best_threshold(scores, {p for topic in topics for p in true_of(topic)})


def pairs_said(way: str, threshold: Callable[[str], float]) -> set[Pair]:
    """The pairs that are said to be the same, with a threshold for each topic."""
    return {p for topic in TOPICS for p in scoring.above(scores_of(way)[topic], threshold(topic))}


def others_than(topic: str) -> tuple[str, ...]:
    return tuple(t for t in TOPICS if t != topic)


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the pairs, and how well it went."""

    name: str
    true: int
    precision: float
    recall: float
    f1: float


def sliced(said: set[Pair]) -> list[Slice]:
    """By language and by slips: pairs of which both, or at least one, are so."""
    lang = {n["id"]: n["lang"] for n in NOTES}
    slips = {n["id"] for n in NOTES if "typo" in n["style"]}
    parts: dict[str, Callable[[Pair], bool]] = {
        "both bokmål": lambda p: {lang[i] for i in p} == {"nb"},
        "one nynorsk": lambda p: "nn" in {lang[i] for i in p},
        "one dialect": lambda p: "dialekt" in {lang[i] for i in p},
        "one English": lambda p: "en" in {lang[i] for i in p},
        "one with slips": lambda p: bool(p & slips),
    }
    return [
        Slice(name, len(true), *scoring.prf({p for p in said if holds(p)}, true))
        for name, holds in parts.items()
        for true in [{p for p in TRUE if holds(p)}]
    ]


def grouped(topic: str) -> list[list[str]]:
    """Our first grouping, with those that are in no group by themselves."""
    texts = texts_of(topic)
    groups = [list(g.notes) for g in ended(grouping(Pile(texts), texts))]
    held = {note for group in groups for note in group}
    return groups + [[note] for note in texts if note not in held]


@cache
def linked(way: str, topic: str, threshold: float) -> tuple[tuple[str, ...], ...]:
    groups = scoring.mean_linkage(texts_of(topic), scores_of(way)[topic], threshold)
    return tuple(tuple(group) for group in groups)


def group_scores(groups: Callable[[str], Any]) -> tuple[float, float, float, float]:
    """B-cubed precision, recall, F1 and adjusted Rand, each the mean over the topics."""
    rows = []
    for topic in TOPICS:
        label = {n["id"]: n["theme"] for n in NOTES if n["topic"] == topic}
        held = groups(topic)
        rows.append((*scoring.bcubed(held, label), scoring.adjusted_rand(held, label)))
    precision, recall, f1, rand = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return precision, recall, f1, rand


def best_linked(way: str) -> tuple[float, float, float, float]:
    """A simple way's grouping at the threshold that suits it best on this very set."""
    every = (group_scores(lambda t, at=at: linked(way, t, at)) for at in GRID)  # type: ignore[misc]
    return max(every, key=lambda row: row[2])


# -- how fast ----------------------------------------------------------------------------------


def many(count: int = 2_000) -> dict[str, str]:
    """As many notes, no two alike: each is two of the set after one another."""
    n = len(NOTES)
    return {
        f"many-{i}": f"{NOTES[i % n]['text']} {NOTES[(7 * i + i // n + 1) % n]['text']}"
        for i in range(count)
    }


def one_against_many() -> float:
    """Milliseconds, the median over the set, for a note that nobody has read against 2,000."""
    pile = Pile(many())
    took = []
    for note in NOTES:
        read.cache_clear()
        began = time.perf_counter()
        pile.like(note["text"])
        took.append(1_000 * (time.perf_counter() - began))
    return median(took)


@dataclass(frozen=True, slots=True)
class Grouped:
    """A first grouping of a pile: how long it took, and how long no key was heard at most."""

    seconds: float
    processor: float
    deaf: float


def whole_pile() -> Grouped:
    """2,000 notes that nobody has read, from their texts to their groups."""
    texts = many()
    read.cache_clear()
    began, processor, deaf = time.perf_counter(), time.process_time(), 0.0
    last = began
    pile: Pile | None = None
    work: Generator[float, None, Any] = reading(texts)
    while True:
        try:
            next(work)
        except StopIteration as end:
            if pile is not None:
                break
            pile = end.value
            work = grouping(end.value, texts)
        now = time.perf_counter()
        deaf, last = max(deaf, now - last), now
    now = time.perf_counter()
    return Grouped(now - began, time.process_time() - processor, max(deaf, now - last))
