"""The one rule of a leap: what comes after a need that nobody has put in words wants a reason.

Told, never a lock (Jevnaker 2.3): with a reason everything goes on, and the report prints it.
"""

from workshop import rounds
from workshop.basics import Fact, Refused
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.clusters import standing
from workshop.problem import GatePassed
from workshop.terms import BlockKind


def leap_to(case: Case, kind: BlockKind, reason: str) -> tuple[Fact, ...] | Refused:
    """What it takes to open a block of this kind: solution and test come after the need."""
    return leap_over_need(case, reason) if BLOCKS[kind].phase in {"L", "T"} else ()


def leap_over_need(case: Case, reason: str) -> tuple[Fact, ...] | Refused:
    """Nothing where the round has its need in words; else the leap, or that it wants a reason."""
    if rounds.passed(case, "statement"):
        return ()
    if reason:
        return (GatePassed(gate="statement", reason=reason, round=case.round),)
    gathered = standing(case) or any(n.what == "need" and n.counts for n in case.notes.values())
    return Refused("need_not_stated" if gathered else "need_not_gathered")
