"""What a phone is told and asked beside the block: the opening, one's own offer, a test."""

import html

from tests.web.phone.evening import Evening, json_of
from tests.web.phone.pages import face_of, joined, status_of
from workshop.rounds import real_testers
from workshop.views import projector_view


async def a_test_is_out(evening: Evening) -> str:
    """A test that has started; its id."""
    cluster = await evening.desk("cluster.make", title="Bli savnet")
    sketch = await evening.desk("sketch.make", title="Morgenringen", needs=[cluster])
    test = await evening.desk("test.plan", sketch=sketch, believe="a", do="b", homes=5)
    await evening.desk("test.start", test=test)
    return test


async def test_a_tester_answers_two_questions_without_script(evening: Evening) -> None:
    """The answer counts as one who has the need, can be mended, and tells nobody who gave it."""
    phone = await joined(evening)
    test = await a_test_is_out(evening)
    assert "Jeg har testet «Morgenringen»" in html.unescape(await phone.page())

    asked = html.unescape(await phone.page(f"/?tell={test}"))
    lacking = await phone.submit(f"/?tell={test}", has_need="1", text="Ble ringt for seint")
    done = await phone.submit(f"/?tell={test}", has_need="1", hit="partly", text="Ble ringt")

    assert face_of(asked) == "tell"
    assert "Er det du som har behovet?" in asked
    assert lacking.status_code == 422
    assert "Ble ringt for seint" in lacking.text
    assert "Velg ett av svarene." in html.unescape(lacking.text)
    assert "Takk. Det dere fant ut, er tatt med." in status_of(done.text)
    assert "Rett svaret ditt om «Morgenringen»" in html.unescape(done.text)
    (tester,) = evening.case.tests[test].heard
    assert (tester.hit, tester.quote, tester.category) == ("partly", "Ble ringt", None)
    assert real_testers(evening.case, evening.case.tests[test]) == 1
    assert tester.mark not in evening.case.presences
    assert (
        "Ble ringt" not in projector_view(evening.case, evening.service.now(), ()).model_dump_json()
    )

    await phone.submit(f"/?tell={test}", has_need="0", hit="no", text="")
    (mended,) = evening.case.tests[test].heard
    assert (mended.has_need, mended.hit, mended.quote) == (False, "no", "")


async def test_nobody_reads_what_another_answered_after_a_test(evening: Evening) -> None:
    """Each phone is told its own answer only, also after a restart."""
    one, other = await joined(evening), await joined(evening)
    test = await a_test_is_out(evening)
    await one.say("/tell", test=test, has_need=True, hit="yes", text="Kjempefint")
    evening.restart()

    (mine,), (theirs,) = (await one.me())["tests"], (await other.me())["tests"]
    assert mine["said"] == {"has_need": True, "hit": "yes", "quote": "Kjempefint"}
    assert theirs["said"] is None
    assert "Kjempefint" not in await other.page()


async def test_an_employee_is_told_that_the_answer_does_not_count_as_the_need(
    evening: Evening,
) -> None:
    """They are not asked whether the need is theirs; late answers are refused and kept visible."""
    phone = evening.phone()
    await phone.join(role="employee")
    test = await a_test_is_out(evening)

    page = html.unescape(await phone.page(f"/?tell={test}"))
    await phone.submit(f"/?tell={test}", hit="yes", text="Vi så det virke")
    await evening.desk("test.record", test=test, result="Delvis", hit="partly", testers=2)
    late = await phone.say("/tell", test=test, hit="no")

    assert "Du kom som ansatt eller leder" in page
    assert [t.has_need for t in evening.case.tests[test].heard] == [False]
    assert (late.status_code, json_of(late)["reason"]) == (409, "test_not_out")
    assert (await phone.me())["tests"] == []


async def test_one_offers_to_contribute_while_nothing_is_open(evening: Evening) -> None:
    """The button stands there only between blocks; what was being written is taken in."""
    phone = await joined(evening)
    waiting = html.unescape(await phone.page())
    form = await phone.page("/?offer")
    await evening.desk("block.start", kind="needs")
    busy = html.unescape(await phone.page())
    late = await phone.say("/note", what="offer", text="Låne bort lokalet")
    await evening.desk("block.stop")
    done = await phone.submit("/?offer", text="Kjøre dem som ikke har bil")

    assert "Dette kan jeg bidra med" in waiting
    assert face_of(form) == "offer"
    assert "Dette kan jeg bidra med" not in busy
    assert late.status_code == 200
    assert "Mottatt" in status_of(done.text)
    assert [(n.what, n.text) for n in evening.case.notes.values()] == [
        ("offer", "Låne bort lokalet"),
        ("offer", "Kjøre dem som ikke har bil"),
    ]


async def test_the_opening_stands_on_phones_once_the_hall_has_seen_it(evening: Evening) -> None:
    """Before that nothing of it; afterwards latecomers read it, too, until the gathering ends."""
    phone = await joined(evening)
    await evening.desk("why_asked.say", text="Dere bor her")
    await evening.desk("promise.make", text="Alle får svar", due="2025-03-14")
    before = await phone.page() + await evening.phone().page()

    await evening.desk("projector.show", wall="opening")
    now = html.unescape(await phone.page())
    await evening.desk("projector.show", wall="question")
    later, newcomer = await phone.page(), html.unescape(await evening.phone().page())

    assert "Dere bor her" not in before
    for words in ("Derfor er du spurt", "Dere bor her", "Dette lover vi", "Alle får svar"):
        assert words in now
        assert words in newcomer
    assert "14. mars 2025" in now
    assert '<details class="frame" open>' in now
    assert '<details class="frame" >' in later


async def test_who_has_had_their_answer_forgotten_still_counts(evening: Evening) -> None:
    """Words and code are gone; two whose words are gone are still two."""
    phones = [await joined(evening), await joined(evening)]
    test = await a_test_is_out(evening)
    for phone in phones:
        await phone.say("/tell", test=test, has_need=True, hit="yes", text="Bare jeg vet dette")
    heard = evening.case.tests[test].heard
    await evening.desk("words.forget", testers=[t.id for t in heard])
    evening.restart()

    known = evening.case.tests[test]
    assert [(t.code, t.quote, t.hit) for t in known.heard] == [("", "", "yes")] * 2
    assert real_testers(evening.case, known) == 2
