"""Need, solution, test: where a round stands, what it lacks, and what makes it whole."""

from typing import Any

import pytest

from tests.unit.given import an_evening, refusal
from tests.unit.rounding import STATED, a_team, gathered, planned, sketched
from workshop import measures, rounds, weights
from workshop.parking import parked
from workshop.recipe import STATIONS, standing
from workshop.terms import BlockKind, RoundState


def test_a_round_walks_through_its_states_by_what_is_done() -> None:
    """From planned to decided, without any command that only moves the state."""
    evening = a_team()
    seen: list[RoundState] = [rounds.state(evening.it)]

    def now() -> None:
        seen.append(rounds.state(evening.it))

    note = evening.made("note.write", text="Vil vite hvem som kommer")
    now()
    cluster = evening.made("cluster.make", title="Kjente fjes", notes=[note])
    now()
    evening.made("statement.write", cluster=cluster, **STATED)
    idea = evening.made("note.write", what="idea", text="Fotokort", about=[cluster])
    now()
    sketch = evening.made("sketch.make", title="Fotokort", ideas=[idea])
    now()
    test = planned(evening, sketch)
    now()
    evening.made("test.start", test=test)
    now()
    evening.made("tester.note", test=test, code="p1", category="user")
    now()
    card = evening.made("learning.write", learnt="Vil vite når", about="need")
    evening.made("round.judge", hit="partly")
    now()
    evening.made("adjustment.make", learning=card, target="solution", text="Klokkeslett på kortet")
    now()
    assert measures.whole(evening.it, 1)[-1].holds is False
    evening.made("round.decide", decision="adopt")
    now()

    assert tuple(seen) == rounds.STATES
    assert measures.complete(evening.it, 1)


def test_what_is_said_before_the_loop_moves_no_round() -> None:
    """Who is missing, an offer and an objection come before the need, which is then no way back."""
    evening = a_team()
    for what in ("actor", "offer", "objection"):
        evening.made("note.write", what=what, text="Drosjene")

    now = rounds.state(evening.it), standing(evening.it, STATIONS[4])
    assert now == ("planned", "untouched")
    evening.made("gathering.open", gathering=evening.made("gathering.plan", title="Kveld"))
    evening.made("block.start", kind="needs")
    assert (rounds.state(evening.it), evening.it.rounds[-1].jumps) == ("need_open", ())


@pytest.mark.parametrize("steps", range(7))
def test_back_to_the_need_is_free_from_everywhere_and_remembered(steps: int) -> None:
    """Nothing asks why, nothing is lost, and the round remembers where it came from."""
    evening = a_team()
    cluster = gathered(evening)
    sketch = test = ""
    for step in range(steps):
        match step:
            case 0:
                evening.made("note.write", what="idea", text="Fotokort", about=[cluster])
            case 1:
                sketch = sketched(evening, cluster)
            case 2:
                test = planned(evening, sketch)
            case 3:
                evening.made("test.start", test=test)
            case 4:
                evening.made("tester.note", test=test, code="p1")
            case _:
                evening.made("learning.write", learnt="Noe")
    before = evening.it
    came_from = rounds.state(before)
    evening.made("round.back")
    after = evening.it

    assert rounds.state(after) == "need_open"
    assert [jump.came_from for jump in after.rounds[-1].jumps] == [came_from]
    assert (after.notes, after.clusters, after.sketches) == (
        before.notes,
        before.clusters,
        before.sketches,
    )
    assert (after.tests, after.learnings) == (before.tests, before.learnings)


def test_to_ask_for_needs_again_is_a_way_back() -> None:
    """The block of needs, opened when the round is at its ideas, is logged as a jump."""
    evening = an_evening()
    cluster = evening.made("cluster.make", title="Buss")
    evening.made("statement.write", cluster=cluster, **STATED)
    evening.made("block.start", kind="ideas")
    assert rounds.state(evening.it) == "solution_open"

    evening.made("block.start", kind="needs")

    assert rounds.state(evening.it) == "need_open"
    assert evening.it.rounds[-1].jumps[0].came_from == "solution_open"


