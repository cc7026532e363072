"""The five fundamentals: one zero makes the answer zero, and no average ever hides it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.given import START, Evening, an_evening, refusal
from workshop import fundamentals
from workshop.forms import FUNDAMENTALS
from workshop.scored import Assessment
from workshop.views import projector_view

ALL = {"need": 3, "value": 2, "driver": 4, "team": 3, "anchoring": 1}


def assessed(**scores: int) -> Assessment:
    """An assessment with these scores."""
    return Assessment(id="a", at=START, round=1, gathering=None, most=5, scores=scores)  # type: ignore[arg-type]


def agree(evening: Evening, **scores: int | None) -> None:
    """The team agrees on these."""
    evening.made("fundamentals.agree", scores=scores)


@given(st.lists(st.integers(0, 5), min_size=5, max_size=5))
def test_the_product_is_the_five_multiplied(scores: list[int]) -> None:
    """Between 0 and 3125, and zero exactly where somebody has a zero."""
    assessment = assessed(**dict(zip(FUNDAMENTALS, scores, strict=True)))

    product = fundamentals.product(assessment)

    assert product == math.prod(scores)
    assert product is not None
    assert 0 <= product <= 3_125
    assert bool(fundamentals.zeros(assessment)) is (product == 0)


@pytest.mark.parametrize("missing", FUNDAMENTALS)
def test_while_one_is_not_scored_there_is_no_product(missing: str) -> None:
    """It is for now; but a zero is a zero already."""
    scores = {key: n for key, n in ALL.items() if key != missing}
    assert fundamentals.product(assessed(**scores)) is None

    other = next(key for key in scores)
    assert fundamentals.zeros(assessed(**{**scores, other: 0})) == (other,)


def test_the_weakest_is_the_lowest_and_all_of_them() -> None:
    """Two that are equally low are both named; where all are full there is none."""
    assert fundamentals.weakest(assessed(**ALL)) == ("anchoring",)
    assert fundamentals.weakest(assessed(**{**ALL, "value": 1})) == ("value", "anchoring")
    assert fundamentals.weakest(assessed(**dict.fromkeys(FUNDAMENTALS, 5))) == ()
    assert fundamentals.weakest(assessed()) == ()


def test_digits_build_up_one_assessment() -> None:
    """What is left out stays, null takes a score away, and the same again is nothing new."""
    evening = an_evening()
    agree(evening, need=2)
    agree(evening, driver=4, team=4)
    agree(evening, team=None)
    assert evening.when("fundamentals.agree", scores={"need": 2}) == ()

    (assessment,) = evening.it.assessments.values()

    assert assessment.scores == {"need": 2, "driver": 4}
    assert fundamentals.product(assessment) is None


def test_each_step_can_be_undone_from_the_newest() -> None:
    """The last score is withdrawn; an earlier one only after it."""
    evening = an_evening()
    first = evening.made("fundamentals.agree", scores={"need": 2})
    agree(evening, need=3)

    assert refusal(evening.when("undo", command=first)) == "others_build_on_it"
    assert refusal(evening.when("undo")) is None


def test_a_pack_may_have_another_scale_and_nobody_goes_over_it() -> None:
    """Six is too much on a scale to five."""
    assert refusal(an_evening().when("fundamentals.agree", scores={"need": 6})) == "score_high"


def test_nothing_is_agreed_while_silent_scores_are_given() -> None:
    """First everybody alone, then together; the new assessment knows what was said in silence."""
    evening = an_evening()
    agree(evening, **ALL)
    poll = evening.made("poll.open", what="fundamentals")
    assert refusal(evening.when("fundamentals.agree", scores={"need": 1})) == "poll_open"
    answers = dict.fromkeys(FUNDAMENTALS, "2")
    evening.made("poll.answer", sender="phone", phone="table", poll=poll, answers=answers)
    wall = projector_view(evening.it, evening.now, ())
    assert (wall.wall, wall.scores and wall.scores.scoring) == ("fundamentals", True)
    assert wall.scores is not None
    assert (wall.scores.scores, wall.scores.answered) == ({}, 1)
    evening.made("poll.close")

    agree(evening, need=2)

    first, second = evening.it.assessments.values()
    assert first.poll is None
    assert (second.poll, second.people, second.scores) == (poll, 4, {"need": 2})


def test_a_new_round_or_evening_begins_a_new_assessment() -> None:
    """The series grows by one for each time the team scores."""
    evening = an_evening()
    agree(evening, **{**ALL, "anchoring": 0})
    evening.made("round.decide", decision="new_round", reason="Det holder")
    agree(evening, **ALL)
    evening.made("fundamentals.agree", new=True)
    agree(evening, **{**ALL, "anchoring": 5})

    products = [fundamentals.product(a) for a in evening.it.assessments.values()]
    assert products == [0, 72, 360]
    evening.made("projector.show", wall="fundamentals")
    wall = projector_view(evening.it, evening.now, ()).scores
    assert wall is not None
    assert wall.history == (0, 72, 360)


def test_when_they_are_due() -> None:
    """Before invitations, after each round, and before it is handed over."""
    evening = an_evening()
    assert fundamentals.due(evening.it) == "invitation"
    agree(evening, **ALL)
    assert fundamentals.due(evening.it) is None
    evening.made("round.decide", decision="new_round", reason="Det holder")
    assert fundamentals.due(evening.it) == "round"
    agree(evening, **ALL)
    assert fundamentals.due(evening.it) is None
    evening.made("round.decide", decision="adopt", reason="Det virker")
    assert fundamentals.due(evening.it) == "handover"


def test_what_must_be_done_is_kept_with_its_fundamental() -> None:
    """A note stands with the zero on the wall, and is people's own words."""
    evening = an_evening()
    agree(evening, **{**ALL, "anchoring": 0})
    evening.made("fundamentals.agree", notes={"anchoring": "Spør rådmannen"})
    evening.made("projector.show", wall="fundamentals")

    wall = projector_view(evening.it, evening.now, ()).scores

    assert wall is not None
    assert (wall.zeros, wall.product, wall.next) == (("anchoring",), 0, "Spør rådmannen")
