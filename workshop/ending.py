"""Station 6: what was decided, what is expected, and whether it is new, useful and in use."""

from datetime import date
from typing import Annotated, Literal, assert_never

from pydantic import Field

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
    Text,
)
from workshop.case import Case
from workshop.closed import Benefit, Judgement, Ruling, Use
from workshop.terms import Leap, Result, Yet

Count = Annotated[int, Field(ge=0, le=100_000)]


class DecisionMade(Fact):
    """Those who decide decided; the id is the command's."""

    kind: Literal["decision.made"] = "decision.made"
    decision: str
    result: Result
    body: Said
    day: date | None
    case_no: Said
    text: Said


class FollowUpSet(Fact):
    """The day on which somebody looks whether it is in use."""

    kind: Literal["follow_up.set"] = "follow_up.set"
    day: date

    def settles(self) -> str:
        """The day."""
        return "follow_up"


class BenefitExpected(Fact):
    """What is expected to get better; the id is the command's."""

    kind: Literal["benefit.expected"] = "benefit.expected"
    benefit: str
    text: Said
    owner: Said
    baseline: Said
    target: Said
    due: date | None


class BenefitMeasured(Fact):
    """What it had become when somebody measured."""

    kind: Literal["benefit.measured"] = "benefit.measured"
    benefit: str
    measured: Said

    def refers(self) -> frozenset[str]:
        """The benefit."""
        return frozenset({self.benefit})

    def settles(self) -> str:
        """The measurement."""
        return f"measured:{self.benefit}"


class UseRecorded(Fact):
    """How much a solution is used."""

    kind: Literal["use.recorded"] = "use.recorded"
    sketch: str
    users: int
    per_week: int
    months: int
    text: Said

    def refers(self) -> frozenset[str]:
        """The solution."""
        return frozenset({self.sketch})


class SolutionJudged(Fact):
    """Whether a tested solution is new, useful, and in use."""

    kind: Literal["solution.judged"] = "solution.judged"
    sketch: str
    new: Yet
    useful: Yet
    used: Yet
    breaks: bool | None
    step: Leap
    note: Said

    def refers(self) -> frozenset[str]:
        """The solution."""
        return frozenset({self.sketch})

    def settles(self) -> str:
        """The judgement."""
        return f"judged:{self.sketch}"


Facts = (
    DecisionMade | FollowUpSet | BenefitExpected | BenefitMeasured | UseRecorded | SolutionJudged
)


class MakeDecision(Command):
    """Write down what those who decide decided, with body, day and case number."""

    name: Literal["decision.make"] = "decision.make"
    result: Result
    body: NeededLine
    day: date | None = None
    case_no: Line = ""
    text: Text = ""


class SetFollowUp(Command):
    """Say when somebody looks whether it is in use."""

    name: Literal["follow_up.set"] = "follow_up.set"
    day: date


class ExpectBenefit(Command):
    """Say what is expected to get better, before it is handed over (Ullensaker 6.3)."""

    name: Literal["benefit.expect"] = "benefit.expect"
    text: NeededLine
    owner: Line = ""
    baseline: Line = ""
    target: Line = ""
    due: date | None = None


class MeasureBenefit(Command):
    """Say what it has become."""

    name: Literal["benefit.measure"] = "benefit.measure"
    benefit: Id
    measured: NeededLine


class RecordUse(Command):
    """Say how much a solution is used: users, times a week, and for how many months."""

    name: Literal["use.record"] = "use.record"
    sketch: Id
    users: Count
    per_week: Count = 0
    months: Annotated[int, Field(ge=0, le=600)] = 0
    text: Text = ""


class JudgeSolution(Command):
    """Judge a tested solution; «in use» needs figures of use first (see `use.record`)."""

    name: Literal["solution.judge"] = "solution.judge"
    sketch: Id
    new: Yet
    useful: Yet
    used: Yet = "not_yet"
    breaks: bool | None = None
    step: Leap = "stepwise"
    note: Text = ""


Commands = MakeDecision | SetFollowUp | ExpectBenefit | MeasureBenefit | RecordUse | JudgeSolution


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about how the case ends."""
    fields = command.model_dump(exclude={"name"})
    match command:
        case MakeDecision():
            return (DecisionMade(decision=moment.command, **fields),)
        case SetFollowUp(day=day):
            return () if day == case.follow_up else (FollowUpSet(day=day),)
        case ExpectBenefit():
            return (BenefitExpected(benefit=moment.command, **fields),)
        case MeasureBenefit(benefit=benefit):
            known = benefit in case.benefits
            return (BenefitMeasured(**fields),) if known else Refused("no_benefit")
        case RecordUse(sketch=sketch):
            return (UseRecorded(**fields),) if sketch in case.sketches else Refused("no_sketch")
        case JudgeSolution(sketch=sketch):
            if sketch not in case.sketches:
                return Refused("no_sketch")
            if command.used == "yes" and not any(u.users for u in case.uses.get(sketch, ())):
                return Refused("use_not_shown")
            return (SolutionJudged(**fields),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after something was decided, expected, measured or judged."""
    fields = fact.model_dump(exclude={"kind"})
    match fact:
        case DecisionMade():
            ruling = Ruling(id=fields.pop("decision"), **fields)
            return case.model_copy(update={"decisions": (*case.decisions, ruling)})
        case FollowUpSet(day=day):
            return case.model_copy(update={"follow_up": day})
        case BenefitExpected():
            benefit = Benefit(id=fields.pop("benefit"), **fields)
        case BenefitMeasured(benefit=known, measured=measured):
            benefit = case.benefits[known].model_copy(update={"measured": measured})
        case UseRecorded(sketch=sketch):
            del fields["sketch"]
            seen = (*case.uses.get(sketch, ()), Use(at=record.at, **fields))
            return case.model_copy(update={"uses": {**case.uses, sketch: seen}})
        case SolutionJudged(sketch=sketch):
            del fields["sketch"]
            judged = {**case.judged, sketch: Judgement(**fields)}
            return case.model_copy(update={"judged": judged})
        case _:
            assert_never(fact)
    return case.model_copy(update={"benefits": {**case.benefits, benefit.id: benefit}})
