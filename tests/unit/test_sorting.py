"""Merging, splitting, moving, hiding, parking and setting aside, of notes and of clusters."""

import pytest

from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.given import Evening, an_evening, refusal
from workshop.closing import all_answered, owed
from workshop.clusters import members, standing
from workshop.facts import fold
from workshop.results import places
from workshop.views import phone_view, projector_view


@pytest.fixture
def evening() -> Evening:
    """Four needs, two of them in a cluster each, and an idea that answers to the first."""
    evening = an_evening()
    for i in range(1, 5):
        evening.made("note.write", id=f"need-{i}", sender="phone", phone="anna", text=f"Behov {i}")
    evening.made("cluster.make", id="food", title="Mat", notes=["need-1"])
    evening.made("cluster.make", id="meal", title="Måltid", notes=["need-2"])
    evening.made("block.start", kind="ideas", reason="Haster")
    evening.made("note.write", id="idea-1", what="idea", text="Kok sammen", about=["meal", "food"])
    return evening


def cluster_of(evening: Evening) -> dict[str, str | None]:
    """Where each need lies."""
    return {n.id: n.cluster for n in evening.it.notes.values() if n.what == "need"}


def test_merged_clusters_are_one_and_nothing_is_lost(evening: Evening) -> None:
    """Notes and ideas follow into the other cluster; the merged one stays readable."""
    evening.made("cluster.merge", cluster="meal", into="food")

    assert [n.id for n in members(evening.it, "food")] == ["need-1", "need-2"]
    assert evening.it.notes["idea-1"].about == ("food",)
    assert standing(evening.it) == ("food",)
    assert owed(evening.it) == ("food", "idea-1", "need-3", "need-4")
    assert evening.it.clusters["meal"].title == "Måltid"
    assert evening.it.clusters["meal"].into == "food"


def test_all_is_answered_when_each_has_its_fate(evening: Evening) -> None:
    """Nothing before the first answer, not after some, and all with the last."""
    assert not all_answered(evening.it)
    for target in owed(evening.it):
        assert not all_answered(evening.it)
        evening.made("fate.give", target=target, fate="parked", answer="Vi ser på det til høsten.")

    assert all_answered(evening.it)


def test_a_merge_is_undone_whole(evening: Evening) -> None:
    """Undo puts every note and every idea back where it was."""
    before = fold(evening.history)
    evening.made("cluster.merge", cluster="meal", into="food")
    evening.made("undo")
    after = fold(evening.history)

    assert before is not None
    assert after is not None
    assert (after.notes, after.clusters) == (before.notes, before.clusters)


def test_a_merge_that_was_built_on_is_not_undone(evening: Evening) -> None:
    """Where a note has been moved on since, undo says so and changes nothing."""
    merged = evening.made("cluster.merge", cluster="meal", into="food")
    evening.made("cluster.make", title="Annet", notes=["need-2"])

    assert refusal(evening.when("undo", command=merged)) == "others_build_on_it"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("cluster.rename", {"cluster": "meal", "title": "Nytt"}),
        ("cluster.moderate", {"cluster": "meal", "state": "hidden"}),
        ("cluster.merge", {"cluster": "food", "into": "meal"}),
        ("cluster.split", {"cluster": "meal", "title": "Nytt", "notes": ["need-2"]}),
        ("note.cluster", {"note": "need-3", "cluster": "meal"}),
        ("statement.write", {"cluster": "meal", "who": "Vi", "what": "mat"}),
    ],
)
def test_a_merged_cluster_takes_nothing_more(
    evening: Evening, name: str, fields: dict[str, object]
) -> None:
    """Whoever still has it on screen is told that it is part of another now."""
    evening.made("cluster.merge", cluster="meal", into="food")

    assert refusal(evening.when(name, **fields)) == "cluster_merged"  # type: ignore[arg-type]


def test_a_cluster_is_split_in_two(evening: Evening) -> None:
    """The named notes make a cluster of their own that knows where it came from."""
    evening.made("note.cluster", note="need-3", cluster="food")
    new = evening.made("cluster.split", cluster="food", title="Drikke", notes=["need-3"])

    assert cluster_of(evening) == {
        "need-1": "food",
        "need-2": "meal",
        "need-3": new,
        "need-4": None,
    }
    assert evening.it.clusters[new].split_from == "food"
    assert refusal(evening.when("cluster.split", cluster="food", title="X", notes=["need-4"])) == (
        "no_note"
    )


def test_a_merged_note_lies_under_the_other_and_follows_it(evening: Evening) -> None:
    """Both texts stay; moving the upper one moves both, and taking it out frees the lower one."""
    evening.made("note.merge", note="need-4", into="need-1")

    assert cluster_of(evening)["need-4"] == "food"
    assert [n.id for n in members(evening.it, "food")] == ["need-1", "need-4"]
    evening.made("note.cluster", note="need-1", cluster="meal")
    assert cluster_of(evening)["need-4"] == "meal"

    evening.made("note.merge", note="need-4", into=None)
    assert evening.it.notes["need-4"].lies_open


