"""What a case itself knows about an item of a checklist: a suggestion, and somebody decides.

Lier's principles ask for things that the gatherings and tests have shown already. Only kinds of
people, tables and days are counted; nothing tells who wrote or voted what.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from workshop.case import Case
from workshop.measures import measures
from workshop.packs.parts import Known
from workshop.presence import Voices, voices
from workshop.rounds import tests_of
from workshop.scored import Form
from workshop.terms import Role

Level = Literal[0, 1, 2]
EARLY: Final = 30
"""Days from the start to a first test that count as early; the program's own proposal."""
SERVICE: Final[frozenset[Role]] = frozenset({"employee", "leader"})
ABOVE: Final[frozenset[Role]] = frozenset({"leader", "politician"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is suggested: no, in part or yes, and the figures that say so."""

    known: Known
    level: Level
    n: int
    of: int = 0


def suggestion(case: Case, known: Known | None) -> Suggestion | None:
    """What the case suggests; None where it does not know anything about it yet."""
    return _ASKS[known](case) if known else None


def step_of(form: Form, level: Level) -> str | None:
    """The step of a scale that means no, in part or yes: the least, the middle, the most."""
    steps = sorted((step.value, step.key) for step in form.steps if step.value is not None)
    return steps[level * (len(steps) - 1) // 2][1] if steps else None


def _level(n: int, of: int) -> Level:
    return 2 if n == of else 1 if n else 0


def _met(case: Case) -> tuple[Voices, ...]:
    return tuple(v for v in voices(case) if v.known)


def _kinds_met(case: Case) -> Suggestion | None:
    """Those who have the need and those who give the service, in the same gatherings."""
    met = _met(case)
    people = any(v.people for v in met)
    service = any(SERVICE & v.by_role.keys() for v in met)
    groups = int(people) + int(service)
    return Suggestion("kinds_met", _level(groups, 2), groups, 2) if met else None


def _not_leaders(case: Case) -> Suggestion | None:
    """How many of those who were there neither lead nor decide."""
    met = _met(case)
    all_of_them = sum(v.known for v in met)
    above = sum(n for v in met for role, n in v.by_role.items() if role in ABOVE)
    heard = all_of_them - above
    level: Level = 2 if heard * 2 >= all_of_them else 1 if heard else 0
    return Suggestion("not_leaders", level, heard, all_of_them) if met else None


def _mixed_tables(case: Case) -> Suggestion | None:
    """At how many tables more than one kind of people sat; a table with one phone says nothing."""
    seated: dict[tuple[str, int], list[Role]] = {}
    for held in case.presences.values():
        if held.table is not None:
            seated.setdefault((held.gathering, held.table), []).append(held.role)
    tables = [roles for roles in seated.values() if len(roles) > 1]
    mixed = sum(len(set(roles)) > 1 for roles in tables)
    told = Suggestion("mixed_tables", _level(mixed, len(tables)), mixed, len(tables))
    return told if tables else None


def _first_test(case: Case) -> Suggestion | None:
    """How soon the first test was; that none was, once a round has been decided."""
    days = measures(case).days_to_first_test
    if days is not None:
        early = days <= EARLY and any(t.started_at for t in tests_of(case, 1))
        return Suggestion("first_test", 2 if early else 1, days)
    decided = any(turn.decision for turn in case.rounds)
    return Suggestion("first_test", 0, 0) if decided else None


_ASKS: Final[Mapping[Known, Callable[[Case], Suggestion | None]]] = {
    "kinds_met": _kinds_met,
    "not_leaders": _not_leaders,
    "mixed_tables": _mixed_tables,
    "first_test": _first_test,
}
