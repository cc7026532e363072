"""Small or large, political or administrative: what the two choices change, as data (Jevnaker 3).

«Modellen passer både for små og store oppgaver, politiske og administrative, men hvilke aktører
som deltar vil variere.» The document gives no numbers: those here are Medspill's own suggestions.
No rule asks which size a case has; it asks its preset.
"""

from dataclasses import dataclass
from typing import Final, Literal

from workshop.case import Case
from workshop.terms import ActorCategory, Process, Size

Pace = Literal["days", "weeks"]
Mandate = Literal["nearest_leader", "committee", "chief_executive", "council"]
"""Who can say how much room there is (Jevnaker 3.1)."""
Politicians = Literal["central", "not_natural"]
Scorers = Literal["team", "work_group"]
Deciding = Literal["talk", "dots"]
"""How people point at what matters most."""
Output = Literal["round_card", "decision_brief", "participant_report"]


@dataclass(frozen=True, slots=True)
class Span:
    """From the least to the most that is usual."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class OfSize:
    """What follows from the size of a task."""

    people: Span
    actors: Span
    minutes: Span
    """How long people meet at a time."""
    rounds: Span
    pace: Pace
    """What lies between two rounds."""
    one_page: bool
    """Whether stations 1 to 4 stand on one page at the desk."""
    team: int
    """How many the team has at least, the driver among them."""
    confirmed: int
    """How many who have the need should have said yes before people meet."""
    needs: int
    """How many needs there should be before they are sorted."""
    need_roles: int
    """From how many kinds of people those needs should come."""
    testers: int
    """How many who have the need should test in a round."""
    tester_kinds: int
    """Of how many kinds those should be."""
    deciding: Deciding
    mixed_tables: bool
    """Whether people of several kinds should sit at each table (Jevnaker 2.6)."""
    scored_by: Scorers
    output: tuple[Output, ...]
    template: str
    """The template that a run sheet is begun from, by its name."""
    gathering_minutes: int
    groups: tuple[tuple[ActorCategory, ...], ...]
    """Of each of these there should be somebody; within one, any of them will do."""


@dataclass(frozen=True, slots=True)
class OfProcess:
    """What follows from whether politicians or the administration decide."""

    employees_have_need: bool
    """Whether employees count as those who have the need, and as real testers (Jevnaker 2.3)."""
    decided_by: Mandate
    """Who usually decides in the end, where nobody has said."""


@dataclass(frozen=True, slots=True)
class OfBoth:
    """What follows from size and process together."""

    asked: tuple[Mandate, ...]
    """Who is asked how much room there is."""
    politicians: Politicians


@dataclass(frozen=True, slots=True)
class Preset:
    """Everything that size and process settle for a case, until somebody says otherwise."""

    size: OfSize
    process: OfProcess
    both: OfBoth

    @property
    def groups(self) -> tuple[tuple[ActorCategory, ...], ...]:
        """The groups that should be on the map, politicians among them where that is natural."""
        first = (("politician",),) if self.both.politicians == "central" else ()
        return (*first, *self.size.groups)


OF_SIZE: Final[dict[Size, OfSize]] = {
    "small": OfSize(
        people=Span(3, 12),
        actors=Span(3, 8),
        minutes=Span(45, 90),
        rounds=Span(2, 4),
        pace="days",
        one_page=True,
        team=2,
        confirmed=1,
        needs=1,
        need_roles=1,
        testers=1,
        tester_kinds=1,
        deciding="talk",
        mixed_tables=False,
        scored_by="team",
        output=("round_card",),
        template="teammote",
        gathering_minutes=60,
        groups=(),
    ),
    "large": OfSize(
        people=Span(20, 120),
        actors=Span(10, 40),
        minutes=Span(120, 180),
        rounds=Span(2, 6),
        pace="weeks",
        one_page=False,
        team=2,
        confirmed=8,
        needs=10,
        need_roles=3,
        testers=5,
        tester_kinds=2,
        deciding="dots",
        mixed_tables=True,
        scored_by="work_group",
        output=("decision_brief", "participant_report"),
        template="folkemote",
        gathering_minutes=150,
        groups=(
            ("resident", "user", "relative", "neighbourhood", "elderly", "youth"),
            ("employee", "leader", "profession"),
            ("voluntary", "business"),
        ),
    ),
}
OF_PROCESS: Final[dict[Process, OfProcess]] = {
    "political": OfProcess(employees_have_need=False, decided_by="council"),
    "administrative": OfProcess(employees_have_need=True, decided_by="chief_executive"),
}
OF_BOTH: Final[dict[tuple[Size, Process], OfBoth]] = {
    ("small", "administrative"): OfBoth(("nearest_leader",), "not_natural"),
    ("small", "political"): OfBoth(("nearest_leader", "committee"), "not_natural"),
    ("large", "administrative"): OfBoth(("chief_executive",), "not_natural"),
    ("large", "political"): OfBoth(("council", "chief_executive"), "central"),
}


def preset(size: Size, process: Process) -> Preset:
    """What these two choices settle."""
    return Preset(OF_SIZE[size], OF_PROCESS[process], OF_BOTH[size, process])


def of(case: Case) -> Preset:
    """What the size and the process of this case settle."""
    return preset(case.size, case.process)
