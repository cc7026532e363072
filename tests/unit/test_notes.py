"""What people say, and what becomes of it."""

from typing import Any

from tests.unit.given import an_evening, refusal


def test_a_phone_that_joined_can_write_a_need_while_needs_are_open() -> None:
    """A need from a phone waits for the facilitator, with its table and without its role."""
    evening = an_evening()

    note = evening.made("note.write", sender="phone", phone="anna", text="Jeg er redd for å falle.")

    kept = evening.it.notes[note]
    assert (kept.state, kept.table, kept.origin, kept.mark) == ("waiting", 3, "phone", "anna's")


def test_a_phone_that_has_not_joined_is_refused() -> None:
    """Nobody writes who has not said how many they are."""
    outcome = an_evening().when("note.write", sender="phone", phone="bo", text="Hei")

    assert refusal(outcome) == "not_joined"


def test_no_phone_writes_an_idea_while_the_need_is_open() -> None:
    """The solution waits until the need is understood (Jevnaker 2.4)."""
    evening = an_evening()

    outcome = evening.when("note.write", sender="phone", phone="anna", what="idea", text="Bygg")

    assert refusal(outcome) == "not_collecting"


def test_who_was_still_writing_may_send_it_when_the_meeting_has_moved_on() -> None:
    """A need that was begun while needs were open is taken after they have closed."""
    evening = an_evening()
    evening.made("block.start", kind="pause")

    note = evening.made("note.write", sender="phone", phone="anna", text="Jeg skrev ferdig.")

    assert evening.it.notes[note].state == "waiting"


def test_an_idea_said_aloud_while_the_need_is_open_is_parked_and_comes_back() -> None:
    """Nothing said is lost: a parked idea waits until ideas open."""
    evening = an_evening()
    idea = evening.made("note.write", origin="spoken", what="idea", text="Nabovakt")
    assert evening.it.notes[idea].state == "parked"

    evening.made("block.start", kind="ideas", reason="Haster")

    assert evening.it.notes[idea].state == "waiting"


def test_a_note_is_edited_only_by_who_wrote_it() -> None:
    """Another phone's edit is answered as if the note did not exist."""
    evening = an_evening()
    note = evening.made("note.write", sender="phone", phone="anna", text="En")

    other = evening.when("note.edit", sender="phone", phone="table", note=note, text="To")
    evening.made("note.edit", sender="phone", phone="anna", note=note, text="Tre")

    assert refusal(other) == "no_note"
    kept = evening.it.notes[note]
    assert (kept.text, kept.originals) == ("Tre", ("En",))


def test_an_edit_of_a_shown_note_waits_to_be_let_through_again() -> None:
    """What stands on the projector has always been read by the facilitator."""
    evening = an_evening()
    note = evening.made("note.write", sender="phone", phone="anna", text="Pent")
    evening.made("note.moderate", note=note, state="shown")

    evening.made("note.edit", sender="phone", phone="anna", note=note, text="Ikke pent")

    assert evening.it.notes[note].state == "waiting"


def test_a_note_cannot_be_edited_when_its_gathering_is_over() -> None:
    """What was said in a gathering stands when it has ended."""
    evening = an_evening()
    note = evening.made("note.write", sender="phone", phone="anna", text="En")
    evening.made("gathering.end")

    outcome = evening.when("note.edit", sender="phone", phone="anna", note=note, text="To")

    assert refusal(outcome) == "gathering_over"


def test_only_the_desk_steers() -> None:
    """No phone can hide a note, start a block or open a vote."""
    evening = an_evening()

    outcomes = [
        evening.when(name, sender="phone", phone="anna", **fields)  # type: ignore[arg-type]
        for name, fields in (
            ("note.moderate", {"note": "x", "state": "shown"}),
            ("block.start", {"kind": "ideas"}),
            ("vote.open", {}),
            ("projector.show", {"wall": "blank"}),
            ("undo", {}),
        )
    ]

    assert [refusal(o) for o in outcomes] == ["only_desk"] * 5


def test_an_idea_tied_to_a_cluster_that_is_not_there_is_refused() -> None:
    """An idea answers to needs that exist."""
    evening = an_evening()

    outcome = evening.when("note.write", what="idea", text="Ring", about=["nowhere"])

    assert refusal(outcome) == "no_cluster"


