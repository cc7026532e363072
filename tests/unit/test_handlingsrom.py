"""The handlingsrom: eight questions, five outcomes, looked at again after every round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.given import Evening, an_evening, refusal
from workshop import handlingsrom, recipe
from workshop.facts import fold
from workshop.framed import Frame
from workshop.handlingsrom import BEST, CHECKS, POINTS, judge, unclear
from workshop.terms import Answer, Check

OPEN = Frame(open=("Hvem som gjør hva",), who_decides="Kommunestyret")
FRAMED = OPEN.model_copy(update={"fixed": ("Loven",)})
ANSWERS = st.dictionaries(st.sampled_from(CHECKS), st.sampled_from(["yes", "no", "unknown"]))
LINES = st.lists(st.just("noe"), max_size=2).map(tuple)
FRAMES = st.builds(
    Frame,
    fixed=LINES,
    open=LINES,
    who_decides=st.sampled_from(["", "Rådet"]),
    when_decided=st.just(""),
)


@pytest.mark.parametrize(
    ("changes", "frame", "expected"),
    [
        ({}, OPEN, "suitable"),
        ({}, FRAMED, "suitable_framed"),
        ({"time": "no"}, OPEN, "suitable"),
        ({"prepared": "yes"}, OPEN, "unsuitable"),
        ({"known": "yes"}, OPEN, "development"),
        ({"known": "yes", "prepared": "yes"}, OPEN, "unsuitable"),
        ({"known": "yes", "realisable": "unknown"}, OPEN, "development"),
        ({"realisable": "no"}, OPEN, "unsuitable"),
        ({"realisable": "unknown"}, FRAMED, "clarify"),
        ({"serious": "no"}, OPEN, "unsuitable"),
        ({"anchored": "no"}, OPEN, "clarify"),
        ({"anchored": "unknown"}, OPEN, "clarify"),
        ({}, Frame(fixed=("Alt",), who_decides="Rådet"), "unsuitable"),
        ({}, Frame(who_decides="Rådet"), "clarify"),
        ({}, Frame(open=("Hvem",)), "clarify"),
    ],
)
def test_the_table_of_the_gate(
    changes: dict[Check, Answer], frame: Frame, expected: handlingsrom.Verdict
) -> None:
    """HR1 to HR8, each with what it leads to (method: Jevnaker 3.1)."""
    assert judge(BEST | changes, frame) == expected


@given(answers=ANSWERS, frame=FRAMES)
def test_precedence_holds_for_every_set_of_answers(
    answers: dict[Check, Answer], frame: Frame
) -> None:
    """Unsuitable before development before clarify before framed before suitable, always."""
    judged = judge(answers, frame)
    out = (
        answers.get("prepared") == "yes"
        or answers.get("realisable") == "no"
        or answers.get("serious") == "no"
        or (frame.fixed and not frame.open)
    )
    if not answers:
        assert judged is None
    elif out:
        assert judged == "unsuitable"
    elif answers.get("known") == "yes":
        assert judged == "development"
    elif unclear(answers, frame):
        assert judged == "clarify"
    else:
        assert judged == ("suitable_framed" if frame.fixed else "suitable")
        assert frame.open
        assert frame.who_decides


@given(answers=ANSWERS, frame=FRAMES, check=st.sampled_from(CHECKS))
def test_a_better_answer_never_makes_it_worse(
    answers: dict[Check, Answer], frame: Frame, check: Check
) -> None:
    """The answer that leaves most room never moves the verdict down."""
    order = ["unsuitable", "development", "clarify", "suitable_framed", "suitable"]
    before = judge(answers, frame)
    after = judge({**answers, check: BEST[check]}, frame)

    assert after is not None
    assert before is None or order.index(after) >= order.index(before)


def _answered(evening: Evening, **changes: Answer) -> None:
    for check, answer in (BEST | changes).items():
        evening.made("handlingsrom.answer", check=check, answer=answer)


def test_three_tasks_of_a_council_seminar() -> None:
    """Two schools to choose between, a good life at home, an app that is ordered (journey 6.3)."""
    schools, home, app = an_evening(), an_evening(), an_evening()
    _answered(schools, prepared="yes")
    home.made("frame.set", fixed=["Taushetsplikt"], open=["Hvem"], who_decides="Kommunestyret")
    _answered(home)
    _answered(app, known="yes")

    assert handlingsrom.verdict(schools.it) == "unsuitable"
    assert handlingsrom.verdict(home.it) == "suitable_framed"
    assert handlingsrom.verdict(app.it) == "development"


def test_no_time_for_rounds_is_a_warning_and_no_verdict() -> None:
    """Then only a small task can be solved this way."""
    evening = an_evening()
    evening.made("frame.set", open=["Hvem"], who_decides="Kommunestyret")
    _answered(evening, time="no")

    assert handlingsrom.verdict(evening.it) == "suitable"
    assert handlingsrom.only_small(evening.it)


def test_every_round_has_its_own_look() -> None:
    """After a round is decided it should be looked at again, and the earlier look is kept."""
    evening = an_evening()
    evening.made("frame.set", open=["Hvem"], who_decides="Kommunestyret")
    _answered(evening)
    assert not handlingsrom.is_due(evening.it)

    evening.made("round.decide", decision="new_round", reason="Vi prøver igjen")
    assert handlingsrom.is_due(evening.it)
    assert "room_again" in {c.key for c in recipe.STATIONS[0].checks(evening.it)}

    evening.made("handlingsrom.answer", check="anchored", answer="unknown")

    assert not handlingsrom.is_due(evening.it)
    assert [(k.round, k.verdict) for k in evening.it.looks] == [(1, "suitable"), (2, "clarify")]


def test_what_still_holds_is_confirmed_with_one_command() -> None:
    """Nothing needs to be answered again where nothing has changed."""
    evening = an_evening()
    assert refusal(evening.when("handlingsrom.confirm")) == "no_answers"
    _answered(evening)
    assert evening.when("handlingsrom.confirm") == ()
    evening.made("round.decide", decision="back_to_need", reason="Vi tok feil")

    evening.made("handlingsrom.confirm")

    assert not handlingsrom.is_due(evening.it)
    assert [k.round for k in evening.it.looks] == [1, 2]


def test_what_is_unclear_has_somebody_who_finds_out() -> None:
    """A to-do for each open point, gone when the point is clear."""
    evening = an_evening()
    _answered(evening, anchored="no")
    point = {"point": "anchored", "text": "Spør kommunalsjefen", "owner": "Anne"}
    evening.made("clarification.note", due="2025-02-01", **point)
    assert [c.owner for c in handlingsrom.owed(evening.it)] == ["Anne"]
    assert unclear(evening.it.answers, evening.it.frame) == ("anchored", "frame", "decides")

    evening.made("handlingsrom.answer", check="anchored", answer="yes")

    assert handlingsrom.owed(evening.it) == ()


def test_a_reason_counts_for_its_own_round() -> None:
    """Whoever went on against advice in round 1 is asked again in round 2."""
    evening = an_evening()
    evening.made("gate.pass", gate=handlingsrom.GATE, reason="Rådet vil")
    assert handlingsrom.was_passed(evening.it)

    evening.made("round.decide", decision="new_round", reason="Vi prøver igjen")

    assert not handlingsrom.was_passed(evening.it)


def test_what_is_led_as_something_else_is_not_called_cocreation() -> None:
    """A poll or a hearing is labelled so, whatever the answers say."""
    evening = an_evening()
    assert handlingsrom.is_cocreation(evening.it)
    evening.made("form.choose", form="poll")
    assert not handlingsrom.is_cocreation(evening.it)

    evening.made("form.choose", form="cocreation")
    _answered(evening, serious="no")

    assert not handlingsrom.is_cocreation(evening.it)


def test_undo_takes_a_look_back() -> None:
    """The verdict is always that of the answers that count."""
    evening = an_evening()
    evening.made("frame.set", open=["Hvem"], who_decides="Kommunestyret")
    _answered(evening)
    evening.made("handlingsrom.answer", check="known", answer="yes")
    evening.made("undo")
    case = fold(evening.history)

    assert case is not None
    assert case.looks[-1].verdict == handlingsrom.verdict(case) == "suitable"


def test_the_eight_points_stand_in_the_order_of_the_method() -> None:
    """HR6 and HR7 are answered by the frame."""
    assert POINTS[5:7] == ("frame", "decides")
    assert len(POINTS) == 8
