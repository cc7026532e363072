"""Every fact, as one union, and the case that facts add up to."""

from collections.abc import Iterable
from dataclasses import replace
from types import ModuleType
from typing import Final, get_args

from workshop import (
    actors,
    arranged,
    assumptions,
    ballots,
    clarifying,
    closing,
    clusters,
    ending,
    entries,
    following,
    forgetting,
    fundamentals,
    funds,
    helping,
    inbox,
    inviting,
    joining,
    learning,
    marks,
    moderating,
    motivation,
    notes,
    opening,
    parking,
    placing,
    pledges,
    polls,
    problem,
    programmes,
    raised,
    raised_answers,
    refusing,
    reviews,
    sketching,
    sources,
    staged,
    taking_back,
    testers,
    testing,
    turning,
    undo,
    vote_codes,
)
from workshop.basics import Fact, Record, said_fields
from workshop.case import Case
from workshop.kinds import Kinds

AnyFact = (
    opening.Facts
    | problem.Facts
    | clarifying.Facts
    | assumptions.Facts
    | actors.Facts
    | inviting.Facts
    | motivation.Facts
    | arranged.Facts
    | staged.Facts
    | notes.Facts
    | taking_back.Facts
    | moderating.Facts
    | clusters.Facts
    | joining.Facts
    | refusing.Facts
    | marks.Facts
    | ballots.Facts
    | raised.Facts
    | vote_codes.Facts
    | helping.Facts
    | inbox.Facts
    | polls.Facts
    | raised_answers.Facts
    | fundamentals.Facts
    | reviews.Facts
    | sketching.Facts
    | testing.Facts
    | testers.Facts
    | learning.Facts
    | turning.Facts
    | parking.Facts
    | closing.Facts
    | pledges.Facts
    | programmes.Facts
    | ending.Facts
    | entries.Facts
    | placing.Facts
    | funds.Facts
    | sources.Facts
    | forgetting.Facts
    | undo.Facts
)

_PARTS: Final = (
    opening,
    problem,
    clarifying,
    assumptions,
    actors,
    inviting,
    motivation,
    arranged,
    staged,
    notes,
    taking_back,
    moderating,
    clusters,
    joining,
    refusing,
    marks,
    ballots,
    raised,
    vote_codes,
    helping,
    inbox,
    polls,
    raised_answers,
    fundamentals,
    reviews,
    sketching,
    testing,
    testers,
    learning,
    turning,
    parking,
    closing,
    pledges,
    programmes,
    ending,
    entries,
    placing,
    funds,
    sources,
    forgetting,
)
_HOME: Final[dict[type, ModuleType]] = {
    fact: part for part in _PARTS for fact in get_args(part.Facts) or (part.Facts,)
}


KINDS: Final[dict[str, type[Fact]]] = {
    fact.model_fields["kind"].default: fact for fact in get_args(AnyFact)
}
"""Every kind of fact, by its name."""
FACTS: Final[Kinds[AnyFact]] = Kinds("kind", KINDS, AnyFact)
SAID_IN: Final = {kind: said_fields(fact) for kind, fact in KINDS.items()}
"""The fields of each kind of fact that hold people's own words."""


def forgotten(kind: str) -> dict[str, str | tuple[str, ...]]:
    """What stands in the place of people's words when they have been forgotten."""
    fact = KINDS[kind]
    fields = {name: fact.model_fields[name].annotation for name in SAID_IN[kind]}
    return {name: "" if annotation is str else () for name, annotation in fields.items()}


def without_words(record: Record) -> Record:
    """The record as it is when what people said in it has been forgotten."""
    return replace(record, fact=record.fact.model_copy(update=forgotten(record.kind)))


def evolve(case: Case | None, record: Record) -> Case:
    """The case after one more fact."""
    if case is None:
        return opening.start(record)
    home = _HOME.get(type(record.fact))
    after: Case = home.evolve(case, record.fact, record) if home else case
    after = helping.follow(following.follow(case, after, record), record)
    return after.model_copy(update={"seq": record.seq})


def fold(history: Iterable[Record]) -> Case | None:
    """What the facts of one case add up to; None where there are none."""
    records = list(history)
    case: Case | None = None
    for record in undo.standing(records):
        case = evolve(case, record)
    return case.model_copy(update={"seq": records[-1].seq}) if case else None
