"""Station 5: how a round is planned, weighed, gone back in, leapt over, judged and ended."""

from datetime import date
from typing import Annotated, Final, Literal, assert_never

from pydantic import Field

from workshop import measures, rounds
from workshop.basics import (
    Command,
    Fact,
    Id,
    Line,
    Moment,
    NeededLine,
    Outcome,
    Record,
    Refused,
    Said,
)
from workshop.case import Case
from workshop.problem import GatePassed
from workshop.terms import Decision, Hit, RoundState, Skippable
from workshop.tried import Jump, Round, Weight

Share = Annotated[int, Field(ge=0, le=100)]
WHOLE: Final = 100


class RoundPlanned(Fact):
    """What a round is about, and until when."""

    kind: Literal["round.planned"] = "round.planned"
    round: int
    focus: tuple[str, ...]
    until: date | None

    def refers(self) -> frozenset[str]:
        """The clusters."""
        return frozenset(self.focus)

    def settles(self) -> str:
        """The plan of the round."""
        return f"plan:{self.round}"


class RoundWeighed(Fact):
    """A round was given other weights than is usual for its number."""

    kind: Literal["round.weighed"] = "round.weighed"
    round: int
    need: int
    solution: int
    test: int

    def settles(self) -> str:
        """The weights of the round."""
        return f"weight:{self.round}"


class RoundWentBack(Fact):
    """The round went back to the need; free from everywhere (Jevnaker 2.2)."""

    kind: Literal["round.went_back"] = "round.went_back"
    round: int
    came_from: RoundState
    reason: Said


class RoundJudged(Fact):
    """«Does the solution meet the need well enough?», as those in the room agreed."""

    kind: Literal["round.judged"] = "round.judged"
    round: int
    hit: Hit

    def settles(self) -> str:
        """The answer."""
        return f"hit:{self.round}"


class RoundDecided(Fact):
    """How a round ended; a new round begins where that was decided."""

    kind: Literal["round.decided"] = "round.decided"
    round: int
    decision: Decision
    reason: Said
    against: tuple[str, ...] = ()
    """What advised against it, by the names of the catalogue."""


Facts = RoundPlanned | RoundWeighed | RoundWentBack | RoundJudged | RoundDecided


class PlanRound(Command):
    """Say which clusters the round is about, and until when; what is left out stays."""

    name: Literal["round.plan"] = "round.plan"
    focus: tuple[Id, ...] | None = None
    until: date | None = None


class WeighRound(Command):
    """Weigh need, solution and test in shares of a hundred; the need is never nothing."""

    name: Literal["round.weigh"] = "round.weigh"
    need: Annotated[int, Field(ge=1, le=100)]
    solution: Share
    test: Share


class SkipPart(Command):
    """Leap over the gathered need or the test, for a reason that the report prints."""

    name: Literal["round.skip"] = "round.skip"
    past: Skippable
    reason: NeededLine


class GoBack(Command):
    """Go back to the need within the round; what was done is kept."""

    name: Literal["round.back"] = "round.back"
    reason: Line = ""


class JudgeRound(Command):
    """Answer «Does the solution meet the need well enough?»."""

    name: Literal["round.judge"] = "round.judge"
    hit: Hit


class DecideRound(Command):
    """End the round: a new one, back to the need, adopt, park, or stop with what was learnt.

    Without a gathered need, or without a test by somebody who has it, this
    wants a ``reason``; back to the need never does.
    """

    name: Literal["round.decide"] = "round.decide"
    decision: Decision
    reason: Line = ""


Commands = PlanRound | WeighRound | SkipPart | GoBack | JudgeRound | DecideRound


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """What becomes of a wish about the round."""
    now = case.rounds[-1]
    match command:
        case PlanRound():
            return _planned(case, command)
        case WeighRound(need=need, solution=solution, test=test):
            if need + solution + test != WHOLE:
                return Refused("weights_sum")
            weight = Weight(need=need, solution=solution, test=test)
            weighed = RoundWeighed(round=now.no, need=need, solution=solution, test=test)
            return () if now.weight == weight else (weighed,)
        case SkipPart(past=past, reason=reason):
            return (GatePassed(gate=past, reason=reason, round=now.no),)
        case GoBack(reason=reason):
            state = rounds.state(case)
            if state in {"planned", "need_open"}:
                return ()
            return (RoundWentBack(round=now.no, came_from=state, reason=reason),)
        case JudgeRound(hit=hit):
            return () if now.hit == hit else (RoundJudged(round=now.no, hit=hit),)
        case DecideRound():
            return _decided(case, command)
        case _:
            assert_never(command)


def _planned(case: Case, command: PlanRound) -> Outcome:
    now = case.rounds[-1]
    focus = now.focus if command.focus is None else command.focus
    until = command.until or now.until
    if not all(c in case.clusters for c in focus):
        return Refused("no_cluster")
    if (focus, until) == (now.focus, now.until):
        return ()
    return (RoundPlanned(round=now.no, focus=focus, until=until),)


def _decided(case: Case, command: DecideRound) -> Outcome:
    fields = command.model_dump(exclude={"name"})
    against = measures.advice(case, command.decision)
    decided = RoundDecided(round=case.round, against=against, **fields)
    if command.decision == "back_to_need":
        return (decided,)
    past = rounds.leaps(case)
    if past and not command.reason:
        return Refused("leap_needs_reason")
    why = command.reason
    return (*(GatePassed(gate=p, reason=why, round=case.round) for p in past), decided)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after its round was planned, weighed, judged, gone back in, or ended."""
    match fact:
        case RoundPlanned(focus=focus, until=until):
            return _in(case, fact.round, focus=focus, until=until)
        case RoundWeighed():
            weight = Weight(need=fact.need, solution=fact.solution, test=fact.test)
            return _in(case, fact.round, weight=weight)
        case RoundWentBack():
            jump = Jump(came_from=fact.came_from, reason=fact.reason, at=record.at)
            jumps = (*case.rounds[fact.round - 1].jumps, jump)
            return _in(case, fact.round, jumps=jumps, mark="need_open")
        case RoundJudged(hit=hit):
            return _in(case, fact.round, hit=hit)
        case RoundDecided():
            return _ended(case, fact, record)
        case _:
            assert_never(fact)


def _in(case: Case, no: int, **changes: object) -> Case:
    changed = (r.model_copy(update=changes) if r.no == no else r for r in case.rounds)
    return case.model_copy(update={"rounds": tuple(changed)})


def _ended(case: Case, fact: RoundDecided, record: Record) -> Case:
    case = _in(
        case,
        fact.round,
        decision=fact.decision,
        reason=fact.reason,
        against=fact.against,
        decided_at=record.at,
    )
    last = case.rounds[-1]
    if fact.decision in {"new_round", "back_to_need"} and last.no == fact.round:
        following = Round(no=fact.round + 1, began_at=record.at)
        return case.model_copy(update={"rounds": (*case.rounds, following)})
    return case
