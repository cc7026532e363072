"""Method 6.5: two evenings three weeks apart, with prototypes at kitchen tables in between."""

from pathlib import Path
from typing import Final

import pytest

from storage.backup import copies_of
from storage.reader import read_cases
from tests.pilot.facilitator import at_the_desk
from tests.pilot.two_evenings.between import (
    at_a_kitchen_table,
    heard,
    the_second_evening_is_prepared,
)
from tests.pilot.two_evenings.first_evening import the_first_evening
from tests.pilot.two_evenings.hands import case_of
from tests.pilot.two_evenings.second_evening import (
    each_sketch_is_decided,
    new_needs_where_learning_opened_a_hole,
    the_report_holds_the_lesson,
    the_same_people_come_back,
    the_second_version_is_played,
)

SIZE: Final = (120, 36)
pytestmark = pytest.mark.evenings


async def test_two_evenings_three_weeks_apart_with_tests_at_kitchen_tables(
    tmp_path: Path,
) -> None:
    """Everything of 6.5: keyboard, 21 phones and paper; the hall is started anew each day."""
    file, copies = tmp_path / "gode-aar.db", tmp_path / "minnepinne"
    copies.mkdir()
    async with at_the_desk(file, SIZE) as me:
        phones = await the_first_evening(me, copies)
    for day in ((0, 1), (2,), (3,)):
        async with at_the_desk(file, SIZE) as me:
            await at_a_kitchen_table(me, day)
    midway, *_ = copies_of(file, copies)
    (copied,) = read_cases(midway).values()
    assert heard(copied) == 4
    async with at_the_desk(file, SIZE) as me:
        await the_second_evening_is_prepared(me)
    async with at_the_desk(file, SIZE) as me:
        await the_same_people_come_back(me, phones)
        await new_needs_where_learning_opened_a_hole(me, phones)
        await the_second_version_is_played(me)
        await each_sketch_is_decided(me)
        for phone in phones:
            phone.leaves()
        case = case_of(me)
    assert read_cases(file)[case.id] == case
    the_report_holds_the_lesson(case)
