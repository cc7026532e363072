"""Same in other words: what is said to be alike, why, and what never is."""

import subprocess
import sys
from collections.abc import Generator
from typing import TypeVar

import pytest

from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.given import Evening, an_evening, refusal
from workshop.facts import fold
from workshop.likeness.pile import SAME, Pile
from workshop.likeness.suggesting import Suggestion, suggesting

Done = TypeVar("Done")
OTHERS = (
    "Gatelys langs elva",
    "Middagen er kald når den kommer",
    "Vi må lære å bruke nettbanken",
    "Fine turstier på fjellet",
    "Ungdomsklubben åpen på lørdager",
    "Snøen blir ikke brøytet før halv ni",
)


def done(work: Generator[float, None, Done]) -> Done:
    """What a piece of work ends in, with its progress looked at."""
    told = [0.0]
    while True:
        try:
            told.append(next(work))
        except StopIteration as end:
            assert told == sorted(told)
            assert told[-1] <= 1
            value: Done = end.value
            return value


def alike(one: str, other: str) -> tuple[str, ...] | None:
    """The words for which two texts are said to be the same, among others; None if they aren't."""
    pile = Pile({"other": other, **{f"{i}": text for i, text in enumerate(OTHERS)}})
    found = {match.id: match.words for match in pile.like(one)}
    return found.get("other")


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Det går ingen buss om kvelden", "Kveldsbuss finnes ikke", {"buss", "kveld"}),
        ("Vegen til skulen er mørk", "Mørkt på veien til skolen", {"vei", "skole", "mørk"}),
        ("Ungan har ittno sted å vara når det regner", "Barna har ingen plass når det regner",
         {"barn", "plass", "regn"}),
        ("Bibloteket er stengt om laurdag", "Biblioteket er stengt på lørdager",
         {"bibliotek", "stengt", "lørdag"}),
        ("Eg er så einsam i helgane", "Jeg er ensom i helga", {"ensom", "helg"}),
        ("Too expensive to swim in the pool", "For dyrt å bade i svømmehallen",
         {"koste", "svømmehall"}),
    ],
)  # fmt: skip
def test_the_same_in_other_words_is_seen_and_explained(
    one: str, other: str, words: set[str]
) -> None:
    """Across bokmål, nynorsk, dialect, slips and English, with the words in common, either way."""
    assert words <= set(alike(one, other) or ())
    assert words <= set(alike(other, one) or ())


@pytest.mark.parametrize("what", ["hytter", "buss om kvelden", "gratis parkering i sentrum"])
@pytest.mark.parametrize(
    "against",
    [
        "Ikke mer {}", "Ikkje meir {}", "Itj mer {}", "Itte fler {}", "Mindre {}", "Færre {}",
        "Ingen flere {}", "Inga {}", "Nei til {}", "Stopp {}", "Slutt på {}", "Nok {} nå",
        "Vi har nok {}", "For mange {}", "Altfor mykje {}", "{} trenger vi ikke flere av",
        "Flere {}? Nei takk!", "Me treng ikkje fleire {}", "No more {}", "Aldri mer {}",
        "Vi er imot {}", "Ikke så mange {}", "Vi trenger ikke flere {}, vi har nok",
        "Nei vi vil ikke ha flere {}", "Vi vil ikke, absolutt ikke, ha flere {}", "Enough {}",
        "Spar oss for flere {}", "Flere {} er det siste vi trenger",
        "Don't build more {}", "Uten {}", "ike mer {}", "Vi vil ikke ha {}",
    ],
)  # fmt: skip
def test_for_and_against_are_never_joined(what: str, against: str) -> None:
    """«Mer X» and «ikke mer X» share every word and stay apart, however they are said."""
    for wish in ("Mer {}", "Flere {}!", "Meir {} takk", "Vi vil ha flere {}", "{}", "Ja til {}"):
        assert alike(wish.format(what), against.format(what)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Høyere fartsgrense på fylkesveien", "Lavere fartsgrense på fylkesveien"),
        ("Hold skolen åpen om kvelden", "Hold skolen stengt om kvelden"),
        ("Vi er for vindkraft på fjellet", "Vi er mot vindkraft på fjellet"),
        ("Forbud mot fyrverkeri", "Fjern forbudet mot fyrverkeri"),
        ("Behold skolen i grenda", "Legg ned skolen i grenda"),
        ("Tillat snøskuter i utmarka", "Forby snøskuter i utmarka"),
        ("Steng gata for biler", "Åpne gata for biler"),
    ],
)
def test_opposites_are_never_joined(one: str, other: str) -> None:
    """Also where no «ikke» tells it: high and low, open and closed, for and against."""
    assert alike(one, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mørkt på veien mot skolen", "Mørkt på veien til skolen"),
        ("Ikke færre busser", "Flere busser"),
        ("Det er ikke nok busser", "Det trengs flere busser"),
        ("Ingen buss etter klokka ni", "Det går aldri buss etter klokka ni"),
        ("Færre biler i sentrum", "Ikke så mange biler i sentrum"),
    ],
)
def test_who_turns_the_same_way_is_joined(one: str, other: str) -> None:
    """Two turns make one straight; two who lack the same say the same."""
    assert alike(one, other)


