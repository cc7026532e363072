"""Station 5: sketches, tests, what was learnt, and how a round ends (Jevnaker 2.4)."""

from typing import Annotated, Literal, assert_never

from pydantic import Field

from workshop.basics import (
    Command,
    Fact,
    Id,
    Line,
    Moment,
    NeededLine,
    NeededText,
    Outcome,
    Record,
    Refused,
    Said,
    Text,
)
from workshop.case import Case
from workshop.terms import Decision, Hit
from workshop.tried import Learning, Round, Sketch, Test


class SketchMade(Fact):
    """A small solution was sketched; the id is the command's."""

    kind: Literal["sketch.made"] = "sketch.made"
    sketch: str
    title: Said
    text: Said
    ideas: tuple[str, ...]
    round: int

    def refers(self) -> frozenset[str]:
        """The ideas it came from."""
        return frozenset(self.ideas)


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

    def refers(self) -> frozenset[str]:
        """The sketch."""
        return frozenset({self.sketch})


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


class LearningWritten(Fact):
    """A learning card; the id is the command's."""

    kind: Literal["learning.written"] = "learning.written"
    learning: str
    round: int
    believed: Said
    saw: Said
    learnt: Said
    therefore: Said


class RoundDecided(Fact):
    """How a round ended; a new round begins where that was decided."""

    kind: Literal["round.decided"] = "round.decided"
    round: int
    decision: Decision
    reason: Said


Facts = SketchMade | TestPlanned | TestRecorded | LearningWritten | RoundDecided


class MakeSketch(Command):
    """Sketch a small solution from ideas (big need, small solution)."""

    name: Literal["sketch.make"] = "sketch.make"
    title: NeededLine
    text: Text = ""
    ideas: tuple[Id, ...] = ()


class PlanTest(Command):
    """Write the test card before the test."""

    name: Literal["test.plan"] = "test.plan"
    sketch: Id
    believe: NeededText
    do: NeededText
    look_for: Text = ""
    right_if: Text = ""


class RecordTest(Command):
    """Write down what came of a test."""

    name: Literal["test.record"] = "test.record"
    test: Id
    result: NeededText
    hit: Hit
    testers: Annotated[int, Field(ge=0, le=999)] = 0


class WriteLearning(Command):
    """Write a learning card."""

    name: Literal["learning.write"] = "learning.write"
    believed: Text = ""
    saw: Text = ""
    learnt: NeededText
    therefore: Text = ""


class DecideRound(Command):
    """End the round: a new one, back to the need, adopt, park, or stop with what was learnt."""

    name: Literal["round.decide"] = "round.decide"
    decision: Decision
    reason: Line = ""


Commands = MakeSketch | PlanTest | RecordTest | WriteLearning | DecideRound


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about solutions and tests."""
    fields = command.model_dump(exclude={"name"})
    match command:
        case MakeSketch(ideas=ideas):
            known = [n for n in ideas if n in case.notes and case.notes[n].what == "idea"]
            if len(known) < len(ideas):
                return Refused("no_idea")
            return (SketchMade(sketch=moment.command, round=case.round, **fields),)
        case PlanTest(sketch=sketch):
            if sketch not in case.sketches:
                return Refused("no_sketch")
            return (TestPlanned(test=moment.command, round=case.round, **fields),)
        case RecordTest(test=test):
            if test not in case.tests:
                return Refused("no_test")
            return (TestRecorded(**fields),)
        case WriteLearning():
            return (LearningWritten(learning=moment.command, round=case.round, **fields),)
        case DecideRound():
            return (RoundDecided(round=case.round, **fields),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after something was sketched, tested, learnt or decided."""
    fields = fact.model_dump(exclude={"kind"})
    match fact:
        case SketchMade():
            sketch = Sketch(id=fields.pop("sketch"), **fields)
            return case.model_copy(update={"sketches": {**case.sketches, sketch.id: sketch}})
        case TestPlanned():
            test = Test(id=fields.pop("test"), **fields)
            return case.model_copy(update={"tests": {**case.tests, test.id: test}})
        case TestRecorded():
            known = case.tests[fields.pop("test")]
            test = known.model_copy(update={**fields, "recorded_at": record.at})
            return case.model_copy(update={"tests": {**case.tests, test.id: test}})
        case LearningWritten():
            card = Learning(id=fields.pop("learning"), **fields)
            return case.model_copy(update={"learnings": {**case.learnings, card.id: card}})
        case RoundDecided():
            return _decided(case, fact, record)
        case _:
            assert_never(fact)


def _decided(case: Case, fact: RoundDecided, record: Record) -> Case:
    done = {"decision": fact.decision, "reason": fact.reason, "decided_at": record.at}
    rounds = tuple(r.model_copy(update=done) if r.no == fact.round else r for r in case.rounds)
    if fact.decision in {"new_round", "back_to_need"} and rounds[-1].no == fact.round:
        rounds = (*rounds, Round(no=fact.round + 1))
    return case.model_copy(update={"rounds": rounds})
