"""Dots: who may give how many, from phone and paper, blind until closed."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, ClassVar, Final, Literal, assert_never

from pydantic import Field

from workshop import staged
from workshop.arena import Minutes
from workshop.basics import Command, Fact, Id, Line, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.clusters import standing
from workshop.leaping import leap_over_need
from workshop.pace import minutes_ahead
from workshop.results import dots_for, wordings
from workshop.said import Vote
from workshop.secret import Cast, Closed, SecretFact, SecretWish, admitted
from workshop.stage import start_of, still_open
from workshop.terms import Level, NoteKind
from workshop.vote_codes import sheets_of, unpaid

CODES_LENGTH: Final = 400
"""Signs that codes may take, with what stands between them."""


class VoteOpened(Fact):
    """A vote was opened; its targets are frozen, numbered from 1 in this order."""

    kind: Literal["vote.opened"] = "vote.opened"
    vote: str
    targets: tuple[str, ...]
    dots: int
    stacking: bool
    round: int
    level: Level = "open"
    wordings: tuple[int, ...] = ()
    """How often each target had got other words by then; so many wordings are passed over."""

    def refers(self) -> frozenset[str]:
        """The targets, what they are called, and the codes that are asked for."""
        built_on = {*self.targets, *(f"called:{t}" for t in self.targets)}
        return frozenset(built_on | ({"codes"} if self.level == "code" else set()))


class BallotCast(Cast):
    """Somebody voted; what they chose is no fact and lies apart."""

    kind: Literal["ballot.cast"] = "ballot.cast"
    vote: str

    def box(self) -> str:
        """The vote."""
        return self.vote


class BallotChanged(SecretFact):
    """Somebody who had voted chose again; the whole ballot was replaced."""

    final: ClassVar[bool] = True
    kind: Literal["ballot.changed"] = "ballot.changed"
    vote: str

    def box(self) -> str:
        """The vote."""
        return self.vote


class VoteClosed(Closed):
    """The vote was closed, and only now its counts are known."""

    kind: Literal["vote.closed"] = "vote.closed"
    vote: str
    counts: Mapping[str, int]
    blank: int = 0
    """Ballots without any dot, those that were set aside among them."""
    heads: int | None = None
    """Heads that were counted in the hall by then."""

    def box(self) -> str:
        """The vote."""
        return self.vote


Facts = VoteOpened | BallotCast | BallotChanged | VoteClosed


class OpenVote(Command):
    """Open a dot vote over clusters (all of them where none is named) or over ideas.

    ``dots`` is how many each gets: a third of the targets, kept within 3-7,
    where it is left out. Without ``stacking`` a voice gives a target one dot.
    Whatever the ``level``, the vote is advice.
    """

    name: Literal["vote.open"] = "vote.open"
    over: NoteKind = "need"
    targets: tuple[Id, ...] = ()
    dots: Annotated[int, Field(ge=1, le=10)] | None = None
    stacking: bool = False
    level: Level = "open"
    minutes: Minutes | None = None
    reason: Line = ""
    """Why one votes on ideas before the need is in words."""


class CastBallot(SecretWish):
    """Give one's dots: the id of a target once for every dot on it; none is a blank ballot.

    ``code`` is what stands on the slips, one for each voice, where the vote asks for codes.
    """

    name: Literal["ballot.cast"] = "ballot.cast"
    vote: Id
    picks: tuple[Id, ...]
    code: Annotated[str, Field(max_length=CODES_LENGTH)] = ""

    def box(self) -> str:
        """The vote."""
        return self.vote

    def picks_of(self, voices: int) -> tuple[str, ...]:  # noqa: ARG002 - each dot is there already
        """The dots, sorted."""
        return tuple(sorted(self.picks))


class CloseVote(Command):
    """Close the vote and count."""

    name: Literal["vote.close"] = "vote.close"


Commands = OpenVote | CastBallot | CloseVote


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a vote."""
    match command:
        case OpenVote():
            return _opened(case, command, moment)
        case CastBallot():
            return _cast(case, command, moment)
        case CloseVote():
            if case.vote is None:
                return Refused("no_open_vote")
            vote = case.votes[case.vote]
            closed = _counted(case, vote, moment)
            shown = staged.ProjectorShown(wall="results", subject=vote.id)
            return (closed, *((staged.BlockStopped(),) if case.running else ()), shown)
        case _:
            assert_never(command)


