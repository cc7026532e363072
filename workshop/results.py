"""What a dot vote comes to: how many dots, in what order, what is about equal, what may show."""

from collections.abc import Mapping
from typing import Final

from workshop.case import Case
from workshop.counting import about_equal
from workshop.said import Vote
from workshop.terms import Reason

FEWEST_DOTS: Final = 3
MOST_DOTS: Final = 7
TARGETS_PER_DOT: Final = 3
FEWEST_BALLOTS: Final = 5
"""Under this many ballots only the order is shown, no figures."""


def dots_for(targets: int) -> int:
    """How many dots each gets: a third of the targets, kept within 3-7."""
    return min(max(round(targets / TARGETS_PER_DOT), FEWEST_DOTS), MOST_DOTS)


def why_so_many(vote: Vote) -> Reason:
    """Why each has so many dots."""
    third = round(len(vote.targets) / TARGETS_PER_DOT)
    if not vote.stacking and vote.dots == len(vote.targets) < FEWEST_DOTS:
        return "all"
    if vote.dots != dots_for(len(vote.targets)):
        return "chosen"
    if vote.dots == third:
        return "third"
    return "fewest" if third < FEWEST_DOTS else "most"


def wordings(case: Case, target: str) -> tuple[str, ...]:
    """All that a target has been called, the newest last."""
    if target in case.clusters:
        cluster = case.clusters[target]
        return (*cluster.titles, cluster.title)
    note = case.notes.get(target)
    return (*note.originals, note.text) if note else ("",)


def as_voted(case: Case, vote: Vote, target: str) -> str:
    """What a target was called when the vote was opened."""
    called = wordings(case, target)
    at = vote.targets.index(target)
    if at >= len(vote.wordings):
        return called[-1]
    return called[min(vote.wordings[at], len(called) - 1)]


def ranking(vote: Vote) -> tuple[tuple[str, int], ...]:
    """The targets with their counts, most first; equal counts keep their numbers' order."""
    pairs = [(t, vote.counts.get(t, 0)) for t in vote.targets]
    return tuple(sorted(pairs, key=lambda pair: -pair[1]))


def places(vote: Vote) -> Mapping[str, int]:
    """The place of each target, from 1; equal counts share theirs."""
    counts = [n for _, n in ranking(vote)]
    return {t: counts.index(n) + 1 for t, n in ranking(vote)}


def near_ties(vote: Vote) -> tuple[frozenset[str], ...]:
    """Groups of targets that are about equal."""
    return about_equal(ranking(vote))


def figures_may_show(vote: Vote) -> bool:
    """Whether enough have voted for figures to be shown.

    Hands are seen by all: where few voted otherwise, those could be told by subtraction.
    """
    cast = sum(vote.turnout.values())
    secret = cast - vote.turnout.get("hands", 0)
    return cast >= FEWEST_BALLOTS and not 0 < secret < FEWEST_BALLOTS
