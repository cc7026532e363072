"""What was tried, learnt and decided: the parts of the case that rounds leave behind."""

from datetime import datetime

from workshop import terms
from workshop.basics import Value


class Sketch(Value):
    """A small solution to try, tied to the ideas it came from."""

    id: str
    title: str
    text: str
    ideas: tuple[str, ...]
    round: int


class Test(Value):
    """A test card, written before the test, and what came of it."""

    id: str
    sketch: str
    round: int
    believe: str
    do: str
    look_for: str
    right_if: str
    result: str = ""
    hit: terms.Hit | None = None
    testers: int = 0
    """Testers who have the need themselves (Jevnaker 2.4)."""
    recorded_at: datetime | None = None


class Learning(Value):
    """A learning card: what we believed, saw, learnt, and will do."""

    id: str
    round: int
    believed: str
    saw: str
    learnt: str
    therefore: str


class Round(Value):
    """One turn of need, solution and test."""

    no: int
    decision: terms.Decision | None = None
    reason: str = ""
    decided_at: datetime | None = None


class Fate(Value):
    """What became of a cluster or an idea, and the answer to those who said it."""

    fate: terms.FateKind
    answer: str
