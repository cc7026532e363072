"""Station 3: how people are moved to take part: promises and the invitation."""

from datetime import date
from typing import Literal, assert_never

from workshop.asked import Promise
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


class PromiseMade(Fact):
    """The municipality promised something; the id is the command's."""

    kind: Literal["promise.made"] = "promise.made"
    promise: str
    text: Said
    owner: Said
    due: date | None


class PromiseChanged(Fact):
    """A promise got another text, owner or date."""

    kind: Literal["promise.changed"] = "promise.changed"
    promise: str
    text: Said
    owner: Said
    due: date | None

    def refers(self) -> frozenset[str]:
        """The promise."""
        return frozenset({self.promise})

    def settles(self) -> str:
        """Everything about the promise."""
        return f"promise:{self.promise}"


class PromiseRemoved(Fact):
    """A promise was taken back before it was given to anybody."""

    kind: Literal["promise.removed"] = "promise.removed"
    promise: str

    def refers(self) -> frozenset[str]:
        """The promise."""
        return frozenset({self.promise})


class InvitationWritten(Fact):
    """The text of the invitation."""

    kind: Literal["invitation.written"] = "invitation.written"
    text: Said

    def settles(self) -> str:
        """The invitation."""
        return "invitation"


Facts = PromiseMade | PromiseChanged | PromiseRemoved | InvitationWritten


class MakePromise(Command):
    """Promise something, with an owner and a date where there is one."""

    name: Literal["promise.make"] = "promise.make"
    text: NeededLine
    owner: Line = ""
    due: date | None = None


class ChangePromise(Command):
    """Change a promise; what is left out stays."""

    name: Literal["promise.change"] = "promise.change"
    promise: Id
    text: NeededLine | None = None
    owner: Line | None = None
    due: date | None = None


class RemovePromise(Command):
    """Take a promise off the list."""

    name: Literal["promise.remove"] = "promise.remove"
    promise: Id


class WriteInvitation(Command):
    """Write the invitation, at most 2,000 characters."""

    name: Literal["invitation.write"] = "invitation.write"
    text: Text


Commands = MakePromise | ChangePromise | RemovePromise | WriteInvitation


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What station 3 makes of a wish."""
    match command:
        case MakePromise():
            fields = command.model_dump(exclude={"name"})
            return (PromiseMade(promise=moment.command, **fields),)
        case ChangePromise(promise=p) | RemovePromise(promise=p) if p not in case.promises:
            return Refused("no_promise")
        case ChangePromise(promise=promise):
            changes = command.model_dump(exclude={"name", "promise"}, exclude_none=True)
            known = case.promises[promise].model_dump(exclude={"id"})
            return (PromiseChanged(promise=promise, **(known | changes)),)
        case RemovePromise(promise=promise):
            return (PromiseRemoved(promise=promise),)
        case WriteInvitation(text=text):
            return () if text == case.invitation else (InvitationWritten(text=text),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something happened at station 3."""
    match fact:
        case InvitationWritten(text=text):
            return case.model_copy(update={"invitation": text})
        case PromiseMade() | PromiseChanged():
            fields = fact.model_dump(exclude={"kind", "promise"})
            promises = {**case.promises, fact.promise: Promise(id=fact.promise, **fields)}
        case PromiseRemoved():
            promises = {k: v for k, v in case.promises.items() if k != fact.promise}
        case _:
            assert_never(fact)
    return case.model_copy(update={"promises": promises})
