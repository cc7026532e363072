"""The case in the municipality's plans (Gausdal, Ullensaker), and its bravest mistake (Jevnaker).

Nothing is budgeted here: the figures are for a list that others take over into their plans.
"""

from typing import Annotated, Literal, assert_never

from pydantic import Field

from workshop.basics import Command, Fact, Id, Line, Moment, Outcome, Record, Refused, Said, Text
from workshop.case import Case
from workshop.entries import Kroner
from workshop.kept import Placement
from workshop.tried import Learning, Sketch

Year = Annotated[int, Field(ge=2000, le=2200)]


class CasePlaced(Fact):
    """The case got its place in the plans, or another one."""

    kind: Literal["case.placed"] = "case.placed"
    goal: Said
    year: int | None
    cost: int | None
    owner: Said
    place: Said
    needed: Said
    adapt: Said

    def settles(self) -> str:
        """The place in the plans."""
        return "placed"


class BraveChosen(Fact):
    """What was tried, did not work and taught most was chosen; none takes it back."""

    kind: Literal["brave.chosen"] = "brave.chosen"
    card: str | None

    def refers(self) -> frozenset[str]:
        """The learning card or the sketch."""
        return frozenset({self.card} if self.card else ())

    def settles(self) -> str:
        """The choice."""
        return "brave"


Facts = CasePlaced | BraveChosen


class PlaceCase(Command):
    """Say where the case stands in the plans; what is left out stays.

    Another year carries it over: the years before are remembered.
    """

    name: Literal["case.place"] = "case.place"
    goal: Line | None = None
    year: Year | None = None
    cost: Kroner | None = None
    owner: Line | None = None
    place: Line | None = None
    needed: Text | None = None
    adapt: Text | None = None


class ChooseBrave(Command):
    """Choose the bravest mistake: a learning card, or a sketch that was stopped."""

    name: Literal["brave.choose"] = "brave.choose"
    card: Id | None


Commands = PlaceCase | ChooseBrave


def bravest(case: Case) -> Learning | Sketch | None:
    """The card that was chosen, where it still stands."""
    card = case.brave or ""
    return case.learnings.get(card) or case.sketches.get(card)


def may_be_brave(case: Case) -> tuple[Learning | Sketch, ...]:
    """What can be chosen: every learning card, and the sketches that were stopped."""
    stopped = (s for s in case.sketches.values() if s.decision == "stopped")
    return (*stopped, *case.learnings.values())


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """What becomes of a wish about its place or its bravest mistake."""
    match command:
        case PlaceCase():
            now = case.placed.model_dump(exclude={"earlier"})
            whole = now | command.model_dump(exclude={"name"}, exclude_none=True)
            return () if whole == now else (CasePlaced(**whole),)
        case ChooseBrave(card=card):
            if card is not None and card not in {one.id for one in may_be_brave(case)}:
                return Refused("no_brave")
            return () if card == case.brave else (BraveChosen(card=card),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case in its new place."""
    match fact:
        case CasePlaced():
            before = case.placed
            moved = before.year is not None and fact.year != before.year
            earlier = before.earlier
            if moved and before.year is not None:
                # A year that was left and taken again stands once.
                earlier = tuple(sorted({*earlier, before.year} - {fact.year}))
            fields = fact.model_dump(exclude={"kind"})
            return case.model_copy(update={"placed": Placement(earlier=earlier, **fields)})
        case BraveChosen(card=card):
            return case.model_copy(update={"brave": card})
        case _:
            assert_never(fact)
