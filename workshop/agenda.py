"""Run sheets as lists of blocks: from a template, by the weights of a round, shortened."""

from collections.abc import Mapping, Sequence
from typing import Final

from workshop import weights
from workshop.blocks import BLOCKS, Phase
from workshop.case import Case
from workshop.planned import Block
from workshop.templates.model import Template

LONGEST_ID: Final = 70
DAY: Final = 24 * 60


def phase_of(block: Block) -> Phase:
    """Need, solution or test; empty for none of them."""
    return BLOCKS[block.kind].phase


def least_of(block: Block) -> int:
    """How short a block may become; one that is shorter already stays as it is."""
    return min(block.minutes, block.least or BLOCKS[block.kind].least)


def from_template(
    case: Case, template: Template, command: str, *, by_weights: bool | None
) -> tuple[Block, ...]:
    """The blocks of a template as the case's own; from round 2 their minutes follow the weights.

    ``by_weights`` says that they do or do not, whatever the round.
    """
    blocks = tuple(
        Block(id=f"{command[:LONGEST_ID]}.{n}", **planned.model_dump())
        for n, planned in enumerate(template.blocks, start=1)
    )
    follows = case.round > 1 if by_weights is None else by_weights
    return weighed(case, blocks) if follows else blocks


def weighed(case: Case, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks and the same sum, with need, solution and test as the round weighs them."""
    lengths = [block.minutes for block in blocks]
    kinds = [block.kind for block in blocks]
    shared = weights.minutes(weights.weight_now(case), sum(lengths), kinds, lengths)
    return with_minutes(blocks, {b.id: n for b, n in zip(blocks, shared, strict=True)})


def with_minutes(blocks: Sequence[Block], minutes: Mapping[str, int]) -> tuple[Block, ...]:
    """The same blocks in the same order, some of them with other lengths."""
    return tuple(b.model_copy(update={"minutes": minutes.get(b.id, b.minutes)}) for b in blocks)


def minute_of(clock: str) -> int:
    """Minutes since midnight of a time such as 18:30."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def later(clock: str, minutes: int) -> str:
    """The time so many minutes after a time."""
    at = (minute_of(clock) + minutes) % DAY
    return f"{at // 60:02}:{at % 60:02}"


def span(start: str, end: str) -> int | None:
    """Minutes from start to end, past midnight where need be; None where one is not known."""
    if not start or not end:
        return None
    return (minute_of(end) - minute_of(start)) % DAY
