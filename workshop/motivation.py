"""Station 3: how people are moved to take part: promises, why they are asked, the invitation."""

from datetime import date
from typing import Annotated, Final, Literal, assert_never

from pydantic import BeforeValidator, StringConstraints

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
)
from workshop.case import Case
from workshop.text import clean

LETTER_LENGTH: Final = 6_000


def _cleaned(text: object) -> object:
    return clean(text) if isinstance(text, str) else text


Letter = Annotated[str, BeforeValidator(_cleaned), StringConstraints(max_length=LETTER_LENGTH)]


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


class PromiseKept(Fact):
    """Whether a promise was kept."""

    kind: Literal["promise.kept"] = "promise.kept"
    promise: str
    kept: bool

    def refers(self) -> frozenset[str]:
        """The promise."""
        return frozenset({self.promise})

    def settles(self) -> str:
        """Whether it was kept."""
        return f"kept:{self.promise}"


class WhyAskedSaid(Fact):
    """Why just these people are asked."""

    kind: Literal["why_asked.said"] = "why_asked.said"
    text: Said

    def settles(self) -> str:
        """Why they are asked."""
        return "why_asked"


class InvitationWritten(Fact):
    """The text of the invitation, and what the case made of it when it was written."""

    kind: Literal["invitation.written"] = "invitation.written"
    text: Said
    built: Said = ""

    def settles(self) -> str:
        """The invitation."""
        return "invitation"


Facts = (
    PromiseMade | PromiseChanged | PromiseRemoved | PromiseKept | WhyAskedSaid | InvitationWritten
)


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


class KeepPromise(Command):
    """Say whether a promise was kept."""

    name: Literal["promise.keep"] = "promise.keep"
    promise: Id
    kept: bool


class SayWhyAsked(Command):
    """Say why just these people are asked, for the opening and the invitation."""

    name: Literal["why_asked.say"] = "why_asked.say"
    text: Line


class WriteInvitation(Command):
    """Write the invitation, at most 6,000 characters.

    ``built`` is what the case makes of it, so that what was edited is told from it later.
    """

    name: Literal["invitation.write"] = "invitation.write"
    text: Letter
    built: Letter = ""


Commands = MakePromise | ChangePromise | RemovePromise | KeepPromise | SayWhyAsked | WriteInvitation


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What station 3 makes of a wish."""
    match command:
        case MakePromise():
            fields = command.model_dump(exclude={"name"})
            return (PromiseMade(promise=moment.command, **fields),)
        case ChangePromise(promise=p) | RemovePromise(promise=p) | KeepPromise(promise=p) if (
            p not in case.promises
        ):
            return Refused("no_promise")
        case ChangePromise(promise=promise):
            changes = command.model_dump(exclude={"name", "promise"}, exclude_none=True)
            known = case.promises[promise].model_dump(exclude={"id", "kept"})
            return (PromiseChanged(promise=promise, **(known | changes)),)
        case RemovePromise(promise=promise):
            return (PromiseRemoved(promise=promise),)
        case KeepPromise(promise=promise, kept=kept):
            same = case.promises[promise].kept == kept
            return () if same else (PromiseKept(promise=promise, kept=kept),)
        case SayWhyAsked(text=text):
            return () if text == case.why_asked else (WhyAskedSaid(text=text),)
        case WriteInvitation(text=text, built=built):
            if (text, built) == (case.invitation, case.invitation_built):
                return ()
            return (InvitationWritten(text=text, built=built),)
        case _:
            assert_never(command)


def hear_by(case: Case) -> date | None:
    """When people hear more: the day for answers, or else the first day that is promised."""
    due = [p.due for p in case.promises.values() if p.due]
    return case.answer_date or min(due, default=None)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something happened at station 3."""
    match fact:
        case InvitationWritten(text=text, built=built):
            return case.model_copy(update={"invitation": text, "invitation_built": built})
        case WhyAskedSaid(text=text):
            return case.model_copy(update={"why_asked": text})
        case PromiseMade() | PromiseChanged():
            fields = fact.model_dump(exclude={"kind", "promise"})
            known = case.promises.get(fact.promise)
            kept = known.kept if known else None
            promise = Promise(id=fact.promise, **fields, kept=kept)
            promises = {**case.promises, fact.promise: promise}
        case PromiseKept():
            kept_one = case.promises[fact.promise].model_copy(update={"kept": fact.kept})
            promises = {**case.promises, fact.promise: kept_one}
        case PromiseRemoved():
            promises = {k: v for k, v in case.promises.items() if k != fact.promise}
        case _:
            assert_never(fact)
    return case.model_copy(update={"promises": promises})
