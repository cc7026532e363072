"""What the answers to a question of one's own add up to, from the counts alone.

No single answer is kept, so nothing here looks at who answered two things alike.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal

from workshop.basics import Value
from workshop.counting import WIDE, about_equal
from workshop.forms import FEWEST
from workshop.own_forms import EFFECT, EFFORT
from workshop.scored import Counts, Form, Item

Side = Literal["unites", "divides", "between", "unsettled"]
Corner = Literal["best", "large", "small", "worst", "middle"]
"""Much effect for little effort; much of both; little of both; little for much; none of them."""
TOGETHER: Final = 4
"""It unites where at most one in so many of those who took a stand is on the other side."""
APART: Final = 3
"""It divides where at least one in so many is."""


class Stand(Value):
    """How the hall stands to one statement, in voices."""

    item: Item
    agree: int
    disagree: int
    passed: int

    @property
    def took(self) -> int:
        """How many took a stand."""
        return self.agree + self.disagree

    @property
    def lesser(self) -> int:
        """How many stand on the side of the fewer."""
        return min(self.agree, self.disagree)

    @property
    def side(self) -> Side:
        """Whether it unites or divides; unsettled where few took a stand, or less than half."""
        if self.took < max(FEWEST, self.passed):
            return "unsettled"
        if self.lesser * TOGETHER <= self.took:
            return "unites"
        return "divides" if self.lesser * APART >= self.took else "between"


class Lie(Value):
    """How the answers lie on a scale: the middle one, and where the middle half of them is."""

    voices: int
    middle: float
    low: int
    high: int

    @property
    def wide(self) -> bool:
        """Whether the middle half is so wide that one should talk about why."""
        return self.high - self.low >= WIDE


class Ranked(Value):
    """One thing in a ranking."""

    item: Item
    points: int
    """Borda: a point for each thing that somebody put below it."""
    first: int
    """How many put it first."""
    place: int
    """From 1; equal points share theirs."""
    tie: int | None = None
    """The number of the group of near ties that it belongs to."""


class Placed(Value):
    """Where a thing lies between two axes."""

    number: int
    item: Item
    effect: Lie
    effort: Lie
    corner: Corner

    @property
    def wide(self) -> bool:
        """Whether people disagree on where it lies."""
        return self.effect.wide or self.effort.wide


def stands(form: Form, counts: Counts) -> tuple[Stand, ...]:
    """How the hall stands to each statement: what unites first, then what divides, then the rest.

    Within each, the clearest comes first, and equals in the order that they were asked.
    """

    def stand(item: Item) -> Stand:
        given = counts.get(item.key, {})
        told = {"agree": "agree", "disagree": "disagree", "passed": "pass"}
        return Stand(item=item, **{name: given.get(step, 0) for name, step in told.items()})

    order: Sequence[Side] = ("unites", "divides", "between", "unsettled")

    def rank(held: Stand) -> tuple[int, float, int]:
        share = held.lesser / held.took if held.took else 0.0
        return order.index(held.side), -share if held.side == "divides" else share, -held.took

    return tuple(sorted(map(stand, form.items), key=rank))


def lie(form: Form, steps: Mapping[str, int]) -> Lie | None:
    """How the answers to one item lie; None where nobody gave one that counts."""
    values = sorted(
        value for key, n in steps.items() if (value := form.value(key)) is not None for _ in [0] * n
    )
    if not values:
        return None
    n = len(values)
    return Lie(
        voices=n,
        middle=(values[(n - 1) // 2] + values[n // 2]) / 2,
        low=values[(n - 1) // 4],
        high=values[n - 1 - (n - 1) // 4],
    )


def ranking(form: Form, counts: Counts) -> tuple[Ranked, ...]:
    """The things by Borda's points, most first; equals in the order that they were asked."""
    last = len(form.items)

    def points(item: Item) -> int:
        given = counts.get(item.key, {})
        return sum(n * (last - (form.value(step) or last)) for step, n in given.items())

    ordered = sorted(((item, points(item)) for item in form.items), key=lambda pair: -pair[1])
    ties = about_equal([(item.key, n) for item, n in ordered])
    every = [n for _, n in ordered]
    return tuple(
        Ranked(
            item=item,
            points=n,
            first=counts.get(item.key, {}).get("1", 0),
            place=every.index(n) + 1,
            tie=next((i for i, group in enumerate(ties, start=1) if item.key in group), None),
        )
        for item, n in ordered
    )


def things(form: Form) -> tuple[Item, ...]:
    """What is asked about, each once: on axes every thing is asked about twice."""
    return form.items[: len(form.items) // 2] if form.kind == "axes" else form.items


def placing(form: Form, counts: Counts) -> tuple[Placed, ...]:
    """Where each thing lies between the axes, in the order that they were asked."""
    placed = []
    for number, item in enumerate(things(form), start=1):
        effect = lie(form, counts.get(f"{EFFECT}_{number}", {}))
        effort = lie(form, counts.get(f"{EFFORT}_{number}", {}))
        if effect is not None and effort is not None:
            corner = _corner(form, effect.middle, effort.middle)
            placed.append(
                Placed(number=number, item=item, effect=effect, effort=effort, corner=corner)
            )
    return tuple(placed)


def _corner(form: Form, effect: float, effort: float) -> Corner:
    half = sum(form.values) / len(form.values)
    if half in {effect, effort}:
        return "middle"
    if effect > half:
        return "best" if effort < half else "large"
    return "small" if effort < half else "worst"


def all_in_one(placed: Sequence[Placed]) -> bool:
    """Whether everything lies in the same corner, so that the axes tell nothing apart."""
    return len(placed) > 1 and all(a.corner == b.corner for a, b in pairwise(placed))


def can_test(form: Form, counts: Counts) -> tuple[tuple[Item, int], ...]:
    """How many can test each thing, in the order that they were asked."""
    return tuple((item, counts.get(item.key, {}).get("can", 0)) for item in form.items)


def found(form: Form, counts: Counts) -> tuple[Stand | Ranked | Placed, ...]:
    """What the answers to a form of its own add up to; empty for those that are told as counted."""
    if not counts:
        return ()
    match form.kind:
        case "agreement":
            return stands(form, counts)
        case "ranking":
            return ranking(form, counts)
        case "axes":
            return placing(form, counts)
        case _:
            return ()
