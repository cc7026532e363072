"""While the question is talked about: what a phone shows, and what one may object."""

from tests.web.phone.evening import Evening, json_of
from tests.web.phone.pages import face_of, joined, status_of


async def test_the_question_stands_with_what_is_fixed_and_open(evening: Evening) -> None:
    """One reads it all, and may say why the question is wrong."""
    await evening.desk("question.write", text="Hva trenger du for å bo hjemme?")
    await evening.desk(
        "frame.set", fixed=["Taushetsplikt"], open=["Hvem som gjør hva"], who_decides="Rådet"
    )
    await evening.desk("block.start", kind="question")
    phone = await joined(evening)

    page = await phone.page()

    assert face_of(page) == "write"
    for words in ("Hva trenger du", "Taushetsplikt", "Hvem som gjør hva", "Rådet", "fordi"):
        assert words in page
    assert 'maxlength="280"' in page
    assert "Jeg trenger" not in page

    done = await phone.submit(text="Den spør ikke de unge")

    assert "Mottatt" in status_of(done.text)
    (note,) = evening.case.notes.values()
    assert (note.what, note.text) == ("objection", "Den spør ikke de unge")


async def test_too_long_an_objection_is_told_beside_the_field(evening: Evening) -> None:
    """Nothing is cut: the page says how much there is room for."""
    await evening.desk("block.start", kind="question")
    phone = await joined(evening)

    page = (await phone.submit(text="x" * 281)).text
    answer = await phone.say("/note", what="objection", text="x" * 281)

    assert "280" in page
    assert "281" in page
    assert "x" * 281 in page
    assert json_of(answer)["reason"] == "text_long"
    assert not evening.case.notes


async def test_an_objection_waits_for_its_block(evening: Evening) -> None:
    """Before the question is asked about, nobody can object by sending it anyway."""
    phone = await joined(evening)

    answer = await phone.say("/note", what="objection", text="For smalt")

    assert json_of(answer)["reason"] == "not_collecting"
