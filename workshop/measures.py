"""Whether a round is whole, what advises against its end, and the figures worth showing."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from workshop import fundamentals, handlingsrom, presets
from workshop.case import Case
from workshop.rounds import (
    Line,
    answers_a_need,
    has_result,
    known_by,
    learnings_of,
    out,
    real_testers,
    sketches_of,
    state,
    tests_of,
    turn,
)
from workshop.terms import Decision

Status = Literal["planned", "open", "out_for_test", "ended", "stopped"]


def whole(case: Case, no: int) -> tuple[Line, ...]:
    """The parts of a complete round: need, solution, test, learning, adjustment, decision."""
    needs = any(n.what == "need" and n.round == no and n.counts for n in case.notes.values())
    found = any(i.round == no for i in case.insights.values())
    cards = learnings_of(case, no)
    answered = {a.learning for a in case.adjustments.values()}
    return (
        Line("part_need", needs or found),
        Line("part_solution", any(answers_a_need(case, s) for s in sketches_of(case, no))),
        Line("part_test", any(has_result(case, t) for t in tests_of(case, no))),
        Line("learning", bool(cards)),
        Line("adjustment", bool(cards) and all(c.id in answered for c in cards)),
        Line("decision", turn(case, no).decision is not None),
    )


def complete(case: Case, no: int) -> bool:
    """Whether a round has all its parts."""
    return all(line.holds for line in whole(case, no))


def advice(case: Case, decision: Decision) -> tuple[str, ...]:
    """What advises against ending the round so; names of the catalogue, told and logged."""
    if decision == "stopped":
        return () if learnings_of(case, case.round) else ("no_lesson",)
    if decision != "adopt":
        return ()
    now, scored = turn(case), fundamentals.newest(case)
    product = fundamentals.product(scored) if scored else None
    zero = bool(scored and fundamentals.zeros(scored))
    least = presets.of(case).size.rounds.least
    about_need = any(card.about == "need" for card in learnings_of(case, now.no))
    room = handlingsrom.verdict(case)
    warnings = {
        "few_rounds": now.no < least,
        "not_hit": last_hit(case) != "yes",
        "need_still_moves": about_need,
        "product_zero": zero,
        "product_unknown": product is None and not zero,
        "no_room": room not in {"suitable", "suitable_framed"},
    }
    return tuple(key for key, holds in warnings.items() if holds)


def last_hit(case: Case) -> str | None:
    """Whether the need was met, as was agreed in this round, or else in its last test."""
    if (agreed := turn(case).hit) is not None:
        return agreed
    hits = [t.hit for t in tests_of(case, case.round) if t.hit is not None]
    return hits[-1] if hits else None


@dataclass(frozen=True, slots=True)
class Measures:
    """What can be counted of the rounds: never a goal, only what happened."""

    days_to_first_test: int | None
    real_testers: int
    learnings: int
    about_need: int
    adjustments: int
    ideas: int
    ideas_with_need: int


def measures(case: Case, no: int | None = None) -> Measures:
    """The figures of one round, or of all of them."""
    turns = [r.no for r in case.rounds] if no is None else [no]
    began = case.opened_at if no in {None, 1} else (turn(case, no).began_at or case.opened_at)
    tests = [t for n in turns for t in tests_of(case, n)]
    started = [t.started_at for t in tests if t.started_at]
    cards = [card for n in turns for card in learnings_of(case, n)]
    ideas = [
        n for n in case.notes.values() if n.what == "idea" and n.lies_open and n.round in turns
    ]
    return Measures(
        days_to_first_test=(min(started).date() - began.date()).days if started else None,
        real_testers=sum(real_testers(case, t) for t in tests),
        learnings=len(cards),
        about_need=sum(card.about == "need" for card in cards),
        adjustments=sum(a.round in turns for a in case.adjustments.values()),
        ideas=len(ideas),
        ideas_with_need=sum(bool(n.about) for n in ideas),
    )


def status(case: Case) -> Status:
    """How it stands with a case: planned, open, out with testers, ended, or stopped."""
    if out(case):
        return "out_for_test"
    if state(case) == "decided":
        return "stopped" if case.rounds[-1].decision in {"stopped", "parked"} else "ended"
    begun = any(g.opened_at for g in case.gatherings.values()) or bool(case.notes)
    return "open" if begun else "planned"


@dataclass(frozen=True, slots=True)
class Out:
    """What is out with testers: how many homes, since when, and when one hears more."""

    homes: int
    heard: int
    since: date | None
    until: date | None


def out_for_test(case: Case) -> Out | None:
    """The tests that are out, as one; None where none is."""
    tests = out(case)
    if not tests:
        return None
    return Out(
        homes=sum(max(t.homes, len({known_by(x) for x in t.heard})) for t in tests),
        heard=sum(len({known_by(x) for x in t.heard}) for t in tests),
        since=min((t.start or t.started_at.date() for t in tests if t.started_at), default=None),
        until=max((t.until for t in tests if t.until), default=None),
    )
