"""Station 2: the actor map, what it must hold, and what is missing (Jevnaker 3, after Torfing)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from workshop import presets
from workshop.asked import Actor, Invitation
from workshop.case import Case
from workshop.presence import ROLE_OF, went_away
from workshop.said import Note
from workshop.terms import ActorCategory, ActorRole, Role

Ring = Literal["need", "makers", "experts", "deciders", "drivers"]

RINGS: Final[dict[Ring, tuple[ActorRole, ...]]] = {
    "need": ("has_need",),
    "makers": ("co_producer",),
    "experts": ("expert", "competence", "learn_from"),
    "deciders": ("decider",),
    "drivers": ("driver", "team"),
}
"""The rings around the task, innermost first: who has the need stands nearest."""

PHONE_CATEGORIES: Final[tuple[ActorCategory, ...]] = (
    *("resident", "user", "relative", "elderly", "youth", "neighbourhood", "voluntary"),
    *("business", "employee", "profession", "politician"),
)
"""The categories that a phone offers; the desk has all of them."""


EMPLOYED: Final[frozenset[ActorCategory]] = frozenset({"employee", "leader", "profession", "union"})

Act = Literal["new", "invite", "reply", "suggestion"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the map lacks, and the one act that mends it."""

    key: str
    """Names the sentence in the catalogue."""
    act: Act
    actor: str | None = None
    start: Mapping[str, str] = field(default_factory=dict)
    """What a new actor begins with."""
    values: Mapping[str, str | int] = field(default_factory=dict)
    role: Role | None = None
    """The kind of people that a sentence is about, to be said in words."""


def ring_of(actor: Actor) -> Ring:
    """The ring in which an actor stands by its role."""
    return next(ring for ring, roles in RINGS.items() if actor.role in roles)


def ringed(case: Case) -> dict[Ring, tuple[Actor, ...]]:
    """The actors of each ring, and in the outermost also who drives the work from another."""
    held = list(case.actors.values())
    map_ = {ring: tuple(a for a in held if ring_of(a) == ring) for ring in RINGS}
    elsewhere = tuple(a for a in held if a.driver and ring_of(a) != "drivers")
    return {**map_, "drivers": (*elsewhere, *map_["drivers"])}


def expected(case: Case) -> int:
    """How many are expected in all; who has declined is not."""
    return sum(a.expected or 0 for a in case.actors.values() if reply_of(case, a) != "declined")


def expected_by_role(case: Case) -> dict[Role, int]:
    """How many are expected of each kind of people, the most first."""
    coming: Counter[Role] = Counter()
    for actor in case.actors.values():
        if reply_of(case, actor) != "declined":
            coming[ROLE_OF[actor.category]] += actor.expected or 0
    return {role: n for role, n in coming.most_common() if n}


def reply_of(case: Case, actor: Actor) -> str | None:
    """What an actor answered; None while they have not been asked."""
    return case.invitations.get(actor.id, Invitation()).reply


def need_holders(case: Case) -> tuple[Actor, ...]:
    """Those whose need counts: not the municipality's own, unless the task is internal."""
    outside = frozenset() if presets.of(case).process.employees_have_need else EMPLOYED
    held = case.actors.values()
    return tuple(a for a in held if a.role == "has_need" and a.category not in outside)


def confirmed(case: Case) -> int:
    """How many with the need have said that they come; a group counts as many as it brings."""
    held = [a for a in need_holders(case) if reply_of(case, a) == "confirmed"]
    return sum(max(1, a.expected or 1) for a in held)


def team(case: Case) -> int:
    """How many people the team has, the driver among them; a group counts as many as it brings."""
    held = [a for a in case.actors.values() if a.role == "team"]
    drives = any(a.driver and a.role != "team" for a in case.actors.values())
    return sum(max(1, a.expected or 1) for a in held) + drives


def missing_groups(case: Case) -> tuple[tuple[ActorCategory, ...], ...]:
    """The groups that a task of this size wants and that nobody stands for."""
    there = {a.category for a in case.actors.values()}
    return tuple(group for group in presets.of(case).groups if not there.intersection(group))


def suggestions(case: Case) -> tuple[Note, ...]:
    """What the hall has answered to who is missing, and nobody has taken up or set aside."""
    taken = {a.note for a in case.actors.values()}
    return tuple(
        n
        for n in case.notes.values()
        if n.what == "actor" and n.lies_open and n.id not in taken and n.state != "hidden"
    )


def gaps(case: Case) -> tuple[Gap, ...]:
    """What the map lacks, each as a sentence with one act, the heaviest first."""
    return (*_lacking(case), *_unasked(case), *_gone(case), *_waiting(case))


def _lacking(case: Case) -> Iterator[Gap]:
    held = case.actors.values()
    if not need_holders(case):
        yield Gap("need_holder", "new", start={"role": "has_need"})
    if not any(a.driver for a in held):
        yield Gap("driver", "new", start={"role": "driver", "driver": "yes"})
    if (there := team(case)) < (most := presets.of(case).size.team):
        yield Gap("team", "new", start={"role": "team"}, values={"n": there, "most": most})
    for group in missing_groups(case):
        yield Gap(f"group_{group[0]}", "new", start={"category": group[0]})
    if held and all(a.usual for a in held):
        yield Gap("unusual", "new", start={"usual": "no"})


def _unasked(case: Case) -> Iterator[Gap]:
    for actor in case.actors.values():
        invitation = case.invitations.get(actor.id, Invitation())
        told: dict[str, str | int] = {"name": actor.name}
        if actor.must and invitation.reply is None:
            yield Gap("not_asked", "invite", actor.id, values=told)
        elif invitation.reply == "no_answer":
            yield Gap("no_answer", "reply", actor.id, values=told)
        elif actor.must and invitation.reply == "declined":
            start = {"category": actor.category, "role": actor.role}
            yield Gap("declined", "new", actor.id, start=start, values=told)
        if any(not hindrance.remedy for hindrance in invitation.barriers):
            yield Gap("remedy", "invite", actor.id, values=told)


def _gone(case: Case) -> Iterator[Gap]:
    for change in went_away(case):
        held = case.actors.values()
        known = next((a.id for a in held if ROLE_OF[a.category] == change.role), None)
        kind = next((c for c, role in ROLE_OF.items() if role == change.role), "resident")
        yield Gap(
            "gone" if change.by_round else "gone_evening",
            "invite" if known else "new",
            known,
            start={"category": kind},
            values={"there": change.there, "now": change.now},
            role=change.role,
        )


def _waiting(case: Case) -> Iterator[Gap]:
    if many := len(suggestions(case)):
        yield Gap("suggestions", "suggestion", values={"n": many})
