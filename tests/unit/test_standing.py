"""Where the hall stands in sentences, and what undo would take back."""

from datetime import timedelta

import pytest

from screens.naming import named_things
from screens.standing import OWN, STATION_OF, clock, last_act, lasting, standing
from screens.words import LANGUAGES, Words
from tests.unit.given import Evening, an_evening
from workshop.facts import KINDS

URL = "http://192.168.8.2/"


def told(evening: Evening, language: str = "nb") -> dict[str, str]:
    """The sentences by their keys."""
    lines = standing(evening.it, URL, evening.now, Words(language), (evening.it,))
    return {line.key: line.text for line in lines}


def test_who_hears_it_knows_place_clock_counts_and_wall() -> None:
    """Everything that the desk shows at a glance is a sentence."""
    evening = an_evening()
    note = evening.made("note.write", text="Benk\nved bussen", origin="paper", number=1)
    evening.made("note.moderate", note=note, state="shown")
    evening.made("note.write", text="Lys i trappa", origin="paper", number=2)

    now = told(evening)
    assert now["case"] == "Sak: Gode år hjemme."
    assert now["block"] == "Nå: Behov."
    assert now["phones"] == "2 telefoner er med."
    assert now["paper"] == "2 lapper er lagt inn fra papir."
    assert now["waiting"] == "1 lapp venter på deg."
    assert now["wall"] == "Storskjermen viser: Innspill."
    assert now["on_wall"] == "Der står: «Benk ved bussen»."


def test_roadmap_and_effects_are_told_in_words() -> None:
    """Who hears the wall is told what comes in which case, and every figure that stands there."""
    evening = an_evening()
    evening.made("promise.make", text="Ringe Kari", owner="Ola Nordmann", due="2027-06-01")
    safe = evening.made(
        "benefit.expect", text="Trygghet", owner="Ola Nordmann", baseline="2,9", target="3,5"
    )
    evening.made("benefit.measure", benefit=safe, measured="4,0")
    evening.made("projector.show", wall="roadmap")
    road = told(evening)["on_wall"]
    evening.made("projector.show", wall="effects")
    better = told(evening)["on_wall"]

    assert road == ("Der står: «2. kvartal 2027: Gode år hjemme: et løfte skal holdes».")
    assert better == "Der står: «Trygghet. Før: 2,9. Nå: 4,0. Målet: 3,5»."


def test_no_count_is_told_before_a_vote_is_closed() -> None:
    """How many have voted is told, and nothing of what they chose."""
    evening = an_evening()
    for title in ("Buss", "Lys"):
        evening.made("cluster.make", title=title)
    vote = evening.made("vote.open")
    before = told(evening)
    target = evening.it.votes[vote].targets[0]
    evening.made("ballot.cast", vote=vote, picks=[target], number=1, origin="paper")
    after = told(evening)

    assert before.pop("vote") == "Stemmingen er åpen, og 0 har stemt."
    assert after.pop("vote") == "Stemmingen er åpen, og 1 har stemt."
    assert {k: v for k, v in before.items() if k != "clock"} == {
        k: v for k, v in after.items() if k != "clock"
    }


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 sekunder"),
        (61, "1 minutt og 1 sekund"),
        (180, "3 minutter"),
        (419, "6 minutter og 59 sekunder"),
        (1498, "25 minutter"),
    ],
)
def test_a_clock_is_told_as_people_say_it(seconds: int, words: str) -> None:
    """Seconds only where few minutes are left."""
    assert lasting(seconds, Words()) == words


def test_a_clock_that_is_over_or_stands_says_so() -> None:
    """Time that has run out, and time that waits, are not the same as time that is left."""
    evening = an_evening()
    running = evening.it.running
    assert running
    assert running.ends_at
    late = clock(running, running.ends_at + timedelta(seconds=90), Words())
    assert late == "1 minutt og 30 sekunder over tida."
    evening.made("clock.pause")
    assert told(evening)["clock"].startswith("Klokka står, med 25 minutter igjen")


def test_undo_says_what_it_will_take_back() -> None:
    """The desk's last command, by the words of the note or the name of the picture."""
    evening = an_evening()

    def last() -> str:
        found = last_act(evening.it, evening.history, Words())
        assert found
        assert found.may
        return found.told

    assert last() == "Startet punktet: «Behov»"
    evening.made("note.write", text="Benk ved bussen", origin="paper")
    assert last() == "La inn lappen: «Benk ved bussen»"
    evening.made("projector.show", wall="question")
    assert last() == "Viste på storskjermen: «Spørsmålet»"
    evening.made("promise.make", text="Svar innen påske")
    assert last() == "Noe i steg 3, Motivasjon: «Svar innen påske»"
    evening.made("undo")
    assert last() == "Viste på storskjermen: «Spørsmålet»"


def test_a_ballot_that_can_be_undone_tells_nothing_of_itself() -> None:
    """That one was keyed in is all that is said of it."""
    evening = an_evening()
    evening.made("cluster.make", title="Buss")
    vote = evening.made("vote.open")
    targets = evening.it.votes[vote].targets
    evening.made("ballot.cast", vote=vote, picks=[targets[0]], number=1, origin="paper")
    found = last_act(evening.it, evening.history, Words())

    assert found
    assert found.told == "La inn en stemmeseddel"


def test_what_cannot_be_undone_says_so() -> None:
    """A vote that was closed stays closed."""
    evening = an_evening()
    evening.made("cluster.make", title="Buss")
    evening.made("vote.open")
    evening.made("vote.close")
    found = last_act(evening.it, evening.history, Words())

    assert found
    assert not found.may


def test_what_can_be_named_is_listed_and_what_is_sealed_stays_so() -> None:
    """Each thing stands under the field that names it; a sealed belief has no words."""
    evening = an_evening()
    note = evening.made("note.write", text="Benk\nved bussen", origin="paper")
    cluster = evening.made("cluster.make", title="Ute")
    belief = evening.made("assumption.seal", text="Alle har bil")
    named = {(field, id_): text for field, id_, text in named_things(evening.it)}

    assert named["note", note] == "Benk ved bussen"
    assert named["cluster", cluster] == "Ute"
    assert named["assumption", belief] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_can_be_told_when_it_is_undone(language: str) -> None:
    """Whatever the desk did has words: its own, or those of the station that it belongs to."""
    say = Words(language)
    own = [say(f"plain.did_{kind.replace('.', '_')}") for kind in sorted(OWN)]
    # These follow from another fact or withdraw one, and are never the whole of a command.
    rest = {kind.partition(".")[0] for kind in KINDS} - {"words", "command"}

    assert all(own)
    assert set(KINDS) >= OWN
    assert rest - set(STATION_OF) == set()
