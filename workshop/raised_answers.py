"""Hands at a question: how many raised one for each answer, item by item, beside secret answers."""

from collections.abc import Mapping
from typing import ClassVar, Final, Literal

from workshop.basics import Id, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.polls import Key
from workshop.raised import PLACE, Hands, Heads
from workshop.scored import Poll
from workshop.secret import Cast, SecretFact, SecretWish
from workshop.terms import PollForm

BY_HANDS: Final[frozenset[PollForm]] = frozenset({"steps", "statement", "agreement", "scale"})
"""The forms where each thing gets one answer that a hand can show."""


class _OfHands:
    """Something about the hands at one item."""

    item: str

    @property
    def place(self) -> str:
        """Where the hands at this item lie."""
        return f"{PLACE}-{self.item}"


class AnswerHandsCounted(_OfHands, Cast):
    """Hands were raised at one thing that is asked about; what for is no fact and lies apart."""

    kind: Literal["answer_hands.counted"] = "answer_hands.counted"
    poll: str
    item: str

    def box(self) -> str:
        """The poll."""
        return self.poll


class AnswerHandsRecounted(_OfHands, SecretFact):
    """Hands were counted again; the whole count of this item was replaced."""

    final: ClassVar[bool] = True
    kind: Literal["answer_hands.recounted"] = "answer_hands.recounted"
    poll: str
    item: str
    voices: int

    def box(self) -> str:
        """The poll."""
        return self.poll


Facts = AnswerHandsCounted | AnswerHandsRecounted


class CountAnswerHands(_OfHands, SecretWish):
    """Key in a show of hands at one thing that is asked about: heads, and the hands by answer.

    Once for each thing; ``replace`` corrects it. Nobody raises more than one hand.
    """

    from_phones: ClassVar[bool] = False
    name: Literal["answer_hands.count"] = "answer_hands.count"
    poll: Id
    item: Key
    heads: Heads
    hands: Mapping[Key, Hands]

    def box(self) -> str:
        """The poll."""
        return self.poll

    def picks_of(self, voices: int) -> tuple[str, ...]:  # noqa: ARG002 - each hand is there already
        """The answer once for each hand, sorted."""
        return tuple(f"{self.item}={s}" for s in sorted(self.hands) for _ in range(self.hands[s]))


Commands = CountAnswerHands


def takes_hands(poll: Poll) -> bool:
    """Whether hands can be raised at this question; silent scores and ranks have none."""
    return poll.what == "choice" and poll.form.kind in BY_HANDS


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of hands at a question."""
    poll = case.polls.get(command.poll)
    if poll is None:
        return Refused("no_poll")
    if refused := _wrong(case, poll, command):
        return refused
    told = {"poll": poll.id, "item": command.item, "voices": command.heads, "number": None}
    if command.item not in poll.raised:
        return (AnswerHandsCounted.model_validate(told),)
    if not command.replace:
        return Refused("hands_counted")
    if poll.raised[command.item] == command.heads and moment.ballot == command.picks_of(0):
        return ()
    return (AnswerHandsRecounted.model_validate(told),)


def _wrong(case: Case, poll: Poll, command: Commands) -> Refused | None:
    """Why these hands are not taken, if they are not."""
    if poll.closed_at is not None:
        return Refused("poll_closed")
    if not takes_hands(poll):
        return Refused("poll_without_hands")
    items = {item.key for item in poll.form.items}
    if command.item not in items or command.hands.keys() - {s.key for s in poll.form.steps}:
        return Refused("no_step")
    in_hall = case.evening.heads if case.evening else None
    if in_hall is not None and command.heads > in_hall:
        return Refused("more_hands_than_heads", {"most": in_hall})
    if sum(command.hands.values()) > command.heads:
        return Refused("too_many_hands", {"most": command.heads, "heads": command.heads})
    return None


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after hands were counted at a question."""
    poll = case.polls[fact.poll]
    raised = {**poll.raised, fact.item: fact.voices}
    most = max(raised.values())
    update = {
        "raised": raised,
        # A hand is an answer of its own: whoever looks along the rows sees them all.
        "turnout": {**poll.turnout, "hands": most},
        "voices": {**poll.voices, "hands": most},
    }
    polls = {**case.polls, poll.id: poll.model_copy(update=update)}
    return case.model_copy(update={"polls": polls})
