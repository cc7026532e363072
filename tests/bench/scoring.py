"""How a grouping or a set of pairs is scored, and two simple ways to hold it against."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from math import log, sqrt
from typing import TypeAlias

Pair: TypeAlias = frozenset[str]
Scores: TypeAlias = dict[Pair, float]


def prf(said: Collection[Pair], true: Collection[Pair]) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs."""
    right = len(set(said) & set(true))
    precision = right / len(said) if said else 1.0
    recall = right / len(true) if true else 1.0
    return precision, recall, f1(precision, recall)


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def best_threshold(scores: Scores, true: Collection[Pair]) -> float:
    """The threshold with the highest F1 on these very pairs."""
    best, right = (0.0, 1.0), 0
    for at, (pair, score) in enumerate(sorted(scores.items(), key=lambda s: -s[1]), start=1):
        right += pair in true
        best = max(best, (2 * right / (at + len(true)), score))
    return best[1]


def above(scores: Scores, threshold: float) -> set[Pair]:
    return {pair for pair, score in scores.items() if score >= threshold}


def bcubed(groups: Iterable[Sequence[str]], label: Mapping[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of a grouping against labels."""
    sizes = Counter(label.values())
    precision = recall = 0.0
    for group in groups:
        counts = Counter(label[note] for note in group)
        precision += sum(counts[label[n]] for n in group) / len(group)
        recall += sum(counts[label[n]] / sizes[label[n]] for n in group)
    n = len(label)
    return precision / n, recall / n, f1(precision / n, recall / n)


def adjusted_rand(groups: Iterable[Sequence[str]], label: Mapping[str, str]) -> float:
    """How much better than chance a grouping agrees with labels; 1 is wholly, 0 is by chance."""
    held = list(groups)
    both = sum(_twos(n) for group in held for n in Counter(label[i] for i in group).values())
    ours = sum(_twos(len(group)) for group in held)
    theirs = sum(_twos(n) for n in Counter(label.values()).values())
    by_chance = ours * theirs / _twos(len(label))
    most = (ours + theirs) / 2
    return (both - by_chance) / (most - by_chance) if most != by_chance else 1.0


def _twos(n: int) -> float:
    return n * (n - 1) / 2


def words_in_common(texts: Mapping[str, str]) -> Scores:
    """The simplest: the share of the words that two texts have in common (Jaccard)."""
    sets = {id_: set(_plain(text).split()) for id_, text in texts.items()}
    return {
        frozenset((a, b)): len(sets[a] & sets[b]) / (len(sets[a] | sets[b]) or 1)
        for a, b in combinations(sets, 2)
    }


def letters_in_common(texts: Mapping[str, str]) -> Scores:
    """The yardstick of the data: cosine of tf-idf over runs of three and four letters."""
    grams = {id_: _grams(text) for id_, text in texts.items()}
    held = Counter(gram for counts in grams.values() for gram in counts)
    n = len(texts)
    vectors: dict[str, dict[str, float]] = {
        id_: {g: (1 + log(c)) * (log((1 + n) / (1 + held[g])) + 1) for g, c in counts.items()}
        for id_, counts in grams.items()
    }
    sizes = {id_: sqrt(sum(w * w for w in v.values())) or 1.0 for id_, v in vectors.items()}
    return {
        frozenset((a, b)): sum(w * vectors[b].get(g, 0.0) for g, w in vectors[a].items())
        / (sizes[a] * sizes[b])
        for a, b in combinations(vectors, 2)
    }


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _grams(text: str) -> Counter[str]:
    padded = f" {_plain(text)} "
    return Counter(padded[at : at + n] for n in (3, 4) for at in range(len(padded) - n + 1))


def mean_linkage(ids: Iterable[str], scores: Scores, threshold: float) -> list[list[str]]:
    """Again and again the two groups that are likest in the mean become one; for few notes."""
    held = {id_: [id_] for id_ in sorted(ids)}
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for pair, score in scores.items():
        a, b = pair
        sums[a][b] = sums[b][a] = score
    while len(held) > 1:
        mean, a, b = max(
            (sums[a].get(b, 0.0) / (len(held[a]) * len(held[b])), a, b)
            for a, b in combinations(held, 2)
        )
        if mean < threshold:
            break
        for c in held.keys() - {a, b}:
            sums[a][c] = sums[c][a] = sums[a].get(c, 0.0) + sums[b].get(c, 0.0)
        held[a] += held.pop(b)
    return list(held.values())
