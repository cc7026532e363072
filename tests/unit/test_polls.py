"""Polls: each answers alone, blind until closed, and nobody can be picked out afterwards."""

import pytest

from tests.unit.given import Evening, an_evening, refusal
from workshop import counting
from workshop.basics import Choice, Refused
from workshop.packs.model import Pack
from workshop.polls import PollAnswerChanged, PollAnswered
from workshop.scored import Form, Item, Poll, Step
from workshop.views import live_frame, phone_view, projector_view

FIVE = ("ada", "bo", "cato", "dag", "eli")


def council(politicians: int, leaders: int, key: str = "") -> tuple[Evening, str]:
    """An evening where so many have joined, and a poll about the handlingsrom is open."""
    evening = an_evening()
    for role, count in (("politician", politicians), ("leader", leaders)):
        for n in range(count):
            evening.made("person.join", sender="phone", phone=f"{role}{n}", role=role)
    return evening, evening.made("poll.open", what="handlingsrom", title=key)


def answer(evening: Evening, poll: str, phone: str, **answers: str) -> object:
    """One phone answers."""
    return evening.when("poll.answer", sender="phone", phone=phone, poll=poll, answers=answers)


def closed(evening: Evening, poll: str) -> Poll:
    """The poll after it was closed."""
    evening.made("poll.close")
    return evening.it.polls[poll]


def test_the_log_says_that_somebody_answered_and_not_what() -> None:
    """A fact has origin and voices; the choice and the role are nowhere in it."""
    evening, poll = council(1, 0)
    answer(evening, poll, "politician0", prepared="yes")

    (fact,) = (r.fact for r in evening.history if isinstance(r.fact, PollAnswered))

    assert fact.model_dump() == {
        "kind": "poll.answered",
        "poll": poll,
        "voices": 1,
        "number": None,
    }


def test_an_answer_may_be_changed_and_counts_once() -> None:
    """The new answer replaces the whole; the same again is nothing new."""
    evening, poll = council(5, 0)
    for n in range(5):
        answer(evening, poll, f"politician{n}", prepared="yes", known="no")

    changed = answer(evening, poll, "politician0", prepared="no")
    assert changed == (PollAnswerChanged(poll=poll, number=None),)
    assert answer(evening, poll, "politician0", prepared="no") == ()

    done = closed(evening, poll)
    assert done.counts["prepared"] == {"yes": 4, "no": 1}
    assert done.counts["known"] == {"no": 4}
    assert done.turnout == {"phone": 5}


def test_a_shared_phone_answers_for_its_heads() -> None:
    """Four heads on a phone are four voices in the counts, and one answer in the turnout."""
    evening, poll = council(4, 0)
    answer(evening, poll, "table", prepared="yes")
    for n in range(4):
        answer(evening, poll, f"politician{n}", prepared="no")

    done = closed(evening, poll)

    assert done.counts["prepared"] == {"yes": 4, "no": 4}
    assert (done.turnout, done.voices) == ({"phone": 5}, {"phone": 8})


@pytest.mark.parametrize(
    ("answers", "reason"),
    [({}, "poll_blank"), ({"prepared": "maybe"}, "no_step"), ({"price": "yes"}, "no_step")],
)
def test_only_what_was_asked_can_be_answered(answers: dict[str, str], reason: str) -> None:
    """Nothing, another step or another item is refused."""
    evening, poll = council(1, 0)

    assert refusal(answer(evening, poll, "politician0", **answers)) == reason


def test_paper_has_a_number_and_is_corrected_by_it() -> None:
    """A numbered sheet is taken once; keyed in again as a correction it replaces itself."""
    evening, poll = council(0, 0)
    sheet = {"origin": "paper", "poll": poll, "answers": {"prepared": "yes"}}

    assert refusal(evening.when("poll.answer", **sheet)) == "paper_needs_number"  # type: ignore[arg-type]
    evening.made("poll.answer", number=7, **sheet)
    assert refusal(evening.when("poll.answer", number=7, **sheet)) == "paper_number_taken"  # type: ignore[arg-type]
    changed = {**sheet, "answers": {"prepared": "no"}, "replace": True}
    evening.made("poll.answer", number=7, **changed)

    assert evening.it.polls[poll].numbers == (7,)


