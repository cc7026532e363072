"""Station 5: who tests: volunteers without names, and what each tester said and did.

A tester is noted by the desk, or answers two questions on their own phone. A phone's answer holds
neither role nor table: with them, and what it says, somebody could be known again.
"""

from itertools import count
from typing import Annotated, Any, ClassVar, Final, Literal, assert_never

from pydantic import Field

from workshop.basics import (
    Command,
    Fact,
    Id,
    Moment,
    NeededLine,
    Outcome,
    Record,
    Refused,
    Said,
    Text,
)
from workshop.case import Case
from workshop.rounds import may_have_need
from workshop.terms import ActorCategory, Hit, Role
from workshop.testing import TestStarted, started
from workshop.tried import Test, Tester, Volunteer


class TesterHeard(Fact):
    """What one tester said and did; the id is the command's, the code nobody's name."""

    kind: Literal["tester.heard"] = "tester.heard"
    tester: str
    test: str
    code: Said
    category: ActorCategory | None
    has_need: bool
    quote: Said
    failure: Said
    hit: Hit | None
    mark: str | None = None
    """Of who answered on a phone; never of who is noted by the desk."""

    def refers(self) -> frozenset[str]:
        """The test."""
        return frozenset({self.test})


class TesterMended(Fact):
    """What was noted of a tester was corrected."""

    kind: Literal["tester.mended"] = "tester.mended"
    tester: str
    test: str
    code: Said
    category: ActorCategory | None
    has_need: bool
    quote: Said
    failure: Said
    hit: Hit | None

    def refers(self) -> frozenset[str]:
        """The tester and the test."""
        return frozenset({self.tester, self.test})

    def settles(self) -> str:
        """What is noted."""
        return f"tester:{self.tester}"


class TesterOffered(Fact):
    """Somebody said «I can test», or took it back, from a phone; a mark, never a name."""

    kind: Literal["tester.offered"] = "tester.offered"
    mark: str
    round: int
    heads: int
    """0 takes it back."""


class TestersCounted(Fact):
    """How many more raised a hand or said so; of those without a phone."""

    kind: Literal["testers.counted"] = "testers.counted"
    round: int
    counted: int

    def settles(self) -> str:
        """The count of this round."""
        return f"hands:{self.round}"


PHONE_CODE: Final = "m"
"""What the codes of those who answered on a phone begin with."""

Facts = TesterHeard | TesterMended | TesterOffered | TestersCounted


class NoteTester(Command):
    """Write down what one tester said and did: one line at a kitchen table."""

    name: Literal["tester.note"] = "tester.note"
    test: Id
    code: NeededLine
    category: ActorCategory | None = None
    has_need: bool = True
    quote: Text = ""
    failure: Text = ""
    hit: Hit | None = None


class MendTester(Command):
    """Correct what was noted; what is left out stays."""

    name: Literal["tester.mend"] = "tester.mend"
    tester: Id
    code: NeededLine | None = None
    category: ActorCategory | None = None
    has_need: bool | None = None
    quote: Text | None = None
    failure: Text | None = None
    hit: Hit | None = None


class OfferToTest(Command):
    """Say «I can test», or take it back."""

    from_phones: ClassVar[bool] = True
    name: Literal["test.offer"] = "test.offer"
    block: Id
    can: bool = True


class TellTest(Command):
    """Answer after a test that is out: whether one has the need, and whether it was met.

    Sent again, it takes the place of what this phone had answered.
    """

    from_phones: ClassVar[bool] = True
    name: Literal["test.tell"] = "test.tell"
    test: Id
    has_need: bool
    hit: Hit
    quote: Text = ""


class CountTesters(Command):
    """Say how many without a phone can test."""

    name: Literal["testers.count"] = "testers.count"
    hands: Annotated[int, Field(ge=0, le=5_000)]


