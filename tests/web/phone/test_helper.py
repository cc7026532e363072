"""The helpers' page: paper comes in with a code, and nothing goes out."""

import re
from typing import Any

import pytest

from tests.web.phone.evening import HOST, Evening, Phone
from tests.web.phone.pages import joined

OWN_WORDS = "Bare den som skrev dette vet det"


async def let_in(evening: Evening) -> tuple[Phone, str]:
    """A helper who has typed the code; the helper's id."""
    helper = await evening.desk("helper.let_in")
    phone = evening.phone()
    done = await phone.send("/hjelp", {"code": evening.case.helpers[helper].code})
    assert "Papirlapp" in done.text
    return phone, helper


async def key_in(phone: Phone, path: str, **fields: Any) -> Any:
    """The form of that path as it stands on the page, filled and sent."""
    page = await phone.page("/hjelp")
    form = re.search(rf'action="{path}">(.*?)</form>', page, re.DOTALL)
    assert form, page
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form[1]))
    return await phone.send(path, hidden | fields)


async def test_a_slip_is_keyed_in_and_the_page_says_where_one_is(evening: Evening) -> None:
    """It is stored as paper and waits; only its number and the helper's own count are told."""
    await evening.desk("block.start", kind="needs")
    phone, _ = await let_in(evening)

    done = await key_in(phone, "/hjelp/lapp", number="14", table="5", what="need", text=OWN_WORDS)

    (note,) = evening.case.notes.values()
    assert (note.text, note.number, note.table) == (OWN_WORDS, 14, 5)
    assert (note.origin, note.state) == ("paper", "waiting")
    assert "Mottatt: lapp 14" in done.text
    assert "Sist lagret: lapp 14. Du har lagt inn 1 lapp." in done.text
    assert OWN_WORDS not in done.text


async def test_a_ballot_is_keyed_in_by_numbers_however_they_are_kept_apart(
    evening: Evening,
) -> None:
    """2,3 and 1 on a ballot are three dots; 0 is a blank one."""
    targets = await evening.vote("A", "B", "C")
    phone, _ = await let_in(evening)

    done = await key_in(phone, "/hjelp/seddel", number="7", numbers="2,3 1")
    await key_in(phone, "/hjelp/seddel", number="8", numbers="0")

    vote = evening.case.vote or ""
    assert "Mottatt: seddel 7" in done.text
    assert evening.ledger.ballot(vote, "paper-7") == tuple(sorted(targets))
    assert evening.ledger.ballot(vote, "paper-8") == ()
    assert evening.case.votes[vote].turnout == {"paper": 2}


async def test_a_paper_twice_is_told_and_offered_as_a_correction(evening: Evening) -> None:
    """What was written stays in the form; one press corrects, and only that number."""
    a, b, _ = await evening.vote("A", "B", "C")
    phone, _ = await let_in(evening)
    await key_in(phone, "/hjelp/seddel", number="7", numbers="1")

    again = await key_in(phone, "/hjelp/seddel", number="7", numbers="2")
    vote = evening.case.vote or ""
    assert again.status_code == 409
    assert "Seddel 7 har du alt lagt inn. Er dette en rettelse?" in again.text
    assert '<button class="second" name="replace" value="7">Ja, rett nr. 7</button>' in again.text
    assert evening.ledger.ballot(vote, "paper-7") == (a,)
    other = await key_in(phone, "/hjelp/seddel", number="8", numbers="2", replace="7")
    await key_in(phone, "/hjelp/seddel", number="7", numbers="2", replace="7")

    assert other.status_code == 200
    assert evening.ledger.ballot(vote, "paper-7") == (b,)
    assert evening.case.votes[vote].turnout == {"paper": 2}


async def test_a_ballot_that_breaks_the_rule_is_told_and_can_be_set_aside(evening: Evening) -> None:
    """Four dots of three: refused as on a phone, and counted as handed in without dots."""
    await evening.vote("A", "B", "C", "D")
    phone, _ = await let_in(evening)

    wrong = await key_in(phone, "/hjelp/seddel", number="7", numbers="1 2 3 4")
    await key_in(phone, "/hjelp/seddel", number="7", numbers="1 2 3 4", aside="7")

    assert "Seddelen har for mange prikker. Høyst 3." in wrong.text
    assert evening.ledger.ballot(evening.case.vote or "", "paper-7") == ()


