"""The idea box between gatherings: who may send, where it lies, and that it is owed an answer."""

from typing import Any

import pytest

from screens.projector.painter import Painter
from screens.words import Words
from tests.unit.given import Evening, an_evening, refusal
from workshop import closing, inbox, portfolio
from workshop.basics import Refused
from workshop.views import projector_view


def between() -> Evening:
    """A case whose gathering has ended."""
    evening = an_evening()
    evening.made("gathering.end")
    return evening


def sent(evening: Evening, what: str = "idea") -> object:
    return evening.when(
        "note.write", id="idea-0001", sender="phone", phone="anna", what=what, text="Benk"
    )


def test_an_idea_that_comes_between_gatherings_waits_for_the_next_round() -> None:
    """It lies parked, is owed an answer, and comes back when ideas are asked for."""
    evening = between()
    evening.made("inbox.turn", open=True)
    assert not isinstance(sent(evening), Refused)
    note = evening.it.notes["idea-0001"]

    assert (note.state, note.gathering, note.table, note.role) == ("parked", None, None, None)
    assert [n.id for n in inbox.came(evening.it)] == ["idea-0001"]
    assert "idea-0001" in closing.unanswered(evening.it)
    evening.made("solutions.return")
    assert evening.it.notes["idea-0001"].state == "waiting"
    assert inbox.came(evening.it) == ()


@pytest.mark.parametrize("what", ["need", "actor", "offer", "objection"])
def test_the_box_takes_ideas_alone(what: str) -> None:
    """Whatever else a phone says wants a gathering that it has joined."""
    evening = between()
    evening.made("inbox.turn", open=True)

    assert refusal(sent(evening, what)) == "not_joined"


def test_a_closed_box_takes_nothing_and_so_does_one_beside_a_gathering() -> None:
    """Closed it is until somebody opens it; in a gathering one joins first."""
    evening = between()
    assert refusal(sent(evening)) == "not_joined"
    evening.made("inbox.turn", open=True)
    assert evening.when("inbox.turn", open=True) == ()
    gathering = evening.made("gathering.plan", title="Kveld 2")
    evening.made("gathering.open", gathering=gathering)

    assert not inbox.takes(evening.it)
    assert refusal(sent(evening)) in {"not_joined", "not_collecting"}


def test_the_wall_asks_for_ideas_while_the_box_is_open() -> None:
    """It says how one sends an idea, and not how one joins a gathering that is not there."""
    evening = between()
    closed = projector_view(evening.it, evening.now, ())
    evening.made("inbox.turn", open=True)
    shown = projector_view(evening.it, evening.now, ())

    assert (closed.inbox, shown.inbox) == (False, True)
    for language, heading in (("nb", "Har du en idé?"), ("nn", "Har du ein idé?")):
        say = Words(language)
        html = Painter(say).draw(shown.model_copy(update={"wall": "join"}), "http://h/").html
        assert heading in html
        assert say("projector.join_step_3") not in html


def test_an_erased_case_has_no_open_box() -> None:
    """Nothing new is said where everything was forgotten."""
    evening = between()
    evening.made("inbox.turn", open=True)
    case = evening.it.model_copy(update={"erased": True})

    assert not inbox.takes(case)
    assert portfolio.portfolio([case], evening.now.date()) == ()


def test_who_sent_an_idea_may_change_it_until_the_next_gathering_ends() -> None:
    """Between gatherings, box open or shut, and in the next one; after that it stands."""
    evening = between()
    evening.made("inbox.turn", open=True)
    sent(evening)
    anna: dict[str, Any] = {"sender": "phone", "phone": "anna", "note": "idea-0001"}
    evening.made("note.edit", **anna, text="Benk og lys")
    evening.made("inbox.turn", open=False)
    evening.made("note.edit", **anna, text="Benk, lys og tak")
    gathering = evening.made("gathering.plan", title="Kveld 2")
    evening.made("gathering.open", gathering=gathering)
    evening.made("note.edit", **anna, text="Benk i skyggen")

    kept = evening.it.notes["idea-0001"]
    assert (kept.text, kept.state, len(kept.originals)) == ("Benk i skyggen", "parked", 3)
    evening.made("gathering.end")
    assert refusal(evening.when("note.edit", **anna, text="Stol")) == "gathering_over"
    assert refusal(evening.when("note.take_back", **anna)) == "gathering_over"


def test_nobody_changes_or_takes_back_an_idea_that_another_sent() -> None:
    """Only the mark that its sender's secret makes opens it; its sender takes it back for good."""
    evening = between()
    evening.made("inbox.turn", open=True)
    sent(evening)
    berit: dict[str, Any] = {"sender": "phone", "phone": "berit", "note": "idea-0001"}

    assert refusal(evening.when("note.edit", **berit, text="Stol")) == "no_note"
    assert refusal(evening.when("note.take_back", **berit)) == "no_note"
    evening.made("note.take_back", sender="phone", phone="anna", note="idea-0001")
    assert inbox.came(evening.it) == ()
    assert "idea-0001" not in closing.unanswered(evening.it)
