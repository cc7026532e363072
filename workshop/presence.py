"""Whose voices were in the hall from evening to evening: all, from the start (Jevnaker 2.6).

Only kinds of people are counted, never who they were, and no count is tied to what they voted.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, get_args

from workshop.case import Case
from workshop.planned import Gathering
from workshop.terms import ActorCategory, Role

ROLE_OF: Final[dict[ActorCategory, Role]] = {
    "resident": "resident",
    "user": "resident",
    "relative": "relative",
    "neighbourhood": "resident",
    "elderly": "resident",
    "youth": "youth",
    "voluntary": "volunteer",
    "business": "business",
    "developer": "business",
    "investor": "business",
    "supplier": "business",
    "employee": "employee",
    "leader": "leader",
    "profession": "employee",
    "union": "employee",
    "politician": "politician",
    "municipality": "other",
    "research": "other",
    "state": "other",
    "future": "resident",
}
"""The kind under which somebody without a phone is counted."""
PEOPLE: Final[frozenset[Role]] = frozenset({"resident", "relative", "youth", "volunteer"})
"""Those who are usually heard at the very end (Jevnaker 2.6)."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Who was there at one gathering."""

    gathering: str
    title: str
    round: int
    by_role: Mapping[Role, int]
    uncounted: int
    """Heads in the hall of which nobody knows the kind."""

    @property
    def known(self) -> int:
        """How many are known by their kind."""
        return sum(self.by_role.values())

    @property
    def people(self) -> int:
        """How many of them the matter concerns, and neither decide nor work with it."""
        return sum(n for role, n in self.by_role.items() if role in PEOPLE)


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of people that was there before and is not any more."""

    role: Role
    there: str
    """The number of the last round with them in it, or the gathering's title."""
    now: str
    by_round: bool


def voices(case: Case) -> tuple[Voices, ...]:
    """Who was there, gathering by gathering, from phones and from what the desk counted in."""
    opened = [g for g in case.gatherings.values() if g.opened_at]
    return tuple(_at(case, g) for g in sorted(opened, key=lambda g: g.opened_at or case.opened_at))


def _at(case: Case, gathering: Gathering) -> Voices:
    heard: Counter[Role] = Counter()
    for presence in case.presences.values():
        if presence.gathering == gathering.id:
            heard[presence.role] += presence.heads
    for actor, n in gathering.counted.items():
        known = case.actors.get(actor)
        heard[ROLE_OF[known.category] if known else "other"] += n
    roles: tuple[Role, ...] = get_args(Role)
    by_role = {role: heard[role] for role in roles if heard[role]}
    rest = max(0, (gathering.heads or 0) - sum(by_role.values()))
    return Voices(gathering.id, gathering.title, gathering.round, by_role, rest)


def roles_heard(held: tuple[Voices, ...]) -> tuple[Role, ...]:
    """The kinds of people that were there at least once."""
    roles: tuple[Role, ...] = get_args(Role)
    return tuple(role for role in roles if any(role in v.by_role for v in held))


def went_away(case: Case) -> tuple[Change, ...]:
    """The kinds that were there once and were not at the last gathering where anybody was."""
    held = [v for v in voices(case) if v.by_role]
    if not held:
        return ()
    *before, last = held
    changes: list[Change] = []
    for role in roles_heard(tuple(held)):
        was = next((v for v in reversed(before) if role in v.by_role), None)
        if was is None or role in last.by_role:
            continue
        by_round = was.round != last.round
        there, now = (str(was.round), str(last.round)) if by_round else (was.title, last.title)
        changes.append(Change(role, there, now, by_round))
    return tuple(changes)
