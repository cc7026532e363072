"""Station 1: which problem or task, and how much room there is for solving it."""

from typing import Final, Literal, assert_never

from workshop.basics import (
    Command,
    Fact,
    Line,
    Moment,
    NeededLine,
    Outcome,
    Record,
    Refused,
    Said,
    SaidLines,
)
from workshop.case import Case
from workshop.framed import Frame, Override, Question
from workshop.terms import Answer, Check

LINES_IN_FRAME: Final = 20


class QuestionWritten(Fact):
    """A new wording of the question; earlier ones are kept."""

    kind: Literal["question.written"] = "question.written"
    text: Said


class FrameSet(Fact):
    """What is fixed, what is open, and who decides when."""

    kind: Literal["frame.set"] = "frame.set"
    fixed: SaidLines
    open: SaidLines
    who_decides: Said
    when_decided: Said

    def settles(self) -> str:
        """The frame."""
        return "frame"


class HandlingsromAnswered(Fact):
    """One of the questions about the room for co-creation got an answer."""

    kind: Literal["handlingsrom.answered"] = "handlingsrom.answered"
    check: Check
    answer: Answer

    def settles(self) -> str:
        """The answer to this question."""
        return f"answer:{self.check}"


class GatePassed(Fact):
    """The facilitator went on against advice, for a reason that the report prints."""

    kind: Literal["gate.passed"] = "gate.passed"
    gate: str
    reason: Said


Facts = QuestionWritten | FrameSet | HandlingsromAnswered | GatePassed


class WriteQuestion(Command):
    """Word the problem as an open question, at most 200 characters (Jevnaker 2.3)."""

    name: Literal["question.write"] = "question.write"
    text: NeededLine


class SetFrame(Command):
    """Say what is fixed, what is open and who decides; what is left out stays."""

    name: Literal["frame.set"] = "frame.set"
    fixed: tuple[NeededLine, ...] | None = None
    open: tuple[NeededLine, ...] | None = None
    who_decides: Line | None = None
    when_decided: Line | None = None


class AnswerHandlingsrom(Command):
    """Answer one question about the room for co-creation."""

    name: Literal["handlingsrom.answer"] = "handlingsrom.answer"
    check: Check
    answer: Answer


class PassGate(Command):
    """Go on although a gate advises against it."""

    name: Literal["gate.pass"] = "gate.pass"
    gate: NeededLine
    reason: NeededLine


Commands = WriteQuestion | SetFrame | AnswerHandlingsrom | PassGate


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """What station 1 makes of a wish."""
    match command:
        case WriteQuestion(text=text):
            return () if text == case.question else (QuestionWritten(text=text),)
        case SetFrame():
            changes = command.model_dump(exclude={"name"}, exclude_none=True)
            frame = Frame(**(case.frame.model_dump() | changes))
            if max(len(frame.fixed), len(frame.open)) > LINES_IN_FRAME:
                return Refused("too_many_lines", {"most": LINES_IN_FRAME})
            return () if frame == case.frame else (FrameSet(**frame.model_dump()),)
        case AnswerHandlingsrom(check=check, answer=answer):
            if case.answers.get(check) == answer:
                return ()
            return (HandlingsromAnswered(check=check, answer=answer),)
        case PassGate(gate=gate, reason=reason):
            return (GatePassed(gate=gate, reason=reason),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after something happened at station 1."""
    match fact:
        case QuestionWritten(text=text):
            question = Question(id=record.command, text=text, at=record.at)
            return case.model_copy(update={"questions": (*case.questions, question)})
        case FrameSet():
            frame = Frame(**fact.model_dump(exclude={"kind"}))
            return case.model_copy(update={"frame": frame})
        case HandlingsromAnswered(check=check, answer=answer):
            return case.model_copy(update={"answers": {**case.answers, check: answer}})
        case GatePassed(gate=gate, reason=reason):
            override = Override(gate=gate, reason=reason, at=record.at)
            return case.model_copy(update={"overrides": (*case.overrides, override)})
        case _:
            assert_never(fact)
