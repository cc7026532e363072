"""Which words go with a note, and how one finds the note that is to go."""

from pathlib import Path

import pytest

from screens.cli import printing
from screens.paper.ground_part import question
from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.given import Evening, an_evening
from workshop import closing
from workshop.case import Case
from workshop.facts import fold, without_words
from workshop.forgetting import WordsForgotten, holding
from workshop.views import phone_view, projector_view


def erased(evening: Evening, note: str) -> Case:
    """The case when the words of a note are forgotten."""
    evening.made("words.forget", notes=[note])
    fact = evening.history[-1].fact
    assert isinstance(fact, WordsForgotten)
    case = fold([without_words(r) if r.seq in fact.seqs else r for r in evening.history])
    assert case is not None
    return case


def test_the_answer_to_an_erased_note_goes_with_it() -> None:
    """An answer often says again what it answers; that there was one stays."""
    evening = an_evening()
    note = evening.made("note.write", text="Ola Nordli kjører for fort")
    other = evening.made("note.write", text="Et sted å sitte")
    evening.made("fate.give", target=note, fate="parked", answer="Vi snakker med Ola Nordli")
    evening.made("fate.give", target=other, fate="parked", answer="Vi ser på det til høsten")

    report = as_markdown(erased(evening, note), Words())

    assert "Nordli" not in report
    assert "Vi ser på det til høsten" in report
    assert "Teksten er slettet." in report


def test_a_note_is_found_by_words_that_it_no_longer_has() -> None:
    """Its earlier words and the reason it was hidden count; what is said of no note does not."""
    evening = an_evening()
    first = evening.made("note.write", text="Nevner HANSEN her")
    evening.made("note.edit", note=first, text="Nevner ingen")
    second = evening.made("note.write", text="Noe annet")
    evening.made("note.moderate", note=second, state="hidden", reason="Om Hansen")
    evening.made("cluster.make", title="Hansen")

    assert holding(evening.history, "hansen") == (first, second)
    assert holding(evening.history, "finnes ikke") == ()


def test_words_are_sought_in_the_run_sheet_too() -> None:
    """A history with a planned run sheet is searched like any other."""
    evening = an_evening()
    evening.made("block.plan", gathering=evening.it.gathering, kind="needs", minutes=9)
    note = evening.made("note.write", text="Nevner Hansen her")

    assert holding(evening.history, "hansen") == (note,)


def test_pages_that_were_printed_are_named_after_erasing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the desk has written in the documents is no part of the file, and easily forgotten."""
    monkeypatch.setattr(printing, "user_documents_path", lambda: tmp_path)
    assert printing.left_behind() == []
    page = tmp_path / "Medspill" / "gode-år-rapport.html"
    page.parent.mkdir()
    page.write_text("Nordli", "utf-8")

    assert printing.left_behind() == [page]


def test_a_note_without_words_stands_on_no_wall_and_in_no_list() -> None:
    """Nobody can sort, answer or vote on it; its sender is told, and the report counts it."""
    evening = an_evening()
    note = evening.made("note.write", sender="phone", phone="anna", text="Ola Nordli")
    evening.made("note.moderate", note=note, state="shown")
    evening.made("note.write", text="Denne blir")

    case = erased(evening, note)

    assert projector_view(case, evening.now, ()).notes == ()
    assert projector_view(case, evening.now, ()).count == len(case.notes)
    assert note not in closing.owed(case)
    (mine,) = phone_view(case, evening.now, None, (note,), None).notes
    assert (mine.text, mine.editable) == ("", False)


def test_erased_words_leave_the_frame_too_and_the_rest_of_it_stays() -> None:
    """What was taken in from the note goes, also out of later versions of the frame."""
    evening = an_evening()
    evening.made("frame.set", fixed=["Loven"], who_decides="Kommunestyret")
    evening.made("block.start", kind="frame")
    note = evening.made("note.write", what="frame", text="Hansen må gå", side="open")
    evening.made("frame.take_in", note=note)
    evening.made("frame.set", open=["Hansen må gå", "Rutene"])
    assert holding(evening.history, "hansen") == (note,)

    evening.made("words.forget", notes=[note])

    (gone,) = [r.fact for r in evening.history if isinstance(r.fact, WordsForgotten)]
    kept = [without_words(r) if r.seq in gone.seqs else r for r in evening.history]
    assert "Hansen" not in str([r.fact for r in kept])
    case = fold(kept)
    assert case is not None
    assert (case.frame.fixed, case.frame.open) == (("Loven",), ("Rutene",))
    assert case.frame.who_decides == "Kommunestyret"


def test_what_was_hidden_or_erased_is_not_printed_as_what_the_room_wanted() -> None:
    """The report's lists hold what can stand there, and no empty line."""
    evening = an_evening()
    evening.made("block.start", kind="frame")
    rude = evening.made("note.write", what="frame", text="Ordføreren må gå", side="open")
    evening.made("note.moderate", note=rude, state="hidden")
    name = evening.made("note.write", what="frame", text="Hansen må med", side="open")
    evening.made("note.write", what="frame", text="Rutene", side="open")

    told = "\n".join(question(erased(evening, name), Words()))

    assert "- Rutene" in told
    assert not [words for words in ("Ordføreren", "Hansen") if words in told]
    assert told.count("- ") == 1
