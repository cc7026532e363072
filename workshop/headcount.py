"""Whether it adds up: heads in the hall are phones, paper, hands and those without a vote."""

from dataclasses import dataclass

from workshop.case import Case
from workshop.secret import Box


@dataclass(frozen=True, slots=True)
class Sum:
    """The heads behind a vote, by how they voted, and how many of those in the hall are left."""

    phones: int
    paper: int
    hands: int
    other: int
    """Heads that voted in any other way, by word of mouth for example."""
    without: int
    """Heads that want no vote, as they were counted."""
    heads: int | None
    """Heads in the hall; None where nobody has counted."""

    @property
    def told(self) -> int:
        """All that is accounted for."""
        return self.phones + self.paper + self.hands + self.other + self.without

    @property
    def lacking(self) -> int:
        """How many heads nobody has accounted for; below zero where more voted than are here."""
        return 0 if self.heads is None else self.heads - self.told

    @property
    def adds_up(self) -> bool:
        """Whether heads were counted, and all are accounted for."""
        return self.heads is not None and self.lacking == 0


def headcount(case: Case, vote: Box) -> Sum:
    """The sum of a vote or a question, with the heads as they were when it was closed, or are."""
    evening = case.gatherings.get(vote.gathering or "")
    now = evening.heads if evening else None
    voices = dict(vote.voices)
    phones, paper, hands = (voices.pop(o, 0) for o in ("phone", "paper", "hands"))
    return Sum(
        phones=phones,
        paper=paper,
        hands=hands,
        other=sum(voices.values()),
        without=vote.without or 0,
        heads=now if vote.heads is None else vote.heads,
    )
