"""What we believe we know: sealed before anybody is asked, opened when we have learnt.

«Det er ofte hva vi tror vi vet som forhindrer oss fra læring» (Jevnaker 2.4).
"""

from typing import Literal, assert_never

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
from workshop.framed import Assumption
from workshop.terms import Held


class AssumptionSealed(Fact):
    """Somebody's belief was put away, to be opened at station 6; the id is the command's."""

    kind: Literal["assumption.sealed"] = "assumption.sealed"
    assumption: str
    text: Said
    by_role: Said


class AssumptionOpened(Fact):
    """A belief was opened, and held beside what was learnt."""

    kind: Literal["assumption.opened"] = "assumption.opened"
    assumption: str
    verdict: Held
    learnt: Said

    def refers(self) -> frozenset[str]:
        """The belief."""
        return frozenset({self.assumption})

    def settles(self) -> str:
        """What became of the belief."""
        return f"assumption:{self.assumption}"


Facts = AssumptionSealed | AssumptionOpened


class SealAssumption(Command):
    """Put away what we believe we know; no surface shows it before it is opened."""

    name: Literal["assumption.seal"] = "assumption.seal"
    text: NeededLine
    by_role: Line = ""


class OpenAssumption(Command):
    """Open a belief, and say whether it held and what was learnt instead."""

    name: Literal["assumption.open"] = "assumption.open"
    assumption: Id
    verdict: Held
    learnt: Text = ""


Commands = SealAssumption | OpenAssumption


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a belief."""
    match command:
        case SealAssumption(text=text, by_role=by_role):
            return (AssumptionSealed(assumption=moment.command, text=text, by_role=by_role),)
        case OpenAssumption(assumption=assumption, verdict=verdict, learnt=learnt):
            if assumption not in case.assumptions:
                return Refused("no_assumption")
            return (AssumptionOpened(assumption=assumption, verdict=verdict, learnt=learnt),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after a belief was sealed or opened."""
    match fact:
        case AssumptionSealed():
            belief = Assumption(
                id=fact.assumption, text=fact.text, by_role=fact.by_role, sealed_at=record.at
            )
        case AssumptionOpened():
            opened = {"verdict": fact.verdict, "learnt": fact.learnt, "opened_at": record.at}
            belief = case.assumptions[fact.assumption].model_copy(update=opened)
        case _:
            assert_never(fact)
    return case.model_copy(update={"assumptions": {**case.assumptions, belief.id: belief}})
