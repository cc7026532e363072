"""What people look for in the palette is found under the words that they have for it."""

import pytest

from screens.desk.keymap import known_acts
from screens.desk.offering import Offer, also
from screens.words import LANGUAGES, Words, more

STOPS = (
    *("home", "problem", "helpers", "motivation", "arena", "needs", "learnt"),
    *("check", "fundamentals", "checklists"),
)
SOUGHT = {
    "nb": "svar veikart stemme prikker lapp idé møte program klokke rapport referat utskrift wifi "
    "qr projektor personvern verdier mål demo nynorsk angre logg pause mørk spørsmål deltakere "
    "invitasjon løfte test lærdom vedtak gevinst kode hjelp",
    "nn": "svar vegkart røyste prikkar lapp idé møte program klokke rapport referat utskrift wifi "
    "qr projektor personvern verdiar mål demo bokmål logg pause spørsmål deltakarar invitasjon "
    "løfte test lærdom vedtak gevinst kode hjelp",
    "en": "answer roadmap vote dots note idea meeting programme clock report minutes print wifi qr "
    "projector privacy values goals demo english undo log pause question participants invitation "
    "promise test lesson decision benefit code help",
}


def offers(language: str) -> list[Offer]:
    """What the palette offers on every page: the places, and what has other words too."""
    say = Words(language)
    known = known_acts()
    acts = [k.removeprefix("seek_") for k in more(language, "desk") if k.startswith("seek_")]
    told = [(say(f"desk.act_{a}_name"), say(f"desk.act_{a}_help"), a) for a in acts if a in known]
    return [
        *(Offer(name, words, "", str, also(say, act)) for name, words, act in told),
        *(Offer(f"to {stop}", "", "", str, also(say, f"to_{stop}")) for stop in STOPS),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_thirty_words_that_a_newcomer_tries_find_something(language: str) -> None:
    """Whatever page one is on, for the places and what is done everywhere are always offered."""
    known = offers(language)
    words = SOUGHT[language].split()

    assert len(words) >= 30
    assert [w for w in words if not any(o.answers([w]) for o in known)] == []


def test_what_is_sought_by_has_an_act_or_a_place() -> None:
    """No word is kept for something that the desk does not have."""
    kept = {k.removeprefix("seek_") for k in more("nb", "desk") if k.startswith("seek_")}

    assert kept - known_acts() == {f"to_{stop}" for stop in STOPS}


def test_a_name_that_has_the_word_comes_before_what_is_only_told() -> None:
    """A word in the name weighs more than in the help; a word that is nowhere finds nothing."""
    named = Offer("Sak: lag rapport", "", "", str)
    told = Offer("Slutt", "Lag rapport", "", str)

    assert named.answers(["rapport"]) > told.answers(["rapport"]) > 0
    assert named.answers(["rapport", "buss"]) == 0
    assert told.answers([]) == 0
