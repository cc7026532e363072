"""Station 2: who can help (Jevnaker 3, the actor model)."""

from typing import Annotated, Literal, assert_never

from pydantic import Field

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

People = Annotated[int, Field(ge=0, le=5_000)]


class ActorNamed(Fact):
    """Somebody who can help was named; the id is the command's."""

    kind: Literal["actor.named"] = "actor.named"
    actor: str
    name: Said
    category: ActorCategory
    role: ActorRole
    driver: bool = False
    usual: bool = True
    must: bool = False
    expected: int | None = None
    note: str | None = None
    interest: bool = False

    def refers(self) -> frozenset[str]:
        """The suggestion that it came from."""
        return frozenset({self.note} if self.note else ())


class ActorChanged(Fact):
    """What is known of an actor changed."""

    kind: Literal["actor.changed"] = "actor.changed"
    actor: str
    name: Said
    category: ActorCategory
    role: ActorRole
    driver: bool
    usual: bool
    must: bool = False
    expected: int | None = None
    note: str | None = None
    interest: bool = False

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


class ActorPresent(Fact):
    """So many of an actor are in the hall without a phone of their own."""

    kind: Literal["actor.present"] = "actor.present"
    actor: str
    gathering: str
    present: int

    def refers(self) -> frozenset[str]:
        """The actor and the gathering."""
        return frozenset({self.actor, self.gathering})

    def settles(self) -> str:
        """How many of them were there."""
        return f"present:{self.gathering}:{self.actor}"


Facts = ActorNamed | ActorChanged | ActorRemoved | ActorPresent


class NameActor(Command):
    """Put somebody on the list of those who can help.

    ``note`` is the suggestion from the hall that it comes from.
    """

    name: Literal["actor.name"] = "actor.name"
    who: NeededLine
    category: ActorCategory
    role: ActorRole = "has_need"
    driver: bool = False
    usual: bool = True
    must: bool = False
    expected: People | None = None
    note: Id | None = None
    interest: bool = False


class ChangeActor(Command):
    """Change an actor; what is left out stays."""

    name: Literal["actor.change"] = "actor.change"
    actor: Id
    who: NeededLine | None = None
    category: ActorCategory | None = None
    role: ActorRole | None = None
    driver: bool | None = None
    usual: bool | None = None
    must: bool | None = None
    expected: People | None = None
    interest: bool | None = None


class RemoveActor(Command):
    """Take an actor off the list."""

    name: Literal["actor.remove"] = "actor.remove"
    actor: Id


class CountPresent(Command):
    """Say how many of an actor are in the hall without a phone, now or at another gathering."""

    name: Literal["actor.present"] = "actor.present"
    actor: Id
    present: People
    gathering: Id | None = None


Commands = NameActor | ChangeActor | RemoveActor | CountPresent


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What station 2 makes of a wish."""
    match command:
        case NameActor(note=note):
            if note is not None and (note not in case.notes or case.notes[note].what != "actor"):
                return Refused("no_note")
            rest = command.model_dump(exclude={"name", "who"})
            named = ActorNamed(actor=moment.command, name=command.who, **rest)
            return (*(_retired(case, moment.command) if command.driver else ()), named)
        case ChangeActor(actor=a) | RemoveActor(actor=a) | CountPresent(actor=a) if (
            a not in case.actors
        ):
            return Refused("no_actor")
        case ChangeActor():
            return _changed(case, command)
        case RemoveActor(actor=actor):
            return (ActorRemoved(actor=actor),)
        case CountPresent(actor=actor, present=present):
            gathering = command.gathering or case.gathering
            if gathering is None:
                return Refused("no_open_gathering")
            if gathering not in case.gatherings:
                return Refused("no_gathering")
            if case.gatherings[gathering].counted.get(actor, 0) == present:
                return ()
            return (ActorPresent(actor=actor, gathering=gathering, present=present),)
        case _:
            assert_never(command)


def _changed(case: Case, command: ChangeActor) -> Outcome:
    changes = command.model_dump(exclude={"name", "actor"}, exclude_none=True)
    if "who" in changes:
        changes["name"] = changes.pop("who")
    known = case.actors[command.actor].model_dump(exclude={"id"})
    if known | changes == known:
        return ()
    becomes = ActorChanged(actor=command.actor, **(known | changes))
    return (*(_retired(case, command.actor) if command.driver else ()), becomes)


def _retired(case: Case, by: str) -> tuple[Fact, ...]:
    """One drives the work and no more: whoever did it before does so no longer."""
    return tuple(
        ActorChanged(actor=a.id, **a.model_dump(exclude={"id", "driver"}), driver=False)
        for a in case.actors.values()
        if a.driver and a.id != by
    )


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something happened at station 2."""
    match fact:
        case ActorNamed() | ActorChanged():
            actor = Actor(id=fact.actor, **fact.model_dump(exclude={"kind", "actor"}))
            actors = {**case.actors, fact.actor: actor}
        case ActorRemoved():
            actors = {k: v for k, v in case.actors.items() if k != fact.actor}
        case ActorPresent():
            evening = case.gatherings[fact.gathering]
            counted = {**evening.counted, fact.actor: fact.present}
            counted = {actor: n for actor, n in counted.items() if n}
            evening = evening.model_copy(update={"counted": counted})
            return case.model_copy(update={"gatherings": {**case.gatherings, evening.id: evening}})
        case _:
            assert_never(fact)
    return case.model_copy(update={"actors": actors})
