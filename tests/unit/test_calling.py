"""What can be called into a practice hall: offered only there, and each thing in its time."""

import pytest

from screens.desk.calling import WORDS, may_call, told
from screens.desk.everywhere import PRACTICE, AllWell, CallLatecomers, CutNet
from screens.rehearsal.room import WORDS as HEARD
from screens.words import Words
from tests.unit.given import CASE, Evening, an_evening


class Hall:
    """A practice hall that does nothing."""

    away = 60.0

    def __init__(self, case: str = CASE) -> None:
        self.case = case

    def call(self, word: str) -> bool:
        """Nobody hears it."""
        return bool(word)


def test_the_phones_know_every_word() -> None:
    """What the desk says is what the phones listen for, one word for each act."""
    assert tuple(WORDS) == PRACTICE
    assert sorted(WORDS.values()) == sorted(HEARD)


def test_nothing_is_offered_where_people_are_real() -> None:
    """Without a practice hall, in another case or with no gathering open there is nothing."""
    case = an_evening().it
    planned = Evening()
    planned.when("case.open", id=CASE, title="Sak")

    assert all(may_call(act, case, Hall(), {"drop"}) or act is CutNet for act in PRACTICE)
    for nobody in (
        [may_call(act, case, None, {"quiet"}) for act in PRACTICE],
        [may_call(act, None, Hall(), {"quiet"}) for act in PRACTICE],
        [may_call(act, case, Hall("rehearsal-other"), {"quiet"}) for act in PRACTICE],
        [may_call(act, planned.it, Hall(), {"quiet"}) for act in PRACTICE],
    ):
        assert not any(nobody)


def test_each_thing_in_its_time() -> None:
    """What goes on cannot begin again, and all is well again only where something goes on."""
    case = an_evening().it

    assert not may_call(AllWell, case, Hall(), set())
    assert may_call(AllWell, case, Hall(), {"drop"})
    assert not may_call(CutNet, case, Hall(), {"drop"})
    assert may_call(CallLatecomers, case, Hall(), {"drop", "prank", "quiet"})


def test_what_is_advised_fits_what_is_open() -> None:
    """A prank at the ballot box is met with codes or hands, one among notes by muting."""
    evening = an_evening()
    writes = told("prank", evening.it)
    evening.when("block.stop")
    waits = told("prank", evening.it)
    evening.when("cluster.make", id="cluster1", title="En")
    evening.when("cluster.make", id="cluster2", title="To")
    evening.when("vote.open", id="vote0001")

    said = [waits, writes, told("prank", evening.it)]
    assert said == ["desk.called_prank_waits", "desk.called_prank", "desk.called_prank_vote"]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    "word",
    ["late", "prank", "prank_waits", "prank_vote", "drop", "net_back", "quiet", "back", "codes"],
)
def test_every_line_fits_the_smallest_screen(language: str, word: str) -> None:
    """Two lines of 76 cells hold what happens and what one can try."""
    keys = dict.fromkeys(("code", "paper", "hide", "mute"), "^e")

    assert len(Words(language)(f"desk.called_{word}", **keys)) < 2 * 72
