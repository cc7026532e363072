"""What a surface says, it says in every language, and in that language only."""

import re
import tomllib
from pathlib import Path

import pytest

from screens.words import DEFAULT, LANGUAGES, Words
from tests.house.house import ROOT, files
from tests.house.test_words import PLURAL, catalogue, places

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
BOTH = {
    "check.internet_none",
    "check.internet_unknown",
    "paper.emergency_4_how",
    "paper.keep_iphone",
}
"""Messages in nynorsk that quote another program's bokmål."""
NORWEGIAN = {
    "cli.import_headings",
    "cli.import_other_headings",
    "cli.language_help",
    "phone.language_nb",
    "desk.language_nb",
    "desk.act_language_name",
    "desk.act_language_help",
    "desk.act_wall_language_name",
}
"""English messages that hold a Norwegian name on purpose."""
SAME = {"bench.limit_bare", "paper.emergency_restore_how", "projector.phase_T"}
"""English messages that are the same in bokmål: a command to type, a word that both have."""
PATTERNS = "when."
"""How a day is written is not the same in every language, nor what that takes."""
SENTENCE = 2
"""Words from which on a message counts as a sentence."""
# What follows a hyphen is an ending: «PC-en».
WORD = re.compile(r"(?<![-\w])[^\W\d_]+")


def forms(entry: object) -> list[str]:
    """The sentences of an entry."""
    return list(entry.values()) if isinstance(entry, dict) else [str(entry)]


def of_phones(language: str) -> dict[str, object]:
    """What a phone can say in a language, by key."""
    known = catalogue(language)
    return {key: entry for key, entry in known.items() if key.partition(".")[0] in PHONE}


def held(language: str, path: str) -> dict[str, object]:
    """The entries of one file of a language."""
    text = (ROOT / "screens" / "words" / language / path).read_text("utf-8")
    return tomllib.loads(text)


def paths(language: str) -> set[str]:
    """The files of a language."""
    return {place(path) for path in files(f"screens/words/{language}", suffix=".toml")}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_that_has_a_file_has_all_of_it(language: str) -> None:
    """Whoever adds a message adds it in every language that has the file it stands in."""
    lacking = {
        f"{path}: {key}"
        for path in paths(language)
        for key in held(DEFAULT, path).keys() ^ held(language, path).keys()
    }

    assert sorted(lacking) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_surface_has_every_language(language: str) -> None:
    """Nobody meets a page, a screen, a sheet or a command in another language than was chosen."""
    assert sorted(paths(DEFAULT) - paths(language)) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_has_the_same_places_in_every_language(language: str) -> None:
    """Nothing that a sentence tells is left out of its sister, nor the number that decides."""
    ours, first = catalogue(language), catalogue(DEFAULT)
    other = {
        key: (places(first[key]), places(ours[key]))
        for key in ours.keys() & first.keys()
        if not key.startswith(PATTERNS) and places(first[key]) != places(ours[key])
    }

    assert other == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_of_forms_has_both(language: str) -> None:
    """Where a number decides there is a sentence for one and a sentence for more."""
    tables = [entry for entry in catalogue(language).values() if isinstance(entry, dict)]

    assert len(tables) > 5
    assert all(table.keys() == PLURAL for table in tables)


def test_nynorsk_is_nynorsk() -> None:
    """No word that only bokmål has stands in a message in nynorsk."""
    loose = {
        key: sorted(found)
        for key, entry in catalogue("nn").items()
        if key not in BOTH
        for form in forms(entry)
        if (found := set(BOKMAAL) & set(WORD.findall(form.lower())))
    }

    assert loose == {}


def test_english_is_english() -> None:
    """No Norwegian letter or quotation mark stands in English, but in what has that name."""
    loose = [
        key
        for key, entry in catalogue("en").items()
        if key not in NORWEGIAN and re.search(r"[æøåÆØÅ«»]", " ".join(forms(entry)))
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
    """Who asks for a language or a surface that nobody has is told, not given bokmål."""
    with pytest.raises(LookupError):
        Words("sme")
    with pytest.raises(FileNotFoundError):
        Words("nn")("no_such_surface.title")


@pytest.mark.parametrize("language", OTHERS)
def test_no_language_has_a_file_that_bokmaal_lacks(language: str) -> None:
    """Desk, projector and paper have their languages the same way: files of the same names."""
    assert sorted(paths(language) - paths(DEFAULT)) == []


def test_no_sentence_is_left_in_bokmaal() -> None:
    """A sentence of several words is not the same in English, unless it is a name or a pattern."""
    first = catalogue(DEFAULT)
    left = {
        key: entry
        for key, entry in catalogue("en").items()
        if key not in SAME and first.get(key) == entry and len(said_in(entry)) >= SENTENCE
    }

    assert left == {}


def said_in(entry: object) -> list[str]:
    """The words of an entry, without its places."""
    return WORD.findall(" ".join(re.sub(r"\{[^}]*\}", " ", form) for form in forms(entry)))


def place(path: Path) -> str:
    """A catalogue's path inside its language."""
    return "/".join(path.relative_to(ROOT / "screens" / "words").parts[1:])
