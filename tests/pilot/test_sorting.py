"""Sorting at the desk: by keyboard alone, on a real hall."""

import pytest
from textual.events import Key

from screens.desk.sorting import Sorting
from screens.desk.widgets.notes import Notes
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator
from workshop.case import Case

pytestmark = pytest.mark.evenings


async def _begin(me: Facilitator, *needs: str) -> None:
    """A case with these needs on paper, and the page for sorting in front."""
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    await me.go("5")
    await me.press("f2")
    for text in needs:
        before = me.notes
        await me.type(text)
        await me.press("enter")
        await me.more("notes", before)
    await me.press("escape", "right")
    await me.until(lambda: len(me.desk.query_one("#loose", Notes).items) == len(needs))


def _titles(case: Case | None) -> dict[str, list[str]]:
    """The clusters that stand, and the texts in each."""
    if case is None:
        return {}
    return {
        c.title: [n.text for n in case.notes.values() if n.cluster == c.id]
        for c in case.clusters.values()
        if c.into is None
    }


async def test_marked_notes_are_moved_together_and_split_off_again(
    facilitator: Facilitator,
) -> None:
    """Mark, put in a cluster; look inside, mark, and make a new cluster of them."""
    me = facilitator
    await _begin(me, "Buss om kvelden", "Varm mat", "Buss til byen")
    await me.press("m")
    await me.press("m")
    await me.form("n", "Reise")
    await me.until(lambda: _titles(me.case) == {"Reise": ["Buss om kvelden", "Varm mat"]})
    await me.press("1")
    await me.until(lambda: len(_titles(me.case)["Reise"]) == 3)

    await me.press("down", "enter")
    await me.until(lambda: len(me.desk.query_one("#loose", Notes).items) == 3)
    await me.press("down")
    await me.form("n", "Mat")

    await me.until(
        lambda: (
            _titles(me.case) == {"Reise": ["Buss om kvelden", "Buss til byen"], "Mat": ["Varm mat"]}
        )
    )
    await me.press("escape")
    await me.until(lambda: me.desk.focused and me.desk.focused.id == "clusters")


async def test_clusters_are_merged_parked_and_the_merge_undone(facilitator: Facilitator) -> None:
    """Plus merges the cluster at the cursor into another; u takes it back; p parks one."""
    me = facilitator
    await _begin(me, "Buss om kvelden", "Buss til byen")
    await me.form("n", "Kveld")
    await me.until(lambda: len(_titles(me.case)) == 1)
    await me.form("n", "By")
    await me.until(lambda: len(_titles(me.case)) == 2)
    await me.press("down")

    await me.form("plus")
    await me.until(lambda: _titles(me.case) == {"By": ["Buss om kvelden", "Buss til byen"]})
    await me.press("u")
    await me.until(lambda: len(_titles(me.case)) == 2)
    await me.press("p")
    await me.until(lambda: "parked" in _states(me.case))


async def test_notes_are_merged_split_and_set_aside(facilitator: Facilitator) -> None:
    """What says the same lies under one note; what says two things becomes two."""
    me = facilitator
    await _begin(me, "Buss om kvelden", "Buss sent", "Mat")
    await me.press("m")
    await me.press("plus")
    await me.until(lambda: me.case and [n.into for n in me.case.notes.values()].count(None) == 2)

    await me.press("end")
    await me.form("d", " varm\nSelskap")
    await me.until(lambda: me.case and len(me.case.notes) == 5)
    await me.press("home")
    await me.form("a")

    await me.until(lambda: me.case and "aside" in {n.state for n in me.case.notes.values()})


def _states(case: Case | None) -> set[str]:
    """How the clusters stand."""
    return {c.state for c in case.clusters.values()} if case else set()


async def test_a_page_one_comes_back_to_shows_what_came_meanwhile(
    facilitator: Facilitator,
) -> None:
    """Notes that came while the page was out of sight stand there, and the cursor is at one."""
    me = facilitator
    await me.form("n", "Sak")
    await me.until(lambda: me.case)
    await me.go("5")
    await me.turn("clusters")
    await me.turn("dots")
    await me.go("1")
    for text in ("Lys på stien", "Farlig kryss"):
        await me.desk.send("note.write", what="need", text=text)
    await me.until(lambda: me.notes == 2)
    await me.go("5")
    await me.turn("clusters")

    await me.until(lambda: "Farlig kryss" in "\n".join(screen_text(me.desk)))
    assert me.desk.focused
    assert me.desk.focused.id == "loose"


async def test_each_press_turns_one_page_however_fast_they_come(facilitator: Facilitator) -> None:
    """Four arrows at once lead over pages that do not stand yet, and four lead back."""
    me = facilitator
    await _begin(me, "Buss om kvelden")
    await me.press("left")
    for key, page in (("right", "card"), ("left", "needs")):
        for _ in range(4):
            me.desk.post_message(Key(key, None))
        await me.until(lambda p=page: me.desk.frame.place and p == me.desk.frame.place.NAME)  # type: ignore[misc]
        assert me.desk.heading == page


async def test_a_note_whose_new_cluster_was_undone_can_be_sorted_again(
    facilitator: Facilitator,
) -> None:
    """Whether the hall's news or its receipt came first, the note is there for the next key."""
    me = facilitator
    await _begin(me, "Buss om kvelden", "Varm mat", "Buss til byen")
    loose = me.desk.query_one("#loose", Notes)
    for _ in range(4):
        await me.form("n", "Reise")
        await me.until(lambda: len(loose.items) == 2)
        await me.press("u")
        await me.until(lambda: len(loose.items) == 3)
        place = me.desk.frame.place
        assert isinstance(place, Sorting)
        for item in loose.items:
            loose.move_to(item.id)
            assert place.note == item.id
