"""The walls across cases and years: the roadmap of the file, and what got better."""

from datetime import UTC, datetime

import pytest

from screens.desk.bits import STYLES as DESK_STYLES
from screens.desk.previewing import OTHERWISE
from screens.projector.cards import cards_of
from screens.projector.painter import Painter
from screens.projector.theme import STYLES
from screens.words import Words
from tests.unit.given import an_evening
from tests.unit.walls import SIZES, URL, WALLS, a_scene, a_view, fits, read
from workshop.case import Case
from workshop.views import projector_view

SAY = Words()
NOW = datetime(2027, 3, 10, 18, tzinfo=UTC)


def other(title: str, *days: str, made_up: bool = False) -> Case:
    """Another case of the file, with a promise for each of these days."""
    evening = an_evening()
    evening.made("case.describe", title=title)
    for day in days:
        evening.made("promise.make", text="Ringe Kari", owner="Ola Nordmann", due=day)
    made = "rehearsal-1" if made_up else title
    return evening.it.model_copy(update={"id": made})


def test_the_roadmap_tells_every_case_quarter_by_quarter_and_nobodys_words() -> None:
    """From this quarter on, once for each kind; no promise's words and no owner reach the hall."""
    evening = an_evening()
    evening.made("projector.show", wall="roadmap")
    cases = [
        evening.it,
        other("Skuleveg", "2027-06-01", "2027-06-20", "2026-11-01"),
        other("Øving", "2027-06-01", made_up=True),
        other("Benker", "2027-02-01"),
    ]

    view = projector_view(evening.it, NOW, cases)
    told = [(s.year, s.quarter, s.case, s.what) for s in view.stops]

    assert told == [(2027, 1, "Benker", "promise"), (2027, 2, "Skuleveg", "promise")]
    assert not {"Kari", "Ola"} & set(view.model_dump_json().replace('"', " ").split())
    (first, second) = cards_of(view, SAY)
    assert first.parts[0].heading == "1. kvartal 2027"
    assert second.parts[0].texts == ("Skuleveg: et løfte skal holdes",)


def test_no_other_wall_is_told_of_other_cases() -> None:
    """What comes in other cases leaves the hall only while the roadmap is shown."""
    evening = an_evening()
    evening.made("projector.show", wall="question")

    assert projector_view(evening.it, NOW, [other("Skuleveg", "2027-06-01")]).stops == ()


def test_the_effect_board_never_shows_zero_for_what_nobody_measured() -> None:
    """Before, now and target with the commas as they were written."""
    evening = an_evening()
    safe = evening.made(
        "benefit.expect", text="Trygghet", owner="Enheten", baseline="2,9", target="3,5"
    )
    evening.made("benefit.expect", text="Besøk")
    evening.made("benefit.measure", benefit=safe, measured="4,0")
    hidden = projector_view(evening.it, NOW, ()).effects
    evening.made("projector.show", wall="effects")

    first, second = cards_of(projector_view(evening.it, NOW, ()), SAY)

    assert hidden == ()
    assert first.parts[0].texts == ("Før: 2,9", "Nå: 4,0", "Målet: 3,5")
    assert second.parts[0].texts == ("Før: ikke målt", "Nå: ikke målt")


def test_the_effect_board_names_nobody_and_keeps_two_of_the_same_words() -> None:
    """Who follows it up does not leave the desk; two effects with one text are two cards."""
    evening = an_evening()
    for baseline in ("2,9", "70"):
        evening.made("benefit.expect", text="Trygghet", owner="Ola Nordmann", baseline=baseline)
    evening.made("projector.show", wall="effects")

    view = projector_view(evening.it, NOW, ())

    assert "Ola" not in view.model_dump_json()
    befores = [card.parts[0].texts[0] for card in cards_of(view, SAY)]
    assert befores == ["Før: 2,9", "Før: 70"]


@pytest.mark.parametrize("wall", WALLS)
def test_every_tone_of_every_wall_can_be_drawn(wall: str) -> None:
    """Terminal and preview know how each piece of every wall looks, in each size of window."""
    for size in SIZES.values():
        scene = a_scene(size, a_view(wall))
        tones = {tone for row in (scene.top, *scene.middle, scene.bottom) for _, tone in row}
        assert tones <= set(STYLES)
        assert tones <= {*DESK_STYLES, *OTHERWISE}


def test_page_and_terminal_tell_the_same_of_both() -> None:
    """Every word of the first card stands on the page and in each size of window."""
    for wall, words in (("roadmap", "Gode år hjemme"), ("effects", "Opplevd trygghet")):
        view = a_view(wall)
        assert words in Painter(SAY).draw(view, URL).html
        for size in SIZES.values():
            assert fits(a_scene(size, view), size)
        assert words.split()[0] in read(a_scene(SIZES["120x34"], view)) or "▀" in read(
            a_scene(SIZES["120x34"], view)
        )


def test_a_wall_that_nobody_drew_is_never_taken_for_cards() -> None:
    """Page and terminal name each wall, so that one without a picture is found in time."""
    strange = a_view("question").model_copy(update={"wall": "dreams"})

    with pytest.raises(AssertionError, match="dreams"):
        Painter(SAY).draw(strange, URL)
    with pytest.raises(AssertionError, match="dreams"):
        a_scene(SIZES["120x34"], strange)
