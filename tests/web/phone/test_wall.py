"""The wall between phones: nobody reads, changes or counts what is another's."""

import html
import re

import pytest

from tests.web.phone.evening import Evening, Phone, json_of

OWN_WORDS = "Bare jeg vet dette"
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</textarea><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "'\"><b>",
    "[@click=app.quit]klikk[/]",
    "javascript:alert(1)",
    "%3Cscript%3E {text} {0} {say}",
    "--><!--",
    "]]>",
)


async def writer(evening: Evening, text: str = OWN_WORDS) -> tuple[Phone, str]:
    phone = evening.phone()
    await phone.join()
    note = json_of(await phone.say("/note", text=text))["command"]
    return phone, note


async def test_another_phone_sees_nothing_of_ones_note(evening: Evening) -> None:
    """No route gives a note to anybody but who wrote it, before or after joining."""
    await evening.desk("block.start", kind="needs")
    one, note = await writer(evening)
    other = evening.phone()
    for _ in range(2):
        for path in ("/", "/me", "/live", f"/?edit={note}", "/?change"):
            answer = await other.get(path)
            assert OWN_WORDS not in answer.text
            assert note not in re.sub(r"/\?edit=\S+", "", answer.text)
        await other.join()
    assert OWN_WORDS in (await one.get("/me")).text


async def test_another_phone_cannot_change_ones_note(evening: Evening) -> None:
    """Neither an edit nor the same command id lets another phone touch a note."""
    await evening.desk("block.start", kind="needs")
    _, note = await writer(evening)
    other = evening.phone()
    await other.join()
    answer = await other.say("/edit", note=note, text="Mine ord")
    assert (answer.status_code, json_of(answer)["reason"]) == (409, "no_note")
    answer = await other.say("/note", id=note, text="Mine ord")
    assert answer.status_code == 409
    assert [n.text for n in evening.case.notes.values()] == [OWN_WORDS]


async def test_a_made_up_or_broken_secret_is_a_stranger(evening: Evening) -> None:
    """A cookie that is not a well-formed secret counts as none at all."""
    await evening.desk("block.start", kind="needs")
    await writer(evening)
    for value in ("", "x", "0" * 14, "A" * 4_000, "%00", '"quoted', "00000000000001"):
        other = evening.phone()
        other.client.cookies.set(f"medspill_{evening.case_id}", value, domain="hall.test")
        answer = await other.get("/me")
        assert answer.status_code == 200
        assert OWN_WORDS not in answer.text
        assert json_of(answer)["face"] == "join"
        assert json_of(await other.say("/note", text="x"))["reason"] == "not_joined"


async def test_the_secret_is_in_no_stored_byte(evening: Evening) -> None:
    """What a phone keeps is nowhere in the file or its log."""
    await evening.desk("block.start", kind="needs")
    phone, _ = await writer(evening)
    secret = phone.client.cookies[f"medspill_{evening.case_id}"].encode()
    folder = evening.ledger.path.parent
    stored = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert OWN_WORDS.encode() in stored
    assert secret not in stored


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_shown_as_it_was_written(evening: Evening, text: str) -> None:
    """In notes, questions, titles, frames and clusters alike, text is text."""
    await evening.desk("case.describe", title=text)
    await evening.desk("question.write", text=text)
    await evening.desk("frame.set", fixed=[text], open=[text], who_decides=text, when_decided=text)
    phone = evening.phone()
    pages = [await phone.page()]
    await phone.join()
    pages.append(await phone.page())
    await evening.desk("block.start", kind="needs")
    pages.append((await phone.submit(text=text)).text)
    pages.append(
        (await phone.send("/note", {"id": "hostile-1", "text": text * (2_500 // len(text))})).text
    )
    await evening.desk("block.start", kind="ideas", reason="Haster")
    await evening.vote(text)
    pages.append(await phone.page())
    for page in pages:
        assert text in html.unescape(page)
        assert not re.search(r"<(script(?! src)|img|svg|b>)|onerror=alert\(1\)>(?!&)", page)
        assert page.count("<script") == 1
