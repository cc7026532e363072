"""Station 5: the test card, fixed before the test, and what testers said (Jevnaker 2.4)."""

from datetime import date
from typing import Annotated, Final, Literal, assert_never

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
from workshop.terms import Hit
from workshop.tried import CardChange, Test

Homes = Annotated[int, Field(ge=0, le=9_999)]
_CARD: Final = {
    *("believe", "do", "look_for", "right_if", "wrong_if"),
    *("place", "homes", "start", "until"),
}
"""What stands on the card."""


class TestPlanned(Fact):
    """A test card was written; the id is the command's."""

    kind: Literal["test.planned"] = "test.planned"
    test: str
    sketch: str
    round: int
    believe: Said
    do: Said
    look_for: Said
    right_if: Said
    wrong_if: Said = ""
    place: Said = ""
    homes: int = 0
    start: date | None = None
    until: date | None = None

    def refers(self) -> frozenset[str]:
        """The sketch."""
        return frozenset({self.sketch})


class TestChanged(Fact):
    """A test card was changed; after the first tester, for a reason."""

    kind: Literal["test.changed"] = "test.changed"
    test: str
    believe: Said
    do: Said
    look_for: Said
    right_if: Said
    wrong_if: Said
    place: Said
    homes: int
    start: date | None
    until: date | None
    reason: Said

    def refers(self) -> frozenset[str]:
        """The test."""
        return frozenset({self.test})

    def settles(self) -> str:
        """The card."""
        return f"card:{self.test}"


class TestStarted(Fact):
    """The first tester started: the card is locked."""

    kind: Literal["test.started"] = "test.started"
    test: str

    def refers(self) -> frozenset[str]:
        """The test."""
        return frozenset({self.test})


class TestRecorded(Fact):
    """What came of a test, with how many testers who have the need themselves."""

    kind: Literal["test.recorded"] = "test.recorded"
    test: str
    result: Said
    hit: Hit
    testers: int

    def refers(self) -> frozenset[str]:
        """The test."""
        return frozenset({self.test})

    def settles(self) -> str:
        """The result."""
        return f"result:{self.test}"


Facts = TestPlanned | TestChanged | TestStarted | TestRecorded


class PlanTest(Command):
    """Write the test card before the test."""

    name: Literal["test.plan"] = "test.plan"
    sketch: Id
    believe: NeededText
    do: NeededText
    look_for: Text = ""
    right_if: Text = ""
    wrong_if: Text = ""
    place: Line = ""
    homes: Homes = 0
    start: date | None = None
    until: date | None = None


class ChangeTest(Command):
    """Change the test card; what is left out stays.

    After the first tester has started this wants a ``reason``.
    """

    name: Literal["test.change"] = "test.change"
    test: Id
    believe: NeededText | None = None
    do: NeededText | None = None
    look_for: Text | None = None
    right_if: Text | None = None
    wrong_if: Text | None = None
    place: Line | None = None
    homes: Homes | None = None
    start: date | None = None
    until: date | None = None
    reason: Line = ""


class StartTest(Command):
    """Say that the first tester has started; it may go on for weeks."""

    name: Literal["test.start"] = "test.start"
    test: Id


class RecordTest(Command):
    """Write down what came of a test, and end it."""

    name: Literal["test.record"] = "test.record"
    test: Id
    result: NeededText
    hit: Hit
    testers: Annotated[int, Field(ge=0, le=999)] = 0


Commands = PlanTest | ChangeTest | StartTest | RecordTest


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a test."""
    match command:
        case PlanTest(sketch=sketch):
            if sketch not in case.sketches:
                return Refused("no_sketch")
            fields = command.model_dump(exclude={"name"})
            return (TestPlanned(test=moment.command, round=case.round, **fields),)
        case ChangeTest(test=t) | StartTest(test=t) | RecordTest(test=t) if t not in case.tests:
            return Refused("no_test")
        case ChangeTest(test=test):
            return _changed(case.tests[test], command)
        case StartTest(test=test):
            return started(case, test)
        case RecordTest(test=test):
            recorded = TestRecorded(**command.model_dump(exclude={"name"}))
            return (*started(case, test), recorded)
        case _:
            assert_never(command)


def started(case: Case, test: str) -> tuple[TestStarted, ...]:
    """The fact that locks the card, where it is not locked yet."""
    return () if case.tests[test].started_at else (TestStarted(test=test),)


def _changed(test: Test, command: ChangeTest) -> Outcome:
    was = test.model_dump(include=_CARD)
    now = was | command.model_dump(include=_CARD, exclude_none=True)
    if now == was:
        return ()
    if test.started_at and not command.reason:
        return Refused("test_locked")
    return (TestChanged(test=test.id, reason=command.reason, **now),)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after a test was planned, changed, started or recorded."""
    fields = fact.model_dump(exclude={"kind", "test"})
    match fact:
        case TestPlanned():
            test = Test(id=fact.test, **fields)
        case TestChanged(reason=reason):
            del fields["reason"]
            known = case.tests[fact.test]
            change = CardChange(reason=reason, right_if=known.right_if)
            changes = (*known.changes, change) if known.started_at else known.changes
            test = known.model_copy(update={**fields, "changes": changes})
        case TestStarted():
            test = case.tests[fact.test].model_copy(update={"started_at": record.at})
        case TestRecorded():
            known = case.tests[fact.test]
            # Files from before tests were started by a fact of its own have only the result.
            fields |= {"recorded_at": record.at, "started_at": known.started_at or record.at}
            test = known.model_copy(update=fields)
        case _:
            assert_never(fact)
    return case.model_copy(update={"tests": {**case.tests, test.id: test}})
