"""Looking for something in a list: / and some letters, on every place that has one."""

import pytest

from screens.desk.widgets.finding import FindLine
from screens.desk.widgets.notes import Note
from tests.pilot.conftest import Needs, TrialDesk, screen_text, standing

SIZES = [(80, 24), (120, 36)]


def needs(desk: TrialDesk) -> Needs:
    return desk.frame.query_one(Needs)


@pytest.mark.parametrize("size", SIZES)
async def test_some_letters_narrow_the_list_and_esc_shows_all(
    desk: TrialDesk, size: tuple[int, int]
) -> None:
    """What does not hold the words goes out of sight; how much is left is said; Esc shows all."""
    async with standing(desk, size) as pilot:
        await pilot.press("slash", *"buss", "space", *"tid")
        await pilot.pause()
        seen = "\n".join(screen_text(desk))
        assert [note.id for note in needs(desk).notes.items] == ["n1"]
        assert "1 av 3" in seen
        assert "Hun ramlet i høst" not in seen

        await pilot.press("enter", "v")
        assert needs(desk).done == ["vis n1"]

        await pilot.press("escape")
        await pilot.pause()
        assert len(needs(desk).notes.items) == 3
        assert "Hun ramlet i høst" in "\n".join(screen_text(desk))
        assert desk.focused is needs(desk).notes


async def test_a_narrowed_list_stays_so_while_one_is_elsewhere(desk: TrialDesk) -> None:
    """Whoever comes back finds the list narrowed as it was left, and the line that says so."""
    async with standing(desk, (120, 36)) as pilot:
        await pilot.press("slash", *"buss", "enter")
        await desk.go("other")
        await desk.go("needs")
        await pilot.pause()

        assert [note.id for note in needs(desk).notes.items] == ["n1"]
        assert "1 av 3" in "\n".join(screen_text(desk))


async def test_what_comes_in_meanwhile_is_counted_and_shown_where_it_fits(desk: TrialDesk) -> None:
    """A note that arrives is shown if it holds the words, and counted among all in any case."""
    async with standing(desk, (120, 36)) as pilot:
        await pilot.press("slash", *"buss", "enter")
        notes = needs(desk).notes
        fresh = [Note("n8", "Bussen er full"), Note("n9", "Kaffen er kald")]
        notes.update([*notes.whole, *fresh])
        desk.frame.update(None)
        await pilot.pause()

        assert [note.id for note in notes.items] == ["n1", "n8"]
        assert "2 av 5" in "\n".join(screen_text(desk))


async def test_nothing_is_looked_for_where_there_is_no_list(desk: TrialDesk) -> None:
    """On a place without a list / does nothing, and the line does not appear."""
    async with standing(desk, (120, 36)) as pilot:
        await desk.go("other")
        await pilot.press("slash")
        await pilot.pause()

        assert not desk.frame.query(FindLine)