@pytest.mark.parametrize("kind", ["ideas", "sketch", "test"])
def test_what_comes_after_the_need_wants_it_in_words_or_a_reason(kind: BlockKind) -> None:
    """Refused with what is lacking; with a reason it opens, and the reason is logged once."""
    evening = an_evening()
    assert refusal(evening.when("block.start", kind=kind)) == "need_not_gathered"
    evening.made("note.write", text="Det er ensomt i helgene")
    assert refusal(evening.when("block.start", kind=kind)) == "need_not_stated"
    assert rounds.leaps(evening.it) == ("statement", "real_test")

    for _ in range(2):
        evening.made("block.start", kind=kind, reason="Behovet ble skrevet i fjor")

    assert evening.it.running is not None
    assert evening.it.running.kind == kind
    (override,) = evening.it.overrides
    assert (override.gate, override.reason) == ("statement", "Behovet ble skrevet i fjor")
    assert [skip.past for skip in evening.it.rounds[0].skips] == ["statement"]


def test_the_way_back_to_the_need_wants_no_reason() -> None:
    """Needs, sorting and a pause open from everywhere."""
    evening = an_evening()
    for kind in ("pause", "sort", "needs", "closing", "needs"):
        evening.made("block.start", kind=kind)
    assert evening.it.overrides == ()


def test_a_vote_on_ideas_wants_the_need_in_words_or_a_reason() -> None:
    """Nobody points at solutions before it is known what they answer."""
    evening = an_evening()
    idea = evening.made("note.write", what="idea", origin="import", text="Nabovakt")
    evening.made("note.moderate", note=idea, state="shown")
    assert refusal(evening.when("vote.open", over="idea")) == "need_not_gathered"

    evening.made("vote.open", over="idea", reason="Vedtatt i fjor")

    assert evening.it.vote
    assert evening.it.overrides[0].reason == "Vedtatt i fjor"


def test_a_leap_in_a_later_round_is_logged_in_that_round() -> None:
    """The report tells in which round somebody went on without the need or the test."""
    evening = an_evening()
    evening.made("round.decide", decision="back_to_need")
    evening.made("round.skip", past="real_test", reason="Snø")
    evening.made("round.decide", decision="parked", reason="Ingen tid")
    assert [(o.gate, o.round) for o in evening.it.overrides] == [("real_test", 2), ("statement", 2)]


def test_a_round_without_a_test_ends_only_for_a_reason() -> None:
    """The reason is logged for each leap; back to the need wants none."""
    evening = a_team()
    gathered(evening)
    assert refusal(evening.when("round.decide", decision="adopt")) == "leap_needs_reason"

    evening.made("round.decide", decision="adopt", reason="Haster")

    assert [(o.gate, o.reason) for o in evening.it.overrides] == [("real_test", "Haster")]
    free = a_team()
    free.made("round.decide", decision="back_to_need")
    assert (free.it.round, free.it.overrides) == (2, ())


def test_over_the_cap_is_told_and_never_lost() -> None:
    """280, 600 and 1500 signs, then none; the whole text is kept."""
    long = "a" * 1_600
    caps = [weights.proposal(no).signs for no in range(1, 7)]
    evening = a_team()
    made = evening.made("sketch.make", title="Lang", text=long)
    sketch = evening.it.sketches[made]

    assert caps == [280, 600, 1_500, None, None, None]
    assert weights.over_cap(sketch) == 1_320
    assert sketch.text == long


def test_weights_are_proposals_that_a_round_may_leave() -> None:
    """They are a hundred in all, the need is never nothing, and the words follow them."""
    evening = a_team()
    assert all(
        sum(p.weight.model_dump().values()) == 100 and p.weight.need for p in weights.proposals()
    )
    assert weights.big(weights.weight_now(evening.it)) == "need"
    off: dict[str, Any] = {"need": 50, "solution": 40, "test": 20}
    assert refusal(evening.when("round.weigh", **off)) == "weights_sum"

    evening.made("round.weigh", need=30, solution=40, test=30)

    assert weights.weight_now(evening.it).need == 30
    assert weights.big(weights.weight_now(evening.it)) == "solution"


def test_blocks_share_the_minutes_by_weight() -> None:
    """Whole minutes that add up; what is outside the loop keeps its own."""
    kinds: tuple[BlockKind, ...] = ("welcome", "needs", "sort", "pause", "ideas", "test", "closing")
    shared = weights.minutes(weights.proposal(2).weight, 135, kinds)
    by_kind = dict(zip(kinds, shared, strict=True))

    assert sum(shared) == 135
    assert (by_kind["welcome"], by_kind["pause"]) == (10, 15)
    assert abs(by_kind["needs"] + by_kind["sort"] - 50) <= 1
    assert abs(by_kind["ideas"] - 25) <= 1


