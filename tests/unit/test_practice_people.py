"""Simulated people follow whatever is opened, and say each thing once."""

from random import Random
from typing import Any

import pytest

from screens.desk.sights import header_of
from screens.desk.state import DeskState
from screens.paper.report import as_markdown
from screens.paper.sheets import Numbers, Place, sheet
from screens.projector.wording import Wording
from screens.rehearsal import people
from screens.rehearsal.evening import load
from screens.words import Words
from tests.unit.given import an_evening
from tests.unit.walls import NOW
from workshop.blocks import BLOCKS
from workshop.forms import fundamentals
from workshop.hints import hints
from workshop.own_forms import wrong_with
from workshop.terms import PollForm
from workshop.views import projector_view

EVENING = load()


@pytest.mark.parametrize(
    ("view", "asked", "answered"),
    [
        ({"face": "join"}, "join", False),
        ({"face": "wait"}, None, False),
        ({"face": "wait", "asks_testers": "b1"}, "test b1", False),
        ({"face": "wait", "asks_testers": "b1", "can_test": True}, "test b1", True),
        ({"face": "wait", "tests": [{"id": "t1", "said": None}]}, "tell t1", False),
        (
            {
                "face": "wait",
                "asks_testers": "b1",
                "can_test": True,
                "tests": [{"id": "t1", "said": {}}],
            },
            "test b1",
            True,
        ),
        ({"face": "write", "writes": "need"}, "need", False),
        ({"face": "vote", "vote": {"id": "v1", "voted": False}}, "v1", False),
        ({"face": "vote", "vote": {"id": "v1", "voted": True}}, "v1", True),
        ({"face": "vote", "vote": {"id": "v1", "voted": False, "codes": 1}}, "v1", True),
        ({"face": "poll", "poll": {"id": "p1", "answered": False}}, "p1", False),
        ({"face": "poll", "poll": {"id": "p1", "answered": True}}, "p1", True),
        ({}, None, False),
    ],
)
def test_a_page_asks_for_one_thing(view: dict[str, Any], asked: str | None, answered: bool) -> None:
    """What is open decides what people do; what they answered before a detour stays answered."""
    assert (people.errand(view), people.is_answered(view)) == (asked, answered)


def test_whatever_phones_can_write_has_words_of_its_own() -> None:
    """Every kind that a block asks for is said by somebody, and no kind in another's words."""
    kinds = {form.writes for form in BLOCKS.values() if form.writes}
    said = {kind: {s.text for s in people.said_to(EVENING, kind)} for kind in kinds}

    assert all(said.values())
    assert sum(map(len, said.values())) == len(set().union(*said.values()))


@pytest.mark.parametrize(("before", "now"), [(0, 3), (1, 2), (3, 1), (9, 1)])
def test_who_is_asked_again_writes_what_is_left(before: int, now: int) -> None:
    """Going back to a block brings what people had not written yet, or one thing more."""
    assert people.how_many(3, before) == now


@pytest.mark.parametrize(
    "kind", ["steps", "statement", "agreement", "scale", "ranking", "axes", "testing"]
)
def test_every_form_is_answered_within_its_rules(kind: PollForm) -> None:
    """What people answer is taken in, whatever the form of the question."""
    evening = an_evening()
    made = evening.made(
        "poll.open", what="choice", title="Hva nå?", items=["a", "b", "c"], form=kind
    )
    poll = evening.it.polls[made]

    for seed in range(40):
        answers = people.answers(poll.form.model_dump(), Random(seed))
        assert wrong_with(poll, answers, again=False) is None


def test_silent_scores_are_given_too() -> None:
    """The five fundamentals are a question like others."""
    form = fundamentals(an_evening().it.pack)
    answers = people.answers(form.model_dump(), Random(1))

    assert answers.keys() <= {item.key for item in form.items}
    assert answers


def test_the_pranks_are_what_a_facilitator_is_warned_of() -> None:
    """The rude note and the number each bear their hint, and the noise bears none."""
    prank = EVENING.prank
    rude, private = (hints(text) for text in (prank.rude, prank.private))

    assert [hint.kind for hint in (*rude, *private)] == ["rude", "phone"]
    assert not any(hints(text) for text in prank.noise)


def test_a_made_up_evening_says_so_on_desk_wall_and_paper() -> None:
    """First of all, where no narrow screen cuts it off; a real evening says nothing of it."""
    say = Words()
    real = an_evening().it
    made_up = real.model_copy(update={"id": "rehearsal-1"})
    walls = [Wording(say).place(projector_view(case, NOW, ())) for case in (real, made_up)]
    badges = [header_of(DeskState(case=case), say).badge for case in (real, made_up)]

    assert badges == ["", "ØVING"]
    assert walls[1] == f"ØVING · {walls[0]}"
    assert as_markdown(made_up, say).startswith("# ØVING: ")
    assert "ØVING" not in as_markdown(real, say)
    place = Place(address="http://10.0.0.2/", code="GRAN 47", file="kveld.db")
    real_poster, poster = (sheet("poster", c, place, Numbers(), say) for c in (real, made_up))
    assert ("ØVING" in real_poster, "ØVING" in poster) == (False, True)
