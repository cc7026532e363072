"""Station 5 on phones: needs for ideas, «I can test», and the same phone over two evenings."""

import html

from tests.web.phone.evening import Evening, json_of
from tests.web.phone.pages import joined
from workshop.views import projector_view
from workshop.volunteers import willing


async def test_one_says_i_can_test_and_takes_it_back(evening: Evening) -> None:
    """A button without script; the wall tells how many, never who."""
    phone = await joined(evening)
    cluster = await evening.desk("cluster.make", title="Bli savnet")
    sketch = await evening.desk("sketch.make", title="Morgenringen", needs=[cluster])
    await evening.desk("test.plan", sketch=sketch, believe="a", do="b", homes=5)
    await evening.desk("block.start", kind="test", reason="Haster")
    assert "Jeg kan teste" in await phone.page()

    done = await phone.submit()

    assert "Jeg kan ikke likevel" in done.text
    assert "Takk. Dere er talt med" in html.unescape(done.text)
    assert willing(evening.case, 1) == 1
    view = projector_view(evening.case, evening.service.now(), ())
    assert (view.wall, view.turn.wanted, view.turn.willing) == ("testing", 5, 1)
    (mark,) = evening.case.volunteers
    assert mark not in evening.case.presences
    assert mark not in view.model_dump_json()

    await phone.submit()
    assert willing(evening.case, 1) == 0
    assert (await phone.me())["can_test"] is False


async def test_nobody_offers_to_test_when_it_is_not_asked(evening: Evening) -> None:
    """A late tap is told so and counts nothing."""
    phone = await joined(evening)
    block = await evening.desk("block.start", kind="test", reason="Haster")
    await evening.desk("block.start", kind="pause")

    late = await phone.say("/test", block=block)

    assert (late.status_code, json_of(late)["reason"]) == (409, "not_asking_testers")
    assert evening.case.volunteers == {}


async def test_an_idea_on_the_page_picks_a_need_or_says_none(evening: Evening) -> None:
    """Without a choice the words stay and the page asks; a program's idea is flagged instead."""
    phone = await joined(evening)
    cluster = await evening.desk("cluster.make", title="Skyss")
    await evening.desk("block.start", kind="ideas", reason="Haster")

    asked = await phone.submit(text="Ring en buss")
    assert asked.status_code == 409
    assert "Velg hvilket behov" in html.unescape(asked.text)
    assert "Ring en buss" in asked.text
    await phone.submit(text="Ring en buss", about=cluster)
    await phone.submit(text="Noe helt annet", no_need="1")
    await phone.say("/note", what="idea", text="Fra et program")

    ideas = [(n.text, n.about) for n in evening.case.notes.values()]
    assert ideas == [("Ring en buss", (cluster,)), ("Noe helt annet", ()), ("Fra et program", ())]


async def test_a_phone_is_known_again_the_next_evening_after_a_restart(evening: Evening) -> None:
    """Its needs keep their round, the clusters stand, and only its secret tells whose they are."""
    phone = await joined(evening)
    await evening.desk("block.start", kind="needs")
    await phone.submit(text="Vil bli savnet")
    (note,) = evening.case.notes
    cluster = await evening.desk("cluster.make", title="Bli savnet", notes=[note])
    await evening.desk("round.decide", decision="back_to_need", reason="Vi vet for lite")
    await evening.desk("gathering.end")
    evening.restart()
    second = await evening.desk("gathering.plan", title="Folkemøte 2")
    await evening.desk("gathering.open", gathering=second)

    page = await phone.page()
    await phone.submit()

    case = evening.case
    assert "Bli med" in page
    assert [n["text"] for n in (await phone.me())["notes"]] == ["Vil bli savnet"]
    assert (case.notes[note].round, case.notes[note].cluster, case.round) == (1, cluster, 2)
    await evening.desk("block.start", kind="needs")
    await phone.submit(text="Og ringes")
    assert [n.round for n in evening.case.notes.values()] == [1, 2]
    assert len({n.mark for n in evening.case.notes.values()}) == 2
