"""Questions of one's own: what can be asked in which form, and which answers are none."""

from typing import Any

import pytest

from tests.unit.given import Evening, an_evening, refusal
from tests.unit.rounding import gathered
from workshop.polls import PollOpened
from workshop.scored import Form
from workshop.views import phone_view, worded
from workshop.volunteers import can_test, willing

TWO = ["Kveldsbuss", "Møteplass"]
THREE = [*TWO, "Ett nummer å ringe"]


def asked(form: str, **fields: Any) -> tuple[Evening, str]:
    """An evening where a question of this form is open."""
    evening = an_evening()
    return evening, evening.made("poll.open", what="choice", form=form, **fields)


def form_of(form: str, **fields: Any) -> Form:
    """The form that a question gets."""
    evening, poll = asked(form, **fields)
    return evening.it.polls[poll].form


def answer(evening: Evening, poll: str, phone: str = "anna", **answers: str) -> object:
    """One phone answers."""
    return evening.when("poll.answer", sender="phone", phone=phone, poll=poll, answers=answers)


@pytest.mark.parametrize(
    ("form", "steps"),
    [
        ("statement", ["yes", "no", "unknown"]),
        ("agreement", ["agree", "disagree", "pass"]),
        ("scale", ["0", "1", "2", "3", "4", "5", "unknown"]),
        ("ranking", ["1", "2", "3"]),
        ("axes", ["1", "2", "3", "4", "5"]),
        ("testing", ["can"]),
    ],
)
def test_a_form_has_answers_of_its_own(form: str, steps: list[str]) -> None:
    """The form alone says what one can answer; a ranking has as many places as things."""
    asked_in = form_of(form, items=THREE)

    assert [step.key for step in asked_in.steps] == steps
    assert asked_in.kind == form


def test_a_scale_begins_at_nought_or_one_and_names_its_ends() -> None:
    """0-5 and 1-5, with the facilitator's words for the ends."""
    made = form_of("scale", title="Hvor trygg?", from_one=True, poles=["Utrygg", "Trygg"])

    assert made.values == (1, 2, 3, 4, 5)
    assert made.poles == ("Utrygg", "Trygg")


def test_on_axes_every_thing_is_asked_about_twice_one_axis_at_a_time() -> None:
    """First what each gives, then what each takes."""
    made = form_of("axes", items=TWO)

    assert [item.key for item in made.items] == ["effect_1", "effect_2", "effort_1", "effort_2"]
    assert [item.text for item in made.items] == [*TWO, *TWO]


@pytest.mark.parametrize(
    ("form", "count"), [("ranking", 1), ("ranking", 8), ("axes", 1), ("axes", 10), ("agreement", 1)]
)
def test_a_form_is_about_neither_too_few_nor_too_many(form: str, count: int) -> None:
    """A ranking is of a few, and one thing cannot be ranked."""
    items = [f"Ting {n}" for n in range(count)]
    refused = an_evening().when("poll.open", what="choice", form=form, items=items)

    assert refusal(refused) == "choice_items"


def test_a_single_statement_is_its_own_heading() -> None:
    """Nobody must write the same line twice."""
    assert form_of("statement", items=["Vi møtes igjen"]).title == "Vi møtes igjen"


def test_a_question_about_clusters_copies_none_of_their_words() -> None:
    """The fact has ids; what it reads as follows the cluster, and the phone turns with it."""
    evening = an_evening()
    cluster = evening.made("cluster.make", title="Komme seg hjem")
    evening.made("cluster.make", title="Treffes")
    poll = evening.made("poll.open", what="choice", form="ranking", over="need")
    (fact,) = (r.fact for r in evening.history if isinstance(r.fact, PollOpened))
    assert (fact.texts, fact.about[0]) == (("", ""), cluster)

    def sees() -> tuple[str, list[str]]:
        view = phone_view(evening.it, evening.now, evening.it.presences["anna"], (), None)
        assert view.poll
        return view.turn, [item.text for item in view.poll.form.items]

    turn, texts = sees()
    assert texts == ["Komme seg hjem", "Treffes"]
    evening.made("cluster.rename", cluster=cluster, title="Hjem om kvelden")
    assert sees() == (sees()[0], ["Hjem om kvelden", "Treffes"])
    assert sees()[0] != turn
    assert refusal(evening.when("undo", command=cluster)) == "others_build_on_it"
    assert poll in evening.it.polls


