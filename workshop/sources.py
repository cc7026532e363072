"""What others have done before, taken in as a source; copying is fine where it is fitted to here.

A source says from whom it is, and asks what must be adapted (Jevnaker 1.2, Gausdal 2.1).
"""

from typing import Literal, assert_never

from workshop.basics import (
    Command,
    Fact,
    Id,
    Moment,
    Outcome,
    Record,
    Refused,
    Said,
    SaidLines,
    Text,
)
from workshop.case import Case
from workshop.kept import Source
from workshop.package import Package


class SourceTaken(Fact):
    """A package of another case was taken in; the id is the command's."""

    kind: Literal["source.taken"] = "source.taken"
    source: str
    title: Said
    copied_from: Said
    question: Said
    needs: SaidLines
    ideas: SaidLines
    tried: SaidLines
    learnt: SaidLines
    effects: SaidLines
    needed: Said
    adapt: Said


class SourceFitted(Fact):
    """Somebody said what must be fitted to here."""

    kind: Literal["source.fitted"] = "source.fitted"
    source: str
    fitted: Said

    def refers(self) -> frozenset[str]:
        """The source."""
        return frozenset({self.source})

    def settles(self) -> str:
        """What is fitted."""
        return f"fitted:{self.source}"


class SourceRemoved(Fact):
    """A source was taken off the list; ideas that came from it stay."""

    kind: Literal["source.removed"] = "source.removed"
    source: str

    def refers(self) -> frozenset[str]:
        """The source."""
        return frozenset({self.source})


Facts = SourceTaken | SourceFitted | SourceRemoved


class TakeSource(Command):
    """Take in what another municipality, or another case, has learnt."""

    name: Literal["source.take"] = "source.take"
    source: Package


class FitSource(Command):
    """Say what must be fitted to here."""

    name: Literal["source.fit"] = "source.fit"
    source: Id
    fitted: Text


class RemoveSource(Command):
    """Take a source off the list."""

    name: Literal["source.remove"] = "source.remove"
    source: Id


Commands = TakeSource | FitSource | RemoveSource


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a source."""
    match command:
        case TakeSource(source=package):
            fields = package.model_dump(exclude={"package"})
            same = {s.id for s in case.sources.values() if s.told() == fields}
            return () if same else (SourceTaken(source=moment.command, **fields),)
        case FitSource(source=s) | RemoveSource(source=s) if s not in case.sources:
            return Refused("no_source")
        case FitSource(source=source, fitted=fitted):
            known = case.sources[source].fitted == fitted
            return () if known else (SourceFitted(source=source, fitted=fitted),)
        case RemoveSource(source=source):
            return (SourceRemoved(source=source),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after a source was taken in, fitted or removed."""
    sources = dict(case.sources)
    match fact:
        case SourceTaken(source=source):
            sources[source] = Source(id=source, **fact.model_dump(exclude={"kind", "source"}))
        case SourceFitted(source=source, fitted=fitted):
            sources[source] = sources[source].model_copy(update={"fitted": fitted})
        case SourceRemoved(source=source):
            del sources[source]
        case _:
            assert_never(fact)
    return case.model_copy(update={"sources": sources})
