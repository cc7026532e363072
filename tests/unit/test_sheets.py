"""What is printed: the right numbers, the right words, and nothing that a text could do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.keying import read_answers
from screens.paper.answers import answer_sheet, form_asked, known
from screens.paper.ballots import layout
from screens.paper.sheets import KINDS, Kind, Numbers, Place, sheet
from screens.scales import Scales
from screens.words import Words
from storage import packs
from tests.unit.given import Evening, an_evening
from tests.unit.test_report_page import HOSTILE, Page

PLACE = Place(
    address="http://192.168.8.2:8080/",
    code="GRAN 47",
    wifi="GRAN47",
    password="elleve stoler",  # noqa: S106 - it stands on a poster
    file="/sted/for/møte.db",
)


@pytest.fixture
def evening() -> Evening:
    """A case with a notice and three clusters."""
    evening = an_evening()
    evening.made("notice.give", contact="Servicetorget", kept_until="2027-03-01")
    for title in ("Mat", "Reise", "Selskap"):
        evening.made("cluster.make", title=title)
    return evening


def page(kind: Kind, evening: Evening, place: Place = PLACE, **numbers: int) -> Page:
    """A kind of sheet, read."""
    return Page(sheet(kind, evening.it, place, Numbers(**numbers), Words()))


def test_the_poster_says_how_to_join_and_what_becomes_of_the_words(evening: Evening) -> None:
    """Network, address and code in clear text, what to press, and the whole notice."""
    told = page("poster", evening).words

    for words in (
        "GRAN47",
        "elleve stoler",
        "192.168.8.2:8080",
        "GRAN 47",
        "Behold tilkoblingen",
        "Skauli har ansvaret.",
        "1.3.2027",
        "Servicetorget",
        "kan bli offentlig",
    ):
        assert words in told


@pytest.mark.parametrize("kind", ["invitation", "poster", "cards", "ballots", "answers"])
def test_what_is_no_co_creation_says_so_on_what_people_get(kind: Kind, evening: Evening) -> None:
    """As the case is led, or where the task does not suit; and nothing where it is one."""
    assert "samskaping." not in page(kind, evening).words
    evening.made("form.choose", form="hearing")
    assert "Dette er en høring, ikke samskaping." in page(kind, evening).words
    evening.made("form.choose", form="cocreation")
    evening.made("handlingsrom.answer", check="prepared", answer="yes")
    assert "Dette er ikke samskaping." in page(kind, evening).words


def test_without_a_network_name_there_is_one_code_and_no_number(evening: Evening) -> None:
    """A code that joins nothing is not drawn."""
    without = page("poster", evening, PLACE.model_copy(update={"wifi": ""}))

    assert without.elements.count("svg") == 1
    assert page("poster", evening).elements.count("svg") == 2
    assert "Koble til nettet" not in without.words


def test_slips_and_ballots_are_numbered_without_a_gap(evening: Evening) -> None:
    """The numbers go on where the last printing ended, and none is there twice."""
    slips = page("slips", evening, slips=13, first=61)
    ballots = page("ballots", evening, ballots=5, first=7)

    assert re.findall(r"Lapp nr\.\s+(\d+)", slips.words) == [str(n) for n in range(61, 74)]
    assert re.findall(r"seddel nr\.\s+(\d+)", ballots.words) == [str(n) for n in range(7, 12)]


def test_ballots_have_the_numbers_of_the_open_vote(evening: Evening) -> None:
    """Each target stands under the number that the desk keys it in by, with boxes for its dots."""
    empty = page("ballots", evening, ballots=1)
    evening.made("vote.open", stacking=True, dots=4)
    filled = page("ballots", evening, ballots=1)

    assert "Mat" not in empty.words
    assert re.findall(r"(\d)\s*(Mat|Reise|Selskap)", filled.words) == [
        ("1", "Mat"),
        ("2", "Reise"),
        ("3", "Selskap"),
    ]
    assert filled.elements.count("i") == 3 * 4


def test_an_answer_sheet_asks_what_is_open_or_what_it_is_made_for(evening: Evening) -> None:
    """With nothing open it asks «Ble du hørt?»; its numbers go on where the last printing ended."""
    usual = page("answers", evening, ballots=3, first=8)
    evening.made("poll.open", what="choice", title="Hvor møtes vi?", steps=["Skolen", "Huset"])
    opened = page("answers", evening, ballots=1)

    assert re.findall(r"Svarark nr\.\s+(\d+)", usual.words) == ["8", "9", "10"]
    assert "Ble du hørt?" in usual.words
    assert re.findall(r"(\d) (Skolen|Huset)", " ".join(opened.words.split())) == [
        ("1", "Skolen"),
        ("2", "Huset"),
    ]
    assert opened.elements.count("i") == 2


@pytest.mark.parametrize("pack", ["jevnaker", "lunner", "lier", "gausdal", "ullensaker"])
def test_an_answer_is_keyed_in_by_the_sign_beside_its_box(pack: str) -> None:
    """For every list of every pack: the desk reads the printed sign as that very answer."""
    evening = an_evening()
    case = evening.it.model_copy(update={"pack": packs.pack(pack)})
    say = Words()
    for about in known(case):
        printed = answer_sheet(case, about, say)
        found = form_asked(case, about)
        assert printed
        assert found
        what, form = found
        asked = sum(map(len, printed.sheets))
        for step, (sign, _) in zip(form.steps, printed.steps, strict=True):
            read = read_answers(" ".join([sign] * asked), what, form, Scales(say))
            assert read == {item.key: step.key for item in form.items}, (about, sign)


@given(
    titles=st.lists(st.text(max_size=200), min_size=1, max_size=60),
    boxes=st.integers(min_value=1, max_value=10),
)
def test_every_target_stands_once_on_a_ballot(titles: list[str], boxes: int) -> None:
    """In order, none twice, none left out, and never an empty sheet."""
    targets = list(enumerate(titles, start=1))
    laid = layout(targets, boxes)

    assert [target for part in laid.sheets for target in part] == targets
    assert all(laid.sheets)
    assert laid.together == 1 or len(laid.sheets) == 1


def test_the_emergency_card_names_file_and_commands(evening: Evening) -> None:
    """What to type stands there whole."""
    told = page("emergency", evening).words

    assert 'medspill restore --file "/sted/for/møte.db"' in told
    assert "192.168.8.2:8080" in told


def test_the_invitation_is_the_cases_own_or_what_somebody_wrote(evening: Evening) -> None:
    """The question and whom to ask, until it is written by hand; then that, with the way in."""
    drafted = page("invitation", evening).words
    evening.made("invitation.write", text="Kom!\n\nVi byr på vafler.")
    written = page("invitation", evening).words

    assert "Hva trenger du for å bo hjemme?" in drafted
    assert "Servicetorget" in drafted
    assert "Vi byr på vafler." in written
    assert "192.168.8.2:8080" in written
    assert "Servicetorget" not in written


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(kind: Kind, text: str) -> None:
    """Titles, names and contacts are printed letter by letter."""
    evening = an_evening()
    evening.made("case.describe", title=text, municipality=text)
    evening.made("notice.give", contact=text)
    evening.made("cluster.make", title=text)
    evening.made("vote.open")
    printed = page(kind, evening, PLACE.model_copy(update={"wifi": text, "file": text}))

    assert set(printed.elements).isdisjoint({"script", "img", "a", "iframe", "object"})
    assert not [name for name, _ in printed.attributes if name.startswith("on")]
    if kind in {"poster", "ballots"}:
        assert text in printed.words
