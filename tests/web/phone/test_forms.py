"""The whole flow as plain forms, as a browser without script sends them."""

import re

from tests.web.phone.evening import Evening
from tests.web.phone.pages import SHOWN, face_of, joined, status_of


async def test_one_screen_and_one_button_to_join(evening: Evening) -> None:
    """The first page asks role, table and heads; sending it leads back to the page, inside."""
    phone = evening.phone()
    page = await phone.page()
    assert face_of(page) == "join"
    code = evening.case.evening
    assert code
    assert code.code in page
    assert page.count('<button class="main"') == 1

    done = await phone.submit(role="relative", table="4", heads="3")

    assert [r.status_code for r in done.history] == [303]
    assert done.history[0].headers["location"].startswith("/?after=")
    assert status_of(done.text) == "Du er med"
    assert "Bord 4." in done.text
    assert "Dere er 3 på telefonen." in done.text
    (presence,) = evening.case.here
    assert (presence.role, presence.table, presence.heads) == ("relative", 4, 3)


async def test_the_cookie_is_the_phones_alone_and_lasts(evening: Evening) -> None:
    """The secret travels as a cookie of the case: not for scripts, not from other sites."""
    phone = evening.phone()
    answer = await phone.get()
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"medspill_{evening.case_id}=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie
    assert "Secure" not in cookie
    age = re.search(r"Max-Age=(\d+)", cookie)
    assert age
    assert int(age[1]) > 60 * 60 * 24 * 90


async def test_a_phone_that_refuses_cookies_is_told_so(evening: Evening) -> None:
    """Joining without a cookie sends to a page that says what to do when none comes back."""
    phone = evening.phone()
    fields = {"id": evening.fresh(), "role": "resident", "heads": "1"}
    answer = await phone.send("/join", fields, follow=False)
    phone.client.cookies.clear()
    page = await phone.page(answer.headers["location"])
    assert "informasjonskapsler" in status_of(page)


async def test_what_was_received_is_said_once_with_its_words(evening: Evening) -> None:
    """A note leads to «Mottatt kl.» and its own text; the next look does not say it again."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)

    done = await phone.submit(text="Trappa er et problem")

    assert SHOWN.match(status_of(done.text))
    assert "«Trappa er et problem»" in status_of(done.text)
    again = await phone.page()
    assert status_of(again) == ""
    assert "«Trappa er et problem»" in again
    (note,) = evening.case.notes.values()
    assert (note.text, note.what, note.origin, note.state) == (
        "Trappa er et problem",
        "need",
        "phone",
        "waiting",
    )


async def test_the_same_form_sent_twice_is_one_note(evening: Evening) -> None:
    """A double tap gives the first receipt again."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    fields = {"id": "a-double-tap", "what": "need", "text": "Buss om kvelden"}
    await phone.send("/note", fields)
    again = await phone.send("/note", fields)
    assert SHOWN.match(status_of(again.text))
    assert len(evening.case.notes) == 1


async def test_back_and_other_words_is_an_edit(evening: Evening) -> None:
    """The same form with other words changes the note, and the page says «Endret»."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    await phone.send("/note", {"id": "went-back", "text": "Buss"})
    done = await phone.send("/note", {"id": "went-back", "text": "Buss om kvelden"})
    assert status_of(done.text).startswith("Endret")
    (note,) = evening.case.notes.values()
    assert (note.text, note.originals) == ("Buss om kvelden", ("Buss",))


async def test_an_empty_note_is_asked_for_words_beside_the_field(evening: Evening) -> None:
    """The error stands at the field, which gets the focus, and the form keeps its id."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    answer = await phone.send("/note", {"id": "keep-this-id", "text": " \n "})
    assert answer.status_code == 422
    assert "Skriv minst ett ord." in answer.text
    assert re.search(r'<textarea[^>]*aria-invalid="true" autofocus', answer.text)
    assert re.search(r'<textarea[^>]*aria-describedby="text-error text-help"', answer.text)
    assert 'value="keep-this-id"' in answer.text


