"""Station 6: what those who are elected dare, hold to, drive forward and support.

«Modige politikere» (Lunner) and «pådrivere og støttespillere» (Gausdal): a pledge of its own kind,
asked of those elected where they are central, and told anew at every opening.
"""

from workshop import presets
from workshop.case import Case
from workshop.closed import Pledge
from workshop.terms import NoteKind, Role, Stand


def asks(case: Case, role: Role) -> bool:
    """Whether somebody who came so is asked: who is elected, where politicians are central."""
    return role == "politician" and presets.of(case).both.politicians == "central"


def given(
    case: Case, what: NoteKind, stand: Stand | None, role: Role = "politician"
) -> Stand | None:
    """What kind of word a note gives; None for what nobody is asked it of."""
    return stand if what == "offer" and asks(case, role) else None


def stood_for(case: Case) -> tuple[Pledge, ...]:
    """The pledges that are more than a promise, and were not seen to be broken."""
    return tuple(p for p in case.pledges.values() if p.stand != "promise" and p.kept is not False)
