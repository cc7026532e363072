"""All the cases of a file side by side: how each stands, and what is due next (Ullensaker 6).

What is due is read off what the cases hold; nothing is planned here, and nothing is ranked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from workshop import closing, entries, funds, measures, presence, rounds
from workshop.case import Case
from workshop.kept import Application, Placement
from workshop.programmes import programme_of
from workshop.terms import RoundState

What = Literal[
    "gathering",
    "round",
    "test",
    "clarification",
    "answer",
    "promise",
    "pledge",
    "benefit",
    "follow",
    "tell",
    "help",
]


@dataclass(frozen=True, slots=True)
class Due:
    """Something that somebody waits for by a day; who answers for it, where that is known."""

    day: date
    what: What
    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """An application of a case to a fund, with the points of each seat of the panel."""

    fund: str
    """The name of the fund."""
    pot: int | None
    award: bool
    case: str
    mine: Application
    points: tuple[int, ...]

    @property
    def mean(self) -> float:
        """The points of a seat on average; below all others where none has been given."""
        return sum(self.points) / len(self.points) if self.points else -1


@dataclass(frozen=True, slots=True)
class Row:
    """One case in the list of them all."""

    case: str
    title: str
    municipality: str
    programme: str
    status: measures.Status
    round: int
    state: RoundState
    people: int
    """Heads that have been there, evening for evening."""
    testers: int
    adopted: tuple[str, ...]
    """The sketches that were taken into use."""
    next: Due | None
    """What comes first from today on."""
    late: tuple[Due, ...]
    """What should have been done before today and has not, oldest first."""
    due: tuple[Due, ...] = ()
    """Everything with a day that has not been done, oldest first."""
    placed: Placement = field(default_factory=Placement)
    partners: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    freed: int = 0
    """Kroner that were freed, where somebody has said how many."""
    agents: tuple[str, ...] = ()
    """Who leads as innovation agent (Jevnaker)."""
    applied: tuple["Applied", ...] = ()

    def stands_in(self, year: int) -> bool:
        """Whether it stands in the action plan of that year, or did before it was moved on."""
        return year == self.placed.year or year in self.placed.earlier


def portfolio(cases: Iterable[Case], today: date) -> tuple[Row, ...]:
    """Every case, those with something overdue first, then by what comes next, then by title."""
    rows = [_row(case, today) for case in cases if not case.erased]
    return tuple(
        sorted(rows, key=lambda r: (not r.late, r.next.day if r.next else date.max, r.title))
    )


def _row(case: Case, today: date) -> Row:
    due = sorted(_due(case), key=lambda d: (d.day, d.what))
    mine = programme_of(case)
    return Row(
        case=case.id,
        title=case.title,
        municipality=case.municipality,
        programme=mine.name if mine else "",
        status=measures.status(case),
        round=case.round,
        state=rounds.state(case),
        people=sum(v.known + v.uncounted for v in presence.voices(case)),
        testers=measures.measures(case).real_testers,
        adopted=adopted(case),
        next=next((d for d in due if d.day >= today), None),
        late=tuple(d for d in due if d.day < today),
        due=tuple(due),
        placed=case.placed,
        partners=tuple(entry.text for entry in entries.of(case, "partner")),
        funding=tuple(entry.text for entry in entries.of(case, "funding")),
        freed=sum(entry.amount or 0 for entry in entries.of(case, "freed")),
        agents=tuple(entry.text for entry in entries.of(case, "agent")),
        applied=tuple(_applied(case)),
    )


def _applied(case: Case) -> Iterator[Applied]:
    for mine in case.applications.values():
        fund = funds.fund_of(case, mine.fund)
        name, pot = (fund.name, fund.pot) if fund else (mine.fund, None)
        award = fund is not None and fund.kind == "award"
        yield Applied(name, pot, award, case.title, mine, funds.points(case, mine))


def by_fund(rows: Iterable[Row]) -> dict[str, tuple[Applied, ...]]:
    """The applications to each fund over all cases, those with most points first."""
    found: dict[str, list[Applied]] = {}
    for row in rows:
        for one in row.applied:
            found.setdefault(one.fund, []).append(one)
    return {
        fund: tuple(sorted(held, key=lambda a: (-a.mean, a.case)))
        for fund, held in sorted(found.items())
    }


def agents(rows: Iterable[Row]) -> tuple[str, ...]:
    """Everybody who leads as innovation agent in any of the cases, each once."""
    named = {agent.casefold(): agent for row in rows for agent in row.agents if agent}
    return tuple(sorted(named.values(), key=str.casefold))


@dataclass(frozen=True, slots=True)
class Stop:
    """Something that comes in a quarter, and in which case."""

    year: int
    quarter: int
    case: str
    due: Due


def road(rows: Iterable[Row]) -> dict[str, tuple[Stop, ...]]:
    """What comes, quarter by quarter, by programme; the empty name is that of no programme."""
    found: dict[str, list[Stop]] = {}
    for row in rows:
        for due in row.due:
            stop = Stop(due.day.year, (due.day.month + 2) // 3, row.title, due)
            found.setdefault(row.programme, []).append(stop)
    order = sorted(found, key=lambda name: (not name, name))
    return {name: tuple(sorted(found[name], key=lambda s: (s.due.day, s.case))) for name in order}


def adopted(case: Case) -> tuple[str, ...]:
    """Sketches decided to be used; where a whole round was, those that had lived so far."""
    taken = {s.id for s in case.sketches.values() if s.decision == "adopt"}
    if case.rounds[-1].decision == "adopt":
        taken |= {s.id for s in rounds.live_sketches(case, case.round)}
    return tuple(s.title for s in case.sketches.values() if s.id in taken)


def _due(case: Case) -> Iterator[Due]:
    """Everything with a day that has not been done."""
    for gathering in case.gatherings.values():
        if gathering.day and gathering.opened_at is None:
            yield Due(gathering.day, "gathering", gathering.title)
    now = case.rounds[-1]
    if now.until and now.decision is None:
        yield Due(now.until, "round", str(now.no))
    for test in case.tests.values():
        if test.until and test.recorded_at is None and test.sketch in case.sketches:
            yield Due(test.until, "test", case.sketches[test.sketch].title)
    for point in case.clarifications.values():
        if point.due and not _is_clear(case, point.point):
            yield Due(point.due, "clarification", point.text, point.owner)
    yield from _promised(case)


def _is_clear(case: Case, point: str) -> bool:
    """Whether what was unclear has its answer since."""
    if point == "decides":
        return bool(case.frame.who_decides)
    if point == "frame":
        return bool(case.frame.open)
    answer = {str(check): answer for check, answer in case.answers.items()}.get(point)
    return answer in {"yes", "no"}


def _promised(case: Case) -> Iterator[Due]:
    """What people outside the work wait for."""
    if case.answer_date and (left := closing.unanswered(case)):
        yield Due(case.answer_date, "answer", str(len(left)))
    for promise in case.promises.values():
        if promise.due and promise.kept is None:
            yield Due(promise.due, "promise", promise.text, promise.owner)
    for pledge in case.pledges.values():
        # What those elected stand for has no day: it is looked at with the rest of what came of it.
        when = pledge.due or (case.follow_up if pledge.stand != "promise" else None)
        if when and pledge.kept is None:
            yield Due(when, "pledge", pledge.text, pledge.who)
    for benefit in case.benefits.values():
        if benefit.due and not benefit.measured:
            yield Due(benefit.due, "benefit", benefit.text, benefit.owner)
    for entry in case.entries.values():
        if entry.list in entries.AWAITED and entry.due and entry.done is None:
            yield Due(entry.due, "tell" if entry.list == "tell" else "help", entry.text, entry.who)
    if case.follow_up and not case.uses:
        yield Due(case.follow_up, "follow", "")
