"""What both phones and the projector are told: time left, titles, numbered targets."""

from datetime import datetime

from workshop.basics import Value
from workshop.case import Case
from workshop.planned import Running
from workshop.scored import Form


class Target(Value):
    """Something that can be voted for, by its fixed number."""

    id: str
    number: int
    title: str


def seconds_left(running: Running | None, now: datetime) -> int | None:
    """Seconds until the clock of the open block reaches zero, below zero afterwards."""
    if running is None:
        return None
    if running.ends_at is None:
        return running.paused_left
    return round((running.ends_at - now).total_seconds())


def title_of(case: Case, target: str) -> str:
    """What a target of a vote is called: a cluster's title or an idea's own words."""
    if target in case.clusters:
        return case.clusters[target].title
    return case.notes[target].text if target in case.notes else ""


def title_of_sketch(case: Case, sketch: str) -> str:
    """What a sketch is called."""
    return case.sketches[sketch].title if sketch in case.sketches else ""


def numbered(case: Case, ids: tuple[str, ...]) -> tuple[Target, ...]:
    """The targets with their numbers, from 1."""
    return tuple(
        Target(id=t, number=i, title=title_of(case, t)) for i, t in enumerate(ids, start=1)
    )


def worded(case: Case, form: Form) -> Form:
    """A form with the words of what it is about, as they stand now; they are copied nowhere."""
    if not any(item.about for item in form.items):
        return form
    items = (
        item.model_copy(
            update={"text": title_of(case, item.about) or title_of_sketch(case, item.about)}
        )
        if item.about
        else item
        for item in form.items
    )
    return form.model_copy(update={"items": tuple(items)})
