"""Cases that are made up for practice: told from real ones by their ids alone."""

from collections.abc import Iterable
from typing import Final

from workshop.case import Case
from workshop.practice import MARK, is_made_up

__all__ = ["MARK", "SAMPLE", "is_made_up", "newest"]

SAMPLE: Final = f"{MARK}sample"
"""The finished case that comes along; a file has it once at most."""


def newest(cases: Iterable[Case]) -> Case:
    """The case that is meant where none is named: the newest, a real one where there is any."""
    return max(cases, key=lambda c: (not is_made_up(c.id), c.opened_at, c.seq))
