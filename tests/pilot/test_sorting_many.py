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
        assert me.case
        clusters = standing(me.case)
        went = {note: me.case.notes[note].cluster for note in pile[:-1]}
        assert went == {note: clusters[_wanted(at) - 1] for at, note in enumerate(pile[:-1])}
        assert spent / (NOTES - 1) <= 1.5
        heading = me.desk.query_one("#loose-title", Heading)
        assert heading.count == me.desk.say("desk.place_clusters_left", n=1, all=NOTES + CLUSTERS)

        await me.press("u")
        await me.until(lambda: len(_loose(me)) == 2)
        assert me.desk.query_one("#loose", Notes).cursor_id == pile[-2]
