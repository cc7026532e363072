"""Hands at a question: one a head, beside phones and paper, and no few answers told by them."""

from collections.abc import Mapping
from typing import Any

import pytest

from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.given import START, Evening, an_evening, refusal
from workshop.basics import Choice, Refused
from workshop.counting import tally
from workshop.headcount import headcount
from workshop.own_forms import agree
from workshop.raised_answers import AnswerHandsCounted, AnswerHandsRecounted
from workshop.scored import Form, Item, Poll

AGREEMENT: dict[str, Any] = {"title": "Enig?", "form": "agreement", "items": ["Buss", "Trapp"]}


def asked(**fields: Any) -> tuple[Evening, str]:
    """A question of one's own that is open."""
    evening = an_evening()
    fields = fields or AGREEMENT
    return evening, evening.made("poll.open", what="choice", **fields)


def raised(evening: Evening, poll: str, item: str, heads: int, **hands: int) -> object:
    fields: dict[str, Any] = {"poll": poll, "item": item, "heads": heads, "hands": hands}
    return evening.when("answer_hands.count", origin="hands", **fields)


def test_hands_are_counted_thing_by_thing_and_corrected() -> None:
    """What they were raised for is no fact; the largest count of heads is how many answered."""
    evening, poll = asked()

    first = raised(evening, poll, "i1", 12, agree=7, disagree=3)
    again = raised(evening, poll, "i1", 12, agree=8)
    second = raised(evening, poll, "i2", 9, agree=9)
    fields: dict[str, Any] = {
        "poll": poll,
        "item": "i1",
        "heads": 13,
        "hands": {"agree": 13},
        "replace": True,
    }
    corrected = evening.when("answer_hands.count", origin="hands", **fields)

    assert first == (AnswerHandsCounted(poll=poll, item="i1", voices=12, number=None),)
    assert again == Refused("hands_counted")
    assert second == (AnswerHandsCounted(poll=poll, item="i2", voices=9, number=None),)
    assert corrected == (AnswerHandsRecounted(poll=poll, item="i1", voices=13, number=None),)
    assert evening.it.polls[poll].voices == {"hands": 13}
    assert evening.it.polls[poll].counts == {}


def test_nobody_raises_two_hands_and_nobody_who_is_not_here() -> None:
    """The rules are those of dots."""
    evening, poll = asked()
    evening.made("heads.count", heads=20)

    assert refusal(raised(evening, poll, "i1", 5, agree=4, disagree=2)) == "too_many_hands"
    assert refusal(raised(evening, poll, "i1", 21, agree=1)) == "more_hands_than_heads"
    assert refusal(raised(evening, poll, "i3", 5, agree=1)) == "no_step"
    assert refusal(raised(evening, poll, "i1", 5, perhaps=1)) == "no_step"


@pytest.mark.parametrize("form", ["ranking", "axes"])
def test_what_a_hand_cannot_show_is_answered_alone(form: str) -> None:
    """A rank is one answer about all things."""
    evening, poll = asked(title="Rekkefølge", form=form, items=["A", "B", "C"])

    assert refusal(raised(evening, poll, "i1", 5)) == "poll_without_hands"


def test_silent_scores_take_no_hands() -> None:
    """What everybody gives alone is not given by raising a hand."""
    evening = an_evening()
    poll = evening.made("poll.open", what="fundamentals")

    assert refusal(raised(evening, poll, "need", 5)) == "poll_without_hands"


def test_it_adds_up_as_dots_do() -> None:
    """Heads in the hall are phones, paper, hands and those who do not answer."""
    evening, poll = asked()
    evening.made("heads.count", heads=20)
    evening.made("person.join", sender="phone", phone="table", heads=4)
    answers = {"i1": "agree"}
    evening.made("poll.answer", sender="phone", phone="table", poll=poll, answers=answers)
    evening.made("poll.answer", origin="paper", number=3, poll=poll, answers=answers)
    raised(evening, poll, "i1", 12, agree=12)
    assert headcount(evening.it, evening.it.polls[poll]).lacking == 3

    evening.made("without.count", vote=poll, heads=3)
    evening.made("poll.close")

    summed = headcount(evening.it, evening.it.polls[poll])
    assert summed.adds_up
    assert (summed.phones, summed.paper, summed.hands, summed.without) == (4, 1, 12, 3)
    report = as_markdown(evening.it, Words())
    assert "Hoder i salen: 20 = 4 på telefon + 1 på papir + 12 med hånda + 3 uten stemme." in report


def counted(secret: int, hands: int) -> Mapping[str, object]:
    """The sum of so many secret answers, all agreeing, and so many hands, none of which does."""
    poll = Poll(
        id="p",
        round=1,
        gathering=None,
        opened_at=START,
        what="choice",
        form=Form(items=(Item(key="i1"),), steps=agree(), kind="agreement"),
        fewest=5,
        by_role=False,
        raised={"i1": hands} if hands else {},
    )
    cast = [Choice(("i1=agree",)) for _ in range(secret)]
    if hands:
        cast.append(Choice(("i1=disagree",) * hands, raised=True))
    return tally(poll, cast)


@pytest.mark.parametrize(
    ("secret", "hands", "answers", "counts"),
    [
        (2, 12, 12, {"disagree": 12}),
        (5, 12, 17, {"agree": 5, "disagree": 12}),
        (0, 12, 12, {"disagree": 12}),
        (2, 3, None, None),
        (0, 3, None, None),
    ],
)
def test_no_few_answers_are_told_beside_hands_that_all_have_seen(
    secret: int, hands: int, answers: int | None, counts: dict[str, int] | None
) -> None:
    """Whoever counted the hands could take them from the sum."""
    told = counted(secret, hands)

    assert told["answers"] == answers
    assert told["counts"] == ({"i1": counts} if counts else {})
    assert (answers or 0) + int(str(told["withheld"])) == secret + hands
