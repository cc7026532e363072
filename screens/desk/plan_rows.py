"""What a plan lacks, as rows: every check a sentence, two beside each other where they fit."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from screens.desk.bits import Bits, Mark, mark, width

if TYPE_CHECKING:
    from workshop.plan_checks import PlanCheck


def check_bits(check: "PlanCheck", words: Callable[..., str]) -> Bits:
    """A check with its mark, in the words of the place."""
    values: dict[str, Any] = dict(check.values)
    if "role" in values:
        values["role"] = words(f"only_{values['role']}")
    sentence = words(f"plan_{check.key}_{check.told}", **values)
    return (mark(Mark.DONE if check.holds else Mark.LACKS), (" ", ""), (sentence, ""))


def side_by_side(told: Sequence[Bits], cells: int) -> list[Bits]:
    """Two in a row where both are short enough for half of it."""
    half = max(20, cells // 2)
    rows: list[Bits] = []
    waiting: Bits = ()
    for bits in told:
        if width(bits) >= half:
            rows.append(bits)
        elif waiting:
            rows.append((*waiting, (" " * (half - width(waiting)), ""), *bits))
            waiting = ()
        else:
            waiting = bits
    return [*rows, waiting] if waiting else rows
