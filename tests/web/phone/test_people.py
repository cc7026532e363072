"""Who is missing, and what one can contribute: plain forms, from a phone without script."""

from tests.web.phone.evening import Evening, json_of
from tests.web.phone.pages import SHOWN, face_of, joined, status_of


async def test_who_is_missing_is_a_line_and_a_chip(evening: Evening) -> None:
    """The page asks in its own words, offers kinds of people, and stores both."""
    await evening.desk("question.write", text="Hva trenger du?")
    await evening.desk("block.start", kind="missing")
    phone = await joined(evening)
    page = await phone.page()
    assert face_of(page) == "write"
    assert '<h1 dir="auto">Hvem mangler i rommet?</h1>' in page
    assert page.count('name="category"') == 12

    done = await phone.submit(text="Drosjesjåførene", category="business")

    assert SHOWN.match(status_of(done.text))
    (note,) = evening.case.notes.values()
    assert (note.what, note.text, note.category) == ("actor", "Drosjesjåførene", "business")
    assert (note.role, note.state) == ("resident", "waiting")


async def test_one_may_not_know_where_they_belong(evening: Evening) -> None:
    """The first chip is chosen, and is nothing."""
    await evening.desk("block.start", kind="missing")
    phone = await joined(evening)
    await phone.submit(text="De som aldri kommer", category="")

    (note,) = evening.case.notes.values()
    assert note.category is None


async def test_too_long_a_line_stands_in_its_form_again(evening: Evening) -> None:
    """Two hundred characters; the words and the chip stay for a person to mend."""
    await evening.desk("block.start", kind="missing")
    phone = await joined(evening)
    answer = await phone.submit(text="x" * 201, category="youth")

    assert answer.status_code == 409
    assert "Det er plass til 200 tegn, og du har skrevet 201." in answer.text
    assert "x" * 201 in answer.text
    assert 'value="youth" checked' in answer.text
    wrong = await phone.submit(text="Noen", category="martians")
    assert wrong.status_code == 422
    assert "Velg en av gruppene" in wrong.text
    assert evening.case.notes == {}


async def test_an_offer_is_a_note_of_its_own_kind(evening: Evening) -> None:
    """«Dette kan jeg bidra med» is kept in its own words, and becomes a pledge later."""
    await evening.desk("block.start", kind="offers")
    phone = await joined(evening)
    page = await phone.page()
    assert "Hva kan du bidra med?" in page
    assert "category" not in page

    await phone.submit(text="Jeg kan kjøre på torsdager")

    (note,) = evening.case.notes.values()
    assert note.what == "offer"
    await evening.desk("pledge.make", text="Kjøre på torsdager", who="Kari", note=note.id)
    assert "Blitt til et løfte" in await phone.page()


async def test_a_suggestion_that_was_taken_up_is_told_to_who_made_it(evening: Evening) -> None:
    """The phone says that they are on the list, and a program hears it, too."""
    await evening.desk("block.start", kind="missing")
    phone = await joined(evening)
    sent = await phone.say("/note", what="actor", text="Ungdomsklubben", category="youth")
    note = json_of(sent)["command"]
    await evening.desk("actor.name", who="Ungdomsklubben", category="youth", note=note)

    assert "Tatt med blant dem vi vil spørre" in await phone.page()
    assert [n["taken"] for n in (await phone.me())["notes"]] == [True]


async def test_nothing_is_taken_that_the_hall_does_not_ask_for(evening: Evening) -> None:
    """A suggestion while needs are open is refused, and stays on the phone to be copied."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    answer = await phone.send("/note", {"id": "too-early-1", "what": "actor", "text": "Ungdom"})
    assert answer.status_code == 409
    assert "Lappen er ikke sendt" in answer.text