def test_paper_that_was_counted_is_not_taken_back() -> None:
    """Before closing a paper is undone; afterwards the counts build on it."""
    evening, poll = council(0, 0)
    for number in (1, 2):
        evening.made(
            "poll.answer", origin="paper", poll=poll, number=number, answers={"known": "no"}
        )
    assert refusal(evening.when("undo")) is None
    evening.made("poll.answer", origin="paper", poll=poll, number=3, answers={"known": "no"})
    last = evening.history[-1].command
    evening.made("poll.close")

    assert refusal(evening.when("undo", command=last)) == "others_build_on_it"


def test_nobody_sees_anything_before_it_is_closed() -> None:
    """Phones and the wall are told how many have answered, and nothing else."""
    evening, poll = council(5, 0)
    for n in range(5):
        answer(evening, poll, f"politician{n}", prepared="yes")

    wall = projector_view(evening.it, evening.now, ()).poll
    assert wall is not None
    assert (wall.open, wall.answered, wall.counts, wall.answers) == (True, 5, {}, None)
    assert live_frame(evening.it, evening.now).answered == 5
    other = phone_view(evening.it, evening.now, evening.it.presences["anna"], (), None)
    assert (other.face, other.poll and other.poll.picks) == ("poll", {})

    evening.made("poll.close")
    wall = projector_view(evening.it, evening.now, ()).poll
    assert wall is not None
    assert (wall.open, wall.counts["prepared"]) == (False, {"yes": 5})


@pytest.mark.parametrize(("answers", "shown"), [(4, False), (5, True)])
def test_under_five_answers_nothing_is_shown(answers: int, shown: bool) -> None:
    """Four answers leave no figure at all, five leave them."""
    evening, poll = council(answers, 0)
    for n in range(answers):
        answer(evening, poll, f"politician{n}", prepared="yes")

    done = closed(evening, poll)

    assert bool(done.counts) is shown
    assert (done.answers, done.withheld) == ((5, 0) if shown else (None, 4))


def test_four_leaders_are_hidden_and_cannot_be_found_by_subtraction() -> None:
    """Of 23 politicians and 4 leaders only the 23 stand in any figure, the sum too."""
    evening, poll = council(23, 4)
    for n in range(23):
        answer(evening, poll, f"politician{n}", prepared="no")
    for n in range(4):
        answer(evening, poll, f"leader{n}", prepared="yes")

    done = closed(evening, poll)

    politicians, leaders = sorted(done.groups, key=lambda group: group.role == "leader")
    assert (politicians.role, politicians.answers) == ("politician", 23)
    assert politicians.counts["prepared"] == {"no": 23}
    assert (leaders.answers, leaders.counts) == (None, {})
    assert (done.answers, done.withheld) == (23, 4)
    assert done.counts["prepared"] == {"no": 23}


def test_several_small_groups_hide_each_other() -> None:
    """Where five or more stand outside the roles that are shown, the sum may hold all."""
    evening, poll = council(6, 4)
    for n in range(6):
        answer(evening, poll, f"politician{n}", prepared="no")
    for n in range(4):
        answer(evening, poll, f"leader{n}", prepared="yes")
    answer(evening, poll, "anna", prepared="yes")

    done = closed(evening, poll)

    assert [g.role for g in done.groups if g.answers] == ["politician"]
    assert (done.answers, done.withheld) == (11, 0)


def test_a_fundamental_is_never_told_by_role() -> None:
    """Where a single answer may be shown, a role could be a single person."""
    evening = an_evening()
    poll = evening.made("poll.open", what="fundamentals", by_role=True)

    assert not evening.it.polls[poll].by_role


