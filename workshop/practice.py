"""Cases that are made up for practice: told from real ones by their ids alone."""

from typing import Final

MARK: Final = "rehearsal-"
"""How the ids of made-up cases begin, so that they are never taken for real ones."""


def is_made_up(case: str) -> bool:
    """Whether a case was made for practice."""
    return case.startswith(MARK)
