"""The five fundamentals: scored from 0, multiplied, so that a single zero shows (Jevnaker 3.2)."""

from collections.abc import Mapping
from math import prod
from typing import Annotated, Literal

from pydantic import Field

from workshop.basics import (
    Command,
    Fact,
    Id,
    Moment,
    Outcome,
    Record,
    Refused,
    SaidLines,
    Text,
)
from workshop.case import Case
from workshop.forms import FUNDAMENTALS
from workshop.scored import Assessment, Poll
from workshop.terms import FundamentalKey

When = Literal["invitation", "round", "handover"]
Score = Annotated[int, Field(ge=0, le=10)]


class FundamentalsAgreed(Fact):
    """A team agreed on scores; the assessment has the id of the command that began it."""

    kind: Literal["fundamentals.agreed"] = "fundamentals.agreed"
    assessment: str
    scores: Mapping[FundamentalKey, int]
    notes: SaidLines
    """One for each fundamental, in their order."""
    most: int
    poll: str | None
    people: int | None
    round: int

    def refers(self) -> frozenset[str]:
        """The assessment."""
        return frozenset({self.assessment})

    def settles(self) -> str:
        """The assessment, whole."""
        return f"fundamentals:{self.assessment}"


Facts = FundamentalsAgreed


class AgreeFundamentals(Command):
    """Agree on scores, null where one is not scored yet; what is left out stays.

    It belongs to the newest assessment where that is of this round and
    gathering and no silent scores came after it, and else begins a new one;
    ``new`` always begins one.
    """

    name: Literal["fundamentals.agree"] = "fundamentals.agree"
    scores: Mapping[FundamentalKey, Score | None] = {}
    notes: Mapping[FundamentalKey, Text] = {}
    assessment: Id | None = None
    new: bool = False


Commands = AgreeFundamentals


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of agreed scores."""
    most = case.pack.fundamental_most
    if case.poll and case.polls[case.poll].what == "fundamentals":
        return Refused("poll_open")
    if any(score is not None and score > most for score in command.scores.values()):
        return Refused("score_high", {"most": most})
    if command.assessment is not None and command.assessment not in case.assessments:
        return Refused("no_assessment")
    before = case.assessments.get(command.assessment or "") or now(case)
    if command.new and command.assessment is None:
        before = None
    poll = silent(case)
    if before is None:
        fresh = poll is not None and all(a.poll != poll.id for a in case.assessments.values())
        before = Assessment(
            id=moment.command,
            at=moment.at,
            round=case.round,
            gathering=case.gathering,
            most=most,
            poll=poll.id if poll and fresh else None,
            people=sum(poll.voices.values()) if poll and fresh else None,
        )
    changed = {**before.scores, **command.scores}
    scores = {key: s for key in FUNDAMENTALS if (s := changed.get(key)) is not None}
    notes = {**before.notes, **command.notes}
    known = case.assessments.get(before.id)
    if known and (known.scores, _lines(known.notes)) == (scores, _lines(notes)):
        return ()
    agreed = FundamentalsAgreed(
        assessment=before.id,
        scores=scores,
        notes=_lines(notes),
        most=before.most,
        poll=before.poll,
        people=before.people,
        round=before.round,
    )
    return (agreed,)


def _lines(notes: Mapping[FundamentalKey, str]) -> tuple[str, ...]:
    return tuple(notes.get(key, "") for key in FUNDAMENTALS)


def newest(case: Case) -> Assessment | None:
    """The newest assessment."""
    return list(case.assessments.values())[-1] if case.assessments else None


def silent(case: Case) -> Poll | None:
    """The newest silent scores that have been closed."""
    closed = [p for p in case.polls.values() if p.what == "fundamentals" and p.closed_at]
    return closed[-1] if closed else None


def now(case: Case) -> Assessment | None:
    """The assessment that goes on: of this round and gathering, after the last silent scores."""
    last, poll = newest(case), silent(case)
    if last is None or (last.round, last.gathering) != (case.round, case.gathering):
        return None
    heard = poll is None or any(a.poll == poll.id for a in case.assessments.values())
    return last if heard else None


def product(assessment: Assessment) -> int | None:
    """The five multiplied; None while one is not scored, when nothing is known but a zero."""
    if len(assessment.scores) < len(FUNDAMENTALS):
        return None
    return prod(assessment.scores.values())


def zeros(assessment: Assessment) -> tuple[FundamentalKey, ...]:
    """The fundamentals that make the answer zero, whatever the others are."""
    return tuple(key for key in FUNDAMENTALS if assessment.scores.get(key) == 0)


def weakest(assessment: Assessment) -> tuple[FundamentalKey, ...]:
    """The lowest of those that are scored; none where all have the highest score."""
    low = min(assessment.scores.values(), default=assessment.most)
    if low == assessment.most:
        return ()
    return tuple(key for key in FUNDAMENTALS if assessment.scores.get(key) == low)


def due(case: Case) -> When | None:
    """When the fundamentals should be scored again: before invitations, after a round, at the end.

    None where they are scored for the point that the case has come to.
    """
    last = newest(case)
    if last is None:
        return "invitation"
    decided = [r for r in case.rounds if r.decision is not None]
    if last.decided >= len(decided):
        return None
    return "handover" if decided[-1].decision == "adopt" else "round"


def ready(case: Case) -> bool:
    """Whether it can be handed over: scored for that, all five, and none of them zero."""
    last = newest(case)
    return last is not None and due(case) is None and bool(product(last))


def evolve(case: Case, fact: FundamentalsAgreed, record: Record) -> Case:
    """The case after a team agreed on scores."""
    known = case.assessments.get(fact.assessment)
    notes = dict(zip(FUNDAMENTALS, fact.notes, strict=False))
    assessment = Assessment(
        id=fact.assessment,
        at=known.at if known else record.at,
        gathering=known.gathering if known else record.gathering,
        notes={key: note for key, note in notes.items() if note},
        decided=sum(r.decision is not None for r in case.rounds),
        **fact.model_dump(include={"scores", "most", "poll", "people", "round"}),
    )
    return case.model_copy(update={"assessments": {**case.assessments, assessment.id: assessment}})
