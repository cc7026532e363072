"""How answers on scales add up, and what must stay hidden so that nobody is seen."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from workshop.basics import Choice
from workshop.scored import Counts, Form, Group, Poll

WIDE: Final = 3
"""Answers so far apart should be talked about."""
NEAR: Final = 8
"""Two sums are about equal when they differ by less than an eighth of the larger."""
WEAKEST: Final = 2
"""How many of the lowest items become what to train on."""


def tally(poll: Poll, cast: Sequence[Choice]) -> dict[str, Any]:
    """The counts as they may be kept: in all, and by role where enough of that role answered.

    Where a role is shown while too few stand outside every role that is, the
    sum holds those roles alone: else the few could be found by subtraction.
    So it is with hands, which everybody has seen: where few answered otherwise,
    the sum holds the hands alone.
    """
    raised = [choice for choice in cast if choice.raised]
    cast = [choice for choice in cast if not choice.raised]
    heads = max(poll.raised.values(), default=0) if raised else 0
    roles: dict[str, list[Choice]] = {}
    for choice in cast:
        roles.setdefault(choice.role or "", []).append(choice)
    named = sorted(role for role in roles if role) if poll.by_role else []
    seen = [role for role in named if len(roles[role]) >= poll.fewest]
    outside = len(cast) - sum(len(roles[role]) for role in seen)
    counted = list(cast)
    if seen and 0 < outside < poll.fewest:
        counted = [choice for role in seen for choice in roles[role]]
    if raised and 0 < len(counted) < poll.fewest:
        counted = []
    answers, of = len(counted) + heads, len(cast) + heads
    enough = answers >= poll.fewest
    groups = [
        {"role": role, "answers": len(roles[role]), "counts": counts_of(poll.form, roles[role])}
        if role in seen
        else {"role": role}
        for role in named
    ]
    return {
        "answers": answers if enough else None,
        "withheld": of - answers if enough else of,
        "counts": counts_of(poll.form, [*counted, *raised]) if enough else {},
        "groups": tuple(Group.model_validate(group) for group in groups),
    }


def counts_of(form: Form, cast: Sequence[Choice]) -> Counts:
    """How many voices each step of each item got."""
    given = Counter(pick for choice in cast for pick in choice.picks)
    return {
        item.key: {step.key: n for step in form.steps if (n := given[f"{item.key}={step.key}"])}
        for item in form.items
    }


def spread(form: Form, steps: Mapping[str, int]) -> int | None:
    """How far the answers to one item lie apart; None where nobody gave one that counts."""
    values = [value for step in steps if (value := form.value(step)) is not None]
    return max(values) - min(values) if values else None


def zeros(form: Form, steps: Mapping[str, int]) -> int:
    """How many voices gave zero."""
    return sum(n for step, n in steps.items() if form.value(step) == 0)


def middle(form: Form, steps: Mapping[str, int]) -> float | None:
    """The mean of what counts, only to be told beside its distribution; None where nothing does."""
    pairs = [(value, n) for step, n in steps.items() if (value := form.value(step)) is not None]
    voices = sum(n for _, n in pairs)
    return sum(value * n for value, n in pairs) / voices if voices else None


def lowest(form: Form, counts: Counts) -> tuple[str, ...]:
    """The items to train on: the two with the lowest answers, never all that there are."""
    means = {item.key: middle(form, counts.get(item.key, {})) for item in form.items}
    known = sorted(
        (mean, place, key) for place, (key, mean) in enumerate(means.items()) if mean is not None
    )
    return tuple(key for _, _, key in known[: min(WEAKEST, len(known) - 1)])


def most_said(form: Form, counts: Counts) -> dict[str, str]:
    """What most answered to each item; «don't know» where two steps got as many."""
    said: dict[str, str] = {}
    for item in form.items:
        steps = sorted(counts.get(item.key, {}).items(), key=lambda pair: -pair[1])
        if steps:
            tied = len(steps) > 1 and steps[0][1] == steps[1][1]
            said[item.key] = "unknown" if tied else steps[0][0]
    return said


def change(form: Form, now: Counts, before: Counts) -> dict[str, float]:
    """How much higher or lower each item lies than the last time, where both are known."""
    both = (
        (i.key, middle(form, now.get(i.key, {})), middle(form, before.get(i.key, {})))
        for i in form.items
    )
    return {key: new - old for key, new, old in both if new is not None and old is not None}


def about_equal(ordered: Sequence[tuple[str, int]]) -> tuple[frozenset[str], ...]:
    """Groups of things that are about equal, of sums that are given most first.

    A group is the largest sum and those less than an eighth below it; groups
    do not chain, and a thing is in one group only.
    """
    groups: list[frozenset[str]] = []
    rest = [(t, n) for t, n in ordered if n > 0]
    while rest:
        largest = rest[0][1]
        group = [t for t, n in rest if (largest - n) * NEAR < largest]
        if len(group) > 1:
            groups.append(frozenset(group))
        rest = rest[len(group) :]
    return tuple(groups)
