"""What a phone says, it says in every language, and in that language only."""

import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

from screens.words import DEFAULT, LANGUAGES, Words
from tests.house.house import ROOT, files, name
from tests.house.test_words import PLURAL, catalogue, spoken

PHONE = {"phone", "score", "helper"}
"""The surfaces that a phone reads from."""
OTHERS = sorted(set(LANGUAGES) - {DEFAULT})
BOKMAAL = """
    bare begynner begynte ble dere deres disse en et endret fra fikk fortsetter gi gir gjøre
    hele hjelper husker hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor ikke innbygger
    jeg kjent kommer lagret lukket løsning løsningen løsninger mangler medhjelper mottatt
    møteleder noe noen nå prikker samler selv sendes si siden slettes spørre stemme stemmen
    stemmingen svarene tatt tegn tilbud trenger uten velger velkommen vet være åpen åpent åpne
    ennå
""".split()
ENGLISH = (
    "app board feedback input link login online session sprint token wifi workshop ok pitch".split()
)
WORD = re.compile(r"[^\W\d_]+")


def forms(entry: object) -> list[str]:
    """The sentences of an entry."""
    return list(entry.values()) if isinstance(entry, dict) else [str(entry)]


def of_phones(language: str) -> dict[str, object]:
    """What a phone can say in a language, by key."""
    known = catalogue(language)
    return {key: entry for key, entry in known.items() if key.partition(".")[0] in PHONE}


def shape(entry: object) -> list[Counter[str]]:
    """The places of each form of an entry."""
    return [
        Counter(place for _, place, _, _ in Formatter().parse(form) if place)
        for form in forms(entry)
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_that_has_a_surface_has_all_of_it(language: str) -> None:
    """Whoever adds a message adds it in every language that the surface speaks."""
    surfaces = spoken(language)
    here = set(catalogue(language))
    there = {key for key in catalogue(DEFAULT) if key.partition(".")[0] in surfaces}

    assert surfaces >= PHONE
    assert sorted(there - here) == []
    assert sorted(here - there) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_has_the_same_places_in_every_language(language: str) -> None:
    """Nothing that a sentence tells is left out of its sister, nor its form for one."""
    ours, first = of_phones(language), of_phones(DEFAULT)
    other = {
        key
        for key in ours.keys() & first.keys()
        if isinstance(ours[key], dict) != isinstance(first[key], dict)
        or shape(ours[key]) != shape(first[key])
    }

    assert other == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_of_forms_has_both(language: str) -> None:
    """Where a number decides there is a sentence for one and a sentence for more."""
    tables = [entry for entry in of_phones(language).values() if isinstance(entry, dict)]

    assert len(tables) > 5
    assert all(table.keys() == PLURAL for table in tables)


def test_nynorsk_is_nynorsk() -> None:
    """No word that only bokmål has stands on a page in nynorsk."""
    loose = {
        key: sorted(found)
        for key, entry in of_phones("nn").items()
        for form in forms(entry)
        if (found := set(BOKMAAL) & set(WORD.findall(form.lower())))
    }

    assert loose == {}


def test_english_is_english() -> None:
    """No Norwegian letter or quotation mark stands on an English page but in a language's name."""
    names = {"phone.language_nb"}
    loose = [
        key
        for key, entry in of_phones("en").items()
        if key not in names and re.search(r"[æøåÆØÅ«»]", " ".join(forms(entry)))
    ]

    assert loose == []


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_english_loan_word_stands_on_a_phone(language: str) -> None:
    """Neighbours read Norwegian words for everything."""
    loose = {
        key
        for key, entry in of_phones(language).items()
        if set(ENGLISH) & set(WORD.findall(" ".join(forms(entry)).lower()))
    }

    assert loose == set()


def test_a_language_that_is_not_there_is_never_another() -> None:
    """Who asks for a language or a surface that is lacking is told, not given bokmål."""
    with pytest.raises(LookupError):
        Words("sme")
    with pytest.raises(FileNotFoundError):
        Words("nn")("no_such_surface.title")


def test_each_language_is_a_folder_of_files_by_surface() -> None:
    """Desk, projector and paper get their languages the same way: files of the same names."""
    first = {place(path) for path in files(f"screens/words/{DEFAULT}", suffix=".toml")}

    for language in OTHERS:
        theirs = {place(path) for path in files(f"screens/words/{language}", suffix=".toml")}
        assert theirs
        assert theirs <= first, name(ROOT / "screens" / "words" / language)


def place(path: Path) -> str:
    """A catalogue's path inside its language."""
    return "/".join(path.relative_to(ROOT / "screens" / "words").parts[1:])
