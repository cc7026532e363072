"""Station 6: the parts of the case that say what it led to, and who does what."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from workshop import terms
from workshop.basics import Value

KEPT_LAST: Final[Mapping[bool | None, int]] = {False: 0, None: 1, True: 2}
"""What was not kept is looked at first, then what nobody has looked at."""


class Pledge(Value):
    """What somebody takes on: who does what by when, and whether it was done."""

    id: str
    text: str
    who: str
    due: date | None
    note: str | None = None
    """The note from the hall that it came from."""
    stand: terms.Stand = "promise"
    kept: bool | None = None
    """None while nobody has looked."""


class Ruling(Value):
    """What those who decide decided (Jevnaker 2.8: the politicians still decide)."""

    id: str
    result: terms.Result
    body: str
    day: date | None
    case_no: str
    text: str


class Benefit(Value):
    """What is expected to get better, from what to what, and who follows it up (Ullensaker 6.3)."""

    id: str
    text: str
    owner: str
    baseline: str
    target: str
    due: date | None
    measured: str = ""
    """What it had become when somebody measured; empty is not measured, never zero."""


class Use(Value):
    """How much a solution is used, when somebody looked."""

    users: int
    per_week: int
    months: int
    text: str
    at: datetime


class Judgement(Value):
    """Whether a tested solution is new, useful and in use again and again (Jevnaker 1.2)."""

    new: terms.Yet
    useful: terms.Yet
    used: terms.Yet
    breaks: bool | None = None
    """Whether it breaks with earlier practice, where the strategy asks that (Gausdal)."""
    step: terms.Leap = "stepwise"
    note: str = ""


class Belonging(Value):
    """Which programme the case belongs to: the answers that the rule reads, or a choice."""

    answers: Mapping[str, bool] = {}
    """By programme: whether its question is answered by yes."""
    chosen: str | None = None
    reason: str = ""
