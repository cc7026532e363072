"""What a plan lacks, as rows: every check a sentence, two beside each other where they fit."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from screens.desk.bits import Bit, Bits, Mark, mark, width

if TYPE_CHECKING:
    from workshop.plan_checks import PlanCheck
    from workshop.planned import Block, Gathering


def block_bits(
    block: "Block", gathering: "Gathering | None", words: Callable[..., str], *, low: bool
) -> Bits:
    """Who leads a block, how, for what, and what to say; at the first, the rules to read aloud."""
    told = " · ".join(p for p in (block.role, block.method, block.target) if p)
    bits: list[Bit] = [(told or words("no_role"), "strong" if told else "muted")]
    if block.cue:
        bits.append((f"\n{block.cue}", "muted"))
    rules = gathering.rules if gathering and block == gathering.blocks[0] else ()
    if rules:
        # A low window has no room for them; the notes on the method do.
        told = words("rules_in_method") if low else f"{words('rules')} {' '.join(rules)}"
        bits.append((f"\n{told}", "muted"))
    return tuple(bits)


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
