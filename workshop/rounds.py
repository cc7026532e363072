"""Need, solution, test: where a round stands, and what it lacks (Jevnaker 2.4).

The document knows a circle, many rounds, and what each must teach; it has no stages and no fixed
order. So where a round stands is only read off what has been done, every way back is free, and
what is lacking is told and never forbids anything.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from workshop import presets
from workshop.case import Case
from workshop.clusters import standing
from workshop.said import Cluster
from workshop.terms import ActorCategory, RoundState, Skippable
from workshop.tried import Learning, Round, Sketch, Test, Tester

STATES: Final[tuple[RoundState, ...]] = get_args(RoundState)
"""In the order in which a round usually goes through them."""
PARTS: Final[Mapping[RoundState, str]] = {
    **dict.fromkeys(("need_open", "need_gathered"), "B"),
    **dict.fromkeys(("solution_open", "sketching"), "L"),
    **dict.fromkeys(("test_planned", "testing", "learning"), "T"),
}
"""The letter of the part that a state belongs to, where it belongs to one."""
NEVER_REAL: Final[frozenset[ActorCategory]] = frozenset({"leader", "supplier"})
"""The boss and the supplier never count as real testers."""
STAFF: Final[frozenset[ActorCategory]] = frozenset({"employee", "profession", "union"})
MOST_SKETCHES: Final = 3
"""More than this in parallel and no sketch gets a test of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that should be there before the round goes on, and whether it is."""

    key: str
    holds: bool


def place(state: RoundState) -> int:
    """How far along the usual way a state is."""
    return STATES.index(state)


def turn(case: Case, no: int | None = None) -> Round:
    """A round by its number, or the one that is going on."""
    return case.rounds[-1 if no is None else no - 1]


def stated(case: Case) -> tuple[Cluster, ...]:
    """The clusters whose need has been put in words: those of the round's focus, or all."""
    focus = turn(case).focus
    known = (case.clusters[c] for c in standing(case) if not focus or c in focus)
    return tuple(c for c in known if c.statement)


def said_by_others(case: Case, cluster: Cluster) -> bool:
    """Whether somebody else than the team said it: as was told, or by phone or paper."""
    if cluster.statement and cluster.statement.others:
        return True
    held = (n for n in case.notes.values() if n.cluster == cluster.id and n.counts)
    return any(n.origin in {"phone", "paper"} for n in held)


def is_real(case: Case, tester: Tester) -> bool:
    """Whether a tester has the need; the team, the boss and the supplier do not count.

    In an internal task the employees who have the need do (Jevnaker 2.3 and 2.4).
    """
    return tester.has_need and may_have_need(case, tester.category)


def known_by(tester: Tester) -> str:
    """What tells one tester from another: the code, or the answer itself where it was forgotten."""
    return tester.code or tester.id


def may_have_need(case: Case, category: ActorCategory | None) -> bool:
    """Whether people of this kind can be the ones who have the need."""
    if category in NEVER_REAL:
        return False
    internal = presets.of(case).process.employees_have_need
    return internal or category not in STAFF


def real_testers(case: Case, test: Test) -> int:
    """How many who have the need took part in a test, each counted once."""
    return max(test.testers, len({known_by(t) for t in test.heard if is_real(case, t)}))


def tester_kinds(case: Case, no: int) -> int:
    """Of how many kinds the real testers of a round were; unknown kinds count as one."""
    tests = tests_of(case, no)
    kinds = {t.category for test in tests for t in test.heard if is_real(case, t)}
    return len(kinds) or int(any(test.testers for test in tests))


def has_result(case: Case, test: Test) -> bool:
    """Whether somebody who has the need has tested, and it was written down."""
    told = test.recorded_at is not None or any(is_real(case, t) for t in test.heard)
    return told and real_testers(case, test) > 0


def sketches_of(case: Case, no: int) -> tuple[Sketch, ...]:
    """The sketches that were made, changed or tested in a round."""
    tested = {t.sketch for t in case.tests.values() if t.round == no}
    return tuple(
        s
        for s in case.sketches.values()
        if no in {s.round, s.changed_in, *(w.round for w in s.earlier)} or s.id in tested
    )


def carried_sketches(case: Case) -> tuple[Sketch, ...]:
    """The sketches of earlier rounds that nobody has ended and this round has not touched yet."""
    mine = {s.id for s in sketches_of(case, case.round)}
    open_ends = (s for s in case.sketches.values() if s.decision in {None, "new_round"})
    return tuple(s for s in open_ends if s.id not in mine)


def live_sketches(case: Case, no: int) -> tuple[Sketch, ...]:
    """Those of them that have not been stopped, parked or adopted by themselves."""
    return tuple(s for s in sketches_of(case, no) if s.decision in {None, "new_round"})


def tests_of(case: Case, no: int) -> tuple[Test, ...]:
    """The tests that were planned in a round."""
    return tuple(t for t in case.tests.values() if t.round == no)


def learnings_of(case: Case, no: int) -> tuple[Learning, ...]:
    """What was learnt in a round."""
    return tuple(card for card in case.learnings.values() if card.round == no)


def failures_of(case: Case, no: int) -> tuple[str, ...]:
    """What did not work for those who tested in a round; each once (Jevnaker 2.3, J 290)."""
    said = (tester.failure for test in tests_of(case, no) for tester in test.heard)
    return tuple(dict.fromkeys(failure for failure in said if failure))


def answers_a_need(case: Case, sketch: Sketch) -> bool:
    """Whether a sketch is tied to a need, by itself or through its ideas."""
    ideas = (case.notes[i] for i in sketch.ideas if i in case.notes)
    return bool(sketch.needs) or any(i.about for i in ideas)


