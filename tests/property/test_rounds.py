"""Any order of wishes about rounds: nothing is lost, and every leap forward has a reason."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.given import Evening
from workshop import measures, rounds
from workshop.basics import Refused
from workshop.case import Case
from workshop.facts import fold

KINDS = ("needs", "sort", "ideas", "sketch", "test", "pause", "closing")
DECISIONS = ("new_round", "back_to_need", "adopt", "parked", "stopped")
HELD = ("notes", "clusters", "sketches", "tests", "learnings", "adjustments", "insights")
ACTS = st.sampled_from(
    [
        *(("block", kind) for kind in KINDS),
        *(("decide", decision) for decision in DECISIONS),
        *(("decide_why", decision) for decision in DECISIONS),
        *((name, "") for name in ("need", "idea", "tied", "cluster", "state", "sketch", "change")),
        *((name, "") for name in ("plan", "start", "tester", "record", "learn", "adjust", "judge")),
        *((name, "") for name in ("back", "stop", "return", "insight", "undo", "park")),
        ("skip", "statement"),
        ("skip", "real_test"),
    ]
)


def last(held: Any) -> str:
    """The newest of what the case holds, or an id of nothing."""
    return list(held)[-1] if held else "nothing"


def wish(case: Case, act: str, what: str) -> dict[str, Any]:
    """A wish about the newest of what there is."""
    test, sketch, cluster = last(case.tests), last(case.sketches), last(case.clusters)
    notes = [n for n in case.notes.values() if n.what == "need"]
    by_act: dict[str, dict[str, Any]] = {
        "block": {"name": "block.start", "kind": what},
        "decide": {"name": "round.decide", "decision": what},
        "decide_why": {"name": "round.decide", "decision": what, "reason": "Fordi"},
        "need": {"name": "note.write", "text": "Behov"},
        "idea": {"name": "note.write", "what": "idea", "text": "Idé"},
        "tied": {"name": "note.write", "what": "idea", "text": "Idé", "about": [cluster]},
        "cluster": {"name": "cluster.make", "title": "Klynge", "notes": [n.id for n in notes]},
        "state": {
            "name": "statement.write",
            "cluster": cluster,
            "who": "Vi",
            "what": "noe",
            "why": "derfor",
            "others": True,
        },
        "sketch": {"name": "sketch.make", "title": "Skisse", "needs": [cluster]},
        "change": {"name": "sketch.change", "sketch": sketch, "text": f"v{len(case.notes)}"},
        "plan": {"name": "test.plan", "sketch": sketch, "believe": "a", "do": "b"},
        "start": {"name": "test.start", "test": test},
        "tester": {"name": "tester.note", "test": test, "code": "p1"},
        "record": {"name": "test.record", "test": test, "result": "r", "hit": "yes"},
        "learn": {"name": "learning.write", "learnt": "Noe"},
        "adjust": {
            "name": "adjustment.make",
            "learning": last(case.learnings),
            "target": "none",
            "text": "Nok",
        },
        "judge": {"name": "round.judge", "hit": "partly"},
        "back": {"name": "round.back"},
        "stop": {"name": "block.stop"},
        "return": {"name": "solutions.return"},
        "insight": {"name": "insight.note", "source": "interview", "text": "Sett"},
        "undo": {"name": "undo"},
        "park": {"name": "note.moderate", "note": last(case.notes), "state": "parked"},
        "skip": {"name": "round.skip", "past": what, "reason": "Haster"},
    }
    return by_act[act]


@given(st.lists(ACTS, max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_order_loses_anything_or_leaps_without_a_reason(acts: list[tuple[str, str]]) -> None:
    """Whatever is done in whatever order, also when nothing asked for it."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title="Sak", size="small")
    gathering = evening.made("gathering.plan", title="Samling")
    evening.made("gathering.open", gathering=gathering)
    for act, what in acts:
        before = evening.it
        outcome = evening.when(**wish(before, act, what))
        after = evening.it
        if act == "undo" and not isinstance(outcome, Refused):
            evening.case = fold(evening.history)
            after = evening.it
        else:
            for name in HELD:
                assert set(getattr(before, name)) <= set(getattr(after, name)), name
            if act == "back":
                assert not isinstance(outcome, Refused)
                assert rounds.state(after) in {"planned", "need_open", "decided"}
        assert_no_leap_without_reason(after)
        assert [r.no for r in after.rounds] == list(range(1, len(after.rounds) + 1))
    assert fold(evening.history) == evening.it


def assert_no_leap_without_reason(case: Case) -> None:
    """Past the need only with its words, past the test only with a real one, or with a reason."""
    now = case.rounds[-1]
    at = rounds.place(rounds.state(case))
    skipped = {skip.past for skip in now.skips if skip.reason}
    if now.decision is None:
        if at > rounds.place("need_gathered"):
            stated = any(c.statement and c.statement.why for c in rounds.stated(case))
            assert stated or "statement" in skipped
        if at > rounds.place("testing"):
            tested = any(rounds.has_result(case, t) for t in rounds.tests_of(case, now.no))
            assert tested or "real_test" in skipped
    for turn in case.rounds:
        if turn.decision not in {None, "back_to_need"} and not turn.reason:
            # Decided with no reason: then nothing was leapt over, or it had been told before.
            tested = any(rounds.has_result(case, t) for t in rounds.tests_of(case, turn.no))
            assert tested or any(skip.past == "real_test" for skip in turn.skips)
        if measures.complete(case, turn.no):
            assert turn.decision is not None