def test_a_pack_without_words_still_asks() -> None:
    """With the empty pack the five fundamentals go by their keys, and the catalogue names them."""
    evening = an_evening()
    assert evening.it.pack == Pack()
    poll = evening.made("poll.open", what="fundamentals")

    form = evening.it.polls[poll].form

    assert [i.key for i in form.items] == ["need", "value", "driver", "team", "anchoring"]
    assert [s.key for s in form.steps] == ["0", "1", "2", "3", "4", "5", "unknown"]


def test_a_question_of_ones_own() -> None:
    """A choice has the steps that are given, or yes, no and don't know."""
    evening = an_evening()
    poll = evening.made("poll.open", what="choice", title="Når passer det?", steps=["Nå", "Så"])
    form = evening.it.polls[poll].form
    assert [(i.key, i.text) for i in form.items] == [("i1", "Når passer det?")]
    assert [(s.key, s.label) for s in form.steps] == [("s1", "Nå"), ("s2", "Så")]
    evening.made("poll.close")

    poll = evening.made("poll.open", what="choice", title="Stemmer det?", items=["A", "B"])
    form = evening.it.polls[poll].form
    assert [i.text for i in form.items] == ["A", "B"]
    assert [s.key for s in form.steps] == ["yes", "no", "unknown"]
    evening.made("poll.close")

    one = evening.when("poll.open", what="choice", title="Hva?", steps=["Bare én"])
    assert refusal(one) == "choice_lacks"
    assert evening.when("poll.open", what="checklist", key="x") == Refused(
        "no_checklist", {"key": "x"}
    )


def test_vote_and_poll_wait_for_each_other() -> None:
    """One thing at a time: no vote, block, end or other heads while a poll is open."""
    evening, _ = council(1, 0)
    evening.made("cluster.make", title="Klynge")
    assert refusal(evening.when("poll.open", what="exit")) == "poll_open"
    assert refusal(evening.when("block.start", kind="needs")) == "poll_open"
    for name in ("vote.open", "block.stop", "gathering.end"):
        assert refusal(evening.when(name)) == "poll_open", name
    heads = evening.when("person.join", sender="phone", phone="anna", heads=2)
    assert refusal(heads) == "vote_open_heads"


def test_a_planned_poll_is_opened_with_its_question() -> None:
    """A block cannot say what is asked."""
    assert refusal(an_evening().when("block.start", kind="poll")) == "poll_needs_question"


SCALE = Form(
    items=(Item(key="a"), Item(key="b"), Item(key="c")),
    steps=(*(Step(key=str(n), value=n) for n in range(6)), Step(key="unknown")),
)


def test_spread_zeros_and_the_two_lowest() -> None:
    """«Don't know» counts nothing; the lowest are named by their answers, never alone."""
    assert counting.spread(SCALE, {"0": 1, "3": 2, "unknown": 5}) == 3
    assert counting.spread(SCALE, {"unknown": 5}) is None
    assert counting.zeros(SCALE, {"0": 2, "1": 1}) == 2
    assert counting.middle(SCALE, {"1": 1, "3": 1, "unknown": 8}) == 2.0
    counts = {"a": {"4": 3}, "b": {"1": 2, "5": 1}, "c": {"2": 3}}
    assert counting.lowest(SCALE, counts) == ("c", "b")
    assert counting.lowest(SCALE, {"a": {"4": 3}}) == ()


@pytest.mark.parametrize("role", ["politician", "leader", None])
def test_answers_whose_role_is_not_known_hide_in_the_sum(role: str | None) -> None:
    """After a restart a role may be gone; it is then like one more small group."""
    poll = Poll(
        id="p",
        round=1,
        gathering=None,
        opened_at=an_evening().now,
        what="handlingsrom",
        form=SCALE,
        fewest=5,
        by_role=True,
    )
    cast = [Choice(("a=1",), "politician")] * 6 + [Choice(("a=5",), role)]

    told = counting.tally(poll, cast)

    if role == "politician":
        assert (told["answers"], told["withheld"]) == (7, 0)
    else:
        assert (told["answers"], told["withheld"]) == (6, 1)
        assert told["counts"]["a"] == {"1": 6}