def test_solutions_wait_in_sight_and_come_back_in_one_act() -> None:
    """Ideas and needs that held a solution; their words, and the need they lay in, stay."""
    evening = an_evening()
    early = evening.made("note.write", what="idea", text="En app")
    need = evening.made("note.write", text="Vi trenger flere biler")
    cluster = evening.made("cluster.make", title="Skyss", notes=[need])
    evening.made("note.moderate", note=need, state="parked", reason="Likner en løsning")
    assert [n.id for n in parked(evening.it)] == [early, need]
    assert refusal(evening.when("solutions.return")) == "need_is_open"
    evening.made("block.stop")

    back = evening.made("solutions.return")

    notes = evening.it.notes
    assert parked(evening.it) == ()
    assert (notes[need].what, notes[need].was, notes[need].about) == ("idea", "need", (cluster,))
    assert {notes[early].state, notes[need].state} == {"waiting"}
    assert [notes[n].text for n in (early, need)] == ["En app", "Vi trenger flere biler"]
    assert refusal(evening.when("undo", command=back)) is None


def test_what_advises_against_taking_it_in_use() -> None:
    """Few rounds, no hit, a need that still moves, no product: told, kept, never a lock."""
    evening = a_team()
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.made("test.record", test=test, result="Gikk greit", hit="partly", testers=2)
    evening.made("learning.write", learnt="Det er noe annet", about="need")

    told = measures.advice(evening.it, "adopt")
    evening.made("round.decide", decision="adopt")

    assert told == ("few_rounds", "not_hit", "need_still_moves", "product_unknown", "no_room")
    assert evening.it.rounds[-1].against == told
    assert measures.advice(evening.it, "new_round") == ()


def test_a_sketch_lies_ready_in_the_next_round_until_it_is_touched_or_ended() -> None:
    """A new version makes it the new round's own; one that was stopped does not come along."""
    evening = a_team()
    cluster = gathered(evening)
    kept, stopped = sketched(evening, cluster), sketched(evening, cluster)
    evening.made("sketch.decide", sketch=stopped, decision="stopped", lesson="Ingen så det")
    evening.made("round.decide", decision="new_round", reason="Vi prøver mer")
    assert rounds.sketches_of(evening.it, 2) == ()
    assert [s.id for s in rounds.carried_sketches(evening.it)] == [kept]

    evening.made("sketch.change", sketch=kept, text="På kjøleskapet")

    assert [s.id for s in rounds.sketches_of(evening.it, 2)] == [kept]
    assert rounds.carried_sketches(evening.it) == ()


def test_a_case_is_out_for_test_with_its_dates() -> None:
    """From the first tester until the result is written."""
    evening = a_team()
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.made("test.change", test=test, homes=7, until="2025-02-10")
    assert measures.out_for_test(evening.it) is None

    evening.made("tester.note", test=test, code="p1")
    out = measures.out_for_test(evening.it)

    assert measures.status(evening.it) == "out_for_test"
    assert out is not None
    assert (out.homes, out.heard, str(out.until)) == (7, 1, "2025-02-10")
    evening.made("test.record", test=test, result="Ferdig", hit="yes")
    assert measures.status(evening.it) == "open"


def test_the_figures_of_a_round_are_counted_from_what_happened() -> None:
    """Days to the first test, real testers, learnings about the need, ideas with a need."""
    evening = a_team()
    sketch = sketched(evening, gathered(evening))
    evening.made("note.write", what="idea", text="Uten behov")
    test = planned(evening, sketch)
    evening.made("tester.note", test=test, code="p1")
    evening.made("tester.note", test=test, code="p2", has_need=False)
    evening.made("learning.write", learnt="a", about="need")
    evening.made("learning.write", learnt="b", about="solution")
    told = measures.measures(evening.it)

    assert (told.days_to_first_test, told.real_testers) == (0, 1)
    assert (told.learnings, told.about_need) == (2, 1)
    assert (told.ideas, told.ideas_with_need) == (2, 1)
