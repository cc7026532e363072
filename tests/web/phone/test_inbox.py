"""The idea box on phones: one field between gatherings, one's own ideas, and nobody else's."""

import html
import re

from tests.web.phone.evening import Evening
from tests.web.phone.pages import face_of, joined, status_of


async def closed(evening: Evening) -> None:
    """No gathering is open, and the box is."""
    await evening.desk("gathering.end")
    await evening.desk("inbox.turn", open=True)


async def test_an_idea_is_received_and_stands_on_its_own_phone_alone(evening: Evening) -> None:
    """Also after a restart; who was never there is asked for no name, role or code."""
    await closed(evening)
    anna, berit = evening.phone(), evening.phone()

    page = await anna.submit(text="Benk ved bussen")
    evening.restart()

    assert face_of(page.text) == "inbox"
    assert "Mottatt kl." in page.text
    assert "Benk ved bussen" in await anna.page("/?inbox")
    assert "Benk ved bussen" not in await berit.page()
    (note,) = evening.case.notes.values()
    assert (note.what, note.origin, note.state, note.gathering) == ("idea", "phone", "parked", None)


async def test_the_answer_finds_who_sent_it_when_the_box_is_closed(evening: Evening) -> None:
    """On the same phone and, with the code, on another; who only looked has nothing."""
    await closed(evening)
    anna, looking = evening.phone(), evening.phone()
    page = html.unescape((await anna.submit(text="Benk ved bussen")).text)
    code = page.split('class="code">')[1].split("<")[0]
    await looking.page()
    (note,) = evening.case.notes
    await evening.desk("fate.give", target=note, fate="in_use", answer="Den står der nå")
    await evening.desk("inbox.turn", open=False)
    another = await evening.phone().submit(code=code)

    for told in (await anna.page(), another.text):
        assert "Den står der nå" in told
    assert face_of(await looking.page()) == "none"


async def test_the_same_form_twice_is_one_idea(evening: Evening) -> None:
    """A phone sends again until it hears that it was received."""
    await closed(evening)
    phone = evening.phone()
    await phone.page()
    fields = {"id": "form-000001", "case": evening.case_id, "text": "Benk"}
    for _ in range(2):
        assert (await phone.send("/idea", fields)).status_code == 200

    assert len(evening.case.notes) == 1


async def test_what_was_written_is_never_lost_when_the_box_closes(evening: Evening) -> None:
    """Closed, or a gathering opened meanwhile: the words come back on the page."""
    await closed(evening)
    phone = evening.phone()
    fields = {"id": "form-000001", "case": evening.case_id, "text": "Benk <b>nå</b>"}
    await evening.desk("inbox.turn", open=False)
    answer = await phone.send("/idea", fields)
    blank = {**fields, "text": " "}
    await evening.desk("inbox.turn", open=True)

    assert answer.status_code == 409
    assert "Benk <b>nå</b>" in html.unescape(answer.text)
    assert "<b>nå</b>" not in answer.text
    assert (await phone.send("/idea", blank)).status_code == 422
    assert evening.case.notes == {}


async def test_who_took_part_sees_their_notes_first_and_a_way_to_the_box(evening: Evening) -> None:
    """The page after a gathering stays as it was, with one button more."""
    phone = await joined(evening)
    await evening.desk("block.start", kind="needs")
    await phone.submit(text="Vil ha buss")
    await closed(evening)
    page = await phone.page()

    assert face_of(page) == "after"
    assert f"/?inbox={evening.case_id}" in page
    assert face_of(await phone.page(f"/?inbox={evening.case_id}")) == "inbox"


async def test_a_closed_box_is_nowhere_on_a_phone(evening: Evening) -> None:
    """The page waits for a gathering, as before."""
    await evening.desk("gathering.end")
    assert face_of(await evening.phone().page()) == "none"


async def test_no_program_reaches_the_box_past_the_form(evening: Evening) -> None:
    """JSON is another kind of body, and the other routes stay closed."""
    await closed(evening)
    phone = evening.phone()

    assert (await phone.say("/idea", text="Benk")).status_code == 415
    assert (await phone.say("/note", what="idea", text="Benk")).status_code == 409
    assert evening.case.notes == {}


async def test_one_changes_and_takes_back_the_idea_one_sent(evening: Evening) -> None:
    """From the page of the box, in two steps, and from no other phone."""
    await closed(evening)
    anna, berit = evening.phone(), evening.phone()
    await berit.page()
    page = html.unescape((await anna.submit(text="Benk ved bussen")).text)
    link = re.search(r'href="(/\?inbox=[^"]+edit=[^"]+)"', page)
    assert link
    note = link[1].rpartition("=")[2]

    done = await anna.submit(link[1], text="Benk i skyggen")

    assert face_of(done.text) == "inbox"
    assert status_of(done.text).startswith("Endret")
    assert face_of(await berit.page(link[1])) == "inbox"
    told = {"note": note, "case": evening.case_id}
    assert (await berit.say("/edit", **told, text="Min")).status_code == 409
    assert (await berit.say("/take-back", **told)).status_code == 409
    assert [n.text for n in evening.case.notes.values()] == ["Benk i skyggen"]
    gone = await anna.send("/take-back", {"id": "form-000002", **told})
    assert status_of(gone.text).startswith("Lappen er trukket tilbake")
    assert [n.state for n in evening.case.notes.values()] == ["taken_back"]


async def test_back_and_sent_again_changes_the_idea_and_never_says_that_the_box_is_shut(
    evening: Evening,
) -> None:
    """The same form with other words is an edit there, too."""
    await closed(evening)
    phone = evening.phone()
    await phone.page()
    fields = {"id": "form-000001", "case": evening.case_id}
    await phone.send("/idea", {**fields, "text": "Benk"})

    again = await phone.send("/idea", {**fields, "text": "Benk og lys"})

    assert (again.status_code, status_of(again.text)[:6]) == (200, "Endret")
    assert [n.text for n in evening.case.notes.values()] == ["Benk og lys"]


async def test_a_change_that_comes_too_late_brings_its_words_back(evening: Evening) -> None:
    """Also to who has not joined the gathering that is open now."""
    phone = await joined(evening)
    await evening.desk("block.start", kind="needs")
    await phone.submit(text="Vil ha buss")
    (note,) = evening.case.notes
    fields = {"note": note, "case": evening.case_id, "text": "Vil ha tog"}
    await evening.desk("gathering.end")
    over = await phone.send("/edit", {"id": "form-000001", **fields})
    await evening.desk("gathering.plan", title="Kveld 2")
    await evening.desk("gathering.open", gathering=list(evening.case.gatherings)[-1])
    later = await phone.send("/edit", {"id": "form-000002", **fields})

    for answer in (over, later):
        assert answer.status_code == 409
        assert "Samlingen er slutt" in answer.text
        assert "Vil ha tog" in answer.text
    assert evening.case.notes[note].text == "Vil ha buss"


async def test_an_idea_that_is_begun_stands_there_in_another_language(evening: Evening) -> None:
    """Without script, too; and once a gathering has opened the phone is shown in to it."""
    await closed(evening)
    phone = evening.phone()
    await phone.page()
    fields = {"lang": "en", "case": evening.case_id, "text": "Benk ved bussen"}

    page = (await phone.send("/language", fields)).text

    assert face_of(page) == "inbox"
    assert '<html lang="en">' in page
    assert "Benk ved bussen" in page
    assert (await phone.send("/language", {**fields, "text": " "})).url.path == "/"
    assert evening.case.notes == {}
