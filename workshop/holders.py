"""Whether those who have the need are here, or were asked, before the loop begins (Lier, P2).

Told softly, and never a lock: with or without a reason everything goes on, and the report says it.
"""

from typing import Final

from workshop.actor_map import need_holders, reply_of
from workshop.case import Case
from workshop.presence import PEOPLE, ROLE_OF
from workshop.terms import Role

GATE: Final = "holders_here"
"""What it is called among the gates that were passed."""
ASKED: Final = frozenset({"invited", "confirmed"})


def of_need(case: Case) -> frozenset[Role]:
    """The kinds of people who have the need; while nobody is named, those whom it usually is."""
    named = frozenset(ROLE_OF[actor.category] for actor in need_holders(case))
    return named or PEOPLE


def here(case: Case) -> frozenset[Role]:
    """The kinds of people known to be at the open gathering, by phone or as they were counted."""
    evening = case.evening
    counted = evening.counted if evening else {}
    without = (
        ROLE_OF[case.actors[actor].category]
        for actor, heads in counted.items()
        if heads and actor in case.actors
    )
    return frozenset({*(presence.role for presence in case.here), *without})


def are_missing(case: Case) -> bool:
    """Whether people are here, none of them has the need, and nobody who has it was asked.

    Of a hall where nobody has joined or been counted nothing is said: nobody knows who is there.
    """
    known = here(case)
    if not known or known & of_need(case):
        return False
    return not any(reply_of(case, actor) in ASKED for actor in need_holders(case))


def was_passed(case: Case) -> bool:
    """Whether somebody has gone on without them in this round."""
    return any(o.gate == GATE and o.round == case.round for o in case.overrides)
