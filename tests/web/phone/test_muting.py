"""A phone that plays pranks is quieted, and nobody learns whose it is."""

from tests.web.phone.evening import Evening
from tests.web.phone.pages import face_of, joined
from workshop.views.live import turn_of


async def test_a_quieted_phone_sends_no_more_notes_but_votes(evening: Evening) -> None:
    """It is told so in words, keeps its text, and is heard again when the desk says so."""
    await evening.desk("block.start", kind="needs")
    anna, bo = await joined(evening), await joined(evening)
    await anna.submit(text="Tull og tøys")
    (prank,) = evening.case.notes
    await evening.desk("phone.mute", note=prank)

    refused = await anna.submit(text="Mer tull")
    assert refused.status_code == 409
    assert "ikke imot flere lapper" in refused.text
    assert "Mer tull" in refused.text
    assert face_of(refused.text) == "write"
    edit = await anna.say("/edit", note=prank, text="Verre tull")
    assert edit.status_code == 409
    assert (await bo.say("/note", what="need", text="Trappa er bratt")).status_code == 200
    assert (await anna.say("/take-back", note=prank)).status_code == 200

    await evening.desk("phone.mute", note=prank, muted=False)
    assert (await anna.say("/note", what="need", text="Bussen")).status_code == 200


async def test_nothing_stored_or_told_says_whose_phone_it_was(evening: Evening) -> None:
    """The fact names the note alone; another phone and the shared frame learn nothing."""
    await evening.desk("block.start", kind="needs")
    anna, bo = await joined(evening), await joined(evening)
    await anna.submit(text="Tull og tøys")
    await anna.say("/note", what="need", text="Tøys igjen")
    prank, other = evening.case.notes
    before = {**await bo.me(), "left": None}
    turn = turn_of(evening.case)

    await evening.desk("phone.mute", note=prank)

    fact = evening.ledger.after(evening.case.seq - 1)[0].fact
    assert fact.model_dump() == {"kind": "phone.muted", "note": prank, "muted": True}
    assert {**await bo.me(), "left": None} == before
    assert turn_of(evening.case) == turn
    assert set(evening.case.muted) == {prank} != {other}


async def test_it_holds_after_a_restart_and_until_the_gathering_ends(evening: Evening) -> None:
    """The hall finds the phone by its own mark on the note, and forgets with the evening."""
    await evening.desk("block.start", kind="needs")
    anna = await joined(evening)
    await anna.submit(text="Tull og tøys")
    (prank,) = evening.case.notes
    await evening.desk("phone.mute", note=prank)
    evening.restart()
    assert (await anna.say("/note", what="need", text="Mer")).status_code == 409

    await evening.desk("gathering.end")
    new = await evening.desk("gathering.plan", title="Andre kveld")
    await evening.desk("gathering.open", gathering=new)
    await evening.desk("block.start", kind="needs")
    await anna.join()

    assert (await anna.say("/note", what="need", text="Bussen")).status_code == 200
