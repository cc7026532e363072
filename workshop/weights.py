"""Big need, small solution: how much of a round goes to what (Jevnaker 2.4).

The order of weight is Jevnaker's; the figures are the program's own proposals, which a facilitator
changes for each round, and are never presented as the document's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.terms import BlockKind, SketchForm
from workshop.tried import Round, Sketch, Weight


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a round of this number usually weighs, and how much a sketch in it may be."""

    weight: Weight
    signs: int | None
    """The cap on a sketch's text; None for none."""
    hours: int | None
    """The cap on the effort behind a sketch."""
    forms: tuple[SketchForm, ...]
    """What is small enough to be thrown away in such a round."""


_TALK: Final[tuple[SketchForm, ...]] = ("question", "drawing")
_PLAY: Final[tuple[SketchForm, ...]] = (*_TALK, "paper", "role_play", "model")
_PILOT: Final[tuple[SketchForm, ...]] = (*_PLAY, "try_small")
_ALL: Final[tuple[SketchForm, ...]] = (*_PILOT, "try_in_operation")


@cache
def proposals() -> tuple[Proposal, ...]:
    """By the number of the round; the last is for all that follow."""
    return (
        Proposal(Weight(need=70, solution=15, test=15), 280, 2, _TALK),
        Proposal(Weight(need=50, solution=25, test=25), 600, 8, _PLAY),
        Proposal(Weight(need=35, solution=35, test=30), 1_500, 40, _PILOT),
        Proposal(Weight(need=25, solution=45, test=30), None, None, _ALL),
        Proposal(Weight(need=20, solution=50, test=30), None, None, _ALL),
    )


def proposal(no: int) -> Proposal:
    """What a round of this number usually is."""
    return proposals()[min(no, len(proposals())) - 1]


def weight_of(turn: Round) -> Weight:
    """What a round weighs: as it was chosen, or as is usual."""
    return turn.weight or proposal(turn.no).weight


def weight_now(case: Case) -> Weight:
    """What the round that is going on weighs."""
    return weight_of(case.rounds[-1])


def big(weight: Weight) -> str:
    """What the words over the meter are: ``need``, ``solution`` or ``even``."""
    if weight.need == weight.solution:
        return "even"
    return "need" if weight.need > weight.solution else "solution"


def over_cap(sketch: Sketch) -> int:
    """By how many signs a sketch is longer than its round's cap; 0 where it is within."""
    cap = proposal(sketch.changed_in or sketch.round).signs
    return max(0, len(sketch.text) - cap) if cap is not None else 0


def minutes(
    weight: Weight, total: int, kinds: Sequence[BlockKind], lengths: Sequence[int] = ()
) -> tuple[int, ...]:
    """How long each block of a run sheet is when ``total`` minutes are shared by weight.

    Blocks outside the loop keep their length, as given or as usual; the rest is shared between
    need, solution and test, and within each by the lengths of its blocks.
    Whole minutes, at least one each, that add up to ``total`` where there is room.
    """
    usual = list(lengths) or [BLOCKS[kind].minutes for kind in kinds]
    phases = [BLOCKS[kind].phase for kind in kinds]
    shares = {"B": weight.need, "L": weight.solution, "T": weight.test}
    here = sum(shares[p] for p in shares if p in phases)
    left = total - sum(m for m, p in zip(usual, phases, strict=True) if not p)
    if here == 0 or left <= 0:
        return tuple(usual)
    of_phase = {p: sum(m for m, q in zip(usual, phases, strict=True) if q == p) for p in shares}
    exact = [
        left * shares[p] / here * m / of_phase[p] if p else float(m)
        for m, p in zip(usual, phases, strict=True)
    ]
    whole = [max(1, int(m)) for m in exact]
    # The minutes that rounding left over go to those that lost most of one.
    loop = [i for i, p in enumerate(phases) if p]
    spare = total - sum(whole)
    for i in sorted(loop, key=lambda i: whole[i] - exact[i])[: max(0, spare)]:
        whole[i] += 1
    return tuple(whole)
