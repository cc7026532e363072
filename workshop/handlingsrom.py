"""Is there room for co-creation at all? The decision table (Jevnaker 3.1)."""

from typing import Final, Literal

from workshop.case import Case
from workshop.terms import Answer, Check

Verdict = Literal["unsuitable", "development", "clarify", "suitable_framed", "suitable"]

CHECKS: Final[tuple[Check, ...]] = (
    "prepared",
    "known",
    "realisable",
    "serious",
    "anchored",
    "time",
)
"""The questions that are answered by yes, no or unknown, in their order."""

BEST: Final[dict[Check, Answer]] = {
    "prepared": "no",
    "known": "no",
    "realisable": "yes",
    "serious": "yes",
    "anchored": "yes",
    "time": "yes",
}
"""The answer to each question that leaves most room."""


def verdict(case: Case) -> Verdict | None:
    """How much room there is; None while not a single question is answered.

    Precedence as in the source: unsuitable before development before what must
    be clarified first, and only then suitable, with or without a frame.
    """
    answers = case.answers
    if not answers:
        return None
    if (
        answers.get("prepared") == "yes"
        or answers.get("realisable") == "no"
        or answers.get("serious") == "no"
        or (case.frame.fixed and not case.frame.open)
    ):
        return "unsuitable"
    if answers.get("known") == "yes":
        return "development"
    certain = all(answers.get(c) in {"yes", "no"} for c in CHECKS if c != "time")
    if not certain or answers.get("anchored") != "yes" or not case.frame.who_decides:
        return "clarify"
    return "suitable_framed" if case.frame.fixed else "suitable"
