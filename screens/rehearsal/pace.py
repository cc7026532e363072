"""How fast simulated people are, and how much each of them has to say."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast people are: when they come, how often they look, how long they think; in seconds."""

    come: tuple[float, float]
    look: float
    first: tuple[float, float]
    between: tuple[float, float]
    needs: int
    """Needs that each phone writes while needs are open."""
    ideas: int
    tests: bool = False
    """Whether some say that they can test."""


QUICK: Final = Pace((0.0, 0.1), 0.15, (0.0, 0.1), (0.0, 0.1), needs=2, ideas=1)
HUMAN: Final = Pace((0.0, 20.0), 2.5, (3.0, 40.0), (15.0, 70.0), needs=3, ideas=2, tests=True)
