"""The walls of stations 2 and 3: rings, who is missing, the opening; page and terminal alike."""

import pytest

from screens.projector.painter import Painter
from screens.projector.scene import Size
from screens.words import Words
from tests.unit.walls import PEOPLE, SIZES, URL, a_scene, a_view, read
from workshop.views import WallPeople, WallRing

ASKING = WallPeople(asks=True, missing=PEOPLE.missing)


def page(wall: str, people: WallPeople, number: int = 1) -> str:
    """The page's picture."""
    view = a_view(wall, people=people, page=number, block=None, count=4)
    return Painter(Words()).draw(view, URL).html


def test_every_ring_has_its_heading_and_nobody_is_lost() -> None:
    """Over all the pages the rings stand innermost first, the empty one with «ingen ennå»."""
    size = SIZES["80x24"]
    pages = a_scene(size, a_view("actors")).pages
    told = " ".join(read(a_scene(size, a_view("actors", page=n + 1))) for n in range(pages))

    assert told.index("Har behovet") < told.index("Bestemmer")
    for name in ("Pårørende", "Elevrådet", "ingen ennå", "Kommunestyret"):
        assert name in told


def test_the_page_shows_the_rings_and_the_empty_one() -> None:
    """Seven lines a page at most, each ring under its heading."""
    first, second = page("actors", PEOPLE), page("actors", PEOPLE, 2)
    assert first.index("Har behovet") < first.index("Innbyggere 67+")
    assert "ingen ennå" in first + second
    assert "Frivilligsentralen" in first + second


@pytest.mark.parametrize("size", [SIZES["80x24"], SIZES["60x18"]], ids=["80x24", "60x18"])
def test_who_is_missing_is_told_in_kinds(size: Size) -> None:
    """A count and the kinds; a category and its figure stay together."""
    told = read(a_scene(size, a_view("actors", people=ASKING, count=4, left=60)))
    assert "ungdom 3 vet ikke 1" in told
    assert "ungdom 3" in page("actors", ASKING)
    assert "Hvem mangler i rommet?" in page("actors", ASKING)


def test_the_opening_says_three_things() -> None:
    """Why you are asked, what we promise, when you hear from us: on one page where they fit."""
    told = read(a_scene(SIZES["80x24"], a_view("opening")))
    html = page("opening", PEOPLE)
    for words in (
        "Derfor er du spurt",
        "Dere kjenner hverdagen hjemme.",
        "Dette lover vi",
        "Alle får svar",
        "Da hører du fra oss: on. 28. mai",
    ):
        assert words in told
        assert words in html


def test_an_opening_that_nobody_has_written_still_says_why() -> None:
    """Without words of their own there is a plain sentence, and no date is made up."""
    html = page("opening", WallPeople())
    assert "Du vet noe om dette som vi ikke vet." in html
    assert "Da hører du fra oss" not in html


def test_a_long_ring_goes_on_under_its_heading() -> None:
    """Nobody is left out because the list is long."""
    names = tuple(f"Gruppe {n}" for n in range(20))
    people = WallPeople(rings=(WallRing(key="need", names=names),))
    pages = [page("actors", people, n) for n in (1, 2, 3, 4)]
    assert all("Har behovet" in html for html in pages)
    assert all(any(f">{name}<" in html for html in pages) for name in names)


def test_the_opening_says_who_decides_and_what_the_strategy_stands_for() -> None:
    """Where they are known; nothing of either stands there while nobody has said it."""
    people = PEOPLE.model_copy(
        update={
            "values": ("Åpenhet", "Støtte"),
            "who_decides": "Kommunestyret",
            "when_decided": "12. juni",
        }
    )
    size = SIZES["80x24"]
    pages = a_scene(size, a_view("opening", people=people)).pages
    told = " ".join(
        read(a_scene(size, a_view("opening", people=people, page=n + 1))) for n in range(pages)
    )
    both = page("opening", people) + page("opening", people, 2)
    for words in (
        "Dere sier hva som trengs. Kommunestyret bestemmer, 12. juni.",
        "Åpenhet, Støtte",
    ):
        assert words in told
        assert words in both
    assert "Hvem gjør hva" not in page("opening", PEOPLE)
    assert "Slik vil vi arbeide" not in page("opening", PEOPLE)
