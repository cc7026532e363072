"""Method cards: what stands on the desk's help, on paper and in a pack of one's own."""

import pytest

from screens.paper.methods import together
from screens.paper.sheets import Numbers, sheet
from screens.words import Words
from storage import packs
from tests.unit.given import Evening, an_evening
from tests.unit.test_report_page import Page
from tests.unit.test_sheets import PLACE
from workshop.packs.helping import cards, methods_at
from workshop.packs.model import Pack


def printed(evening: Evening, about: str = "") -> Page:
    return Page(sheet("methods", evening.it, PLACE, Numbers(), Words(), about))


@pytest.mark.parametrize("name", packs.shipped())
def test_every_station_and_every_part_of_the_loop_has_a_card(name: str) -> None:
    """Six stations, of which the fifth has five, and each way of working once."""
    pack = packs.pack(name)
    assert pack
    made = cards(pack)

    assert [(c.station, c.part) for c in made if c.method is None] == [
        *((n, "") for n in range(1, 5)),
        *((5, part) for part in ("need", "sort", "dots", "solution", "test")),
        (6, ""),
    ]
    named = [c.method.key for c in made if c.method]
    assert {"service_design", "universal_design", "igp"} <= set(named)
    assert len(named) == len(set(named))


def test_the_cards_of_one_station_stand_alone() -> None:
    """Whoever leads the tables at station 4 is handed nothing of the others."""
    told = printed(an_evening(), "4").words

    assert "Universell utforming" in told
    assert "Velg en mal, og tilpass kjøreplanen." in told
    assert "Steg 5" not in told


def test_a_municipality_adds_its_own_words_and_replaces_a_card() -> None:
    """What Ullensaker adds to a station is on its card, and a card of its own takes the place."""
    evening = an_evening()
    ullensaker = packs.pack("ullensaker")
    assert ullensaker
    own = ullensaker.methods[0].model_copy(update={"key": "igp", "name": "IGP hos oss"})
    rest = tuple(m for m in ullensaker.methods if m.key != "igp")
    pack = ullensaker.model_copy(update={"methods": (own, *rest)})
    evening.case = evening.it.model_copy(update={"pack": pack})
    told = printed(evening).words

    assert "Arbeider noen andre i kommunen med det samme?" in told
    assert "IGP hos oss" in told
    assert "Individ, gruppe, plenum" not in told


def test_an_older_case_without_cards_gets_the_methods_own() -> None:
    """A pack that was copied into a case before there were cards hides none of them."""
    evening = an_evening()
    evening.case = evening.it.model_copy(update={"pack": Pack(id="none")})

    assert "Tjenestedesign" in printed(evening).words


def test_long_cards_get_a_larger_part_of_the_sheet() -> None:
    """Four on a sheet only where all of them are short; a whole sheet for one that is long."""
    pack = packs.pack("jevnaker")
    assert pack
    short = [c for c in cards(pack) if c.method and c.method.key in {"one_two_four", "forget"}]
    long = methods_at(pack, 5)[0].model_copy(update={"about": "ord " * 500})

    assert together(short) == 4
    assert together(cards(pack)) == 2
    assert together([*short, type(short[0])(5, "", long)]) == 1
