"""Station 6 and between the evenings: lists that are kept of a case, line by line.

Who hears what (Ullensaker), where help is wanted and who is thanked (Jevnaker), what was freed
(Lunner), partners and where money may come from (Ullensaker), who leads as innovation agent
(Jevnaker): one mechanism, and the name of the list.
"""

from datetime import date
from typing import Annotated, Final, Literal, assert_never

from pydantic import Field

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
)
from workshop.case import Case
from workshop.kept import Entry
from workshop.terms import EntryList

Kroner = Annotated[int, Field(ge=0, le=10_000_000_000)]
AWAITED: Final[tuple[EntryList, ...]] = ("tell", "help")
"""The lists whose lines somebody waits for by a day."""


class EntryWritten(Fact):
    """A line was written, or got other words; the id is the first command's."""

    kind: Literal["entry.written"] = "entry.written"
    entry: str
    list: EntryList
    text: Said
    who: Said
    due: date | None
    amount: int | None

    def settles(self) -> str:
        """Everything about the line."""
        return f"entry:{self.entry}"


class EntryTicked(Fact):
    """Somebody looked whether it was done."""

    kind: Literal["entry.ticked"] = "entry.ticked"
    entry: str
    done: bool

    def refers(self) -> frozenset[str]:
        """The line."""
        return frozenset({self.entry})

    def settles(self) -> str:
        """Whether it was done."""
        return f"ticked:{self.entry}"


class EntryRemoved(Fact):
    """A line was taken off its list."""

    kind: Literal["entry.removed"] = "entry.removed"
    entry: str

    def refers(self) -> frozenset[str]:
        """The line."""
        return frozenset({self.entry})


Facts = EntryWritten | EntryTicked | EntryRemoved


class WriteEntry(Command):
    """Write a line on one of the lists, with who, by when and how many kroner where they fit."""

    name: Literal["entry.write"] = "entry.write"
    list: EntryList
    text: NeededLine
    who: Line = ""
    due: date | None = None
    amount: Kroner | None = None


class ChangeEntry(Command):
    """Change a line; what is left out stays."""

    name: Literal["entry.change"] = "entry.change"
    entry: Id
    text: NeededLine | None = None
    who: Line | None = None
    due: date | None = None
    amount: Kroner | None = None


class TickEntry(Command):
    """Say whether it was done."""

    name: Literal["entry.tick"] = "entry.tick"
    entry: Id
    done: bool


class RemoveEntry(Command):
    """Take a line off its list."""

    name: Literal["entry.remove"] = "entry.remove"
    entry: Id


Commands = WriteEntry | ChangeEntry | TickEntry | RemoveEntry


def of(case: Case, which: EntryList) -> tuple[Entry, ...]:
    """The lines of one list, as they came."""
    return tuple(entry for entry in case.entries.values() if entry.list == which)


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a line."""
    if isinstance(command, WriteEntry):
        return (EntryWritten(entry=moment.command, **command.model_dump(exclude={"name"})),)
    known = case.entries.get(command.entry)
    if known is None:
        return Refused("no_entry")
    match command:
        case ChangeEntry():
            before = known.model_dump(exclude={"id", "done"})
            changes = command.model_dump(exclude={"name", "entry"}, exclude_none=True)
            whole = before | changes
            return () if whole == before else (EntryWritten(entry=known.id, **whole),)
        case TickEntry(done=done):
            return () if done == known.done else (EntryTicked(entry=known.id, done=done),)
        case RemoveEntry():
            return (EntryRemoved(entry=known.id),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after a line was written, looked at or removed."""
    entries = dict(case.entries)
    match fact:
        case EntryWritten(entry=entry):
            done = entries[entry].done if entry in entries else None
            fields = fact.model_dump(exclude={"kind", "entry"})
            entries[entry] = Entry(id=entry, done=done, **fields)
        case EntryTicked(entry=entry, done=done):
            entries[entry] = entries[entry].model_copy(update={"done": done})
        case EntryRemoved(entry=entry):
            del entries[entry]
        case _:
            assert_never(fact)
    return case.model_copy(update={"entries": entries})
