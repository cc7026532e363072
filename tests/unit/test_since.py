"""Change since the last time: only between figures that are shown, and never of those hidden."""

import pytest

from screens.paper.report import as_markdown
from screens.words import Words
from storage import packs
from tests.unit.given import Evening, an_evening
from workshop import since
from workshop.scored import Poll, Review


def asked(evening: Evening, answers: str, role: str = "resident") -> Poll:
    """Culture is asked, one digit a phone as the answer to its first statement; then closed."""
    poll = evening.made("poll.open", what="checklist", key="culture")
    for n, digit in enumerate(answers):
        phone = f"{role}{n}"
        evening.made("person.join", sender="phone", phone=phone, role=role)
        evening.made("poll.answer", sender="phone", phone=phone, poll=poll, answers={"k1": digit})
    evening.made("poll.close")
    return evening.it.polls[poll]


@pytest.fixture
def evening() -> Evening:
    """An evening in Jevnaker's words."""
    evening = an_evening()
    pack = packs.pack("jevnaker")
    assert pack
    evening.case = evening.it.model_copy(update={"pack": pack})
    return evening


def test_change_is_told_from_the_last_time_that_can_be_seen(evening: Evening) -> None:
    """A time with too few answers is passed over, and is compared with nothing itself."""
    first = asked(evening, "22222")
    hidden = asked(evening, "555")
    last = asked(evening, "33344")

    assert since.changed(evening.it, first) == {}
    assert since.changed(evening.it, hidden) == {}
    assert since.changed(evening.it, last) == {"k1": pytest.approx(1.4)}
    assert len(since.times(evening.it, last)) == 3


def test_nothing_is_compared_where_somebody_is_held_back(evening: Evening) -> None:
    """The sum of some must not be set against the sum of all; a role is set against itself."""
    first = asked(evening, "22222")
    poll = evening.made("poll.open", what="checklist", key="culture")
    for role, digit, people in (("resident", "4", 5), ("leader", "1", 2)):
        for n in range(people):
            phone = f"{role}{n}"
            evening.made("person.join", sender="phone", phone=phone, role=role)
            answers = {"k1": digit}
            evening.made("poll.answer", sender="phone", phone=phone, poll=poll, answers=answers)
    evening.made("poll.close")
    held = evening.it.polls[poll]

    assert first.withheld == 0
    assert held.withheld == 2
    assert since.changed(evening.it, held) == {}
    assert since.changed(evening.it, held, "resident") == {"k1": pytest.approx(2.0)}
    assert since.changed(evening.it, held, "leader") == {}


def test_the_report_tells_the_change_and_all_times_beside_each_other(evening: Evening) -> None:
    """A mean with what it moved, and a table over time where few stay hidden."""
    asked(evening, "22222")
    asked(evening, "55")
    asked(evening, "33344")

    report = as_markdown(evening.it, Words())

    assert "3,4 (+1,4 siden sist)" in report
    assert "snitt over tid" in report
    assert "| 2,0 | skjult, færre enn 5 | 3,4 |" in report


def test_what_was_agreed_before_stands_before_what_is_agreed_now(evening: Evening) -> None:
    """The newest of the earlier reviews that had answered the item."""

    def agree(step: str, item: str = "k1", *, new: bool = False) -> Review:
        evening.made("checklist.agree", checklist="culture", item=item, step=step, new=new)
        return list(evening.it.reviews.values())[-1]

    first = agree("2")
    agree("3", "k2", new=True)
    last = agree("4", new=True)

    assert since.agreed_before(evening.it, first) == {}
    assert since.agreed_before(evening.it, last) == {"k1": "2", "k2": "3"}
    assert "Stemmer litt → Stemmer godt" in as_markdown(evening.it, Words())
