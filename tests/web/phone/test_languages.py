"""Each phone reads the language that was chosen on it; what people wrote stays as it is."""

import re

import pytest

from tests.web.phone.evening import HOST, Evening, Phone, json_of
from tests.web.phone.pages import face_of, joined, status_of

QUESTION = "Hva trenger du for å bo trygt hjemme?"
SAID = {
    "nb": ("Velkommen. Hvem er du i dag?", "Jeg trenger, eller har sett at", "Mottatt kl."),
    "nn": ("Velkomen. Kven er du i dag?", "Eg treng, eller har sett at", "Motteke kl."),
    "en": ("Welcome. Who are you today?", "I need, or have seen that", "Received at"),
}


async def choose(phone: Phone, language: str, **fields: str) -> str:
    """Press the button of a language; the page that comes."""
    answer = await phone.send("/language", {"lang": language, **fields})
    assert answer.status_code == 200
    return str(answer.text)


def language_of(page: str) -> str:
    found = re.search(r'<html lang="(\w+)">', page)
    assert found
    return found[1]


@pytest.mark.parametrize("language", SAID)
async def test_a_phone_reads_the_language_that_was_chosen(evening: Evening, language: str) -> None:
    """Chosen before joining, it holds on every page after; the question is not translated."""
    welcome, label, received = SAID[language]
    phone = evening.phone()
    first = await choose(phone, language)
    await evening.desk("block.start", kind="needs")
    await phone.submit(role="resident", heads="1", table="")
    writing = await phone.page()
    done = (await phone.submit(text="Skyss til legen")).text

    assert welcome in first
    assert label in writing
    assert QUESTION in writing
    assert status_of(done).startswith(received)
    assert "Skyss til legen" in done
    assert {language_of(page) for page in (first, writing, done)} == {language}


async def test_the_other_languages_stand_on_every_page_in_their_own_words(evening: Evening) -> None:
    """Whoever cannot read the page finds the way out of it, before and after joining."""
    phone = evening.phone()
    first, missing = await phone.page(), (await phone.get("/no-such-page")).text
    inside = await (await joined(evening)).page()

    for page in (first, missing, inside):
        assert re.search(r'name="lang" value="nn" lang="nn">Nynorsk</button>', page)
        assert re.search(r'name="lang" value="en" lang="en">English</button>', page)
        assert 'value="nb"' not in page
    assert first.index("English") < first.index("<h1>")


async def test_what_is_half_written_goes_along(evening: Evening) -> None:
    """Without script the form is sent with the choice, and stands there in the new language."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    hidden = {"id": "half-written-1", "case": evening.case_id, "what": "need"}

    page = await choose(phone, "nn", text="Halvferdig <b>", **hidden)

    assert face_of(page) == "write"
    assert "Halvferdig &lt;b&gt;</textarea>" in page
    assert 'name="id" value="half-written-1"' in page
    assert "Eg treng" in page
    assert not evening.case.notes


async def test_dots_that_are_not_sent_go_along(evening: Evening) -> None:
    """Half a ballot is there again in the other language, and not counted."""
    phone = await joined(evening)
    a, _ = await evening.vote("Skyss", "Mat")

    page = await choose(
        phone, "en", **{"vote": evening.case.vote or "", "case": evening.case_id, f"pick.{a}": "1"}
    )

    assert "What matters most?" in page
    assert re.search(rf'name="pick\.{a}" value="1" checked', page)
    assert 'data-held="ballot"' in page
    assert not any(evening.case.votes[evening.case.vote or ""].turnout.values())


async def test_errors_and_refusals_follow_the_phone(evening: Evening) -> None:
    """Pages and JSON say what went wrong in the phone's own language."""
    phone = await joined(evening)
    await choose(phone, "nn")
    missing = await phone.get("/no-such-page")
    refused = await phone.say("/note", what="need", text="Skyss")
    wrong = await phone.submit("/?change", table="100", role="resident", heads="1")

    assert "Denne sida finst ikkje." in missing.text
    assert language_of(missing.text) == "nn"
    assert json_of(refused)["message"] == "Salen samlar ikkje inn dette no."
    assert "Bordnummer er eit tal frå 1 til 99." in wrong.text


