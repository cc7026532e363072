"""How many can test, whichever way they said so; never who."""

from collections.abc import Iterator, Mapping

from workshop.case import Case
from workshop.own_forms import CAN


def willing(case: Case, turn: int) -> int:
    """How many heads have said that they can test in a round, at least.

    Some say so while a test is open, by phone or raised hand, and some in a poll about what one
    can test. Nothing joins the two, so the larger of them is told and nobody counts twice.
    """
    phones = sum(v.heads for v in case.volunteers.values() if v.round == turn)
    answered = (n for counts in _can_test(case, turn) for n in counts.values())
    return max(phones + case.hands_to_test.get(turn, 0), *answered, 0)


def can_test(case: Case, sketch: str) -> int:
    """How many heads said in the newest poll about it that they can test this sketch."""
    for poll in reversed(tuple(case.polls.values())):
        for item in poll.form.items if poll.form.kind == "testing" and poll.closed_at else ():
            if item.about == sketch:
                return poll.counts.get(item.key, {}).get(CAN, 0)
    return 0


def _can_test(case: Case, turn: int) -> Iterator[Mapping[str, int]]:
    """By item, how many can test it, of each closed poll of a round about that."""
    for poll in case.polls.values():
        if poll.form.kind == "testing" and poll.closed_at and poll.round == turn:
            yield {item: steps.get(CAN, 0) for item, steps in poll.counts.items()}