Commands = NoteTester | MendTester | OfferToTest | TellTest | CountTesters


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about testers."""
    match command:
        case NoteTester(test=test):
            if test not in case.tests:
                return Refused("no_test")
            heard = TesterHeard(tester=moment.command, **command.model_dump(exclude={"name"}))
            first: tuple[TestStarted, ...] = started(case, test)
            return (*first, heard)
        case MendTester():
            return _mended(case, command)
        case OfferToTest():
            return _offered(case, command, moment)
        case TellTest():
            return _told(case, command, moment)
        case CountTesters(hands=hands):
            if case.hands_to_test.get(case.round, 0) == hands:
                return ()
            return (TestersCounted(round=case.round, counted=hands),)
        case _:
            assert_never(command)


def _mended(case: Case, command: MendTester) -> Outcome:
    for test in case.tests.values():
        for tester in test.heard:
            if tester.id == command.tester:
                was = tester.model_dump(exclude={"id", "at", "mark"})
                now = was | command.model_dump(exclude={"name", "tester"}, exclude_none=True)
                mended = TesterMended(tester=tester.id, test=test.id, **now)
                return () if now == was else (mended,)
    return Refused("no_tester")


def _told(case: Case, command: TellTest, moment: Moment) -> Outcome:
    here = case.presences.get(moment.presence or "")
    if case.gathering is None or here is None or moment.mark is None:
        return Refused("not_joined")
    test = case.tests.get(command.test)
    if test is None or not test.out:
        return Refused("test_not_out")
    has_need = command.has_need and asks_need(case, here.role)
    said: dict[str, Any] = {"hit": command.hit, "quote": command.quote, "has_need": has_need}
    before = told_by(test, moment.mark)
    if before is None:
        said |= {"code": _next_code(test), "category": None, "failure": ""}
        return (TesterHeard(tester=moment.command, test=test.id, mark=moment.mark, **said),)
    was = before.model_dump(exclude={"id", "at", "mark"})
    if was | said == was:
        return ()
    return (TesterMended(tester=before.id, test=test.id, **{**was, **said}),)


def asks_need(case: Case, role: Role) -> bool:
    """Whether who came as this is asked if the need is theirs; never who only works with it."""
    match role:
        case "employee" | "leader":
            return may_have_need(case, role)
        case _:
            return True


def told_by(test: Test, mark: str) -> Tester | None:
    """What the phone with this mark has answered."""
    return next((t for t in test.heard if t.mark == mark), None)


def _next_code(test: Test) -> str:
    """A code for an answer from a phone, which no other tester of the test has."""
    taken = {t.code for t in test.heard}
    return next(code for n in count(1) if (code := f"{PHONE_CODE}{n}") not in taken)


def _offered(case: Case, command: OfferToTest, moment: Moment) -> Outcome:
    here = case.presences.get(moment.presence or "")
    if case.gathering is None or here is None or moment.mark is None:
        return Refused("not_joined")
    running = case.running
    if running is None or running.kind != "test" or running.id != command.block:
        return Refused("not_asking_testers")
    known = case.volunteers.get(moment.mark)
    heads = here.heads if command.can else 0
    if (known.heads if known else 0) == heads:
        return ()
    return (TesterOffered(mark=moment.mark, round=case.round, heads=heads),)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after a tester was heard, or somebody offered to be one."""
    match fact:
        case TesterOffered(mark=mark, round=turn, heads=heads):
            volunteers = {**case.volunteers, mark: Volunteer(round=turn, heads=heads)}
            return case.model_copy(update={"volunteers": volunteers})
        case TestersCounted(round=turn, counted=counted):
            hands = {**case.hands_to_test, turn: counted}
            return case.model_copy(update={"hands_to_test": hands})
        case TesterHeard() | TesterMended():
            fields = fact.model_dump(exclude={"kind", "tester", "test"})
        case _:
            assert_never(fact)
    test = case.tests[fact.test]
    if isinstance(fact, TesterHeard):
        heard = (*test.heard, Tester(id=fact.tester, at=record.at, **fields))
    else:
        heard = tuple(t.model_copy(update=fields) if t.id == fact.tester else t for t in test.heard)
    changed = test.model_copy(update={"heard": heard})
    return case.model_copy(update={"tests": {**case.tests, test.id: changed}})
