"""What votes and polls have in common: one answer each, blind until it is closed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workshop.basics import Command, Fact, Moment, Origin, Refused, Value
from workshop.planned import Presence

Word = Literal["vote", "poll"]


class Box(Value):
    """Something that people answer in secret, each once; what they answered lies apart."""

    word: ClassVar[Word]
    """What it is called in refusals."""
    id: str
    round: int
    gathering: str | None
    opened_at: datetime
    closed_at: datetime | None = None
    turnout: Mapping[Origin, int] = {}
    """Ballots by origin."""
    voices: Mapping[Origin, int] = {}
    """Heads behind those ballots, by origin."""
    numbers: tuple[int, ...] = ()
    """Paper ballots that have been keyed in."""
    without: int | None = None
    """Heads in the hall that want no vote or answer, as the facilitator counted them."""
    heads: int | None = None
    """Heads that were counted in the hall when it was closed."""

    def counted(self, origin: Origin, voices: int, number: int | None) -> dict[str, object]:
        """What changes of it when one more ballot is in it."""
        return {
            "turnout": {**self.turnout, origin: self.turnout.get(origin, 0) + 1},
            "voices": {**self.voices, origin: self.voices.get(origin, 0) + voices},
            "numbers": self.numbers if number is None else (*self.numbers, number),
        }


class SecretWish(Command):
    """A wish whose choice is no fact: the ledger keeps it apart, and finds it again by its mark."""

    from_phones: ClassVar[bool] = True
    number: Annotated[int, Field(ge=1, le=9_999)] | None = None
    replace: bool = False
    """Whether what was keyed in before under the same number is corrected by this."""

    @property
    def place(self) -> str:
        """Under what it lies where no phone sent it: the number printed on the paper."""
        return f"paper-{self.number}"

    def box(self) -> str:
        """The id of the vote or poll."""
        raise NotImplementedError

    def picks_of(self, voices: int) -> tuple[str, ...]:
        """What is chosen, in an order that tells nothing, as so many voices choose it."""
        raise NotImplementedError


class SecretFact(Fact):
    """That somebody answered, or answered anew; nothing of what."""

    number: int | None

    def box(self) -> str:
        """The id of the vote or poll."""
        raise NotImplementedError

    def refers(self) -> frozenset[str]:
        """The vote or poll."""
        return frozenset({self.box()})

    @property
    def place(self) -> str | None:
        """Under what it lies where no phone sent it."""
        return f"paper-{self.number}" if self.number else None

    def settles(self) -> str | None:
        """What a numbered paper says."""
        return f"{self.place}:{self.box()}" if self.place else None


class Cast(SecretFact):
    """Somebody answered for the first time."""

    voices: int

    def makes(self) -> frozenset[str]:
        """A part of what is counted when the box is closed."""
        return frozenset({f"in:{self.box()}"})


class Closed(Fact):
    """A box was closed, and only now its counts are known."""

    final: ClassVar[bool] = True

    def box(self) -> str:
        """The id of the vote or poll."""
        raise NotImplementedError

    def refers(self) -> frozenset[str]:
        """The box and every ballot in it: what was counted is never taken back."""
        return frozenset({self.box(), f"in:{self.box()}"})


def admitted(
    presences: Mapping[str, Presence], box: Box, wish: SecretWish, moment: Moment
) -> tuple[int, int | None] | Refused:
    """How many voices a ballot has and its number on paper; or why it is not taken."""
    if box.closed_at is not None:
        return Refused("vote_closed" if box.word == "vote" else "poll_closed")
    if moment.sender == "phone":
        here = presences.get(moment.presence or "")
        if here is None or moment.mark is None:
            return Refused("not_joined")
        return here.heads, None
    if wish.number is None:
        return Refused("paper_needs_number")
    if wish.number in box.numbers and not wish.replace:
        return Refused("paper_number_taken", {"number": wish.number})
    return 1, wish.number
