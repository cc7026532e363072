"""What the hall may see of who can help, who is missing, and what they are promised."""

from collections import Counter
from datetime import date
from typing import Literal

from workshop.actor_map import ringed
from workshop.basics import Value
from workshop.case import Case
from workshop.motivation import hear_by
from workshop.terms import ActorCategory


class WallRing(Value):
    """Those who can help, of one ring around the task."""

    key: str
    names: tuple[str, ...]


class WallCount(Value):
    """How many have said that somebody of this kind is missing."""

    category: ActorCategory | Literal["none"]
    n: int


class WallPeople(Value):
    """What the walls of stations 2 and 3 show; empty while another wall is shown."""

    asks: bool = False
    """Whether the hall is asked now who is missing."""
    missing: tuple[WallCount, ...] = ()
    """The kinds that the hall misses, the most missed first; never anybody's words."""
    rings: tuple[WallRing, ...] = ()
    """Those who can help, innermost first."""
    why_asked: str = ""
    hear_by: date | None = None
    """When people hear more: the day for answers, or else the first that is promised."""
    values: tuple[str, ...] = ()
    """What the strategy says that the work shall be like."""
    who_decides: str = ""
    when_decided: str = ""


def wall_people(case: Case) -> WallPeople:
    """What the wall that is shown now tells of people."""
    match case.shown.wall:
        case "actors":
            held = case.notes.values()
            missed = [n for n in held if n.what == "actor" and n.round == case.round and n.counts]
            counted = Counter(note.category or "none" for note in missed)
            return WallPeople(
                asks=bool(case.running and case.running.kind == "missing"),
                missing=tuple(WallCount(category=kind, n=n) for kind, n in counted.most_common()),
                rings=tuple(
                    WallRing(key=ring, names=tuple(a.name for a in actors))
                    for ring, actors in ringed(case).items()
                ),
            )
        case "opening":
            return WallPeople(
                why_asked=case.why_asked,
                hear_by=hear_by(case),
                values=tuple(value.name for value in case.pack.values),
                who_decides=case.frame.who_decides,
                when_decided=case.frame.when_decided,
            )
        case _:
            return WallPeople()