async def test_the_same_form_sent_twice_is_one_paper(evening: Evening) -> None:
    """A double tap or a resend gives the first receipt; Back with other words is told."""
    phone, _ = await let_in(evening)
    fields = {"id": "form-0001", "number": "14", "what": "need", "text": "Benk"}

    await phone.send("/hjelp/lapp", fields)
    again = await phone.send("/hjelp/lapp", fields)
    other = await phone.send("/hjelp/lapp", fields | {"text": "Buss"})

    assert "Mottatt: lapp 14" in again.text
    assert other.status_code == 409
    assert [n.text for n in evening.case.notes.values()] == ["Benk"]


async def test_a_helper_reads_and_steers_nothing(evening: Evening) -> None:
    """No note, no title, no count of others is on the page, and its cookie opens no other route."""
    await evening.desk("block.start", kind="needs")
    other = await joined(evening)
    await other.say("/note", text=OWN_WORDS)
    await evening.desk("note.write", text="Deskens lapp")
    phone, _ = await let_in(evening)
    await evening.vote("Tittel som bare veggen viser", "B", "C")

    pages = [await phone.page("/hjelp")]
    pages += [(await phone.get(path)).text for path in ("/", "/me", "/live")]
    for path in ("/note", "/edit", "/ballot", "/answer", "/test", "/take-back"):
        fields = {"id": "form-0002", "text": "x", "note": "y", "vote": evening.case.vote or ""}
        answer = await phone.send(path, fields, follow=False)
        assert answer.status_code >= 400

    assert not any(OWN_WORDS in page or "Deskens lapp" in page for page in pages)
    assert "Tittel som bare veggen viser" not in pages[0]
    for path in ("/command", "/hjelp/undo", "/hjelp/lapper", "/hjelp/sedler", "/facts", "/cases"):
        assert (await phone.get(path)).status_code == 404


async def test_a_paper_of_others_is_not_corrected(evening: Evening) -> None:
    """Neither the desk's nor another helper's; the paper goes to the facilitator."""
    await evening.vote("A", "B", "C")
    one, _ = await let_in(evening)
    other, _ = await let_in(evening)
    await key_in(one, "/hjelp/seddel", number="7", numbers="1")

    answer = await key_in(other, "/hjelp/seddel", number="7", numbers="2", replace="7")

    assert "Nummer 7 er lagt inn av en annen." in answer.text
    assert "Ja, rett" not in answer.text


async def test_without_a_code_nothing_comes_in(evening: Evening) -> None:
    """A stranger, a made-up cookie and a phone that takes part all meet the door."""
    await evening.desk("helper.let_in")
    strangers = [evening.phone(), evening.phone(), await joined(evening)]
    strangers[1].client.cookies.set("medspill_hjelp", "0" * 32, domain=HOST)

    for phone in strangers:
        fields = {"id": "form-0001", "number": "1", "what": "need", "text": "x"}
        answer = await phone.send("/hjelp/lapp", fields)
        assert answer.status_code == 403
        assert "Kode, seks tegn" in await phone.page("/hjelp")
    assert evening.case.notes == {}


async def test_codes_are_not_guessed(evening: Evening) -> None:
    """After twenty wrong ones nobody is let in, whoever asks, until time has passed."""
    helper = await evening.desk("helper.let_in")
    inside, _ = await let_in(evening)
    evening.tick = 0.0
    code = evening.case.helpers[helper].code

    answers = [await evening.phone().send("/hjelp", {"code": f"AAAA{n:02}"}) for n in range(22, 44)]
    right = await evening.phone().send("/hjelp", {"code": code})
    still = await key_in(inside, "/hjelp/lapp", number="1", what="need", text="Går fortsatt")
    evening.seconds += 60
    later = await evening.phone().send("/hjelp", {"code": code.lower()})

    assert {a.status_code for a in answers} == {422, 429}
    assert right.status_code == 429
    assert still.status_code == 200
    assert "Papirlapp" in later.text


async def test_a_helper_writes_at_a_human_pace(evening: Evening) -> None:
    """Thirty at once and one a second, as any phone."""
    phone, _ = await let_in(evening)
    evening.tick = 0.0

    answers = [
        await phone.send("/hjelp/lapp", {"id": f"form-{n:04}", "number": str(n), "text": "x"})
        for n in range(1, 40)
    ]

    assert sum(a.status_code == 429 for a in answers) >= 8


