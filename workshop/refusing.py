"""Station 5: notes that were suggested to lie together, and of which somebody said that they don't.

Kept as facts, so that what was refused stays away after a restart and on another laptop.
"""

from typing import Annotated, Literal

from pydantic import Field

from workshop.basics import Command, Fact, Id, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.said import Refusal


class SuggestionRefused(Fact):
    """These notes do not all say the same, or not what the cluster says; ids only, no words.

    Some of them may: of three that were refused, two can be suggested again.

    It refers to nothing on purpose: what was refused never stands in the way of an undo.
    """

    kind: Literal["suggestion.refused"] = "suggestion.refused"
    notes: tuple[str, ...]
    cluster: str | None = None


Facts = SuggestionRefused


class RefuseSuggestion(Command):
    """Say that some notes do not all belong together, or that they do not belong in a cluster."""

    name: Literal["suggestion.refuse"] = "suggestion.refuse"
    notes: Annotated[tuple[Id, ...], Field(min_length=1)]
    cluster: Id | None = None


Commands = RefuseSuggestion


def decide(case: Case, command: RefuseSuggestion, moment: Moment) -> Outcome:  # noqa: ARG001
    """It is kept, once."""
    notes = tuple(dict.fromkeys(command.notes))
    if any(note not in case.notes for note in notes):
        return Refused("no_note")
    if command.cluster is None and len(notes) < 2:  # noqa: PLR2004 - one note is like itself
        return Refused("same_twice")
    if command.cluster is not None and command.cluster not in case.clusters:
        return Refused("no_cluster")
    if Refusal(notes=notes, cluster=command.cluster) in case.refusals:
        return ()
    return (SuggestionRefused(notes=notes, cluster=command.cluster),)


def evolve(case: Case, fact: SuggestionRefused, record: Record) -> Case:  # noqa: ARG001
    """The case remembers."""
    refusal = Refusal(notes=fact.notes, cluster=fact.cluster)
    return case.model_copy(update={"refusals": (*case.refusals, refusal)})
