"""A large pile is sorted by keyboard as quick as by hand: few keys a note, and no waiting."""

from pathlib import Path

import pytest

from screens.desk.widgets.heading import Heading
from screens.desk.widgets.notes import Notes
from tests.bench.crowded import a_case
from tests.pilot.facilitator import Facilitator, at_the_desk
from workshop.clusters import standing

pytestmark = pytest.mark.evenings

NOTES, CLUSTERS = 60, 15
MANY, FEW = 400, 12


def _loose(me: Facilitator) -> list[str]:
    return [item.id for item in me.desk.query_one("#loose", Notes).items if item.choosable]


def _wanted(at: int) -> int:
    """The number of the cluster that the note at this place of the pile goes to."""
    return at * 7 % CLUSTERS + 1


async def test_a_pile_is_sorted_without_a_wait_or_a_lost_key(tmp_path: Path) -> None:
    """Keys sent one after the other each move the next note; u brings the last one back."""
    a_case(tmp_path / "desk.db", NOTES, CLUSTERS)
    async with at_the_desk(tmp_path / "desk.db", (80, 24)) as me:
        await me.until(lambda: me.case and len(standing(me.case)) == CLUSTERS)
        await me.desk.go("clusters")
        await me.until(lambda: len(_loose(me)) == NOTES)
        me.desk.query_one("#loose", Notes).focus()
        await me.press("home")
        pile = _loose(me)
        spent = 0
        for at in range(NOTES - 1):
            digits = str(_wanted(at))
            keys = [*digits, *(["enter"] if digits == "1" else [])]
            spent += len(keys)
            # Not one pause for the hall: as quick as fingers are, and quicker.
            await me.pilot.press(*keys)

        await me.until(lambda: len(_loose(me)) == 1)
        assert me.case is not None
        clusters = standing(me.case)
        went = {note: me.case.notes[note].cluster for note in pile[:-1]}
        assert went == {note: clusters[_wanted(at) - 1] for at, note in enumerate(pile[:-1])}
        assert spent / (NOTES - 1) <= 1.5
        heading = me.desk.query_one("#loose-title", Heading)
        left = me.desk.say("desk.place_clusters_left", n=1, all=NOTES + CLUSTERS)
        assert heading.count == f"{left} · {me.desk.say('desk.order_oldest')} (r)"

        await me.press("u")
        await me.until(lambda: len(_loose(me)) == 2)
        assert me.desk.query_one("#loose", Notes).cursor_id == pile[-2]


async def test_four_hundred_notes_are_sorted_by_keys_alone(tmp_path: Path) -> None:
    """Suggestions, new clusters, merges, splits, titles and undo: three keys a note at most."""
    a_case(tmp_path / "desk.db", MANY, FEW)
    async with at_the_desk(tmp_path / "desk.db", (120, 36)) as me:
        await me.until(lambda: me.case and len(standing(me.case)) == FEW)
        await me.desk.go("clusters")
        await me.until(lambda: len(_loose(me)) == MANY)
        await me.press("home")
        keys = Keys(me)
        await _by_suggestion(me, keys, 20)
        await _into_new_clusters(me, keys, 3)
        await _merged_and_split(me, keys)
        await _renamed(me, keys)
        await _undone(me, keys)
        went = await _by_numbers(me, keys)

        case = me.case
        assert case is not None
        assert went == {note: case.notes[note].cluster for note in went}
        lost = [n.id for n in case.notes.values() if n.lies_open and n.cluster is None]
        assert lost == []
        assert keys.pressed / MANY <= 3


class Keys:
    """Counts what is pressed; a title that is typed is not a key a note."""

    def __init__(self, me: Facilitator) -> None:
        self.me, self.pressed = me, 0

    def __call__(self, *keys: str) -> None:
        self.pressed += len(keys)
        self.me.at_once(*keys)


async def _by_suggestion(me: Facilitator, keys: Keys, times: int) -> None:
    """J takes what is read, each time with at least one note out of the pile."""
    await me.until(lambda: me.desk.query_one("#suggestion").display)
    for _ in range(times):
        before = len(_loose(me))
        await me.until(lambda: me.desk.query_one("#suggestion").display)
        keys("j")
        await me.until(lambda before=before: len(_loose(me)) < before)  # type: ignore[misc]


async def _into_new_clusters(me: Facilitator, keys: Keys, times: int) -> None:
    """N and a title, one after the other without a pause, each with its own note."""
    pile = _loose(me)
    assert me.case
    before = len(standing(me.case))
    for at in range(times):
        keys("n", *f"Ny {at}", "enter")
    await me.until(lambda: me.case and len(standing(me.case)) == before + times)
    assert me.case is not None
    made = {me.case.clusters[me.case.notes[n].cluster or ""].title for n in pile[:times]}
    assert made == {f"Ny {at}" for at in range(times)}


async def _merged_and_split(me: Facilitator, keys: Keys) -> None:
    """Marked notes lie under the one at the cursor; a note of two things becomes two."""
    await me.until(lambda: me.sees_all)
    one, other, third = _loose(me)[:3]
    keys("m", "m", "up", "plus")
    await me.until(lambda: me.case and me.case.notes[one].into == other)
    await me.until(lambda: one not in _loose(me))
    me.desk.query_one("#loose", Notes).move_to(third)
    keys("d", "enter", *"To", "f2")
    await me.until(lambda: me.case and me.case.notes[third].parts)


async def _renamed(me: Facilitator, keys: Keys) -> None:
    """The cluster at the cursor gets the title that is typed."""
    me.desk.query_one("#clusters").focus()
    await me.pilot.pause()
    keys("home", "t", "end", *" x", "f2")
    await me.until(lambda: me.case and me.case.clusters[standing(me.case)[0]].title.endswith(" x"))
    me.desk.query_one("#loose").focus()


async def _undone(me: Facilitator, keys: Keys) -> None:
    """What was put in a cluster by a slip is loose again, and has the cursor."""
    await me.press("home")
    note = me.desk.query_one("#loose", Notes).cursor_id
    keys("2")
    await me.until(lambda: note not in _loose(me))
    keys("u")
    await me.until(lambda: note in _loose(me))
    await me.until(lambda: me.desk.query_one("#loose", Notes).cursor_id == note)


async def _by_numbers(me: Facilitator, keys: Keys) -> dict[str, str]:
    """All that is left, each in a cluster by its number; where each should be."""
    await me.until(lambda: me.sees_all)
    await me.press("home")
    pile, case = _loose(me), me.case
    assert case
    clusters, went = standing(case), dict[str, str]()
    for at, note in enumerate(pile):
        number = at * 7 % len(clusters) + 1
        went[note] = clusters[number - 1]
        ambiguous = number * 10 <= len(clusters)
        keys(*str(number), *(["enter"] if ambiguous else []))
    while left := len(_loose(me)):
        # As long as it takes, while it shrinks.
        await me.until(lambda left=left: len(_loose(me)) < left)  # type: ignore[misc]
    return went
