"""A batch of wishes, and what it leaves in memory."""

import gc
import weakref
from datetime import UTC, datetime

import pytest

from storage.batch import Batch, Book, Wish
from workshop.commands import PARSE

CASE = "case-0001"


def taken(command_id: str, **fields: object) -> Batch:
    """A batch that has decided on this wish after a case was opened."""
    batch = Batch(Book(hall="hall-0001"), datetime(2026, 1, 20, 18, tzinfo=UTC))
    opened = PARSE.validate_python({"name": "case.open", "title": "Gode år"})
    batch.take(Wish(CASE, CASE, opened, "d"))
    batch.take(Wish(command_id, CASE, PARSE.validate_python(fields), "d"))
    return batch


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "cluster.make", "title": "Buss"},
        {"name": "vote.close"},
        {"name": "ballot.cast", "vote": "vote-0001", "picks": ["cluster-1"]},
    ],
    ids=["decided", "refused", "ballot"],
)
def test_a_batch_goes_as_soon_as_nobody_holds_it(fields: dict[str, object]) -> None:
    """A group that is done is gone without the collector, and the old case with it."""
    gc.disable()
    try:
        batch = taken("command-1", **fields)
        gone = weakref.ref(batch)
        del batch
        assert gone() is None
    finally:
        gc.enable()
