"""A whole evening in seconds: hall, phones and leader, all through the real protocol."""

from dataclasses import dataclass
from datetime import date

from screens.control import Control
from screens.rehearsal.crowd import Crowd
from screens.rehearsal.evening import Evening
from screens.rehearsal.hand import Hand
from screens.rehearsal.leading import Leader
from screens.rehearsal.pace import QUICK
from screens.rehearsal.preparing import new_case, open_doors, prepare
from screens.rehearsal.told import Told


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the evening left: its case, what was acknowledged, and what went wrong."""

    case: str
    told: Told
    refusals: tuple[str, ...]
    late: tuple[str, ...]


async def quick_evening(control: Control, phones: int, evening: Evening, today: date) -> Outcome:
    """Lead a new made-up case through all six stations with so many phones."""
    hand = Hand(control, new_case())
    gathering = await prepare(hand, evening, today)
    await open_doors(hand, evening, gathering, phones)
    url = str(control.about["phone_url"])
    async with Crowd(url, hand.case, phones, evening=evening, pace=QUICK) as crowd:
        leader = Leader(hand, crowd, evening)
        await leader.lead(today)
    told = Told(
        phones=crowd.told.phones,
        notes=hand.told.notes | crowd.told.notes,
        ballots=hand.told.ballots | crowd.told.ballots,
    )
    return Outcome(hand.case, told, (*hand.refusals, *crowd.refusals), tuple(leader.late))
