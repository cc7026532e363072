"""What testers answer on their own phones: each once, told from the team, nobody's name in it."""

import pytest

from tests.unit.given import Evening, an_evening, refusal
from tests.unit.rounding import gathered, planned, sketched
from workshop import rounds
from workshop.basics import Refused
from workshop.forgetting import WordsForgotten


def a_test_that_is_out() -> tuple[Evening, str]:
    """A hall in a political process, with a test that has started and two phones."""
    evening = an_evening()
    test = planned(evening, sketched(evening, gathered(evening)))
    assert tells(evening, "anna", test) == "test_not_out"
    evening.made("test.start", test=test)
    return evening, test


def tells(
    evening: Evening,
    phone: str,
    test: str,
    *,
    has_need: bool = True,
    hit: str = "partly",
    quote: str = "",
) -> str | int | None:
    """How many facts a phone's answer became, or why none."""
    fields = {"test": test, "has_need": has_need, "hit": hit, "quote": quote}
    outcome = evening.when("test.tell", sender="phone", phone=phone, **fields)  # type: ignore[arg-type]
    return refusal(outcome) if isinstance(outcome, Refused) else len(outcome)


def test_a_tester_answers_on_their_own_phone_and_once() -> None:
    """A second answer takes the place of the first; it has a code that no other tester has."""
    evening, test = a_test_that_is_out()
    evening.made("tester.note", test=test, code="m1")
    tells(evening, "anna", test)
    tells(evening, "anna", test, hit="yes", quote="Ble ringt")
    tells(evening, "table", test, has_need=False, hit="no")

    known = evening.it.tests[test]
    assert [(t.code, t.has_need, t.hit, t.quote) for t in known.heard] == [
        ("m1", True, None, ""),
        ("m2", True, "yes", "Ble ringt"),
        ("m3", False, "no", ""),
    ]
    assert rounds.real_testers(evening.it, known) == 2
    assert tells(evening, "anna", test, hit="yes", quote="Ble ringt") == 0
    evening.made("test.record", test=test, result="Delvis", hit="partly")
    assert tells(evening, "anna", test) == "test_not_out"


@pytest.mark.parametrize(
    ("process", "role", "real"),
    [
        ("political", "resident", True),
        ("political", "politician", True),
        ("political", "employee", False),
        ("political", "leader", False),
        ("administrative", "employee", True),
        ("administrative", "leader", False),
    ],
)
def test_who_only_works_with_it_never_counts_as_having_the_need(
    process: str, role: str, real: bool
) -> None:
    """Whatever they tick; and the answer holds neither what they came as nor their table."""
    evening, test = a_test_that_is_out()
    evening.made("case.describe", process=process)
    evening.made("person.join", sender="phone", phone="kari", role=role, table=7)
    tells(evening, "kari", test)

    (tester,) = evening.it.tests[test].heard
    assert tester.has_need is real
    assert (tester.category, tester.mark) == (None, "kari's")
    assert role not in tester.model_dump_json()
    assert tells(evening, "nobody", test) == "not_joined"


def test_what_a_tester_said_on_a_phone_can_be_forgotten() -> None:
    """Their words are emptied in the first answer and in the later one; the answer still counts."""
    evening, test = a_test_that_is_out()
    tells(evening, "anna", test, quote="For seint")
    tells(evening, "anna", test, quote="Bra")
    (tester,) = evening.it.tests[test].heard
    outcome = evening.when("words.forget", testers=[tester.id])

    assert not isinstance(outcome, Refused)
    (forgotten,) = outcome
    assert isinstance(forgotten, WordsForgotten)
    kinds = [r.kind for r in evening.history if r.seq in forgotten.seqs]
    assert kinds == ["tester.heard", "tester.mended"]
    assert refusal(evening.when("words.forget", testers=["x"])) == "no_tester"
