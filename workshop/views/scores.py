"""What phones and the projector may know of polls and of the five fundamentals."""

from collections.abc import Mapping
from typing import Final

from workshop import forms, fundamentals
from workshop.basics import Origin, Value
from workshop.case import Case
from workshop.scored import Form, Group, Poll
from workshop.terms import FundamentalKey, PollKind
from workshop.views.shared import worded

ROUNDS_SHOWN: Final = 6


class PhonePoll(Value):
    """The open poll as one person sees it."""

    id: str
    what: PollKind
    form: Form
    picks: Mapping[str, str]
    """The step that this phone has chosen, by item."""
    answered: bool


class WallPoll(Value):
    """A poll on the projector: while it is open nothing but how many have answered."""

    id: str
    what: PollKind
    form: Form
    open: bool
    answered: int
    turnout: Mapping[Origin, int] = {}
    answers: int | None = None
    """How many answers stand behind the counts; None where they are hidden."""
    withheld: int = 0
    fewest: int = 0
    counts: Mapping[str, Mapping[str, int]] = {}
    groups: tuple[Group, ...] = ()


class WallScores(Value):
    """The five fundamentals on the projector, as they were agreed on."""

    form: Form
    most: int
    scores: Mapping[FundamentalKey, int]
    zeros: tuple[FundamentalKey, ...]
    weakest: tuple[FundamentalKey, ...]
    next: str
    """What must be done about the weakest."""
    product: int | None
    """None while one is not scored."""
    history: tuple[int, ...]
    """The products over time, oldest first, without those that are for now."""
    scoring: bool
    """Whether silent scores are being given, so that nothing is shown yet."""
    answered: int


def picks_by_item(picks: tuple[str, ...] | None) -> dict[str, str]:
    """What a phone has chosen, by item, out of what lies in the box."""
    return dict(pick.split("=", 1) for pick in picks or ())


def phone_poll(case: Case, picks: tuple[str, ...] | None) -> PhonePoll | None:
    """The open poll with this phone's own answers."""
    if case.poll is None:
        return None
    poll = case.polls[case.poll]
    own = picks_by_item(picks)
    return PhonePoll(
        id=poll.id,
        what=poll.what,
        form=worded(case, poll.form),
        picks=own,
        answered=picks is not None,
    )


def shown_poll(case: Case) -> Poll | None:
    """The poll that the wall is about: the one it names, else the open or the newest one."""
    named = case.polls.get(case.shown.subject or "") or case.polls.get(case.poll or "")
    known = [poll for poll in case.polls.values() if poll.what != "fundamentals"]
    return named or (known[-1] if known else None)


def wall_poll(case: Case) -> WallPoll | None:
    """The poll that the wall is about, as the hall may see it."""
    poll = shown_poll(case)
    if poll is None:
        return None
    told = WallPoll(
        id=poll.id,
        what=poll.what,
        form=worded(case, poll.form),
        open=poll.closed_at is None,
        answered=sum(poll.turnout.values()),
        fewest=poll.fewest,
    )
    if poll.closed_at is None:
        return told
    known = {f: getattr(poll, f) for f in ("turnout", "answers", "withheld", "counts", "groups")}
    return told.model_copy(update=known)


def wall_scores(case: Case) -> WallScores:
    """The newest assessment of the five fundamentals, and the products before it."""
    open_poll = case.polls.get(case.poll or "")
    scoring = open_poll is not None and open_poll.what == "fundamentals"
    form = forms.fundamentals(case.pack)
    history = [fundamentals.product(a) for a in case.assessments.values()]
    last = fundamentals.newest(case)
    told = WallScores(
        form=form,
        most=last.most if last else case.pack.fundamental_most,
        scores={},
        zeros=(),
        weakest=(),
        next="",
        product=None,
        history=tuple(p for p in history if p is not None)[-ROUNDS_SHOWN:],
        scoring=scoring,
        answered=sum(open_poll.turnout.values()) if open_poll and scoring else 0,
    )
    if last is None or scoring:
        return told
    weakest = fundamentals.weakest(last)
    update = {
        "scores": last.scores,
        "zeros": fundamentals.zeros(last),
        "weakest": weakest,
        "next": next((last.notes[key] for key in weakest if key in last.notes), ""),
        "product": fundamentals.product(last),
    }
    return told.model_copy(update=update)