def test_what_is_written_alike_is_the_same_even_without_a_known_word() -> None:
    """A smile twice is the same smile."""
    pile = Pile({"a": "🙏 🙏", "b": "Nei", "c": "Ja!"})

    assert [(m.id, m.likeness) for m in pile.like("🙏 🙏")] == [("a", 1.0)]
    assert [m.id for m in pile.like("nei")] == ["b"]


def sorting(*needs: str) -> Evening:
    """An evening with these needs, called after their number."""
    evening = an_evening()
    for i, text in enumerate(needs, start=1):
        evening.made("note.write", id=f"n{i}", sender="phone", phone="anna", text=text)
    return evening


def suggested(evening: Evening) -> list[Suggestion]:
    """What is suggested now."""
    return list(done(suggesting(evening.it)))


BUS = ("Det går ingen buss om kvelden", "Kveldsbuss finnes ikke", "Ingen buss etter ni om kvelden")


def test_loose_notes_are_grouped_and_a_cluster_takes_what_says_the_same() -> None:
    """First a new cluster is suggested, then that a newcomer goes into it."""
    evening = sorting(*BUS[:2], "Middagen er kald", "Ny gymsal")
    (together,) = suggested(evening)
    assert set(together.notes) == {"n1", "n2"}
    assert {"buss", "kveld"} <= set(together.words)

    evening.made("cluster.make", id="bus", title="Buss", notes=together.notes)
    evening.made("note.write", id="n9", sender="phone", phone="anna", text=BUS[2])
    (into,) = suggested(evening)
    assert (into.notes, into.cluster) == (("n9",), "bus")
    assert into.like in {"n1", "n2"}


def test_the_report_says_that_a_machine_suggested_and_people_agreed() -> None:
    """Only where a suggestion was taken, and how many were."""
    evening = sorting(*BUS)
    evening.made("cluster.make", id="bus", title="Buss", notes=["n1"])
    assert "foreslo" not in as_markdown(evening.it, Words())
    evening.made("note.cluster", note="n2", cluster="bus", suggested=True)
    assert "sa ja til ett forslag" in as_markdown(evening.it, Words())
    evening.made("cluster.make", title="Sent", notes=["n3"], suggested=True)
    assert "sa ja til 2 forslag" in as_markdown(evening.it, Words())
    evening.made("undo")
    evening.made("undo")
    assert "foreslo" not in as_markdown(evening.it, Words())


def test_what_was_refused_stays_away_until_the_refusal_is_undone() -> None:
    """Also when the facts are read again, as after a restart; `u` brings the suggestion back."""
    evening = sorting(*BUS[:2])
    before = suggested(evening)
    evening.made("suggestion.refuse", notes=["n1", "n2"])
    evening.case = fold(evening.history)
    assert suggested(evening) == []

    evening.made("undo")
    assert suggested(evening) == before


