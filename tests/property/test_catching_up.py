"""Shortening the rest of an evening, for any plan and any delay."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.agenda import least_of, phase_of, with_minutes
from workshop.blocks import BLOCKS
from workshop.pace import catch_up
from workshop.planned import Block

LENGTHS = st.integers(1, 120)
BLOCK = st.builds(
    lambda kind, minutes, least: Block(id="", kind=kind, title="", minutes=minutes, least=least),
    st.sampled_from(sorted(BLOCKS)),
    LENGTHS,
    st.none() | LENGTHS,
)
PLANS = st.lists(BLOCK, max_size=12).map(
    lambda blocks: [b.model_copy(update={"id": f"b{n}"}) for n, b in enumerate(blocks)]
)
DELAYS = st.integers(0, 300)


def total(blocks: list[Block]) -> int:
    """Minutes of all blocks."""
    return sum(b.minutes for b in blocks)


@given(PLANS, DELAYS)
def test_the_evening_ends_in_time_or_it_is_told_how_much_is_missing(
    plan: list[Block], late: int
) -> None:
    """Exactly the delay is won, neither more nor less, or the rest of it is named."""
    found = catch_up(plan, late)
    after = list(with_minutes(plan, found.minutes))

    assert total(plan) - total(after) + found.missing == late
    assert found.missing == 0 or all(b.minutes == least_of(b) for b in after if b.least is None)


@given(PLANS, DELAYS)
def test_nothing_grows_moves_or_becomes_too_short(plan: list[Block], late: int) -> None:
    """The order stays, no block is longer, and none shorter than makes sense."""
    after = with_minutes(plan, catch_up(plan, late).minutes)

    assert [b.id for b in after] == [b.id for b in plan]
    for old, new in zip(plan, after, strict=True):
        assert least_of(old) <= new.minutes <= old.minutes


@given(PLANS, DELAYS)
def test_pause_and_need_are_protected_last(plan: list[Block], late: int) -> None:
    """A pause gives only when all else has given, and the need only when the pauses have."""
    cuts = catch_up(plan, late).minutes

    def given_all(blocks: list[Block]) -> bool:
        return all(cuts.get(b.id, b.minutes) == least_of(b) for b in blocks)

    needs = [b for b in plan if phase_of(b) == "B"]
    pauses = [b for b in plan if b.kind == "pause"]
    others = [b for b in plan if b not in needs and b not in pauses]
    if any(b.id in cuts for b in pauses):
        assert given_all(others)
    if any(b.id in cuts for b in needs):
        assert given_all([*others, *pauses])
