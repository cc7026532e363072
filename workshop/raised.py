"""Hands: what a show of hands gave, as many hands as heads, and who wants no vote."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, assert_never

from pydantic import Field

from workshop.basics import Command, Fact, Id, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.said import Vote
from workshop.secret import Cast, SecretFact, SecretWish

PLACE = "hands"
"""Under what the hands of a vote lie; there is one show of hands in each."""


def is_of_hands(place: str) -> bool:
    """Whether a show of hands lies there; no phone's mark and no paper's number reads so."""
    return place.partition("-")[0] == PLACE


Heads = Annotated[int, Field(ge=1, le=5_000)]
Hands = Annotated[int, Field(ge=0, le=50_000)]


class HandsCounted(Cast):
    """Hands were raised and counted; what for is no fact and lies apart."""

    kind: Literal["hands.counted"] = "hands.counted"
    vote: str

    def box(self) -> str:
        """The vote."""
        return self.vote

    @property
    def place(self) -> str:
        """Where hands lie."""
        return PLACE


class HandsRecounted(SecretFact):
    """Hands were counted again; the whole count was replaced."""

    final: ClassVar[bool] = True
    kind: Literal["hands.recounted"] = "hands.recounted"
    vote: str
    voices: int

    def box(self) -> str:
        """The vote."""
        return self.vote

    @property
    def place(self) -> str:
        """Where hands lie."""
        return PLACE


class WithoutCounted(Fact):
    """So many heads in the hall want no vote; ``vote`` may be a question."""

    kind: Literal["without.counted"] = "without.counted"
    vote: str
    without: int | None

    def refers(self) -> frozenset[str]:
        """The vote."""
        return frozenset({self.vote})

    def settles(self) -> str:
        """Who wants no vote."""
        return f"without:{self.vote}"


Facts = HandsCounted | HandsRecounted | WithoutCounted


class CountHands(SecretWish):
    """Key in a show of hands: how many heads vote so, and how many hands each target got.

    Once in a vote; ``replace`` corrects it. Nobody raises more hands than there are heads.
    """

    from_phones: ClassVar[bool] = False
    name: Literal["hands.count"] = "hands.count"
    vote: Id
    heads: Heads
    hands: Mapping[Id, Hands]

    @property
    def place(self) -> str:
        """Where hands lie."""
        return PLACE

    def box(self) -> str:
        """The vote."""
        return self.vote

    def picks_of(self, voices: int) -> tuple[str, ...]:  # noqa: ARG002 - each hand is there already
        """A dot for each hand, sorted."""
        return tuple(sorted(t for t, hands in self.hands.items() for _ in range(hands)))


class CountWithout(Command):
    """Say how many heads in the hall want no vote or answer; null takes it back."""

    name: Literal["without.count"] = "without.count"
    vote: Id
    heads: Annotated[int, Field(ge=0, le=5_000)] | None


Commands = CountHands | CountWithout


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of hands, and of those who want no vote."""
    vote = case.votes.get(command.vote)
    match command:
        case CountHands():
            return _counted(case, vote, command, moment) if vote else Refused("no_vote")
        case CountWithout(heads=heads):
            box = vote or case.polls.get(command.vote)
            if box is None:
                return Refused("no_vote")
            same = box.without == heads
            return () if same else (WithoutCounted(vote=box.id, without=heads),)
        case _:
            assert_never(command)


def _counted(case: Case, vote: Vote, command: CountHands, moment: Moment) -> Outcome:
    if vote.closed_at is not None:
        return Refused("vote_closed")
    if vote.level == "code":
        return Refused("vote_by_code")
    if refused := _too_many(case, vote, command):
        return refused
    if "hands" not in vote.voices:
        return (HandsCounted(vote=vote.id, voices=command.heads, number=None),)
    if not command.replace:
        return Refused("hands_counted")
    same_heads = vote.voices["hands"] == command.heads
    if same_heads and moment.ballot == command.picks_of(command.heads):
        return ()
    return (HandsRecounted(vote=vote.id, voices=command.heads, number=None),)


def _too_many(case: Case, vote: Vote, command: CountHands) -> Refused | None:
    """What is wrong with so many hands, if anything."""
    heads, budget = command.heads, vote.dots * command.heads
    in_hall = case.evening.heads if case.evening else None
    if in_hall is not None and heads > in_hall:
        return Refused("more_hands_than_heads", {"most": in_hall})
    if any(t not in vote.targets for t in command.hands):
        return Refused("no_target")
    most = budget if vote.stacking else heads
    for number, target in enumerate(vote.targets, start=1):
        if command.hands.get(target, 0) > most:
            return Refused("too_many_hands_on_one", {"number": number, "most": most})
    if sum(command.hands.values()) > budget:
        return Refused("too_many_hands", {"most": budget, "heads": heads})
    return None


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after hands were counted."""
    if isinstance(fact, WithoutCounted) and fact.vote in case.polls:
        poll = case.polls[fact.vote].model_copy(update={"without": fact.without})
        return case.model_copy(update={"polls": {**case.polls, poll.id: poll}})
    vote = case.votes[fact.vote]
    match fact:
        case HandsCounted(voices=voices) | HandsRecounted(voices=voices):
            # A hand is a ballot of its own: whoever looks along the rows sees them all.
            update: dict[str, object] = {
                "turnout": {**vote.turnout, "hands": voices},
                "voices": {**vote.voices, "hands": voices},
            }
        case WithoutCounted(without=without):
            update = {"without": without}
        case _:
            assert_never(fact)
    votes = {**case.votes, vote.id: vote.model_copy(update=update)}
    return case.model_copy(update={"votes": votes})