def _counted(case: Case, vote: Vote, moment: Moment) -> VoteClosed:
    given = Counter(pick for choice in moment.cast for pick in choice.picks)
    return VoteClosed(
        vote=vote.id,
        counts={t: given[t] for t in vote.targets},
        blank=sum(not choice.picks for choice in moment.cast),
        heads=case.evening.heads if case.evening else None,
    )


def _opened(case: Case, command: OpenVote, moment: Moment) -> Outcome:
    if case.gathering is None:
        return Refused("no_open_gathering")
    if refused := still_open(case):
        return refused
    if command.level == "code" and not sheets_of(case, case.gathering):
        return Refused("no_codes")
    if command.over == "need":
        known = standing(case)
    else:
        known = tuple(
            n.id
            for n in case.notes.values()
            if n.what == "idea" and n.state == "shown" and n.lies_open
        )
    targets = tuple(dict.fromkeys(command.targets)) or known
    if not targets:
        return Refused("nothing_to_vote_on")
    if any(t not in known for t in targets):
        return Refused("no_target")
    leap = leap_over_need(case, command.reason) if command.over == "idea" else ()
    if isinstance(leap, Refused):
        return leap
    opened = VoteOpened(
        vote=moment.command,
        targets=targets,
        dots=command.dots or dots_for(len(targets)),
        stacking=command.stacking,
        round=case.round,
        level=command.level,
        wordings=tuple(len(wordings(case, t)) - 1 for t in targets),
    )
    minutes = command.minutes or minutes_ahead(case.evening, "dots")
    return (*leap, opened, *start_of("dots", moment, minutes=minutes))


def _cast(case: Case, command: CastBallot, moment: Moment) -> Outcome:
    vote = case.votes.get(command.vote)
    if vote is None:
        return Refused("no_vote")
    if moment.sender == "phone" and vote.level == "hands":
        return Refused("vote_by_hands")
    taken = admitted(case.presences, vote, command, moment)
    if isinstance(taken, Refused):
        return taken
    voices, number = taken
    if refused := _broken(vote, command.picks, voices):
        return refused
    if moment.ballot is None:
        if vote.level == "code" and (wrong := unpaid(case, vote, command, moment, voices)):
            return wrong
        return (BallotCast(vote=vote.id, voices=voices, number=number),)
    if moment.ballot == command.picks_of(voices):
        return ()
    return (BallotChanged(vote=vote.id, number=number),)


def _broken(vote: Vote, picks: tuple[str, ...], voices: int) -> Refused | None:
    """What is wrong with these dots, if anything."""
    budget = vote.dots * voices
    most = budget if vote.stacking else voices
    if any(p not in vote.targets for p in picks):
        return Refused("no_target")
    if len(picks) > budget:
        return Refused("too_many_dots", {"most": budget})
    if any(picks.count(p) > most for p in set(picks)):
        return Refused("too_many_on_one", {"most": most})
    return None


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after something happened to a vote."""
    if isinstance(fact, VoteOpened):
        # Where each thing takes one dot a head, nobody has more dots than there are things.
        most = fact.dots if fact.stacking else len(fact.targets)
        vote = Vote(
            id=fact.vote,
            gathering=record.gathering,
            opened_at=record.at,
            dots=min(fact.dots, most),
            **fact.model_dump(exclude={"kind", "vote", "dots"}),
        )
        return case.model_copy(update={"votes": {**case.votes, vote.id: vote}, "vote": vote.id})
    vote = case.votes[fact.vote]
    open_vote = case.vote
    match fact:
        case BallotCast(voices=voices, number=number):
            update: dict[str, object] = vote.counted(record.origin, voices, number)
        case BallotChanged():
            update = {}
        case VoteClosed():
            update = fact.model_dump(include={"counts", "blank", "heads"})
            update["closed_at"] = record.at
            open_vote = None
        case _:
            assert_never(fact)
    votes = {**case.votes, vote.id: vote.model_copy(update=update)}
    return case.model_copy(update={"votes": votes, "vote": open_vote})
