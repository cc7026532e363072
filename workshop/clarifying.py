"""Station 1: the handlingsrom as it is asked about, round after round (Jevnaker 3.1)."""

from datetime import date
from typing import Literal, assert_never

from workshop import handlingsrom
from workshop.basics import Command, Fact, Line, Moment, NeededLine, Outcome, Record, Refused, Said
from workshop.case import Case
from workshop.framed import Clarification, Look
from workshop.terms import Answer, Check, RoomPoint


class HandlingsromAnswered(Fact):
    """One of the questions about the room for co-creation got an answer."""

    kind: Literal["handlingsrom.answered"] = "handlingsrom.answered"
    check: Check
    answer: Answer

    def settles(self) -> str:
        """The answer to this question."""
        return f"answer:{self.check}"


class HandlingsromConfirmed(Fact):
    """Somebody looked at the handlingsrom again, and it is as it was."""

    kind: Literal["handlingsrom.confirmed"] = "handlingsrom.confirmed"


class ClarificationNoted(Fact):
    """Who finds out what is not clear yet, and by when; one for each of the eight questions."""

    kind: Literal["clarification.noted"] = "clarification.noted"
    point: RoomPoint
    text: Said
    owner: Said
    due: date | None

    def settles(self) -> str:
        """What is to be clarified about this question."""
        return f"clarification:{self.point}"


Facts = HandlingsromAnswered | HandlingsromConfirmed | ClarificationNoted


class AnswerHandlingsrom(Command):
    """Answer one question about the room for co-creation; in a new round, again."""

    name: Literal["handlingsrom.answer"] = "handlingsrom.answer"
    check: Check
    answer: Answer


class ConfirmHandlingsrom(Command):
    """Say that the handlingsrom was looked at again, and that every answer still holds."""

    name: Literal["handlingsrom.confirm"] = "handlingsrom.confirm"


class NoteClarification(Command):
    """Say who finds out what is not clear about one of the eight questions, and by when."""

    name: Literal["clarification.note"] = "clarification.note"
    point: RoomPoint
    text: NeededLine
    owner: Line = ""
    due: date | None = None


Commands = AnswerHandlingsrom | ConfirmHandlingsrom | NoteClarification


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """What becomes of a wish about the handlingsrom."""
    match command:
        case AnswerHandlingsrom(check=check, answer=answer):
            if case.answers.get(check) == answer and not handlingsrom.is_due(case):
                return ()
            return (HandlingsromAnswered(check=check, answer=answer),)
        case ConfirmHandlingsrom():
            if not case.answers:
                return Refused("no_answers")
            return (HandlingsromConfirmed(),) if handlingsrom.is_due(case) else ()
        case NoteClarification(point=point):
            noted = Clarification(**command.model_dump(exclude={"name"}))
            if case.clarifications.get(point) == noted:
                return ()
            return (ClarificationNoted(**noted.model_dump()),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after the handlingsrom was asked about."""
    match fact:
        case HandlingsromAnswered(check=check, answer=answer):
            answers = {**case.answers, check: answer}
            return look_again(case.model_copy(update={"answers": answers}), record)
        case HandlingsromConfirmed():
            return look_again(case, record)
        case ClarificationNoted(point=point):
            noted = Clarification(**fact.model_dump(exclude={"kind"}))
            noted_all = {**case.clarifications, point: noted}
            return case.model_copy(update={"clarifications": noted_all})
        case _:
            assert_never(fact)


def look_again(case: Case, record: Record) -> Case:
    """The case with the handlingsrom judged as it is now."""
    judged = handlingsrom.verdict(case)
    if judged is None:
        return case
    look = Look(
        round=case.round,
        decided=handlingsrom.decided_rounds(case),
        at=record.at,
        answers=case.answers,
        frame=case.frame,
        verdict=judged,
    )
    return case.model_copy(update={"looks": handlingsrom.looked(case, look)})
