"""Every fact, as one union, and the case that facts add up to."""

from collections.abc import Iterable
from types import ModuleType
from typing import Annotated, Final, get_args

from pydantic import Field, TypeAdapter

from workshop import (
    actors,
    arena,
    ballots,
    closing,
    clusters,
    joining,
    motivation,
    notes,
    opening,
    problem,
    staged,
    testing,
    undo,
)
from workshop.basics import SAID, Fact, Record
from workshop.case import Case


def said_fields(fact: type[Fact]) -> frozenset[str]:
    """The fields of a kind of fact that hold people's own words."""
    return frozenset(n for n, field in fact.model_fields.items() if SAID in field.metadata)


AnyFact = (
    opening.Facts
    | problem.Facts
    | actors.Facts
    | motivation.Facts
    | arena.Facts
    | staged.Facts
    | notes.Facts
    | clusters.Facts
    | joining.Facts
    | ballots.Facts
    | testing.Facts
    | closing.Facts
    | undo.Facts
)

FACTS: Final[TypeAdapter[AnyFact]] = TypeAdapter(Annotated[AnyFact, Field(discriminator="kind")])

_PARTS: Final = (
    opening,
    problem,
    actors,
    motivation,
    arena,
    staged,
    notes,
    clusters,
    joining,
    ballots,
    testing,
    closing,
)
_HOME: Final[dict[type, ModuleType]] = {
    fact: part for part in _PARTS for fact in get_args(part.Facts)
}


KINDS: Final[dict[str, type[Fact]]] = {
    fact.model_fields["kind"].default: fact for fact in get_args(AnyFact)
}
"""Every kind of fact, by its name."""
SAID_IN: Final = {kind: said_fields(fact) for kind, fact in KINDS.items()}
"""The fields of each kind of fact that hold people's own words."""


def forgotten(kind: str) -> dict[str, str | tuple[str, ...]]:
    """What stands in the place of people's words when they have been forgotten."""
    fact = KINDS[kind]
    fields = {name: fact.model_fields[name].annotation for name in SAID_IN[kind]}
    return {name: "" if annotation is str else () for name, annotation in fields.items()}


def evolve(case: Case | None, record: Record) -> Case:
    """The case after one more fact."""
    if case is None:
        return opening.start(record)
    home = _HOME.get(type(record.fact))
    after: Case = home.evolve(case, record.fact, record) if home else case
    return after.model_copy(update={"seq": record.seq})


def fold(history: Iterable[Record]) -> Case | None:
    """What the facts of one case add up to; None where there are none."""
    records = list(history)
    case: Case | None = None
    for record in undo.standing(records):
        case = evolve(case, record)
    return case.model_copy(update={"seq": records[-1].seq}) if case else None
