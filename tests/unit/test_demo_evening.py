"""The made-up evening: whole, within the rules of the house, and never taken for a real one."""

from itertools import chain

import pytest

from screens.practice import is_made_up
from screens.rehearsal.evening import load
from screens.rehearsal.preparing import new_case
from workshop.basics import LINE_LENGTH, NOTE_LENGTH
from workshop.handlingsrom import CHECKS
from workshop.terms import FateKind
from workshop.text import clean

EVENING = load()


def test_every_fate_comes_up() -> None:
    """Who rehearses meets all six ways in which a cluster or an idea can end."""
    own = {idea.fate for idea in EVENING.sayings("idea") if idea.fate}
    fates: set[FateKind | None] = {*(theme.fate for theme in EVENING.themes), *own}

    assert fates == {"in_use", "in_round", "merged", "parked", "outside", "rejected"}


def test_every_question_of_the_handlingsrom_has_an_answer() -> None:
    """Station 1 can be left with all that should be true."""
    assert tuple(EVENING.answers) == CHECKS


def test_there_are_enough_people_who_can_help() -> None:
    """Six actors or more, with a driver, somebody who has the need, and somebody unusual."""
    actors = EVENING.actors

    assert len(actors) >= 6
    assert any(actor.driver for actor in actors)
    assert any(actor.role == "has_need" for actor in actors)
    assert any(not actor.usual for actor in actors)


def test_every_text_fits_where_it_is_sent() -> None:
    """No need, idea or answer is too long, and cleaning leaves each of them as it is."""
    sayings = [*EVENING.sayings("need"), *EVENING.sayings("idea")]
    papers = [paper.text for paper in EVENING.papers]
    notes = [text for s in sayings for text in (s.text, s.better) if text] + papers
    lines = [line for t in EVENING.themes for line in (t.title, t.who, t.what, t.why)]

    assert [text for text in notes if clean(text) != text or len(text) > NOTE_LENGTH] == []
    assert [line for line in lines if not 0 < len(line) <= LINE_LENGTH] == []


def test_every_wording_leads_to_its_theme() -> None:
    """A note finds its cluster by its first wording and by the mended one."""
    known = EVENING.themes_by_wording()
    sayings = [*EVENING.sayings("need"), *EVENING.sayings("idea")]

    assert {s.text for s in sayings} <= known.keys()
    assert {s.better for s in sayings if s.better} <= known.keys()
    assert {p.theme for p in EVENING.papers if p.theme} <= {t.title for t in EVENING.themes}
    assert EVENING.sketch.theme in {t.title for t in EVENING.themes}


def test_the_themes_are_mixed() -> None:
    """The first notes that come in are about different things, as in a hall."""
    known = EVENING.themes_by_wording()
    first = EVENING.sayings("need")[: len(EVENING.themes)]

    assert len({known[saying.text].title for saying in first}) == len(EVENING.themes)


def test_no_need_is_said_twice() -> None:
    """Every need and every idea has words of its own."""
    texts = [s.text for s in chain(EVENING.sayings("need"), EVENING.sayings("idea"))]

    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("case", ["3f16364cb7437b5a7b9b6cdd", "my-rehearsal-1", ""])
def test_a_real_case_is_never_taken_for_a_made_up_one(case: str) -> None:
    """Only what a rehearsal opened counts as made up."""
    assert not is_made_up(case)
    assert is_made_up(new_case())
