"""What has changed since the last time something was answered, and what stays hidden.

Only figures that are shown themselves are compared, all of them against all of them: where either
time hides somebody, no change is told, since it could tell of those who are hidden.
"""

from collections.abc import Iterator, Mapping

from workshop.case import Case
from workshop.counting import change
from workshop.reviews import of
from workshop.scored import Counts, Form, Poll, Review
from workshop.terms import Role


def times(case: Case, poll: Poll) -> tuple[Poll, ...]:
    """Every time that the same was asked on the same scale and closed, oldest first."""
    return tuple(
        p
        for p in case.polls.values()
        if p.closed_at is not None
        and (p.what, p.form.key) == (poll.what, poll.form.key)
        and _scale(p.form) == _scale(poll.form)
        # Two questions of one's own are the same only where they ask the same.
        and (poll.what != "choice" or p.id == poll.id or p.form == poll.form)
    )


def changed(case: Case, poll: Poll, role: Role | None = None) -> Mapping[str, float]:
    """How much higher or lower each item lies than the last time that it can be compared with.

    With a role: among those of that role, where enough of them answered both times.
    """
    if poll.closed_at is None or not (now := _figures(poll, role)):
        return {}
    held = times(case, poll)
    before = reversed(held[: [p.id for p in held].index(poll.id)])
    figures = next((shown for p in before if (shown := _figures(p, role))), None)
    return change(poll.form, now, figures) if figures else {}


def _figures(poll: Poll, role: Role | None) -> Counts:
    """The counts as they are shown; empty where they are hidden, or stand for only some."""
    if role is not None:
        return next((g.counts for g in poll.groups if g.role == role), {})
    return {} if poll.withheld else poll.counts


def agreed_before(case: Case, review: Review) -> Mapping[str, str]:
    """The step that each item had the last time a team agreed on it, before this review."""
    earlier = of(case, review.form.key)
    known = [r.id for r in earlier]
    last = known.index(review.id) if review.id in known else len(known)
    return dict(_steps(earlier[:last], review))


def _scale(form: Form) -> tuple[tuple[str, int | None], ...]:
    """What the answers count, whatever they are called now."""
    return tuple((step.key, step.value) for step in form.steps)


def _steps(earlier: tuple[Review, ...], review: Review) -> Iterator[tuple[str, str]]:
    for held in earlier:
        if _scale(held.form) == _scale(review.form):
            yield from ((key, reply.step) for key, reply in held.replies.items() if reply.step)
