"""The text for the local paper: figures, needs by their titles, and nobody who could be known."""

import pytest

from screens.paper.report import PRESS, as_markdown
from screens.words import Words
from tests.unit.given import Evening, an_evening
from tests.unit.rounding import gathered, planned, sketched

SAY = Words()


def told(evening: Evening) -> str:
    return as_markdown(evening.it, SAY, PRESS)


@pytest.fixture
def evening() -> Evening:
    """One evening with thirty heads, a need in words and a test."""
    evening = an_evening()
    for n in range(5):
        evening.made("person.join", sender="phone", phone=f"r{n}", role="resident")
    evening.made("person.join", sender="phone", phone="p", role="politician")
    evening.made("heads.count", heads=30)
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.made("tester.note", test=test, code="p1", quote="Jeg gråt av glede")
    evening.made("test.record", test=test, result="Traff", hit="yes")
    evening.made("learning.write", believed="Bilde er nok", learnt="Navnet må med.")
    evening.made("notice.give", contact="Servicetorget")
    return evening


def test_it_tells_who_met_what_they_pointed_at_and_what_happens_now(evening: Evening) -> None:
    """In sentences that a paper can print."""
    evening.made("frame.set", who_decides="Kommunestyret", when_decided="12. juni")
    evening.made("round.decide", decision="adopt", reason="De vil")
    text = told(evening)

    for words in (
        "I Skauli har folk møttes på 1 samling, 30 mennesker på det meste",
        "1 behov og 1 idé.",
        "Kjente fjes",
        "Vi trodde: Bilde er nok. Nå vet vi: Navnet må med.",
        "En som har behovet, har selv prøvd",
        "Dette tas i bruk: Fotokort.",
        "Kommunestyret bestemmer hva som skjer videre, 12. juni.",
        "Spørsmål: Servicetorget",
    ):
        assert words in text.replace("\\", "")


def test_nobody_can_be_known_from_it(evening: Evening) -> None:
    """No words of notes or testers, and no kind of people of whom fewer than five came."""
    text = told(evening)

    assert "innbygger" in text
    assert "politiker" not in text
    assert "gråt" not in text
    assert "Vil vite hvem som kommer" not in text


def test_before_anybody_has_met_it_says_so() -> None:
    """No figures of nothing."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title="Ny sak")

    assert "ikke noe å fortelle" in told(evening)


def test_people_who_come_again_are_not_counted_as_more_people(evening: Evening) -> None:
    """The fullest evening is told, never the sum of them."""
    evening.made("gathering.end")
    second = evening.made("gathering.plan", title="Kveld 2")
    evening.made("gathering.open", gathering=second)
    evening.made("heads.count", heads=25)

    assert "på 2 samlinger, 30 mennesker på det meste" in told(evening)
