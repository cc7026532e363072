"""A fund or an award: applied to from a case, scored by a panel, answered, and reported back.

The same for Gausdal's yearly pot and Jevnaker's «Årets innovasjonsprosjekt»; which there are, and
what the panel looks at, stands in the pack. Points advise; whoever decides may do otherwise.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, assert_never

from pydantic import Field

from workshop.basics import (
    Command,
    Fact,
    Id,
    Line,
    Moment,
    NeededText,
    Outcome,
    Record,
    Refused,
    Said,
    Text,
)
from workshop.case import Case
from workshop.entries import Kroner
from workshop.kept import Application
from workshop.packs.parts import Checklist, Fund, Key, StepKey

Scores = Annotated[Mapping[Key, StepKey], Field(max_length=40)]


class FundApplied(Fact):
    """The case applied to a fund, or was nominated for an award; the id is the command's."""

    kind: Literal["fund.applied"] = "fund.applied"
    application: str
    fund: str
    amount: int | None
    text: Said

    def settles(self) -> str:
        """What is applied for."""
        return f"applied:{self.application}"


class FundScored(Fact):
    """One of the panel gave points, or other ones; ``panel`` is a seat, and nobody's name."""

    kind: Literal["fund.scored"] = "fund.scored"
    application: str
    panel: int
    scores: Mapping[str, str]

    def refers(self) -> frozenset[str]:
        """The application."""
        return frozenset({self.application})

    def settles(self) -> str:
        """The points of this seat."""
        return f"scored:{self.application}:{self.panel}"


class FundAnswered(Fact):
    """It was granted, or not, and why."""

    kind: Literal["fund.answered"] = "fund.answered"
    application: str
    granted: bool
    amount: int | None
    body: Said
    day: date | None
    text: Said

    def refers(self) -> frozenset[str]:
        """The application."""
        return frozenset({self.application})

    def settles(self) -> str:
        """The answer."""
        return f"answered:{self.application}"


class FundReported(Fact):
    """What the money went to, and what came of it."""

    kind: Literal["fund.reported"] = "fund.reported"
    application: str
    spent: int | None
    text: Said

    def refers(self) -> frozenset[str]:
        """The application."""
        return frozenset({self.application})

    def settles(self) -> str:
        """The report back."""
        return f"reported:{self.application}"


Facts = FundApplied | FundScored | FundAnswered | FundReported


class ApplyFund(Command):
    """Apply to a fund of the pack, or nominate for its award; again for the same one changes it."""

    name: Literal["fund.apply"] = "fund.apply"
    fund: Key
    amount: Kroner | None = None
    text: Text = ""


class ScoreFund(Command):
    """Give the points of one seat of the panel; sent again it replaces them."""

    name: Literal["fund.score"] = "fund.score"
    application: Id
    panel: Annotated[int, Field(ge=1, le=30)]
    scores: Scores


class AnswerFund(Command):
    """Say whether it is granted, how much, who decided and why."""

    name: Literal["fund.answer"] = "fund.answer"
    application: Id
    granted: bool
    amount: Kroner | None = None
    body: Line = ""
    day: date | None = None
    text: NeededText


class ReportFund(Command):
    """Report back what the money went to."""

    name: Literal["fund.report"] = "fund.report"
    application: Id
    spent: Kroner | None = None
    text: NeededText


Commands = ApplyFund | ScoreFund | AnswerFund | ReportFund


def fund_of(case: Case, key: str) -> Fund | None:
    """The fund of that key in the pack of the case."""
    return next((fund for fund in case.pack.funds if fund.key == key), None)


def looked_at(case: Case, fund: str) -> Checklist | None:
    """What the panel of a fund looks at."""
    known = fund_of(case, fund)
    return case.pack.checklist(known.panel) if known else None


def points(case: Case, application: Application) -> tuple[int, ...]:
    """The points of each seat that has given any, in the order of the seats."""
    checklist = looked_at(case, application.fund)
    if checklist is None:
        return ()
    values = {step.key: step.value or 0 for step in case.pack.scale(checklist.scale).steps}
    given = application.scores
    return tuple(sum(values.get(key, 0) for key in given[seat].values()) for seat in sorted(given))


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a fund."""
    if isinstance(command, ApplyFund):
        if fund_of(case, command.fund) is None:
            return Refused("no_fund")
        before = next((a for a in case.applications.values() if a.fund == command.fund), None)
        if before and before.granted is not None:
            return Refused("fund_answered")
        id_ = before.id if before else moment.command
        return (FundApplied(application=id_, **command.model_dump(exclude={"name"})),)
    known = case.applications.get(command.application)
    if known is None:
        return Refused("no_application")
    fields = command.model_dump(exclude={"name"})
    match command:
        case ScoreFund(scores=scores):
            checklist = looked_at(case, known.fund)
            items = {item.key for item in checklist.items} if checklist else set[str]()
            if not items.issuperset(scores):
                return Refused("no_item")
            steps = case.pack.scale(checklist.scale).steps if checklist else ()
            if not {step.key for step in steps}.issuperset(scores.values()):
                return Refused("no_step")
            return (FundScored(**fields),)
        case AnswerFund():
            return (FundAnswered(**fields),)
        case ReportFund():
            return (FundReported(**fields),) if known.granted else Refused("fund_not_granted")
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after it was applied, scored, answered or reported."""
    fields = fact.model_dump(exclude={"kind", "application"})
    before = case.applications.get(fact.application)
    match fact:
        case FundApplied():
            kept = before or Application(id=fact.application, fund=fact.fund)
            after = kept.model_copy(update=fields)
        case FundScored(panel=panel, scores=scores):
            held = case.applications[fact.application]
            after = held.model_copy(update={"scores": {**held.scores, panel: scores}})
        case FundAnswered(amount=given, text=answer):
            told = fact.model_dump(include={"granted", "body", "day"})
            update = {**told, "given": given, "answer": answer}
            after = case.applications[fact.application].model_copy(update=update)
        case FundReported(spent=spent, text=report):
            update = {"spent": spent, "report": report}
            after = case.applications[fact.application].model_copy(update=update)
        case _:
            assert_never(fact)
    return case.model_copy(update={"applications": {**case.applications, after.id: after}})
