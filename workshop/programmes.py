"""Which programme of the strategy a case belongs to (Ullensaker 6.1, Gausdal's perspectives)."""

from typing import Literal, assert_never

from workshop.basics import Command, Fact, Line, Moment, Outcome, Record, Refused, Said
from workshop.case import Case
from workshop.closed import Belonging
from workshop.packs.parts import Key, Programme


class ProgrammeAnswered(Fact):
    """The question of one programme was answered."""

    kind: Literal["programme.answered"] = "programme.answered"
    programme: str
    belongs: bool

    def settles(self) -> str:
        """The answer to this programme's question."""
        return f"programme:{self.programme}"


class ProgrammeChosen(Fact):
    """The facilitator chose a programme against the rule, for a reason; none follows it again."""

    kind: Literal["programme.chosen"] = "programme.chosen"
    programme: str | None
    reason: Said

    def settles(self) -> str:
        """The choice."""
        return "programme"


Facts = ProgrammeAnswered | ProgrammeChosen


class AnswerProgramme(Command):
    """Answer a programme's question about the case."""

    name: Literal["programme.answer"] = "programme.answer"
    programme: Key
    belongs: bool


class ChooseProgramme(Command):
    """Choose a programme whatever the rule says; none takes the choice back."""

    name: Literal["programme.choose"] = "programme.choose"
    programme: Key | None
    reason: Line = ""


Commands = AnswerProgramme | ChooseProgramme


def by_rule(case: Case) -> Programme | None:
    """The first programme, in the strategy's own order, whose question is answered by yes."""
    answers = case.belongs.answers
    return next((p for p in case.pack.programmes if answers.get(p.key)), None)


def programme_of(case: Case) -> Programme | None:
    """The programme of the case: the chosen one, or the one that the rule gives."""
    chosen = case.belongs.chosen
    known = {programme.key: programme for programme in case.pack.programmes}
    return known[chosen] if chosen in known else by_rule(case)


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """What becomes of a wish about a programme."""
    known = {programme.key for programme in case.pack.programmes}
    if command.programme is not None and command.programme not in known:
        return Refused("no_programme")
    match command:
        case AnswerProgramme(programme=programme, belongs=belongs):
            if case.belongs.answers.get(programme) is belongs:
                return ()
            return (ProgrammeAnswered(programme=programme, belongs=belongs),)
        case ChooseProgramme(programme=programme, reason=reason):
            same = (case.belongs.chosen, case.belongs.reason) == (programme, reason)
            return () if same else (ProgrammeChosen(programme=programme, reason=reason),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after a question was answered or a programme chosen."""
    now = case.belongs
    match fact:
        case ProgrammeAnswered(programme=programme, belongs=belongs):
            after: Belonging = now.model_copy(
                update={"answers": {**now.answers, programme: belongs}}
            )
        case ProgrammeChosen(programme=chosen, reason=reason):
            after = now.model_copy(update={"chosen": chosen, "reason": reason})
        case _:
            assert_never(fact)
    return case.model_copy(update={"belongs": after})
