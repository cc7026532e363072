"""What one municipality shares with another, and how what was done before is found again."""

from pathlib import Path
from typing import Any

import pytest

from screens.paper.report import as_json, as_markdown
from screens.paper.sharing import card, is_personal, shared
from screens.words import Words
from storage import library
from storage.trouble import Trouble
from tests.unit.given import Evening, an_evening, refusal
from tests.unit.rounding import gathered, planned, sketched
from workshop.again import Text, find, texts, texts_of
from workshop.package import Package

SAY = Words()
PRIVATE = "Ring Kari Nordmann på 900 12 345"


@pytest.fixture
def evening() -> Evening:
    """A case with something of all that can be shared, and much that must not be."""
    evening = an_evening()
    evening.made("case.describe", municipality="Skauli")
    evening.made("actor.name", who="Åse Hansen", category="leader")
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.made("tester.note", test=test, code="p1", quote="Sagt av én")
    seen, hidden, waiting = (
        evening.made("note.write", what="idea", text=text)
        for text in ("Vist idé", "Skjult idé", "Ventende idé")
    )
    evening.made("note.moderate", note=seen, state="shown")
    evening.made("note.moderate", note=hidden, state="hidden")
    private = evening.made("note.write", what="idea", text=PRIVATE)
    evening.made("note.moderate", note=private, state="shown")
    evening.made("learning.write", believed="Bilde er nok", learnt="Navnet må med")
    evening.made("entry.write", list="thanks", text="Ola i velforeninga")
    evening.made("case.place", needed="Ti uker", adapt="Ringelista")
    assert waiting in evening.it.notes
    return evening


def test_a_package_holds_what_was_learnt_and_nobody(evening: Evening) -> None:
    """Need, let-through idea, sketch, learning, what it took; no names, quotes or hidden notes."""
    made = shared(evening.it, SAY)
    text = made.package.model_dump_json()

    for words in (
        "Naboer trenger",
        "Vist idé",
        "Fotokort",
        "Navnet må med",
        "Ti uker",
        "Ringelista",
    ):
        assert words in text
    for words in ("Åse", "Sagt av", "Skjult idé", "Ventende idé", "Kari", "900 12", "velforeninga"):
        assert words not in text
    assert made.left_out == (PRIVATE,)
    assert shared(evening.it, SAY, with_ideas=False).package.ideas == ()


def test_a_line_that_may_tell_who_somebody_is_stays_at_home() -> None:
    """Whatever part of the case it stands in."""
    evening = an_evening()
    evening.made("learning.write", learnt=PRIVATE)
    evening.made("sketch.make", title="Kort", text=PRIVATE)
    made = shared(evening.it, SAY)

    assert is_personal(PRIVATE)
    assert len(made.left_out) == 2
    assert "Kari" not in card(made.package, SAY)


def test_what_was_shared_is_a_source_elsewhere(evening: Evening, tmp_path: Path) -> None:
    """It says from whom, once; one writes what is fitted, and ideas taken over name it."""
    path = tmp_path / "pakke.json"
    path.write_text(shared(evening.it, SAY).package.model_dump_json(), "utf-8")
    package = library.read(path).model_dump(mode="json")
    there = an_evening()
    source = there.made("source.take", source=package)
    assert there.when("source.take", source=package) == ()
    there.made("source.fit", source=source, fitted="Vi har færre naboer")
    idea = there.made("note.write", what="idea", text="Vist idé", source=source, origin="import")
    there.made("note.write", what="idea", text="Egen idé")
    text = as_markdown(there.it, SAY)

    assert there.it.sources[source].copied_from == "Skauli"
    assert (there.it.notes[idea].source, there.it.notes[idea].state) == (source, "parked")
    assert "## Hentet fra andre" in text
    assert "Vi har færre naboer" in text
    assert '"copied_from": "Skauli"' in as_json(there.it)


def test_an_idea_names_a_source_that_is_there_and_no_phone_does() -> None:
    """What was never taken in is refused at the desk, and left out of what a phone sends."""
    evening = an_evening()
    told: dict[str, Any] = {"what": "idea", "text": "Benk", "source": "nowhere"}
    assert refusal(evening.when("note.write", **told)) == "no_source"
    evening.made("block.start", kind="ideas", reason="Prøve")
    note = evening.made("note.write", sender="phone", phone="anna", **told)

    assert evening.it.notes[note].source is None


@pytest.mark.parametrize("text", ["", "[]", '{"title": 3}', '{"package": "x/1", "title": "A"}'])
def test_what_is_no_package_is_told_so(tmp_path: Path, text: str) -> None:
    """In a sentence; nothing of it is taken in."""
    path = tmp_path / "pakke.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Trouble) as wrong:
        library.read(path)

    assert wrong.value.reason == "no_package"


def test_a_package_of_a_later_version_is_read_as_far_as_it_is_known() -> None:
    """What is not known here is left."""
    package = Package.model_validate({"title": "A", "photos": ["x"], "needs": ["Ro"]})

    assert package.lines() == ("A", "Ro")


def test_what_was_done_before_is_found_by_its_words_and_by_what_it_means() -> None:
    """Exact words first; then the same in other words; nothing where nothing is alike."""
    among = [
        Text("Sak A", "need", "Bussen går for sjelden om kvelden"),
        Text("Sak B", "idea", "Flere bussavganger på kveldstid"),
        Text("Sak C", "idea", "Ny lekeplass ved skolen"),
    ]

    assert [t.where for t in find("lekeplass skolen", among)] == ["Sak C"]
    assert {t.where for t in find("det går så få busser om kvelden", among)} >= {"Sak A"}
    assert find("svømmehall", among) == ()
    assert find("  ", among) == ()


def test_hidden_notes_and_erased_cases_are_not_found(evening: Evening) -> None:
    """One finds what was let through, in the case and in what it has taken in."""
    said = {one.text for one in texts(evening.it)}

    assert "Vist idé" in said
    assert said.isdisjoint({"Skjult idé", "Ventende idé"})
    package = Package(title="Ute", copied_from="Lia", ideas=("Benk",))
    assert {t.where for t in texts_of(package)} == {"Ute · Lia"}
    assert list(texts(evening.it.model_copy(update={"erased": True}))) == []