async def test_a_note_that_is_too_long_is_kept_whole_on_the_page(evening: Evening) -> None:
    """Nothing is cut: the text comes back with how long it is and how long it may be."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    text = "a" * 2_143
    answer = await phone.send("/note", {"id": "far-too-long", "text": text})
    assert answer.status_code == 422
    assert (
        "Det er plass til 2\N{NO-BREAK SPACE}000 tegn, og du har skrevet 2\N{NO-BREAK SPACE}143."
        in answer.text
    )
    assert text in answer.text


async def test_a_note_that_is_not_asked_for_stays_on_the_page(evening: Evening) -> None:
    """When the gathering has not asked for ideas, the words stand there and it is said why."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    await evening.desk("block.stop")
    idea = {"id": "came-too-soon", "what": "idea", "text": "Nesten ferdig <b>"}
    answer = await phone.send("/note", idea)
    assert answer.status_code == 409
    assert face_of(answer.text) == "unsent"
    assert "Nesten ferdig &lt;b&gt;</textarea>" in answer.text
    assert "Salen samler ikke inn dette nå." in status_of(answer.text)


async def test_ones_own_note_can_be_edited_from_the_page(evening: Evening) -> None:
    """A link at the note opens it; saving says «Endret» and the note says so too."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    done = await phone.submit(text="Bus")
    link = re.search(r'href="(/\?edit=[^"]+)"', done.text)
    assert link
    done = await phone.submit(link[1], text="Buss")
    assert status_of(done.text) == "Endret   «Buss»"
    assert "· Endret" in done.text


async def test_the_frame_and_the_question_stand_on_the_waiting_page(evening: Evening) -> None:
    """Who waits can read the question, what is fixed, what is open and who decides."""
    await evening.desk(
        "frame.set",
        fixed=["Budsjettet"],
        open=["Hvordan"],
        who_decides="Kommunestyret",
        when_decided="12. juni",
    )
    page = await (await joined(evening)).page()
    for words in ("Hva trenger du for å bo trygt hjemme?", "Budsjettet", "Hvordan"):
        assert words in page
    assert "Kommunestyret, 12. juni" in page
    assert '<noscript><meta http-equiv="refresh" content="20"></noscript>' in page


async def test_a_pause_says_when_it_goes_on(evening: Evening) -> None:
    """A pause tells the minutes left, and says «om litt» when its clock stands still."""
    phone = await joined(evening)
    await evening.desk("block.start", kind="pause", minutes=12)
    assert "Vi begynner igjen om 12 minutter." in await phone.page()
    await evening.desk("clock.pause")
    assert "Vi begynner igjen om litt." in re.sub(r"data-\w+=\"[^\"]*\"", "", await phone.page())


async def test_no_page_where_one_writes_reloads_itself(evening: Evening) -> None:
    """Only the waiting page is drawn anew by itself, so that no text is pulled away."""
    phone = await joined(evening)
    for path in ("/?change", "/?edit=none"):
        page = await phone.page(path)
        assert ("http-equiv" in page) == (face_of(page) == "wait")
    await evening.desk("block.start", kind="needs")
    assert "http-equiv" not in await phone.page()


async def test_role_table_and_heads_can_be_changed(evening: Evening) -> None:
    """The form comes back filled in; what is changed is said with «Endret»."""
    phone = evening.phone()
    await phone.submit(role="youth", table="7", heads="1")
    page = await phone.page("/?change")
    assert re.search(r'value="youth" checked', page)
    assert re.search(r'name="table"[^>]*value="7"', page)
    done = await phone.submit("/?change", role="youth", table="8", heads="2")
    assert status_of(done.text) == "Endret"
    (presence,) = evening.case.here
    assert (presence.table, presence.heads) == (8, 2)


async def test_a_wrong_table_is_told_beside_the_field(evening: Evening) -> None:
    """A table that is no number from 1 to 99 is asked for again, with the rest kept."""
    phone = evening.phone()
    for table in ("0", "100", "fire", "9" * 5_000):
        answer = await phone.submit(role="youth", table=table, heads="4")
        assert answer.status_code == 422
        assert "Bordnummer er et tall fra 1 til 99." in answer.text
        assert re.search(r'value="youth" checked', answer.text)
    assert evening.case.here == ()


async def test_an_idea_says_which_needs_it_answers(evening: Evening) -> None:
    """While ideas are open the form lists the clusters, and several can be chosen."""
    first, second = [await evening.desk("cluster.make", title=t) for t in ("Helger", "Buss")]
    phone = await joined(evening)
    await evening.desk("block.start", kind="ideas", reason="Haster")
    assert "Vi kan prøve å" in await phone.page()
    await phone.submit(text="Felles middag", about=[first, second])
    (note,) = evening.case.notes.values()
    assert (note.what, note.about) == ("idea", (first, second))
