"""The codes that were used in an open vote: apart from its ballots, and gone when it is closed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workshop.ballots import CastBallot, VoteClosed
from workshop.basics import Choice, Sender
from workshop.case import Case
from workshop.commands import AnyCommand
from workshop.polls import PollClosed
from workshop.raised import is_of_hands
from workshop.undo import CommandWithdrawn
from workshop.vote_codes import APART, payment, to_pay

Key = tuple[str, str]
"""A vote or poll, and a mark in it."""
Lying = Callable[[Key], tuple[str, ...] | None]
"""What lies under a mark; None where nothing does."""


@dataclass(frozen=True, slots=True)
class Till:
    """Where codes are paid with; it knows codes and papers, and never what was chosen.

    A batch makes one whenever it needs one: were it kept there, each would hold the other, and
    the whole case as it was before, until the collector comes.
    """

    lying: Lying

    def spent(self, case: Case | None, command: AnyCommand, sender: Sender) -> frozenset[str]:
        """Which of the codes that a ballot brings were used before."""
        marks = _marks(case, command, sender)
        return frozenset(mark for box, mark in marks if self.lying((box, mark)) is not None)

    def paid(
        self, case: Case | None, command: AnyCommand, sender: Sender
    ) -> Mapping[Key, tuple[str, ...]]:
        """What is put apart when a first ballot was taken."""
        if not isinstance(command, CastBallot):
            return {}
        keys = _marks(case, command, sender)
        spent = self.spent(case, command, sender)
        due = to_pay(command, [mark for _, mark in keys], spent)
        return {(APART + command.vote, mark): () for mark in due}


def chosen(key: Key, picks: tuple[str, ...], roles: Mapping[Key, str]) -> Choice:
    """A ballot as it is counted."""
    return Choice(picks, roles.get(key), is_of_hands(key[1]))


def goes_with(fact: PollClosed | VoteClosed | CommandWithdrawn) -> str:
    """What goes with a box: a poll's answers when it is closed, and a vote's used codes.

    With all answers of a poll in hand, the few that are hidden could be told by subtraction.
    """
    match fact:
        case PollClosed(poll=poll):
            return poll
        case VoteClosed(vote=vote) | CommandWithdrawn(withdrawn=vote):
            return APART + vote


def _marks(case: Case | None, command: AnyCommand, sender: Sender) -> list[Key]:
    if case is None or not isinstance(command, CastBallot):
        return []
    box = APART + command.vote
    return [(box, mark) for mark in payment(case, command, by_phone=sender == "phone")]
