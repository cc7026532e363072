"""What the desk has done, told in words: for «u», and for the list of it all."""

from typing import get_args

import pytest

from screens.desk.doings import Doing, doing, doings, in_the_way, withdrawn_by
from screens.desk.undoing import Memory, Sent
from screens.words import LANGUAGES, Words
from tests.unit.given import Evening, an_evening, refusal
from workshop.facts import KINDS
from workshop.terms import NoteState

NEVER = {"case.opened", "command.withdrawn", "words.forgotten", "note.taken_back", "person.joined"}
"""What is no act of the desk's."""
SAY = Words("nb")


@pytest.fixture
def evening() -> Evening:
    """Two needs from a phone, the second of them hidden."""
    evening = an_evening()
    phone = {"sender": "phone", "phone": "anna", "what": "need"}
    evening.made("note.write", id="note-0001", text="En benk ved bussen", **phone)
    evening.made("note.write", id="note-0002", text="Grovt og usaklig", **phone)
    evening.made("note.moderate", id="hide-0001", note="note-0002", state="hidden")
    return evening


def told(evening: Evening) -> tuple[Doing, ...]:
    return doings(evening.history, evening.it, SAY)


def test_newest_first_and_only_the_desks(evening: Evening) -> None:
    """What phones sent is no act of the desk's; each act says what it was done to."""
    words = [one.whole for one in told(evening)]

    assert words[0] == "Skjulte en lapp: Grovt og usaklig"
    assert words[1] == "Startet et punkt: Behov åpent"
    assert not any("benk" in line for line in words)
    assert [one.at for one in told(evening)] == sorted((o.at for o in told(evening)), reverse=True)


def test_what_was_undone_still_stands_there(evening: Evening) -> None:
    """Undoing takes nothing off the list; the undo itself tells what it took back."""
    undo = evening.made("undo")

    assert withdrawn_by(undo, evening.history) == "hide-0001"
    assert told(evening)[0] == Doing(
        "hide-0001", told(evening)[0].at, "Skjulte en lapp", "Grovt og usaklig", undone=True
    )
    assert doing("hide-0001", evening.history, evening.it, SAY)


def test_what_builds_on_it_is_named_in_words(evening: Evening) -> None:
    """Where an act cannot be undone, the desk says what must be undone first, without codes."""
    cluster = evening.made("cluster.make", id="cluster-01", title="Benker", notes=["note-0001"])
    evening.made("cluster.rename", cluster=cluster, title="Et sted å hvile")

    assert refusal(evening.when("undo", command=cluster)) == "others_build_on_it"
    later = in_the_way(cluster, evening.history, evening.it, SAY)
    assert later == ("Ga en klynge nytt navn",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_has_its_words(language: str) -> None:
    """Whatever the desk can do has a sentence in the list, in each language."""
    say = Words(language)
    keys = {kind.replace(".", "_") for kind in KINDS if kind not in NEVER}
    keys = keys - {"note_moderated"} | {f"note_moderated_{s}" for s in get_args(NoteState)}

    assert all(say(f"desk.done_{key}") for key in keys)


def test_what_is_secret_is_not_remembered() -> None:
    """A ballot or a silent answer is never kept to be sent again."""
    memory = Memory()
    memory.keep("ballot-1", Sent("c", "ballot.cast", {"picks": ["x"]}))
    memory.keep("hide-1", Sent("c", "note.moderate", {"note": "n", "state": "hidden"}))

    assert list(memory.sent) == ["hide-1"]


def test_something_new_ends_what_can_be_done_again() -> None:
    """After another act `^r` means nothing; the list still knows what was undone."""
    memory = Memory()
    memory.keep("hide-1", Sent("c", "note.moderate", {"note": "n", "state": "hidden"}))
    memory.undone.append("hide-1")
    memory.keep("show-1", Sent("c", "note.moderate", {"note": "m", "state": "shown"}))

    assert memory.undone == []
    assert "hide-1" in memory.sent