@pytest.mark.parametrize(
    ("note", "into", "why"),
    [
        ("need-1", "need-1", "same_twice"),
        ("need-1", "idea-1", "no_note"),
        ("need-1", "need-4", "already_merged"),
        ("need-3", "need-2", "already_merged"),
        ("need-9", "need-1", "no_note"),
    ],
)
def test_notes_lie_one_deep(evening: Evening, note: str, into: str, why: str) -> None:
    """A note cannot lie under itself, under another kind, or two deep."""
    evening.made("note.merge", note="need-4", into="need-3")
    evening.made("note.merge", note="need-2", into="need-1")

    assert refusal(evening.when("note.merge", note=note, into=into)) == why


def test_a_split_note_stays_readable_and_its_parts_are_sorted(evening: Evening) -> None:
    """The parts lie where it lay, it counts no more itself, and undo brings it back."""
    split = evening.made("note.split", note="need-1", texts=["Varm mat", "Selskap"])

    assert [n.text for n in members(evening.it, "food")] == ["Varm mat", "Selskap"]
    assert evening.it.notes["need-1"].text == "Behov 1"
    assert evening.it.notes[f"{split}-1"].part_of == "need-1"

    moved = evening.made("note.cluster", note=f"{split}-2", cluster="meal")
    assert refusal(evening.when("undo", command=split)) == "others_build_on_it"
    evening.made("undo", command=moved)
    evening.made("undo", command=split)
    case = fold(evening.history)
    assert case is not None
    assert [n.text for n in members(case, "food")] == ["Behov 1"]


def test_who_wrote_a_split_note_hears_what_became_of_its_parts(evening: Evening) -> None:
    """An answer to the cluster of a part is an answer to whoever wrote the whole."""
    evening.made("note.split", note="need-3", texts=["Én ting", "En annen"])
    evening.made("note.cluster", note=list(evening.it.notes)[-1], cluster="meal")
    evening.made("fate.give", target="meal", fate="in_round", answer="Vi prøver det i mars.")
    presence = next(iter(evening.it.presences.values()))

    view = phone_view(evening.it, evening.now, presence, ("need-3",), None)

    assert [n.answer for n in view.notes] == ["Vi prøver det i mars."]


def test_hidden_and_parked_clusters_are_not_shown_nor_voted_on(evening: Evening) -> None:
    """They wait out of the hall's sight, are still owed an answer, and can come back."""
    evening.made("cluster.moderate", cluster="food", state="parked", reason="Tas opp i mai.")
    evening.made("projector.show", wall="clusters")

    assert [c.title for c in projector_view(evening.it, evening.now, ()).clusters] == ["Måltid"]
    assert refusal(evening.when("vote.open", targets=["food"])) == "no_target"
    assert "food" in owed(evening.it)

    evening.made("cluster.moderate", cluster="food", state="aside")
    assert "food" not in owed(evening.it)
    evening.made("cluster.moderate", cluster="food", state="shown")
    assert standing(evening.it) == ("food", "meal")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("cluster.merge", {"cluster": "meal", "into": "food"}),
        ("cluster.split", {"cluster": "meal", "title": "Nytt", "notes": ["need-2"]}),
        ("cluster.moderate", {"cluster": "meal", "state": "hidden"}),
        ("note.merge", {"note": "need-3", "into": "need-2"}),
        ("note.split", {"note": "need-2", "texts": ["A", "B"]}),
    ],
)
def test_sorting_waits_until_the_vote_is_closed(
    evening: Evening, name: str, fields: dict[str, object]
) -> None:
    """While dots are given the targets stand still; afterwards results stay as cast."""
    vote = evening.made("vote.open", targets=["food", "meal"])
    assert refusal(evening.when(name, **fields)) == "vote_open"  # type: ignore[arg-type]
    evening.made("vote.close")
    evening.made(name, **fields)

    assert evening.it.votes[vote].targets == ("food", "meal")


def test_equal_sums_share_their_place(evening: Evening) -> None:
    """Under five ballots only the order is told, and it does not tell apart what is equal."""
    vote = evening.made("vote.open", targets=["food", "meal"])
    evening.made("ballot.cast", vote=vote, picks=["food", "meal"], sender="phone", phone="anna")
    evening.made("vote.close")

    assert places(evening.it.votes[vote]) == {"food": 1, "meal": 1}


def test_a_need_is_marked_with_how_it_is_known() -> None:
    """Nobody must say it; a mark is told in the report, and is taken away again."""
    evening = an_evening()
    need = evening.made("note.write", text="Hun spør hvem som kommer", what="need")
    idea = evening.made("note.write", text="Bilde", what="idea")
    assert evening.it.notes[need].evidence is None
    evening.made("need.mark", note=need, evidence="observed")
    seen = evening.it.notes[need].evidence
    told = as_markdown(evening.it, Words())
    evening.made("need.mark", note=need, evidence=None)

    assert seen == "observed"
    assert "Det er sett" in told
    assert evening.it.notes[need].evidence is None
    assert refusal(evening.when("need.mark", note=idea, evidence="own")) == "no_note"
