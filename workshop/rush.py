"""New phones late in a vote: told by how many they are, and never by which."""

from datetime import datetime, timedelta
from typing import Any, Final

from workshop.basics import Record
from workshop.case import Case

MINUTE: Final = timedelta(minutes=1)
FEWEST: Final = 3
SHARE: Final = 10
"""Fewer than one in so many of those who are here is nobody's doing but the door's."""


def arriving(case: Case, record: Record) -> dict[str, Any]:
    """What changes when a phone joins that was not here."""
    last = [at for at in case.arrived if timedelta() <= record.at - at <= MINUTE]
    update: dict[str, Any] = {"arrived": (*last, record.at)}
    vote = case.votes.get(case.vote or "")
    if vote and record.at - vote.opened_at > MINUTE:
        late = vote.model_copy(update={"late": vote.late + 1})
        update["votes"] = {**case.votes, vote.id: late}
    return update


def rush(case: Case, now: datetime) -> int:
    """How many phones came in the last minute of a vote that is open to all; 0 where it is few.

    The first minute of a vote does not count: then those join who had waited with it.
    """
    vote = case.votes.get(case.vote or "")
    if vote is None or vote.level != "open":
        return 0
    late = [
        at
        for at in case.arrived
        if timedelta() <= now - at <= MINUTE and at - vote.opened_at > MINUTE
    ]
    return len(late) if len(late) >= max(FEWEST, len(case.here) / SHARE) else 0
