"""Lays the sample in a hall's file, as the desk and `medspill demo --sample` want it."""

from collections.abc import Callable
from itertools import count

from screens.control import Control
from screens.practice import SAMPLE
from screens.rehearsal.hand import Hand
from screens.rehearsal.sample.entering import enter


async def lay(
    control: Control, told: Callable[[int, int], None] | None = None, case: str = SAMPLE
) -> str:
    """Enter the sample as this case, and give its id.

    Its commands have the same ids each time, so that an entering which was cut short
    goes on where it stopped, and a whole one changes nothing.
    """
    numbers = count(1)
    await enter(Hand(control, case, lambda: f"{case}-{next(numbers):04}"), told)
    return case
