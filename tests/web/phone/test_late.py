"""Nobody who has begun to write is cut off: the meeting goes on, the text stays and can be sent."""

import re

import pytest

from tests.web.phone.evening import Evening
from tests.web.phone.pages import face_of, joined, status_of


async def test_a_late_note_is_taken_and_the_page_goes_where_the_group_is(evening: Evening) -> None:
    """Without script: what a block that is over asked for is received, and then comes the vote."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    form = {"id": "late-note-01", "case": evening.case_id, "what": "need", "text": "Litt sen"}
    await evening.vote("Skyss", "Mat")

    done = (await phone.send("/note", form)).text

    assert status_of(done).startswith("Mottatt kl.")
    assert face_of(done) == "vote"
    assert [n.text for n in evening.case.notes.values()] == ["Litt sen"]


async def test_a_late_note_with_a_fault_can_be_mended_and_sent(evening: Evening) -> None:
    """The fault stands beside the field, with the text and a button that sends it."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    await evening.desk("block.start", kind="pause")
    form = {"id": "late-note-02", "case": evening.case_id, "what": "need", "text": "a" * 2_001}

    page = (await phone.send("/note", form)).text

    assert "Teksten er for lang." in page
    assert "a" * 2_001 in page
    assert '<form method="post" action="/note"' in page
    done = (await phone.send("/note", form | {"text": "Kortere"})).text
    assert status_of(done).startswith("Mottatt kl.")


async def test_a_late_idea_still_finds_the_needs_that_it_may_answer(evening: Evening) -> None:
    """The question which need it answers can be answered after the block is over."""
    need = await evening.desk("cluster.make", title="Skyss")
    await evening.desk("block.start", kind="ideas", reason="Prøver")
    phone = await joined(evening)
    await evening.desk("block.start", kind="pause")
    form = {"id": "late-idea-01", "case": evening.case_id, "what": "idea", "text": "Delebil"}

    page = (await phone.send("/note", form)).text

    assert "Velg hvilket behov ideen svarer på" in page
    assert f'name="about" value="{need}"' in page
    await phone.send("/note", form | {"about": need})
    assert [n.about for n in evening.case.notes.values()] == [(need,)]


async def test_what_was_begun_earlier_has_a_page_of_its_own(evening: Evening) -> None:
    """Where a phone kept half a note, its page leads back to the field for that kind."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    await evening.desk("block.start", kind="pause")

    assert 'data-late="need"' in await phone.page()
    assert "Jeg trenger, eller har sett at" in await phone.page("/?write=need")
    assert face_of(await phone.page("/?write=idea")) == "wait"
    assert face_of(await phone.page("/?write=nonsense")) == "wait"


async def test_ideas_wait_while_the_need_is_open(evening: Evening) -> None:
    """Back to the need: no page has a field for ideas, whatever its address."""
    await evening.desk("block.start", kind="ideas", reason="Prøver")
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)

    assert 'data-late="need"' in await phone.page()
    assert "Vi kan prøve å" not in await phone.page("/?write=idea")


@pytest.mark.parametrize("language", ["nb", "nn"])
async def test_a_note_of_one_who_has_not_joined_is_shown_with_all_its_words(
    evening: Evening, language: str
) -> None:
    """Cookies gone, or another evening: the text stands there, also when the language changes."""
    await evening.desk("block.start", kind="needs")
    phone = evening.phone()
    form = {"case": evening.case_id, "what": "need", "text": "Skrevet før jeg ble med"}

    page = (await phone.send("/note", form | {"id": "stranger-001"})).text
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
    again = await phone.send("/language", form | hidden | {"lang": language})

    assert status_of(page) == "Du må bli med først."
    for shown in (page, again.text):
        assert face_of(shown) == "unsent"
        assert "Skrevet før jeg ble med</textarea>" in shown
    assert not evening.case.notes


async def test_a_note_sent_after_the_gathering_is_shown_with_all_its_words(
    evening: Evening,
) -> None:
    """It cannot be taken, and it is not lost: the page that says so holds the text."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    form = {"id": "too-late-01", "case": evening.case_id, "what": "need", "text": "For sent <i>"}
    await evening.desk("gathering.end")

    answer = await phone.send("/note", form)

    assert answer.status_code == 409
    assert "Ingen samling er åpen nå." in answer.text
    assert "For sent &lt;i&gt;</textarea>" in answer.text
