"""Holding the file against what was acknowledged: whatever is lost, doubled or changed is seen."""

from collections.abc import Callable

import pytest

from screens.rehearsal.told import Told, count, differences
from tests.unit.given import CASE, Evening


def evening() -> tuple[Evening, Told]:
    """Two phones, two notes and a closed vote, and what their senders were told."""
    given, told = Evening(), Told()
    given.when("case.open", id=CASE, title="Sak")
    given.when("gathering.plan", id="evening1", title="En kveld")
    given.when("gathering.open", gathering="evening1")
    given.when("block.start", kind="needs")
    for who in ("ane", "bo"):
        given.when("person.join", sender="phone", phone=who)
        note = f"note-{who}"
        given.when("note.write", id=note, sender="phone", phone=who, text=f"Fra {who}")
        told.phones += 1
        told.notes[note] = f"Fra {who}"
    for cluster in ("cluster1", "cluster2"):
        given.when("cluster.make", id=cluster, title=cluster)
    given.when("vote.open", id="vote0001")
    for who, picks in (("ane", ("cluster1",)), ("bo", ("cluster1", "cluster2"))):
        given.when("ballot.cast", sender="phone", phone=who, vote="vote0001", picks=picks)
        told.ballots["vote0001", who] = picks
    given.when("vote.close")
    return given, told


def test_what_was_acknowledged_and_is_there_makes_no_difference() -> None:
    """Same phones, notes and dots on both sides: nothing to tell."""
    given, told = evening()

    assert differences(given.it, told) == {}
    assert (told.dots, told.counts("vote0001")) == (3, {"cluster1": 2, "cluster2": 1})


def test_a_count_tells_what_lies_in_the_case() -> None:
    """Phones, notes and dots are counted from the case; stations count once they hold something."""
    given, _ = evening()
    found = count(given.it)

    assert (found.phones, found.notes, found.dots, found.stations) == (2, 2, 3, 2)


@pytest.mark.parametrize(
    ("harm", "seen"),
    [
        (lambda told: told.notes.update({"note-cy": "Fra cy"}), "notes_lost"),
        (lambda told: told.notes.pop("note-bo"), "notes_extra"),
        (lambda told: told.notes.update({"note-bo": "Annet"}), "notes_other"),
        (lambda told: setattr(told, "phones", 3), "phones"),
        (lambda told: told.ballots.pop(("vote0001", "bo")), "dots_vote0001"),
        (
            lambda told: told.ballots.update({("vote0001", "cy"): ("cluster2",)}),
            "dots_vote0001",
        ),
    ],
    ids=["lost", "twice", "changed", "phone", "dots extra", "dots lost"],
)
def test_every_kind_of_harm_is_seen(harm: Callable[[Told], object], seen: str) -> None:
    """A note or dot that is lost, there twice or changed is named, and nothing else is."""
    given, told = evening()
    harm(told)

    assert list(differences(given.it, told)) == [seen]
