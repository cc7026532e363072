"""Station 5: what was learnt, and what is changed because of it (Jevnaker 2.4)."""

from typing import Annotated, Literal, assert_never

from pydantic import Field

from workshop.basics import (
    Command,
    Fact,
    Id,
    Moment,
    NeededText,
    Outcome,
    Record,
    Refused,
    Said,
    Text,
)
from workshop.case import Case
from workshop.terms import AdjustmentTarget, InsightKind, LearningKind
from workshop.tried import Adjustment, Insight, Learning


class LearningWritten(Fact):
    """A learning card; the id is the command's."""

    kind: Literal["learning.written"] = "learning.written"
    learning: str
    round: int
    believed: Said
    saw: Said
    learnt: Said
    therefore: Said
    about: LearningKind | None = None
    sketch: str | None = None

    def refers(self) -> frozenset[str]:
        """The sketch it is about, where it is about one."""
        return frozenset({self.sketch} if self.sketch else ())


class AdjustmentMade(Fact):
    """What is changed because of a learning, or why nothing is; the id is the command's."""

    kind: Literal["adjustment.made"] = "adjustment.made"
    adjustment: str
    learning: str
    round: int
    target: AdjustmentTarget
    text: Said

    def refers(self) -> frozenset[str]:
        """The learning."""
        return frozenset({self.learning})


class InsightNoted(Fact):
    """Something was found out about the need; the id is the command's."""

    kind: Literal["insight.noted"] = "insight.noted"
    insight: str
    round: int
    source: InsightKind
    people: int | None
    text: Said


Facts = LearningWritten | AdjustmentMade | InsightNoted


class WriteLearning(Command):
    """Write a learning card."""

    name: Literal["learning.write"] = "learning.write"
    believed: Text = ""
    saw: Text = ""
    learnt: NeededText
    therefore: Text = ""
    about: LearningKind | None = None
    sketch: Id | None = None


class MakeAdjustment(Command):
    """Say what is changed because of a learning; with the target ``none``, why nothing is."""

    name: Literal["adjustment.make"] = "adjustment.make"
    learning: Id
    target: AdjustmentTarget
    text: NeededText


class NoteInsight(Command):
    """Write down what was found out about the need in a talk, a visit or figures."""

    name: Literal["insight.note"] = "insight.note"
    source: InsightKind
    text: NeededText
    people: Annotated[int, Field(ge=0, le=100_000)] | None = None


Commands = WriteLearning | MakeAdjustment | NoteInsight


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about what was learnt."""
    fields = command.model_dump(exclude={"name"})
    match command:
        case WriteLearning(sketch=sketch):
            if sketch is not None and sketch not in case.sketches:
                return Refused("no_sketch")
            return (LearningWritten(learning=moment.command, round=case.round, **fields),)
        case MakeAdjustment(learning=learning):
            if learning not in case.learnings:
                return Refused("no_learning")
            return (AdjustmentMade(adjustment=moment.command, round=case.round, **fields),)
        case NoteInsight():
            return (InsightNoted(insight=moment.command, round=case.round, **fields),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something was learnt, adjusted or found out."""
    fields = fact.model_dump(exclude={"kind"})
    match fact:
        case LearningWritten():
            card = Learning(id=fields.pop("learning"), **fields)
            return case.model_copy(update={"learnings": {**case.learnings, card.id: card}})
        case AdjustmentMade():
            made = Adjustment(id=fields.pop("adjustment"), **fields)
            return case.model_copy(update={"adjustments": {**case.adjustments, made.id: made}})
        case InsightNoted():
            insight = Insight(id=fields.pop("insight"), kind=fields.pop("source"), **fields)
            return case.model_copy(update={"insights": {**case.insights, insight.id: insight}})
        case _:
            assert_never(fact)
