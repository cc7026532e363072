"""Station 3: how each actor is invited, and what they answered (Jevnaker 3)."""

from itertools import zip_longest
from typing import Annotated, Literal, assert_never

from pydantic import Field

from workshop.actors import People
from workshop.asked import Hindrance, Invitation
from workshop.basics import (
    Command,
    Fact,
    Id,
    Line,
    Moment,
    Outcome,
    Record,
    Refused,
    Said,
    SaidLines,
    Value,
)
from workshop.case import Case
from workshop.terms import Barrier, Channel, Reply


class InvitationPlanned(Fact):
    """What an actor gains and is asked for, what hinders them, and how they are reached."""

    kind: Literal["invitation.planned"] = "invitation.planned"
    actor: str
    gain: Said
    ask: Said
    barriers: tuple[Barrier, ...]
    remedies: SaidLines
    """One for each barrier, empty where there is none yet."""
    channel: Channel | None

    def refers(self) -> frozenset[str]:
        """The actor."""
        return frozenset({self.actor})

    def settles(self) -> str:
        """How the actor is invited."""
        return f"invitation:{self.actor}"


class InvitationReplied(Fact):
    """How an actor stands to the invitation."""

    kind: Literal["invitation.replied"] = "invitation.replied"
    actor: str
    reply: Reply
    expected: int | None

    def refers(self) -> frozenset[str]:
        """The actor."""
        return frozenset({self.actor})

    def settles(self) -> str:
        """The reply."""
        return f"reply:{self.actor}"


Facts = InvitationPlanned | InvitationReplied


class Planned(Value):
    """Something that hinders, and what is done about it."""

    barrier: Barrier
    remedy: Line = ""


class PlanInvitation(Command):
    """Say what an actor gains and is asked for, what hinders and helps; what is left out stays."""

    name: Literal["invitation.plan"] = "invitation.plan"
    actor: Id
    gain: Line | None = None
    ask: Line | None = None
    barriers: Annotated[tuple[Planned, ...], Field(max_length=7)] | None = None
    channel: Channel | None = None


class NoteReply(Command):
    """Note that an actor was invited, or what they answered, and how many of them come."""

    name: Literal["invitation.reply"] = "invitation.reply"
    actor: Id
    reply: Reply
    expected: People | None = None


Commands = PlanInvitation | NoteReply


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """What the invitation makes of a wish."""
    if command.actor not in case.actors:
        return Refused("no_actor")
    known = case.invitations.get(command.actor, Invitation())
    match command:
        case PlanInvitation():
            changes = command.model_dump(exclude={"name", "actor"}, exclude_none=True)
            if "barriers" in changes:
                changes["barriers"] = tuple(Hindrance(**b) for b in changes["barriers"])
            plan = known.model_copy(update=changes)
            if plan == known:
                return ()
            return (
                InvitationPlanned(
                    actor=command.actor,
                    gain=plan.gain,
                    ask=plan.ask,
                    barriers=tuple(h.barrier for h in plan.barriers),
                    remedies=tuple(h.remedy for h in plan.barriers),
                    channel=plan.channel,
                ),
            )
        case NoteReply(actor=actor, reply=reply, expected=expected):
            number = case.actors[actor].expected if expected is None else expected
            if (known.reply, case.actors[actor].expected) == (reply, number):
                return ()
            return (InvitationReplied(actor=actor, reply=reply, expected=number),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after an invitation was planned or answered."""
    known = case.invitations.get(fact.actor, Invitation())
    actors = case.actors
    match fact:
        case InvitationPlanned():
            pairs = zip_longest(fact.barriers, fact.remedies[: len(fact.barriers)], fillvalue="")
            barriers = tuple(
                Hindrance.model_validate({"barrier": b, "remedy": r}) for b, r in pairs
            )
            update: dict[str, object] = fact.model_dump(include={"gain", "ask", "channel"})
            known = known.model_copy(update={**update, "barriers": barriers})
        case InvitationReplied(reply=reply, expected=expected):
            known = known.model_copy(update={"reply": reply})
            # An actor who has been taken off the list may still answer in an older fact.
            if fact.actor in actors:
                actor = actors[fact.actor].model_copy(update={"expected": expected})
                actors = {**actors, actor.id: actor}
        case _:
            assert_never(fact)
    invitations = {**case.invitations, fact.actor: known}
    return case.model_copy(update={"invitations": invitations, "actors": actors})
