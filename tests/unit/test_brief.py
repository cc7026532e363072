"""The brief for those who decide: one page, counted from the case, with what speaks against it."""

import pytest

from screens.paper.page import as_html
from screens.paper.report import BRIEF, as_markdown
from screens.words import Words
from tests.unit.given import Evening, an_evening
from tests.unit.rounding import gathered, planned, sketched
from tests.unit.test_report_page import HOSTILE, Page

SAY = Words()


@pytest.fixture
def evening() -> Evening:
    """A round that has been tried, and decided against advice."""
    evening = an_evening()
    evening.made("frame.set", fixed=["Sykehjemmet"], open=["Tid"], who_decides="Kommunestyret")
    evening.made("heads.count", heads=31)
    test = planned(evening, sketched(evening, gathered(evening)))
    for code in ("p1", "p2", "p3"):
        evening.made("tester.note", test=test, code=code, quote=f"Sagt av {code}")
    evening.made("test.record", test=test, result="To av tre kjente igjen " * 30, hit="partly")
    evening.made("learning.write", believed="Bilde er nok", learnt="Navnet må med")
    evening.made("fundamentals.agree", scores={"need": 3, "anchoring": 0})
    evening.made("benefit.expect", text="Trygghet", target="4")
    evening.made("gate.pass", gate="anchored", reason="Rådmannen har ferie")
    evening.made("answer_date.set", day="2027-03-01")
    evening.made("round.decide", decision="adopt", reason="De vil beholde det")
    return evening


def told(evening: Evening) -> str:
    return as_markdown(evening.it, SAY, BRIEF)


def test_those_who_decide_read_what_was_asked_done_found_and_advised(evening: Evening) -> None:
    """Each in its part, with figures of the case."""
    text = told(evening)

    for words in (
        "Beslutningsgrunnlag",
        "Til: Kommunestyret",
        "Hva trenger du for å bo hjemme?",
        "1 samling, 31 mennesker.",
        "1 behov og 1 idé.",
        "Prøvd 3 ganger av folk som har behovet.",
        "Naboer trenger å bli savnet",
        "Vi trodde: Bilde er nok. Vi lærte: Navnet må med",
        "Ligger fast: Sykehjemmet",
        "Ta i bruk. De vil beholde det",
        "Trygghet: fra ikke målt til 4",
        "1.3.2027",
    ):
        assert words in text


def test_what_speaks_against_it_is_told(evening: Evening) -> None:
    """A fundamental of zero, advice that was not taken, and gates passed with their reason."""
    text = told(evening)

    assert "Svaret er null for Forankring" in text
    assert "Dette taler imot:" in text
    assert "Rådmannen har ferie" in text


def test_nobodys_own_words_are_in_the_brief(evening: Evening) -> None:
    """What testers said and what stands on notes stays in the report; long results are cut."""
    text = told(evening)

    assert "Sagt av" not in text
    assert "Vil vite hvem som kommer" in [note.text for note in evening.it.notes.values()]
    assert "Vil vite hvem som kommer" not in text
    assert text.count("To av tre kjente igjen") < 10


def test_a_case_that_has_just_begun_says_what_lacks() -> None:
    """No part is empty, and nothing is advised."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title="Ny sak")

    for words in ("ikke skrevet ennå", "Ingen behov er satt i ord", "ingen anbefaling ennå"):
        assert words in told(evening)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words_in_the_brief(text: str) -> None:
    """Frames, reasons and results stand there letter by letter."""
    evening = an_evening()
    evening.made("frame.set", fixed=[text], open=[text], who_decides=text, budget=text)
    evening.made("learning.write", believed=text, learnt=text)
    evening.made("gate.pass", gate=text[:200], reason=text)
    page = Page(as_html(evening.it, SAY, BRIEF))

    assert set(page.elements).isdisjoint({"script", "img", "a", "iframe", "object"})
    assert not [name for name, _ in page.attributes if name.startswith("on")]
