"""The six stations as data: what each asks for, and what should be true to leave it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from workshop import (
    actor_map,
    closing,
    fundamentals,
    handlingsrom,
    hints,
    holders,
    plan_checks,
    presets,
    reviews,
    rounds,
)
from workshop.case import Case

Standing = Literal["untouched", "begun", "done"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that should be true before the hall leaves a station."""

    key: str
    """Names the check in the catalogue: ``gate.<key>``."""
    holds: bool


@dataclass(frozen=True, slots=True)
class Station:
    """One of the recipe's six lines (Jevnaker 3)."""

    number: int
    key: str
    checks: Callable[[Case], tuple[Check, ...]]
    touched: Callable[[Case], bool]


_LOOP: Final = ("statement", "sketch", "real_test", "learning", "adjustment", "decision")
"""What a whole round has, beside needs that lie in clusters."""
_SAID_IN_LOOP: Final = frozenset({"need", "idea"})
"""Who is missing, what people offer and what they object belong to the stations before."""


def _problem(case: Case) -> tuple[Check, ...]:
    question = case.question
    scored = fundamentals.newest(case)
    anchored = scored.scores.get("anchoring") if scored else None
    return (
        Check("question", bool(question)),
        Check("named_holder", any(a.role == "has_need" for a in case.actors.values())),
        Check("no_solution", bool(question) and not hints.solution_in(question)),
        Check("handlingsrom", handlingsrom.is_good(case)),
        *((Check("room_again", holds=False),) if handlingsrom.is_due(case) else ()),
        *((Check("anchored", anchored > 0),) if anchored is not None else ()),
        *(Check("intake", holds) for holds in (reviews.let_in(case),) if holds is not None),
    )


def _actors(case: Case) -> tuple[Check, ...]:
    actors = case.actors.values()
    wanted = presets.of(case)
    groups = (Check("groups", not actor_map.missing_groups(case)),) if wanted.groups else ()
    return (
        Check("need_holder", bool(actor_map.need_holders(case))),
        Check("driver", any(a.driver for a in actors)),
        Check("team", actor_map.team(case) >= wanted.size.team),
        Check("unusual", any(not a.usual for a in actors)),
        *groups,
    )


def _motivation(case: Case) -> tuple[Check, ...]:
    promises = case.promises.values()
    must = [a for a in case.actors.values() if a.must]
    planned = case.invitations.values()
    return (
        Check("must_invited", bool(must) and all(actor_map.reply_of(case, a) for a in must)),
        Check("remedies", all(h.remedy for i in planned for h in i.barriers)),
        Check("confirmed", actor_map.confirmed(case) >= presets.of(case).size.confirmed),
        Check("promise", any(p.owner and p.due for p in promises)),
        Check("invitation", bool(case.invitation)),
        Check("scored", bool(case.assessments)),
    )


def _arena(case: Case) -> tuple[Check, ...]:
    sheets = [g.blocks for g in case.gatherings.values()]
    return (
        Check("gathering", bool(sheets)),
        Check("run_sheet", any(sheets)),
        Check("needs_block", any(b.kind == "needs" for blocks in sheets for b in blocks)),
        *_plan(case),
    )


def _plan(case: Case) -> Iterator[Check]:
    """What the newest plan lacks; that the need has a block is asked of all gatherings."""
    gathering = plan_checks.newest(case)
    if gathering is None:
        return
    for check in plan_checks.plan_checks(case, gathering):
        if check.key != "needs":
            yield Check(f"plan_{check.key}", check.holds)


def _loop(case: Case) -> tuple[Check, ...]:
    """The parts of a round: those of the state it is in, and those before, in their order."""
    now = case.round
    clusters = [c for c in case.clusters.values() if c.round == now and not c.into]
    lines = [line for state in rounds.LEAVING for line in rounds.LEAVING[state](case)]
    told = {line.key: line.holds for line in lines}
    carried = bool(clusters) or (now > 1 and bool(rounds.stated(case)))
    missing = (Check(holders.GATE, holds=False),) if holders.are_missing(case) else ()
    return (
        *missing,
        Check("needs", told["needs"]),
        Check("clusters", carried),
        *(Check(key, told[key]) for key in _LOOP),
        Check("scored_again", fundamentals.due(case) not in {"invitation", "round"}),
    )


def _open_solution(case: Case) -> tuple[Check, ...]:
    return (
        Check("answers", closing.all_answered(case)),
        Check("answer_date", case.answer_date is not None),
        Check("no_zero", fundamentals.ready(case)),
        Check("follow_up", case.follow_up is not None),
        Check("benefit", any(b.owner and b.baseline and b.due for b in case.benefits.values())),
    )


STATIONS: Final = (
    Station(1, "problem", _problem, lambda c: bool(c.questions or c.answers)),
    Station(2, "actors", _actors, lambda c: bool(c.actors)),
    Station(3, "motivation", _motivation, lambda c: bool(c.promises or c.invitation)),
    Station(4, "arena", _arena, lambda c: bool(c.gatherings)),
    Station(5, "loop", _loop, lambda c: any(n.what in _SAID_IN_LOOP for n in c.notes.values())),
    Station(6, "open_solution", _open_solution, lambda c: bool(c.fates or c.answer_date)),
)
"""The recipe; a seventh station is a row here, a part of its own, and a place on the desk."""


def standing(case: Case, station: Station) -> Standing:
    """How far a station has come."""
    if all(check.holds for check in station.checks(case)):
        return "done"
    return "begun" if station.touched(case) else "untouched"
