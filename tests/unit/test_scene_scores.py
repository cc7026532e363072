"""Polls and fundamentals on the terminal's wall and on the page: blind, then told whole."""

from typing import Any

import pytest

from screens.projector.painter import Painter
from screens.projector.scene import Size
from screens.words import Words
from tests.unit.given import Evening, an_evening
from tests.unit.walls import NOW, SIZES, URL, a_scene, fits, read
from workshop.views import ProjectorView, projector_view

SCORES = {"need": 2, "value": 1, "driver": 4, "team": 3, "anchoring": 0}


def view_of(evening: Evening) -> ProjectorView:
    """What the hall may see."""
    return projector_view(evening.it, evening.now, ())


def page_of(view: ProjectorView) -> str:
    """The page's picture as HTML."""
    return Painter(Words()).draw(view, URL).html


def asked(answers: int, **fields: Any) -> tuple[Evening, str]:
    """A poll with so many answers, still open."""
    evening = an_evening()
    poll = evening.made("poll.open", **fields)
    first = evening.it.polls[poll].form
    picks = {item.key: first.steps[0].key for item in first.items}
    for number in range(1, answers + 1):
        evening.made("poll.answer", origin="paper", poll=poll, number=number, answers=picks)
    return evening, poll


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("what", ["exit", "handlingsrom", "fundamentals"])
def test_while_it_is_open_the_hall_sees_the_question_and_how_many(what: str, size: Any) -> None:
    """No figure of any answer, in any size of window, nor on the page."""
    evening, _ = asked(7, what=what)

    scene = a_scene(size, view_of(evening), now=NOW)

    assert fits(scene, size)
    assert "7 har svart" in read(scene)
    assert "7 har svart" in page_of(view_of(evening))
    assert "bar" not in {tone for row in scene.middle for _, tone in row}
    assert 'class="scale' not in page_of(view_of(evening))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_afterwards_every_answer_has_its_words_and_its_count(size: Any) -> None:
    """A single question: a bar a step, and that the answers are advice."""
    evening, _ = asked(7, what="exit")
    evening.made("poll.close")

    scene = a_scene(size, view_of(evening), now=NOW)

    assert fits(scene, size)
    assert "Nei, ikke i det" in read(scene)
    assert "Svarene er veiledende." in read(scene)
    assert "bar" in {tone for row in scene.middle for _, tone in row}
    page = page_of(view_of(evening))
    assert '<span class="step" dir="auto">Nei, ikke i det hele tatt</span>' in page
    assert "<b>7</b>" in page


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_few_answers_are_told_as_few(size: Any) -> None:
    """Four answers show nothing but that they were too few."""
    evening, _ = asked(4, what="handlingsrom")
    evening.made("poll.close")

    scene = a_scene(size, view_of(evening), now=NOW)

    assert fits(scene, size)
    assert "bar" not in {tone for row in scene.middle for _, tone in row}
    assert "Færre enn 5 svarte. Derfor vises ingen svar." in page_of(view_of(evening))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_zero_is_told_in_words(size: Any) -> None:
    """The product and the banner with the name; the word «snitt» nowhere."""
    evening = an_evening()
    evening.made(
        "fundamentals.agree", scores=SCORES, notes={"anchoring": "Spør kommunalsjefen først."}
    )
    evening.made("projector.show", wall="fundamentals")

    scene = a_scene(size, view_of(evening), now=NOW)

    assert fits(scene, size)
    for told in (
        "2 × 1 × 4 × 3 × 0 = 0",
        "Svaret er null: Forankring.",
        "Arbeidet vil mest sannsynlig ikke lykkes.",
    ):
        assert told in read(scene)
    page = page_of(view_of(evening))
    assert "Spør kommunalsjefen først." in page
    assert "snitt" not in page.lower()


def test_what_is_not_scored_has_no_product() -> None:
    """For now: the fifth is missing, and so is the product; then the series is told."""
    evening = an_evening()
    evening.made("fundamentals.agree", scores={"need": 2, "driver": 4})
    evening.made("projector.show", wall="fundamentals")
    assert "Foreløpig" in page_of(view_of(evening))
    assert " = " not in read(a_scene(SIZES["80x24"], view_of(evening)))
    for anchoring in (0, 3):
        scores = {**SCORES, "anchoring": anchoring}
        evening.made("fundamentals.agree", scores=scores, new=True)

    assert "Over tid: 0 → 72" in read(a_scene(SIZES["80x24"], view_of(evening)))
    assert "Over tid: 0 → 72" in page_of(view_of(evening))
    assert "Svakest nå: Løsning som gir verdi." in page_of(view_of(evening))


@pytest.mark.parametrize("page", [1, 2])
def test_where_letters_are_small_the_five_and_what_they_say_are_large(page: int) -> None:
    """From 26 rows the names and figures stand in block type, and then the sentence of them."""
    evening = an_evening()
    evening.made("fundamentals.agree", scores=SCORES)
    evening.made("projector.show", wall="fundamentals", page=page)

    scene = a_scene(SIZES["120x34"], view_of(evening))

    large = [row for row in scene.middle if any(set(text) & set("▙▛▜▟▌▐▄") for text, _ in row)]
    assert scene.pages == 2
    assert fits(scene, SIZES["120x34"])
    assert len(large) >= (15 if page == 1 else 6)
    assert "Pådriver" not in read(scene)
    assert ("bar" in {tone for row in scene.middle for _, tone in row}) is (page == 1)


def test_in_a_tall_window_every_answer_is_large() -> None:
    """With sixty rows no answer of a question is in letters that only the first bench reads."""
    evening, _ = asked(7, what="exit")
    evening.made("poll.close")
    tall = Size(200, 60)

    scene = a_scene(tall, view_of(evening), now=NOW)

    assert fits(scene, tall)
    assert "Nei, ikke i det" not in read(scene)
    assert "Svarene er veiledende." in read(scene)