def test_of_three_that_were_refused_the_likest_two_are_suggested() -> None:
    """«Not these three» is no word about any two of them; what was refused never grows back."""
    evening = sorting("Ny gymsal", "Vi trenger ny gymsal!", "Gymsalen er kald", "Mer buss")
    (three,) = suggested(evening)
    assert set(three.notes) == {"n1", "n2", "n3"}
    evening.made("suggestion.refuse", notes=three.notes)

    assert {"n1", "n2"} in [set(one.notes) for one in suggested(evening)]
    assert not any(set(three.notes) <= set(one.notes) for one in suggested(evening))


def test_a_refused_cluster_stays_refused_when_it_is_merged() -> None:
    """The note is not suggested to what the cluster has become part of either."""
    evening = sorting(*BUS)
    evening.made("cluster.make", id="bus", title="Buss", notes=["n1", "n2"])
    evening.made("cluster.make", id="all", title="Alt", notes=[])
    assert suggested(evening)
    evening.made("suggestion.refuse", notes=["n3"], cluster="bus")
    evening.made("cluster.merge", cluster="bus", into="all")

    assert suggested(evening) == []


def test_nothing_is_suggested_to_a_cluster_that_says_the_opposite() -> None:
    """One opponent inside is enough to keep the other side out."""
    evening = sorting("Flere hytter ved elva", "Ikke flere hytter ved elva", "Ny gymsal")
    evening.made("cluster.make", title="Hytter", notes=["n1"])

    assert suggested(evening) == []


def test_nothing_is_suggested_while_a_vote_is_open() -> None:
    """Its targets are frozen, so there is nothing to sort."""
    evening = sorting(*BUS[:2], "Mat")
    for title in ("A", "B"):
        evening.made("cluster.make", id=title, title=title, notes=[])
    assert suggested(evening)
    evening.made("vote.open", targets=["A", "B"], dots=3)

    assert suggested(evening) == []


@pytest.mark.parametrize(
    ("notes", "cluster", "why"),
    [
        (["n1"], None, "same_twice"),
        (["n1", "n1"], None, "same_twice"),
        (["n1", "nobody"], None, "no_note"),
        (["n1"], "nowhere", "no_cluster"),
    ],
)
def test_what_cannot_be_refused(notes: list[str], cluster: str | None, why: str) -> None:
    """A note alone, or what is not there; a second time changes nothing."""
    evening = sorting(*BUS[:2])
    assert refusal(evening.when("suggestion.refuse", notes=notes, cluster=cluster)) == why
    evening.made("suggestion.refuse", notes=["n1", "n2"])

    assert evening.when("suggestion.refuse", notes=["n1", "n2"]) == ()


def test_a_refusal_never_stands_in_the_way_of_an_undo() -> None:
    """The cluster of which it speaks can be taken back."""
    evening = sorting(*BUS)
    made = evening.made("cluster.make", title="Buss", notes=["n1"])
    evening.made("suggestion.refuse", notes=["n3"], cluster=made)
    evening.made("undo", command=made)

    assert made not in evening.it.clusters
    assert suggested(evening)


def test_a_hall_never_loads_it() -> None:
    """Only who sorts pays for it: neither hall nor domain nor the desk's places bring it along."""
    code = (
        "import sys, screens.hall, workshop.facts, workshop.commands\n"
        "import screens.desk.places.clusters\n"
        "heavy = ('workshop.likeness', 'rapidfuzz', 'snowballstemmer')\n"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"


def test_the_threshold_asks_for_more_than_chance() -> None:
    """One common word among many is no reason."""
    pile = Pile({f"{i}": text for i, text in enumerate(OTHERS)})

    assert pile.like("Fin snø når barna leker ute i skolegården om vinteren") == ()
    assert SAME < 1
