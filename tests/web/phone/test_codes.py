"""Codes from slips on the phone and on the helpers' page: asked for once, read kindly, bounded."""

import html
import re

from screens.phone.voting import GUESSES
from tests.web.phone.evening import Evening, Phone
from tests.web.phone.pages import joined, status_of
from tests.web.phone.test_helper import key_in, let_in
from workshop.lent import CodeSheet
from workshop.vote_codes import codes_on, spaced

STRANGE = codes_on(CodeSheet(id="x", gathering="y", key="of another hall", count=GUESSES + 1))


async def coded(evening: Evening) -> tuple[list[str], tuple[str, ...]]:
    """A vote that asks for codes; its targets, and what stands on the slips."""
    await evening.desk("codes.draw", count=30)
    targets = await evening.vote("Buss", "Trapp", level="code")
    return targets, codes_on(evening.case.code_sheets[0])


async def cast(phone: Phone, evening: Evening, target: str, code: str) -> tuple[int, str]:
    """What a phone that speaks JSON is told."""
    body = {"id": evening.fresh(), "vote": evening.case.vote, "picks": [target], "code": code}
    answer = await phone.client.post("/ballot", json=body)
    return answer.status_code, answer.json().get("reason", "")


async def test_row_3_whoever_empties_the_phone_cannot_vote_again_with_the_same_code(
    evening: Evening,
) -> None:
    """A new phone with a used code is refused, and the vote is still called advice."""
    (a, b), codes = await coded(evening)
    phone = await joined(evening)
    assert (await cast(phone, evening, a, codes[0]))[0] == 200

    emptied = await joined(evening)
    page = await emptied.page()

    assert await cast(emptied, evening, b, codes[0]) == (409, "vote_code_used")
    assert "veiledende" in page
    await evening.desk("vote.close")
    (vote,) = evening.case.votes.values()
    assert vote.counts == {a: 1, b: 0}


async def test_a_code_is_asked_for_once_and_read_however_it_is_written(evening: Evening) -> None:
    """As a plain form; what was picked stays where the code was not right, and a change is free."""
    (a, b), codes = await coded(evening)
    phone = await joined(evening)
    assert "Stemmekoden på lappen din" in await phone.page()

    wrong = await phone.submit(code=codes[0][:-1], **{f"pick.{a}": "1"})
    assert wrong.status_code == 409
    assert "Det er noe galt med stemmekoden." in html.unescape(wrong.text)
    assert 'id="code-error"' in wrong.text
    assert re.search(rf'name="pick.{a}" value="1" checked', wrong.text)
    assert f'value="{codes[0][:-1]}"' in wrong.text
    done = await phone.submit(code=f" {spaced(codes[0]).lower()} ", **{f"pick.{a}": "1"})
    assert "Stemmen er levert." in status_of(done.text)
    assert 'name="code"' not in done.text
    await phone.submit(**{f"pick.{b}": "1"})

    await evening.desk("vote.close")
    (vote,) = evening.case.votes.values()
    assert vote.counts == {a: 0, b: 1}


async def test_a_shared_phone_is_told_how_many_codes_it_needs(evening: Evening) -> None:
    """Three heads write three codes in one field."""
    phone = await joined(evening)
    await phone.submit("/?change", role="resident", table="", heads="3")
    (a, _), codes = await coded(evening)
    assert "Stemmekodene, én for hver av dere 3" in await phone.page()
    assert (await phone.me())["vote"]["codes"] == 3

    few = await phone.submit(code=codes[0], **{f"pick.{a}": "3"})
    assert "Skriv 3 forskjellige stemmekoder." in few.text
    done = await phone.submit(code=", ".join(codes[:3]), **{f"pick.{a}": "3"})

    assert "Stemmen er levert." in status_of(done.text)
    assert (await phone.me())["vote"]["codes"] == 0


async def test_one_phone_guesses_ten_times_and_holds_nobody_up(evening: Evening) -> None:
    """Then it waits, also with a good code; another phone votes meanwhile, and a typo is free."""
    (a, _), codes = await coded(evening)
    evening.tick = 0
    prankster, neighbour = await joined(evening), await joined(evening)
    for _ in range(GUESSES):
        assert (await cast(prankster, evening, a, codes[0][:-2]))[1] == "vote_code_unread"
    for strange in STRANGE[:GUESSES]:
        assert (await cast(prankster, evening, a, strange))[1] == "vote_code_unknown"

    assert (await cast(prankster, evening, a, STRANGE[GUESSES]))[1] == "vote_code_wait"
    assert (await cast(prankster, evening, a, codes[0]))[1] == "vote_code_wait"
    assert (await cast(neighbour, evening, a, codes[0]))[0] == 200
    evening.seconds += 60
    assert (await cast(prankster, evening, a, codes[1]))[0] == 200


async def test_a_helper_keys_in_the_code_that_stands_on_the_ballot(evening: Evening) -> None:
    """Without it, or with one that is used, the paper is not taken; a correction needs none."""
    (a, b), codes = await coded(evening)
    voter = await joined(evening)
    await cast(voter, evening, a, codes[0])
    phone, _ = await let_in(evening)

    lacks = await key_in(phone, "/hjelp/seddel", number="7", numbers="2", code="")
    used = await key_in(phone, "/hjelp/seddel", number="7", numbers="2", code=codes[0])
    done = await key_in(phone, "/hjelp/seddel", number="7", numbers="2", code=codes[1].lower())
    await key_in(phone, "/hjelp/seddel", number="7", numbers="1", replace="7")

    assert "Skriv stemmekoden som står på seddelen." in lacks.text
    assert "er brukt i denne stemmingen" in used.text
    assert "Mottatt: seddel 7" in done.text
    await evening.desk("vote.close")
    (vote,) = evening.case.votes.values()
    assert vote.counts == {a: 2, b: 0}
    assert vote.voices == {"phone": 1, "paper": 1}