def out(case: Case) -> tuple[Test, ...]:
    """The tests that are out with testers now."""
    return tuple(t for t in case.tests.values() if t.out)


# What should be there to leave each state.


def _needs_are_enough(case: Case) -> tuple[Line, ...]:
    size, now = presets.of(case).size, case.round
    needs = [n for n in case.notes.values() if n.what == "need" and n.round == now and n.counts]
    met = {n.gathering for n in needs}
    roles = {p.role for p in case.presences.values() if p.gathering in met}
    found = any(i.round == now for i in case.insights.values())
    # What is spoken in a room without phones has no role that the hall could know.
    kinds = not roles or len(roles) >= size.need_roles
    least = size.needs if now == 1 else 1
    return (Line("needs", len(needs) >= least or (now > 1 and found)), Line("need_roles", kinds))


def _need_is_stated(case: Case) -> tuple[Line, ...]:
    clusters = stated(case)
    whole = [c for c in clusters if c.statement and c.statement.why]
    said = any(said_by_others(case, c) for c in clusters)
    return (Line("statement", bool(whole)), Line("others_say", said))


def _idea_is_tied(case: Case) -> tuple[Line, ...]:
    ideas = [n for n in case.notes.values() if n.what == "idea" and n.lies_open]
    return (Line("tied_idea", any(n.about for n in ideas)),)


def _sketch_is_made(case: Case) -> tuple[Line, ...]:
    sketches = live_sketches(case, case.round)
    few = len(sketches) <= MOST_SKETCHES
    return (
        Line("sketch", bool(sketches)),
        Line("must_be_true", any(s.must_be_true for s in sketches)),
        *(() if few else (Line("few_sketches", holds=False),)),
    )


def _test_is_planned(case: Case) -> tuple[Line, ...]:
    tests = tests_of(case, case.round)
    return (
        Line("test_card", bool(tests)),
        Line("threshold", bool(tests) and all(t.right_if for t in tests)),
        Line("testers_wanted", any(t.homes or t.started_at for t in tests)),
    )


def _test_is_done(case: Case) -> tuple[Line, ...]:
    size, now = presets.of(case).size, case.round
    tests = tests_of(case, now)
    tested = {t.sketch for t in tests if has_result(case, t)}
    each = {s.id for s in live_sketches(case, now)} <= tested
    real = sum(real_testers(case, t) for t in tests)
    enough = real >= size.testers and tester_kinds(case, now) >= size.tester_kinds
    return (Line("real_test", bool(tested) and each), Line("testers", enough))


def _something_is_learnt(case: Case) -> tuple[Line, ...]:
    now = turn(case)
    return (
        Line("learning", bool(learnings_of(case, now.no))),
        Line("hit", now.hit is not None),
    )


def _it_is_adjusted(case: Case) -> tuple[Line, ...]:
    answered = {a.learning for a in case.adjustments.values()}
    cards = learnings_of(case, case.round)
    return (Line("adjustment", bool(cards) and all(c.id in answered for c in cards)),)


def _it_is_decided(case: Case) -> tuple[Line, ...]:
    return (Line("decision", turn(case).decision is not None),)


LEAVING: Final[Mapping[RoundState, Callable[[Case], tuple[Line, ...]]]] = {
    "planned": lambda _: (),
    "need_open": _needs_are_enough,
    "need_gathered": _need_is_stated,
    "solution_open": _idea_is_tied,
    "sketching": _sketch_is_made,
    "test_planned": _test_is_planned,
    "testing": _test_is_done,
    "learning": _something_is_learnt,
    "adjusting": _it_is_adjusted,
    "deciding": _it_is_decided,
    "decided": lambda _: (),
}
"""What should be there to leave each state."""
_HOLDS_BACK: Final[Mapping[RoundState, Skippable]] = {
    "need_gathered": "statement",
    "testing": "real_test",
}
"""The two states that a round is past only with what they ask for, or with a reason."""
_GOES_ON: Final[Mapping[RoundState, str]] = {
    "testing": "real_test",
    "learning": "hit",
    "adjusting": "adjustment",
}
"""The states that a round leaves by itself when the line of that name and those above hold."""


def passed(case: Case, gate: Skippable) -> bool:
    """Whether the round may be past this gate: by what is there, or for a reason."""
    state = next(s for s, g in _HOLDS_BACK.items() if g == gate)
    holds = next(line.holds for line in LEAVING[state](case) if line.key == gate)
    return holds or any(skip.past == gate for skip in turn(case).skips)


def leaps(case: Case) -> tuple[Skippable, ...]:
    """What the round would leap over if it ended now, without a reason given yet."""
    return tuple(gate for gate in _HOLDS_BACK.values() if not passed(case, gate))


def state(case: Case) -> RoundState:
    """Where the round that is going on stands, read off what has been done."""
    now = turn(case)
    if now.decision is not None:
        return "decided"
    at = now.mark
    for held, gate in _HOLDS_BACK.items():
        if place(at) > place(held) and not passed(case, gate):
            return held
    while (key := _GOES_ON.get(at)) is not None and _goes_on(case, at, key):
        at = STATES[place(at) + 1]
    return at


def _goes_on(case: Case, at: RoundState, key: str) -> bool:
    lines = LEAVING[at](case)
    last = next(i for i, line in enumerate(lines) if line.key == key)
    return all(line.holds for line in lines[: last + 1])


def lacking(case: Case) -> tuple[Line, ...]:
    """What is lacking to go on from where the round stands: told, never a lock."""
    return LEAVING[state(case)](case)
