"""Where things lie in a picture with two axes, moved aside where two would cover each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop.findings import Placed
from workshop.scored import Form

STEP: Final = 0.5
"""How far something is moved aside, in its own width."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A numbered thing: ``across`` by its effort and ``up`` by its effect, little to much."""

    number: int
    across: float
    up: float


def spots(form: Form, placed: Sequence[Placed], wide: float, high: float) -> tuple[Spot, ...]:
    """The things between 0 and 1 on each axis; each is ``wide`` and ``high`` parts of the picture.

    What would cover an earlier one lies beside it, on the side where there is room.
    """
    low, span = min(form.values), max(form.values) - min(form.values)
    laid: list[Spot] = []
    for one in placed:
        across, up = (one.effort.middle - low) / span, (one.effect.middle - low) / span
        free = (
            Spot(one.number, min(max(across + way * wide, 0.0), 1.0), up)
            for way in _ways(round(2 / wide))
        )
        spot = next(
            (s for s in free if not _covers(s, laid, wide, high)), Spot(one.number, across, up)
        )
        laid.append(spot)
    return tuple(laid)


def _ways(most: int) -> list[float]:
    """Not at all, then ever further to one side and the other."""
    return [0.0, *(sign * n * STEP for n in range(1, most + 1) for sign in (1, -1))]


def _covers(spot: Spot, laid: Sequence[Spot], wide: float, high: float) -> bool:
    return any(
        abs(spot.across - other.across) < wide * 0.99 and abs(spot.up - other.up) < high * 0.99
        for other in laid
    )
