"""What a note's own number and an open vote mean for it."""

from workshop.case import Case
from workshop.said import Note


def slip(case: Case, number: int) -> Note | None:
    """The note that was keyed in from the slip with this number at the open gathering."""
    here = (n for n in case.notes.values() if n.number == number and not n.part_of)
    return next((n for n in here if n.gathering == case.gathering), None)


def voted_on(case: Case, note: str) -> bool:
    """Whether an open vote has this idea among its targets."""
    return case.vote is not None and note in case.votes[case.vote].targets