def test_a_role_follows_no_note_but_who_is_missing() -> None:
    """A role beside a table could tell who wrote a need; the suggestion alone is kept with it."""
    evening = an_evening()
    need = evening.made("note.write", sender="phone", phone="anna", text="Buss")
    evening.made("block.start", kind="missing")
    fields = {"text": "Elevrådet", "what": "actor", "category": "youth"}
    missing = evening.made("note.write", sender="phone", phone="anna", **fields)

    assert evening.it.notes[need].role is None
    assert evening.it.notes[missing].role == "resident"


def test_who_wrote_a_note_may_take_it_back_and_its_words_are_gone() -> None:
    """What was taken back has no words, counts for nothing, and is no matter of the desk's."""
    evening = an_evening()
    note = evening.made("note.write", sender="phone", phone="anna", text="Jeg angrer på dette.")
    evening.made("note.edit", sender="phone", phone="anna", note=note, text="Jeg angrer likevel.")

    evening.made("note.take_back", sender="phone", phone="anna", note=note)

    kept = evening.it.notes[note]
    assert (kept.state, kept.text, kept.originals, kept.counts) == ("taken_back", "", (), False)
    shown = evening.when("note.moderate", note=note, state="shown")
    assert refusal(shown) == "note_taken_back"
    anew = evening.when("note.edit", sender="phone", phone="anna", note=note, text="Nei")
    assert refusal(anew) == "note_taken_back"


def test_nobody_takes_back_what_another_wrote() -> None:
    """Neither another phone nor the desk can take a person's words from them."""
    evening = an_evening()
    note = evening.made("note.write", sender="phone", phone="anna", text="Jeg er redd for å falle.")

    assert (
        refusal(evening.when("note.take_back", sender="phone", phone="bo", note=note)) == "no_note"
    )
    assert refusal(evening.when("note.take_back", note=note)) == "no_note"
    assert evening.it.notes[note].state == "waiting"


def test_what_lay_under_a_note_that_is_taken_back_stands_by_itself() -> None:
    """Nobody's words vanish because somebody else took theirs back, and a split goes whole."""
    evening = an_evening()
    upper = evening.made("note.write", sender="phone", phone="anna", text="Buss på kvelden")
    lower = evening.made("note.write", origin="spoken", text="Kveldsbuss")
    evening.made("note.merge", note=lower, into=upper)
    evening.made("note.take_back", sender="phone", phone="anna", note=upper)
    assert evening.it.notes[lower].lies_open
    assert refusal(evening.when("note.merge", note=lower, into=upper)) == "note_taken_back"

    both = evening.made("note.write", sender="phone", phone="anna", text="Buss og benk")
    evening.made("note.split", note=both, texts=("Buss", "Benk"))
    evening.made("note.take_back", sender="phone", phone="anna", note=both)
    parts = evening.it.notes[both].parts
    assert [evening.it.notes[p].text for p in parts] == ["", ""]


def test_an_idea_that_is_voted_on_stays_until_the_vote_is_closed() -> None:
    """The targets of an open vote are frozen, also for who wrote one of them."""
    evening = an_evening()
    evening.made("block.start", kind="ideas", reason="Haster")
    ideas = [
        evening.made("note.write", sender="phone", phone="anna", what="idea", text=text)
        for text in ("Benker", "Følge")
    ]
    for idea in ideas:
        evening.made("note.moderate", note=idea, state="shown")
    vote = evening.made("vote.open", over="idea")

    wish = evening.when("note.take_back", sender="phone", phone="anna", note=ideas[0])
    assert refusal(wish) == "note_in_vote"

    evening.made("vote.close")
    evening.made("note.take_back", sender="phone", phone="anna", note=ideas[0])
    assert evening.it.votes[vote].targets == tuple(ideas)


def test_a_note_that_was_split_is_taken_back_and_not_edited() -> None:
    """Its parts are sorted in its place, so other words in it would be read by nobody."""
    evening = an_evening()
    evening.made("block.start", kind="needs")
    anna: dict[str, Any] = {"sender": "phone", "phone": "anna"}
    note = evening.made("note.write", **anna, text="Buss og lys")
    evening.made("note.split", note=note, texts=["Buss", "Lys"])

    assert refusal(evening.when("note.edit", **anna, note=note, text="Tog og lys")) == "note_split"
    evening.made("note.take_back", **anna, note=note)
    assert [n.text for n in evening.it.notes.values()] == ["", "", ""]