@pytest.mark.parametrize("ends", ["helper.call_back", "gathering.end"])
async def test_a_code_ends(evening: Evening, ends: str) -> None:
    """Called back, or with the gathering: what was written then is told not to be stored."""
    phone, helper = await let_in(evening)
    fields = {"helper": helper} if ends == "helper.call_back" else {}
    await evening.desk(ends, **fields)

    answer = await phone.send("/hjelp/lapp", {"id": "form-0001", "number": "1", "text": "x"})

    assert answer.status_code == 403
    assert "Koden gjelder ikke lenger." in answer.text
    assert evening.case.notes == {}


async def test_a_helper_goes_on_after_the_hall_was_started_again(evening: Evening) -> None:
    """Same cookie, same count; the form from before is still good."""
    phone, _ = await let_in(evening)
    await key_in(phone, "/hjelp/lapp", number="14", what="need", text="Benk")

    evening.restart()

    assert "Sist lagret: lapp 14. Du har lagt inn 1 lapp." in await phone.page("/hjelp")


async def test_another_page_cannot_send_for_a_helper(evening: Evening) -> None:
    """A form from elsewhere is refused by its origin; the cookie is for its own site only."""
    phone, _ = await let_in(evening)
    cookie = next(c for c in phone.client.cookies.jar if c.name == "medspill_hjelp")

    answer = await phone.client.post(
        "/hjelp/lapp",
        data={"id": "form-0001", "number": "1", "text": "x"},
        headers={"origin": "http://evil.test"},
    )

    assert answer.status_code == 403
    assert cookie.get_nonstandard_attr("SameSite") == "strict"
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert evening.case.notes == {}


async def test_the_helpers_page_needs_no_script(evening: Evening) -> None:
    """It has none, and nothing from outside of the hall."""
    phone, _ = await let_in(evening)

    page = await phone.page("/hjelp")

    assert "<script" not in page
    assert set(re.findall(r'(?:src|href)="([^"]*)"', page)) == set(
        re.findall(r'href="(/static/[^"]*)"', page)
    )


async def test_a_sheet_of_answers_is_keyed_in_as_at_the_desk(evening: Evening) -> None:
    """A sign for each thing; the page says what the signs mean, and nothing of what came in."""
    fields: dict[str, Any] = {
        "title": "Enig?",
        "form": "agreement",
        "items": ["Buss", "Trapp", "Benk"],
    }
    poll = await evening.desk("poll.open", what="choice", **fields)
    phone, _ = await let_in(evening)
    assert "1 Enig, 2 Uenig, 3" in await phone.page("/hjelp")

    done = await key_in(phone, "/hjelp/svar", number="7", signs="1 2 -")
    few = await key_in(phone, "/hjelp/svar", number="8", signs="1 2")
    again = await key_in(phone, "/hjelp/svar", number="7", signs="222")
    await key_in(phone, "/hjelp/svar", number="7", signs="222", replace="7")

    assert "Mottatt: svarark 7" in done.text
    assert "På dette spørsmålet: 1 svarark." in done.text
    assert "Skriv ett tegn for hvert av de 3 punktene." in few.text
    assert again.status_code == 409
    assert evening.ledger.ballot(poll, "paper-7") == ("i1=disagree", "i2=disagree", "i3=disagree")
    assert evening.case.polls[poll].turnout == {"paper": 1}


async def test_answers_of_a_helper_are_taken_back_with_the_rest(evening: Evening) -> None:
    """All that came in under the code is gone at once, while the question is open."""
    fields: dict[str, Any] = {"title": "Enig?", "form": "statement", "items": ["Buss"]}
    poll = await evening.desk("poll.open", what="choice", **fields)
    phone, helper = await let_in(evening)
    await key_in(phone, "/hjelp/svar", number="7", signs="j")
    other, _ = await let_in(evening)
    taken = await key_in(other, "/hjelp/svar", number="7", signs="n", replace="7")
    assert "Nummer 7 er lagt inn av en annen." in taken.text

    await evening.desk("helper.take_back", helper=helper)

    assert evening.case.polls[poll].turnout == {}
    assert evening.ledger.ballot(poll, "paper-7") is None
