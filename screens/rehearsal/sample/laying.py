"""Lays the sample in a hall's file, as the desk and `medspill demo --sample` want it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from screens.control import Control
from screens.practice import SAMPLE
from screens.rehearsal.hand import Hand
from screens.rehearsal.sample.entering import enter
from screens.rehearsal.sample.left_out import left_out


@dataclass(frozen=True, slots=True)
class Laid:
    """What became of an entering."""

    case: str
    refusals: tuple[str, ...]
    """What the hall did not take, and why."""
    left_out: tuple[str, ...]
    """What the file tells and a case has no place for."""


async def lay(
    control: Control, told: Callable[[int, int], None] | None = None, case: str = SAMPLE
) -> Laid:
    """Enter the sample as this case.

    Its commands have the same ids each time, so that an entering which was cut short
    goes on where it stopped, and a whole one changes nothing.
    """
    numbers = count(1)
    hand = Hand(control, case, lambda: f"{case}-{next(numbers):04}")
    read = await enter(hand, told)
    return Laid(case, tuple(hand.refusals), tuple(left_out(read)))
