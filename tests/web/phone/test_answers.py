"""What a phone gets back: its answers, its notes on another evening, its place on another phone."""

import re

from tests.web.phone.evening import Evening
from tests.web.phone.pages import face_of, joined


async def test_what_became_of_ones_notes(evening: Evening) -> None:
    """At the last station a phone sees the cluster, the fate and the answer of its own notes."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    await phone.submit(text="Trappa")
    (note,) = evening.case.notes
    cluster = await evening.desk("cluster.make", title="Klare seg i eget hus")
    await evening.desk("note.cluster", note=note, cluster=cluster)
    await evening.desk("fate.give", target=cluster, fate="in_use", answer="Fra 1. februar.")
    await evening.desk("answer_date.set", day="2027-05-28")
    await evening.desk("block.stop")
    await evening.desk("station.go", station=6)
    page = await phone.page()
    for words in (
        "Hva ble det til?",
        "→ Med i «Klare seg i eget hus»",
        "✓ I bruk nå",
        "Fra 1. februar.",
        "Du får svar senest 28. mai 2027.",
    ):
        assert words in page


async def test_after_the_gathering_ones_own_is_still_there(evening: Evening) -> None:
    """When the gathering has ended a phone that took part sees its notes; others see nothing."""
    await evening.desk("block.start", kind="needs")
    phone, stranger = await joined(evening), evening.phone()
    await phone.submit(text="Trappa")
    await stranger.page()
    await evening.desk("gathering.end")
    page = await phone.page()
    assert face_of(page) == "after"
    assert "«Trappa»" in page
    assert "/?edit=" not in page
    page = await stranger.page()
    assert face_of(page) == "none"
    assert "Trappa" not in page


async def test_without_a_gathering_the_page_waits_for_one(empty: Evening) -> None:
    """Before anything is open the page says so, and looks again by itself."""
    page = await empty.phone().page()
    assert "Ingen samling er åpen nå" in page
    assert "http-equiv" in page


async def test_a_phone_chooses_when_several_gatherings_are_open(evening: Evening) -> None:
    """With two teams open the phone is asked which, and stays with the one it joined."""
    other = await evening.open("Skolegården", question="Hva trenger dere?")
    phone = evening.phone()
    page = await phone.page()
    assert face_of(page) == "choose"
    assert "Gode år hjemme" in page
    done = await phone.submit(f"/?case={other}", role="youth", heads="1", table="")
    assert "Skolegården" in done.text
    assert "Skolegården" in await phone.page()
    assert evening.case.here == ()


async def test_the_personal_code_brings_one_back_on_another_phone(evening: Evening) -> None:
    """Who types the code on a new phone finds the notes again; a wrong one is told kindly."""
    await evening.desk("block.start", kind="needs")
    phone, other = await joined(evening), evening.phone()
    done = await phone.submit(text="Trappa")
    code = re.search(r'class="code">([^<]+)<', done.text)
    assert code
    fields = {"role": "resident", "heads": "1", "table": ""}
    wrong = await other.submit(**fields, code="ABC")
    assert wrong.status_code == 422
    assert "Koden stemmer ikke." in wrong.text
    strange = await other.submit(**fields, code="0000000-0000000")
    assert "Koden er ikke brukt i denne saken." in strange.text
    back = await other.submit(**fields, code=code[1].lower())
    assert "«Trappa»" in back.text
