"""The facilitator's hand on what reaches the wall."""

from tests.unit.given import an_evening, refusal


def test_all_can_be_let_through_as_it_comes_and_wait_again() -> None:
    """The switch shows what waits and what comes, an edit too; off, everything waits again."""
    evening = an_evening()
    before = evening.made(
        "note.write", sender="phone", phone="anna", text="Jeg er redd for å falle"
    )
    evening.made("wall.let", all=True)
    after = evening.made("note.write", sender="phone", phone="anna", text="Bussen går for tidlig")
    evening.made("note.edit", sender="phone", phone="anna", note=after, text="Bussen går for seint")
    assert [evening.it.notes[n].state for n in (before, after)] == ["shown", "shown"]

    evening.made("wall.let", all=False)

    last = evening.made("note.write", sender="phone", phone="anna", text="Trappa er bratt")
    assert evening.it.notes[last].state == "waiting"


def test_one_undo_takes_the_switch_and_what_it_showed_back() -> None:
    """A slip of the key is one act, and comes back as one."""
    evening = an_evening()
    note = evening.made("note.write", sender="phone", phone="anna", text="Jeg er redd for å falle")
    switch = evening.made("wall.let", all=True)

    evening.made("undo", command=switch)

    assert evening.it.notes[note].state == "waiting"
    assert not evening.it.lets_all_through


def test_the_switch_holds_for_one_gathering() -> None:
    """The next evening begins safe, whatever somebody let through the last time."""
    evening = an_evening()
    evening.made("wall.let", all=True)
    evening.made("gathering.end")
    new = evening.made("gathering.plan", title="Andre kveld")
    evening.made("gathering.open", gathering=new)

    assert not evening.it.lets_all_through


def test_only_a_note_from_a_phone_has_a_phone_to_quiet() -> None:
    """Paper has no phone, and without a gathering there is nobody to quiet."""
    evening = an_evening()
    slip = evening.made("note.write", origin="paper", number=1, text="Jeg er redd for å falle")

    assert refusal(evening.when("phone.mute", note=slip)) == "not_from_phone"
    assert refusal(evening.when("phone.mute", note="nowhere")) == "no_note"
