"""Station 1: the parts of the case that say what it is about, and how much room there is."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import get_args

from workshop import terms
from workshop.basics import Value


class Notice(Value):
    """Whom people ask about their data, and the last day that it is kept."""

    contact: str = ""
    kept_until: date | None = None


class Question(Value):
    """One version of the problem, written as an open question (Jevnaker 2.3)."""

    id: str
    text: str
    at: datetime
    verdict: terms.QuestionVerdict = "draft"
    why: str = ""
    judged_at: datetime | None = None


def as_line(text: str) -> str:
    """What somebody wrote, as it stands in a list."""
    return " ".join(text.split())


class Frame(Value):
    """What is fixed, what is open, and who decides when (Jevnaker 3.1)."""

    fixed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    who_decides: str = ""
    when_decided: str = ""
    budget: str = ""
    """How much money there is, where that is known (Lier: økonomiske rammer)."""

    def on(self, side: terms.Side) -> tuple[str, ...]:
        """The lines of one side."""
        return self.fixed if side == "fixed" else self.open

    def with_line(self, side: terms.Side, line: str) -> "Frame":
        """The same with one line more."""
        return self.model_copy(update={side: (*self.on(side), line)})

    def without(self, lines: Collection[str]) -> "Frame":
        """The same, but for these lines."""
        kept = {s: tuple(t for t in self.on(s) if t not in lines) for s in get_args(terms.Side)}
        return self.model_copy(update=kept)


class Override(Value):
    """A gate that was passed against advice, and why."""

    gate: str
    reason: str
    at: datetime
    round: int = 1


class Look(Value):
    """The handlingsrom as it was looked at in a round; the newest look of a round counts."""

    round: int
    decided: int
    """How many rounds had been decided then."""
    at: datetime
    answers: Mapping[terms.Check, terms.Answer]
    frame: Frame
    verdict: terms.RoomVerdict


class Clarification(Value):
    """What must be clarified first: who finds out, and by when (Jevnaker 3.1)."""

    point: terms.RoomPoint
    text: str
    owner: str
    due: date | None


class Assumption(Value):
    """What somebody believed that we know; its words are shown only once it has been opened."""

    id: str
    text: str
    by_role: str
    sealed_at: datetime
    opened_at: datetime | None = None
    verdict: terms.Held | None = None
    learnt: str = ""
