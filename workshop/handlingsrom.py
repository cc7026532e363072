"""Is there room for co-creation at all? The decision table (Jevnaker 3.1)."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from workshop.case import Case
from workshop.framed import Clarification, Frame, Look
from workshop.terms import Answer, Check, RoomPoint, RoomVerdict

Verdict: TypeAlias = RoomVerdict
GATE: Final = "handlingsrom"
"""The name under which it is logged that somebody went on against this advice."""

CHECKS: Final[tuple[Check, ...]] = (
    "prepared",
    "known",
    "realisable",
    "serious",
    "anchored",
    "time",
)
"""The questions that are answered by yes, no or unknown, in their order."""
POINTS: Final[tuple[RoomPoint, ...]] = (*CHECKS[:5], "frame", "decides", CHECKS[5])
"""All eight in the order in which they are asked; the frame answers the sixth and seventh."""

BEST: Final[dict[Check, Answer]] = {
    "prepared": "no",
    "known": "no",
    "realisable": "yes",
    "serious": "yes",
    "anchored": "yes",
    "time": "yes",
}
"""The answer to each question that leaves most room."""
GOOD: Final[frozenset[Verdict]] = frozenset({"suitable", "suitable_framed"})


def judge(answers: Mapping[Check, Answer], frame: Frame) -> Verdict | None:
    """How much room these answers leave; None while not a single question is answered.

    Precedence: unsuitable before development before what must be clarified
    first, and only then suitable, with or without a frame.
    """
    if not answers:
        return None
    if (
        answers.get("prepared") == "yes"
        or answers.get("realisable") == "no"
        or answers.get("serious") == "no"
        or (frame.fixed and not frame.open)
    ):
        return "unsuitable"
    if answers.get("known") == "yes":
        return "development"
    if unclear(answers, frame):
        return "clarify"
    return "suitable_framed" if frame.fixed or frame.budget else "suitable"


def unclear(answers: Mapping[Check, Answer], frame: Frame) -> tuple[RoomPoint, ...]:
    """What must be clarified before anybody is invited, in the order of the questions."""
    certain = {check for check in CHECKS if answers.get(check) in {"yes", "no"}}
    if answers.get("anchored") != "yes":
        certain.discard("anchored")
    held = {"frame": bool(frame.open), "decides": bool(frame.who_decides)}
    return tuple(
        point for point in POINTS if point != "time" and not held.get(point, point in certain)
    )


def verdict(case: Case) -> Verdict | None:
    """How much room there is for this case now."""
    return judge(case.answers, case.frame)


def is_good(case: Case) -> bool:
    """Whether the advice is to go on."""
    return verdict(case) in GOOD


def only_small(case: Case) -> bool:
    """Whether there is no time for rounds, so that only a small task can be solved this way."""
    return case.answers.get("time") == "no"


def is_cocreation(case: Case) -> bool:
    """Whether what was done may be called co-creation; else every export says that it is not."""
    return case.form == "cocreation" and verdict(case) != "unsuitable"


def owed(case: Case) -> tuple[Clarification, ...]:
    """What somebody has taken on to clarify and that is still unclear."""
    still = set(unclear(case.answers, case.frame))
    return tuple(c for point, c in case.clarifications.items() if point in still)


def was_passed(case: Case) -> bool:
    """Whether somebody has given a reason in this round for going on against the advice."""
    return any(o.gate == GATE and o.round == case.round for o in case.overrides)


def decided_rounds(case: Case) -> int:
    """How many rounds have been decided."""
    return sum(r.decision is not None for r in case.rounds)


def is_due(case: Case) -> bool:
    """Whether it should be looked at again, since a round was decided after the last look."""
    return bool(case.looks) and case.looks[-1].decided < decided_rounds(case)


def looked(case: Case, look: Look) -> tuple[Look, ...]:
    """The looks with a new one, which takes the place of an earlier one between two decisions."""
    earlier = case.looks
    if earlier and (earlier[-1].round, earlier[-1].decided) == (look.round, look.decided):
        earlier = earlier[:-1]
    return (*earlier, look)
