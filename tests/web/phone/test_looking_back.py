"""What became of my notes: at the end, between gatherings, the next evening, on another phone."""

import html

from screens.secrets import spoken
from tests.web.phone.evening import Evening, Phone
from tests.web.phone.pages import face_of, joined

ANSWER = "Kommunen prøver bestillingsbuss fra mai"


async def an_evening_with_answers(evening: Evening) -> tuple[Phone, str]:
    """Somebody's need in a cluster that has its fate, and their code; the gathering has ended."""
    phone, other = evening.phone(), await joined(evening)
    secret = str((await phone.join(role="relative", table=4))["secret"])
    await evening.desk("block.start", kind="needs")
    await phone.submit(text="Mor kommer seg ikke til legen")
    await other.submit(text="Vil ha bedre lys i gata")
    note, _ = evening.case.notes
    cluster = await evening.desk("cluster.make", title="Skyss", notes=[note])
    await evening.desk("fate.give", target=cluster, fate="in_round", answer=ANSWER)
    await evening.desk("gathering.end")
    return phone, secret


def told(page: str) -> None:
    """The page holds one's own note and its answer, and nothing of another's."""
    page = html.unescape(page)
    for words in ("Mor kommer seg ikke til legen", "Skyss", "Tas med i neste runde", ANSWER):
        assert words in page
    assert "lys i gata" not in page


async def test_the_end_of_a_gathering_tells_what_became_of_ones_notes(evening: Evening) -> None:
    """On the phone that wrote them, at once and after a restart of the hall."""
    phone, _ = await an_evening_with_answers(evening)

    at_once = await phone.page()
    evening.restart()

    assert face_of(at_once) == "after"
    told(at_once)
    told(await phone.page())


async def test_another_phone_looks_back_with_the_code(evening: Evening) -> None:
    """While no gathering is open; a code that is wrong, or nobody's, says so beside the field."""
    _, secret = await an_evening_with_answers(evening)
    another = evening.phone()
    wrong = await another.submit(code=spoken(secret)[:-1] + "!")
    nobodys = await another.submit(code="AAAA-AAAA-AAAA-A")

    done = await another.submit(code=spoken(secret).lower())

    for refused in (wrong, nobodys):
        assert refused.status_code == 422
        assert face_of(refused.text) == "none"
        assert 'class="error"' in refused.text
    assert face_of(done.text) == "after"
    told(done.text)


async def test_the_next_evening_the_code_brings_ones_notes_along(evening: Evening) -> None:
    """Joined again by the code on another phone, they and their fate stand on the page."""
    _, secret = await an_evening_with_answers(evening)
    second = await evening.desk("gathering.plan", title="Folkemøte 2")
    await evening.desk("gathering.open", gathering=second)
    another = evening.phone()

    page = await another.submit(role="relative", heads="1", table="", code=spoken(secret))

    assert face_of(page.text) == "wait"
    told(page.text)


async def test_who_said_two_things_sees_where_each_was_sorted(evening: Evening) -> None:
    """A note that was split lies wherever its parts do."""
    phone = await joined(evening)
    await evening.desk("block.start", kind="needs")
    await phone.submit(text="Buss og lys")
    (note,) = evening.case.notes
    split = await evening.desk("note.split", note=note, texts=["Buss", "Lys"])
    await evening.desk("cluster.make", title="Skyss", notes=[f"{split}-1"])
    await evening.desk("cluster.make", title="Gata", notes=[f"{split}-2"])
    page = html.unescape(await phone.page())

    assert "«Skyss · Gata»" in page