async def test_numbers_and_dates_are_written_as_people_write_them(evening: Evening) -> None:
    """2 143 and 1. mars 2027 in Norwegian, 2,143 and 1 March 2027 in English."""
    await evening.desk("notice.give", kept_until="2027-03-01", contact="")
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    too_long = {"id": "far-too-long", "what": "need", "text": "a" * 2_143}
    norwegian = (await phone.send("/note", too_long)).text
    await choose(phone, "en")
    english = (await phone.send("/note", too_long)).text

    assert "du har skrevet 2\N{NO-BREAK SPACE}143." in norwegian
    assert "Det slettes senest 1. mars 2027." in norwegian
    assert "you have written 2,143." in english
    assert "It will be deleted by 1 March 2027." in english


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("nn-NO,nn;q=0.9,nb;q=0.8", "nn"),
        ("nb-NO,nb;q=0.9,nn;q=0.8", "nb"),
        ("no,en;q=0.5", "nb"),
        ("en-GB,en;q=0.9", "nb"),
        ("uk-UA,nn;q=0.2", "nn"),
        ("", "nb"),
        (";;,=,*", "nb"),
    ],
)
async def test_before_a_choice_a_phone_in_nynorsk_gets_nynorsk(
    evening: Evening, wanted: str, language: str
) -> None:
    """The phone's own list decides between the two Norwegian ones; English is always a choice."""
    answer = await evening.phone().get("/", **{"accept-language": wanted})

    assert language_of(answer.text) == language


async def test_a_language_that_is_not_there_is_not_taken(evening: Evening) -> None:
    """Another code is refused and nothing is kept; a broken cookie means no choice."""
    phone = evening.phone()
    refused = await phone.send("/language", {"lang": "../en"})
    phone.client.cookies.set("medspill.lang", "sme", domain=HOST)

    assert refused.status_code == 400
    assert language_of(await phone.page()) == "nb"
    assert (await phone.get("/language")).headers["location"] == "/"


async def test_the_choice_lies_on_the_phone_and_nowhere_else(evening: Evening) -> None:
    """A cookie for months keeps it, and the case knows nothing of it."""
    phone = evening.phone()
    before = evening.case
    answer = await phone.send("/language", {"lang": "nn"}, follow=False)
    cookie = answer.headers["set-cookie"]

    assert "medspill.lang=nn" in cookie
    assert "Max-Age=23328000" in cookie
    assert "SameSite=lax" in cookie
    assert "HttpOnly" in cookie
    assert evening.case == before


async def test_without_a_gathering_the_choice_holds_too(empty: Evening) -> None:
    """Nothing is open yet, and the page says so in nynorsk."""
    phone = empty.phone()

    page = await choose(phone, "nn")

    assert "Inga samling er open no" in page


async def test_what_people_wrote_is_marked_as_of_unknown_language(evening: Evening) -> None:
    """A screen reader does not read Norwegian notes with an English voice."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    await choose(phone, "en")

    page = (await phone.submit(text="Skyss til legen")).text

    assert f'lang="">{QUESTION}</h1>' in page
    assert 'class="case" dir="auto" lang="">' in page
    assert re.search(r'class="said" dir="auto" lang="">“Skyss til legen”', page)


async def test_a_helper_keys_in_paper_in_the_language_of_the_phone(evening: Evening) -> None:
    """The door of the helpers has the choice too, and leads back to itself."""
    phone = evening.phone()

    page = await choose(phone, "nn", hjelp="1")
    wrong = (await phone.send("/hjelp", {"code": "ABC234"})).text

    assert "Skriv koden du fekk av møteleiaren." in page
    assert "Koden stemmer ikkje." in wrong
    assert language_of(wrong) == "nn"
