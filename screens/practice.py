"""Cases that are made up for practice: told from real ones by their ids alone."""

from collections.abc import Iterable
from typing import Final

from workshop.case import Case

MARK: Final = "rehearsal-"
"""How the ids of made-up cases begin, so that they are never taken for real ones."""
SAMPLE: Final = f"{MARK}sample"
"""The finished case that comes along; a file has it once at most."""


def is_made_up(case: str) -> bool:
    """Whether a case was made for practice."""
    return case.startswith(MARK)


def newest(cases: Iterable[Case]) -> Case:
    """The case that is meant where none is named: the newest, a real one where there is any."""
    return max(cases, key=lambda c: (not is_made_up(c.id), c.opened_at, c.seq))
