"""Testers, test cards and sketches: who counts, what is locked, what is kept."""

from typing import Any

import pytest

from tests.unit.given import an_evening, refusal
from tests.unit.rounding import a_team, gathered, planned, sketched
from workshop import rounds
from workshop.views import projector_view
from workshop.volunteers import willing


@pytest.mark.parametrize(
    ("process", "category", "has_need", "real"),
    [
        ("political", "resident", True, True),
        ("political", "relative", True, True),
        ("political", None, True, True),
        ("political", "resident", False, False),
        ("political", "employee", True, False),
        ("political", "leader", True, False),
        ("political", "supplier", True, False),
        ("administrative", "employee", True, True),
        ("administrative", "employee", False, False),
        ("administrative", "leader", True, False),
        ("administrative", "supplier", True, False),
    ],
)
def test_only_those_who_have_the_need_are_real_testers(
    process: str, category: str | None, real: bool, has_need: bool
) -> None:
    """Team, boss and supplier never count; in an internal task employees with the need do."""
    evening = a_team()
    evening.made("case.describe", process=process)
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.made("tester.note", test=test, code="p1", category=category, has_need=has_need)

    assert rounds.real_testers(evening.it, evening.it.tests[test]) == int(real)
    assert rounds.has_result(evening.it, evening.it.tests[test]) is real


def test_the_threshold_is_locked_when_the_first_tester_starts() -> None:
    """Before it, it is changed freely; after it, for a reason, and what it was stays readable."""
    evening = a_team()
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.made("test.change", test=test, right_if="Tre av tre")
    evening.made("tester.note", test=test, code="p1")
    assert refusal(evening.when("test.change", test=test, right_if="Én")) == "test_locked"

    evening.made("test.change", test=test, right_if="Én", reason="To er på ferie")

    card = evening.it.tests[test]
    assert card.right_if == "Én"
    assert [(c.reason, c.right_if) for c in card.changes] == [("To er på ferie", "Tre av tre")]


def test_a_tester_is_counted_once_and_can_be_corrected() -> None:
    """The same code on two days is one tester; a correction keeps what it does not name."""
    evening = a_team()
    test = planned(evening, sketched(evening, gathered(evening)))
    first = evening.made("tester.note", test=test, code="p1", quote="Det var hyggelig")
    evening.made("tester.note", test=test, code="p1", failure="Ramlet ned")
    evening.made("tester.mend", tester=first, hit="yes")
    known = evening.it.tests[test]

    assert rounds.real_testers(evening.it, known) == 1
    assert [(t.quote, t.failure, t.hit) for t in known.heard] == [
        ("Det var hyggelig", "", "yes"),
        ("", "Ramlet ned", None),
    ]
    assert refusal(evening.when("tester.mend", tester="nope", hit="yes")) == "no_tester"


def test_phones_offer_to_test_without_a_name() -> None:
    """A shared phone counts its heads; it can take it back; hands are counted beside."""
    evening = an_evening()
    assert (
        refusal(evening.when("test.offer", sender="phone", phone="anna", block="x"))
        == "not_asking_testers"
    )
    block = evening.made("block.start", kind="test", reason="Haster")
    evening.made("test.offer", sender="phone", phone="anna", block=block)
    evening.made("test.offer", sender="phone", phone="table", block=block)
    evening.made("testers.count", hands=2)
    both = willing(evening.it, 1)
    evening.made("test.offer", sender="phone", phone="table", block=block, can=False)

    assert (both, willing(evening.it, 1)) == (7, 3)
    assert willing(evening.it, 2) == 0


def test_a_sketch_keeps_its_versions_over_rounds() -> None:
    """What is left out of a change stays; the earlier wording is kept with its round."""
    evening = a_team()
    sketch = sketched(evening, gathered(evening))
    evening.made("round.decide", decision="back_to_need")
    evening.made("sketch.change", sketch=sketch, text="På kjøleskapet", form="paper")
    known = evening.it.sketches[sketch]

    assert (known.version, known.round, known.changed_in) == (2, 1, 2)
    assert (known.title, known.must_be_true) == ("Fotokort", "Hun ser kortet")
    assert [(w.text, w.round) for w in known.earlier] == [("På døra", 1)]
    assert [s.id for s in rounds.sketches_of(evening.it, 1)] == [sketch]
    assert [s.id for s in rounds.sketches_of(evening.it, 2)] == [sketch]


def test_a_stopped_sketch_leaves_what_it_taught() -> None:
    """Without a lesson it is not stopped; then it no longer wants a test."""
    evening = a_team()
    sketch = sketched(evening, gathered(evening))
    wish: dict[str, Any] = {"sketch": sketch, "decision": "stopped"}
    assert refusal(evening.when("sketch.decide", **wish)) == "lesson_needed"

    evening.made("sketch.decide", lesson="Kortet falt ned", **wish)

    assert evening.it.sketches[sketch].lesson == "Kortet falt ned"
    assert rounds.live_sketches(evening.it, 1) == ()


def test_the_wall_asks_who_can_test_while_phones_do() -> None:
    """Also when a sketch is out already: the wall tells of it when the asking is over."""
    evening = an_evening()
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.made("test.start", test=test)
    evening.made("block.start", kind="test", reason="Haster")
    asking = projector_view(evening.it, evening.now, ()).turn
    evening.made("block.stop")
    evening.made("projector.show", wall="testing")
    over = projector_view(evening.it, evening.now, ()).turn

    assert (asking.wanted, asking.out) == (3, 0)
    assert over.out == 3
