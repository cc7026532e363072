"""Whatever a hall answers in whatever form: nobody counts twice, no order changes the result."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.given import an_evening, refusal
from workshop import findings
from workshop.basics import Choice
from workshop.counting import counts_of
from workshop.own_forms import ITEMS
from workshop.polls import AnswerPoll
from workshop.scored import Counts, Form, Poll
from workshop.terms import PollForm

KINDS: tuple[PollForm, ...] = ("statement", "agreement", "scale", "ranking", "axes", "testing")
HEADS = {"anna": 1, "table": 4}
Answers = Mapping[str, str]


def asked(kind: PollForm, count: int) -> Any:
    """An evening where a question of this kind is open about so many things."""
    evening = an_evening()
    items = [f"Ting {n}" for n in range(count)]
    evening.made("poll.open", what="choice", form=kind, title="Hva?", items=items)
    return evening


def answers_to(form: Form) -> st.SearchStrategy[Answers]:
    """Answers that this form takes."""
    keys = [item.key for item in form.items]
    if form.kind == "ranking":
        places = [step.key for step in form.steps]
        return st.permutations(places).map(lambda order: dict(zip(keys, order, strict=True)))
    steps = st.sampled_from([step.key for step in form.steps])
    return st.dictionaries(st.sampled_from(keys), steps, min_size=1)


@st.composite
def questions(draw: st.DrawFn) -> tuple[PollForm, int]:
    """A kind, and how many things it is about."""
    kind = draw(st.sampled_from(KINDS))
    fewest, most = ITEMS[kind]
    return kind, draw(st.integers(fewest, min(most, 7)))


def poll_of(evening: Any) -> Poll:
    """The newest poll."""
    newest: Poll = list(evening.it.polls.values())[-1]
    return newest


@given(st.data(), questions())
def test_the_last_answer_of_each_counts_once(
    data: st.DataObject, asks: tuple[PollForm, int]
) -> None:
    """Any mix of phones, shared phones, paper, changed minds and corrected sheets."""
    evening = asked(*asks)
    poll = poll_of(evening)
    said: dict[str, Answers] = {}
    for who in data.draw(st.lists(st.sampled_from(["anna", "table", "1", "2", "3"]), max_size=9)):
        answers = data.draw(answers_to(poll.form))
        fields: dict[str, Any] = {"poll": poll.id, "answers": answers}
        if who.isdecimal():
            taken = evening.when("poll.answer", origin="paper", number=int(who), **fields)
            if who in said:
                assert refusal(taken) == "paper_number_taken"
                fields["replace"] = True
                taken = evening.when("poll.answer", origin="paper", number=int(who), **fields)
        else:
            taken = evening.when("poll.answer", sender="phone", phone=who, **fields)
        assert refusal(taken) is None
        said[who] = answers
    evening.made("poll.close")

    done, heads = poll_of(evening), {who: HEADS.get(who, 1) for who in said}
    assert sum(done.turnout.values()) == len(said)
    for item in done.form.items if done.answers is not None else ():
        voices = sum(n for who, n in heads.items() if item.key in said[who])
        assert sum(done.counts[item.key].values()) == voices
        for step, n in done.counts[item.key].items():
            assert n == sum(heads[who] for who in said if said[who].get(item.key) == step)


@given(st.data(), questions())
def test_the_order_of_answers_changes_nothing(
    data: st.DataObject, asks: tuple[PollForm, int]
) -> None:
    """The same ballots in another order give the same counts and the same findings."""
    form = poll_of(asked(*asks)).form
    ballots = data.draw(st.lists(answers_to(form), max_size=12))
    other = data.draw(st.permutations(ballots))

    one, two = counted(form, ballots), counted(form, other)

    assert one == two
    assert findings.found(form, one) == findings.found(form, two)


def counted(form: Form, ballots: list[Answers]) -> Counts:
    """The counts of these ballots."""
    picks = (AnswerPoll(poll="p", answers=answers).picks_of(1) for answers in ballots)
    return counts_of(form, [Choice(choice) for choice in picks])


@given(st.data(), st.integers(2, 7))
def test_a_ranking_gives_out_just_so_many_points(data: st.DataObject, count: int) -> None:
    """Each ballot has n(n-1)/2 points; one that all put first is first."""
    form = poll_of(asked("ranking", count)).form
    ballots = data.draw(st.lists(answers_to(form), min_size=1, max_size=12))
    ranked = findings.ranking(form, counted(form, ballots))

    assert sum(r.points for r in ranked) == len(ballots) * count * (count - 1) // 2
    assert [r.points for r in ranked] == sorted((r.points for r in ranked), reverse=True)
    assert sum(r.first for r in ranked) == len(ballots)
    everybody = [r.item.key for r in ranked if r.first == len(ballots)]
    assert everybody in ([], [ranked[0].item.key])


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_statement_cannot_both_unite_and_divide(agree: int, disagree: int, passed: int) -> None:
    """And which side somebody is on does not matter for what it is."""
    one = findings.Stand(item=ITEM, agree=agree, disagree=disagree, passed=passed)
    other = findings.Stand(item=ITEM, agree=disagree, disagree=agree, passed=passed)

    assert one.side == other.side
    if one.side == "divides":
        assert one.lesser * findings.TOGETHER > one.took


ITEM = Form.model_validate({"items": [{"key": "i1"}]}).items[0]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=60))
def test_at_least_half_lie_in_the_middle_half(values: list[int]) -> None:
    """What is said of the spread is true of every hall."""
    form = poll_of(asked("axes", 2)).form
    steps = {str(n): values.count(n) for n in set(values)}
    lie = findings.lie(form, steps)

    assert lie is not None
    assert lie.low <= lie.middle <= lie.high
    assert 2 * sum(lie.low <= v <= lie.high for v in values) >= len(values)
