"""Station 2: who can help (Jevnaker 3, the actor model)."""

from typing import Literal, assert_never

from workshop.asked import Actor
from workshop.basics import (
    Command,
    Fact,
    Id,
    Moment,
    NeededLine,
    Outcome,
    Record,
    Refused,
    Said,
)
from workshop.case import Case
from workshop.terms import ActorCategory, ActorRole


class ActorNamed(Fact):
    """Somebody who can help was named; the id is the command's."""

    kind: Literal["actor.named"] = "actor.named"
    actor: str
    name: Said
    category: ActorCategory
    role: ActorRole
    driver: bool = False
    usual: bool = True


class ActorChanged(Fact):
    """What is known of an actor changed."""

    kind: Literal["actor.changed"] = "actor.changed"
    actor: str
    name: Said
    category: ActorCategory
    role: ActorRole
    driver: bool
    usual: bool

    def refers(self) -> frozenset[str]:
        """The actor."""
        return frozenset({self.actor})

    def settles(self) -> str:
        """Everything about the actor."""
        return f"actor:{self.actor}"


class ActorRemoved(Fact):
    """An actor was taken off the list."""

    kind: Literal["actor.removed"] = "actor.removed"
    actor: str

    def refers(self) -> frozenset[str]:
        """The actor."""
        return frozenset({self.actor})


Facts = ActorNamed | ActorChanged | ActorRemoved


class NameActor(Command):
    """Put somebody on the list of those who can help."""

    name: Literal["actor.name"] = "actor.name"
    who: NeededLine
    category: ActorCategory
    role: ActorRole = "has_need"
    driver: bool = False
    usual: bool = True


class ChangeActor(Command):
    """Change an actor; what is left out stays."""

    name: Literal["actor.change"] = "actor.change"
    actor: Id
    who: NeededLine | None = None
    category: ActorCategory | None = None
    role: ActorRole | None = None
    driver: bool | None = None
    usual: bool | None = None


class RemoveActor(Command):
    """Take an actor off the list."""

    name: Literal["actor.remove"] = "actor.remove"
    actor: Id


Commands = NameActor | ChangeActor | RemoveActor


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What station 2 makes of a wish."""
    match command:
        case NameActor():
            rest = command.model_dump(exclude={"name", "who"})
            return (ActorNamed(actor=moment.command, name=command.who, **rest),)
        case ChangeActor(actor=actor) | RemoveActor(actor=actor) if actor not in case.actors:
            return Refused("no_actor")
        case ChangeActor():
            changes = command.model_dump(exclude={"name", "actor"}, exclude_none=True)
            if "who" in changes:
                changes["name"] = changes.pop("who")
            known = case.actors[command.actor].model_dump(exclude={"id"})
            return (ActorChanged(actor=command.actor, **(known | changes)),)
        case RemoveActor(actor=actor):
            return (ActorRemoved(actor=actor),)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something happened at station 2."""
    match fact:
        case ActorNamed() | ActorChanged():
            actor = Actor(id=fact.actor, **fact.model_dump(exclude={"kind", "actor"}))
            actors = {**case.actors, fact.actor: actor}
        case ActorRemoved():
            actors = {k: v for k, v in case.actors.items() if k != fact.actor}
        case _:
            assert_never(fact)
    return case.model_copy(update={"actors": actors})