def test_a_question_about_ideas_holds_no_word_of_them() -> None:
    """So an idea that is erased is gone from the question, too."""
    evening = an_evening()
    idea = evening.made("note.write", what="idea", text="Anlegg en kai")
    evening.made("note.moderate", note=idea, state="shown")
    poll = evening.made("poll.open", what="choice", form="testing", over="idea", targets=[idea])

    assert worded(evening.it, evening.it.polls[poll].form).items[0].text == "Anlegg en kai"
    assert "kai" not in repr([r.fact for r in evening.history if r.kind == "poll.opened"])


def test_only_what_the_hall_may_see_can_be_asked_about() -> None:
    """A hidden cluster, another's id, or nothing at all is refused."""
    evening = an_evening()
    ask = {"what": "choice", "form": "statement", "over": "need"}
    assert refusal(evening.when("poll.open", **ask)) == "nothing_to_ask_about"  # type: ignore[arg-type]
    cluster = evening.made("cluster.make", title="Rått parti")
    evening.made("cluster.make", title="Treffes")
    evening.made("cluster.moderate", cluster=cluster, state="hidden")
    hidden = evening.when("poll.open", targets=[cluster], **ask)  # type: ignore[arg-type]
    assert refusal(hidden) == "no_target"


def test_a_ranking_gives_each_a_place_of_its_own() -> None:
    """Two on one place, or one without a place, is told so and not counted."""
    evening, poll = asked("ranking", items=THREE)

    assert refusal(answer(evening, poll, i1="1", i2="1", i3="2")) == "rank_twice"
    assert refusal(answer(evening, poll, i1="1", i2="2")) == "rank_lacks"
    assert refusal(answer(evening, poll, i1="3", i2="1", i3="2")) is None


def test_who_can_test_may_take_it_back_and_is_told_of_even_alone() -> None:
    """An empty answer is none, unless it takes an earlier one back; one offer is no secret."""
    evening, poll = asked("testing", items=TWO)
    assert refusal(answer(evening, poll)) == "poll_blank"
    assert refusal(answer(evening, poll, i1="can", i2="can")) is None
    assert refusal(answer(evening, poll, phone="table", i2="can")) is None
    assert refusal(answer(evening, poll)) is None
    evening.made("poll.close")

    done = evening.it.polls[poll]
    assert (done.counts, done.turnout) == ({"i1": {}, "i2": {"can": 4}}, {"phone": 2})


def test_other_forms_hide_fewer_than_five() -> None:
    """Four answers to a statement leave no figure."""
    evening, poll = asked("statement", items=["Vi møtes igjen"])
    for n in range(4):
        evening.made("poll.answer", origin="paper", poll=poll, number=n + 1, answers={"i1": "yes"})
    evening.made("poll.close")

    assert (evening.it.polls[poll].answers, evening.it.polls[poll].counts) == (None, {})


def test_who_can_test_is_told_where_testers_are_found() -> None:
    """Said in a poll or at the open test, by the same or by others: the larger number is told."""
    evening = an_evening()
    gathered(evening)
    first = evening.made("sketch.make", title="Samkjøring")
    second = evening.made("sketch.make", title="Ringevenn")
    evening.made("block.start", kind="test")
    block = evening.it.running
    assert block
    evening.when("test.offer", sender="phone", phone="anna", block=block.id)
    assert willing(evening.it, 1) == 1
    evening.made("block.stop")
    poll = evening.made("poll.open", what="choice", form="testing", over="sketch")
    answer(evening, poll, i1="can")
    answer(evening, poll, phone="table", i1="can", i2="can")
    assert willing(evening.it, 1) == 1, "blind until it is closed"
    evening.made("poll.close")

    assert willing(evening.it, 1) == 5
    assert (can_test(evening.it, first), can_test(evening.it, second)) == (5, 4)
    evening.made("testers.count", hands=7)
    assert willing(evening.it, 1) == 8
