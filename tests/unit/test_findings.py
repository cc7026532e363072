"""What answers add up to: what unites, how they spread, which comes first, where things lie."""

import pytest

from workshop import findings
from workshop.own_forms import agree
from workshop.scored import Form, Item, Step

AGREE = agree()
NUMBERS = tuple(Step(key=str(n), value=n) for n in range(1, 6))


def about(*keys: str, kind: str = "agreement", steps: tuple[Step, ...] = AGREE) -> Form:
    """A form about these."""
    items = tuple(Item(key=key, text=key.upper()) for key in keys)
    return Form.model_validate({"items": items, "steps": steps, "kind": kind})


@pytest.mark.parametrize(
    ("agree", "disagree", "passed", "side"),
    [
        (9, 3, 0, "unites"),
        (8, 3, 0, "between"),
        (1, 19, 4, "unites"),
        (6, 3, 0, "divides"),
        (7, 3, 0, "between"),
        (10, 10, 0, "divides"),
        (5, 0, 6, "unsettled"),
        (5, 0, 5, "unites"),
        (4, 0, 0, "unsettled"),
        (0, 0, 0, "unsettled"),
    ],
)
def test_what_unites_and_what_divides(agree: int, disagree: int, passed: int, side: str) -> None:
    """Three of four on one side unite, one of three on each divides; half must take a stand."""
    counts = {"a": {"agree": agree, "disagree": disagree, "pass": passed}}

    assert findings.stands(about("a"), counts)[0].side == side


def test_the_clearest_stands_first() -> None:
    """What unites before what divides; the most divided before the less divided."""
    counts = {
        "a": {"agree": 6, "disagree": 4},
        "b": {"agree": 5, "disagree": 5},
        "c": {"agree": 8, "disagree": 1},
        "d": {"disagree": 9},
        "e": {"pass": 9},
    }

    order = [s.item.key for s in findings.stands(about(*"abcde"), counts)]

    assert order == ["d", "c", "b", "a", "e"]


@pytest.mark.parametrize(
    ("steps", "middle", "low", "high", "wide"),
    [
        ({"1": 5}, 1.0, 1, 1, False),
        ({"1": 1, "2": 1, "3": 1, "4": 1, "5": 1}, 3.0, 2, 4, False),
        ({"1": 4, "5": 4}, 3.0, 1, 5, True),
        ({"2": 10, "3": 10}, 2.5, 2, 3, False),
        ({"1": 1, "4": 8, "5": 1}, 4.0, 4, 4, False),
    ],
)
def test_the_middle_half_tells_the_spread(
    steps: dict[str, int], middle: float, low: int, high: int, wide: bool
) -> None:
    """A few far out do not make it wide; a hall in two camps does, whatever the middle says."""
    lie = findings.lie(about("a", kind="scale", steps=NUMBERS), steps | {"unknown": 3})

    assert lie is not None
    assert (lie.middle, lie.low, lie.high, lie.wide) == (middle, low, high, wide)


def test_nobody_who_counts_is_no_middle() -> None:
    """Only «don't know» leaves nothing to tell."""
    assert findings.lie(about("a", kind="scale", steps=NUMBERS), {"unknown": 4}) is None


def test_borda_counts_every_place() -> None:
    """What most put second can win over what many put first and many last."""
    form = about("a", "b", "c", kind="ranking", steps=NUMBERS[:3])
    counts = {"a": {"1": 5, "3": 6}, "b": {"1": 5, "2": 6}, "c": {"1": 1, "2": 5, "3": 5}}

    ranked = findings.ranking(form, counts)

    assert [(r.item.key, r.points, r.first, r.place) for r in ranked] == [
        ("b", 16, 5, 1),
        ("a", 10, 5, 2),
        ("c", 7, 1, 3),
    ]
    assert sum(r.points for r in ranked) == 11 * 3


def test_about_equal_sums_are_a_tie() -> None:
    """As with dots: less than an eighth below the largest."""
    form = about("a", "b", "c", kind="ranking", steps=NUMBERS[:3])
    counts = {
        "a": {"1": 5, "2": 5},
        "b": {"1": 5, "2": 4, "3": 1},
        "c": {"2": 1, "3": 9},
    }

    assert [r.tie for r in findings.ranking(form, counts)] == [1, 1, None]


def test_a_thing_lies_in_the_corner_of_its_middles() -> None:
    """Much for little is best; exactly the middle is no corner; camps are told."""
    form = about(
        *("effect_1", "effect_2", "effect_3", "effort_1", "effort_2", "effort_3"),
        kind="axes",
        steps=NUMBERS,
    )
    counts = {
        "effect_1": {"4": 6},
        "effort_1": {"2": 6},
        "effect_2": {"1": 3, "2": 3},
        "effort_2": {"5": 6},
        "effect_3": {"1": 3, "5": 3},
        "effort_3": {"2": 6},
    }

    placed = findings.placing(form, counts)

    assert [(p.number, p.corner, p.wide) for p in placed] == [
        (1, "best", False),
        (2, "worst", False),
        (3, "middle", True),
    ]
    assert not findings.all_in_one(placed)
    assert findings.all_in_one((placed[0], placed[0]))
