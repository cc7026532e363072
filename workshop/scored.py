"""What people answered on scales: polls, the five fundamentals, and checklists taken together."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from workshop import terms
from workshop.basics import Value
from workshop.packs.parts import When
from workshop.secret import Box, Word

Counts = Mapping[str, Mapping[str, int]]
"""For each item, how many voices each step got; steps that nobody chose are left out."""


class Item(Value):
    """One statement or question; without a text the catalogue names it by its key."""

    key: str
    text: str = ""
    help: str = ""
    about: str = ""
    """The cluster, idea or sketch whose own words stand for it; then it has no text."""


class Step(Value):
    """One answer on a scale; ``value`` is what it counts, None for «don't know»."""

    key: str
    label: str = ""
    value: int | None = None


class Form(Value):
    """What is asked, and what one can answer, as it was when it was asked."""

    key: str = ""
    """The checklist that it is drawn from, where it is one."""
    title: str = ""
    items: tuple[Item, ...] = ()
    steps: tuple[Step, ...] = ()
    kind: terms.PollForm = "steps"
    """How it is answered."""
    poles: tuple[str, ...] = ()
    """Words for the ends of a scale, low and high; for axes, what the two are called."""

    @property
    def values(self) -> tuple[int, ...]:
        """What the steps count, without those that count nothing."""
        return tuple(step.value for step in self.steps if step.value is not None)

    def value(self, step: str | None) -> int | None:
        """What a step counts; None where it counts nothing."""
        return next((s.value for s in self.steps if s.key == step), None)


class Group(Value):
    """How those of one role answered; without figures where they were too few."""

    role: terms.Role
    answers: int | None = None
    """How many answered; None where the group is hidden."""
    counts: Mapping[str, Mapping[str, int]] = {}


class Poll(Box):
    """Questions that everybody answers alone; counts are empty until it is closed."""

    word: ClassVar[Word] = "poll"
    what: terms.PollKind
    form: Form
    fewest: int
    """Fewer answers than this are not shown, in all or of a role."""
    by_role: bool
    raised: Mapping[str, int] = {}
    """Heads that answered by raising a hand, by item."""
    answers: int | None = None
    """How many answers the counts hold; None where they are hidden."""
    withheld: int = 0
    """Answers that are in no figure, so that nobody can take one sum from another."""
    counts: Mapping[str, Mapping[str, int]] = {}
    groups: tuple[Group, ...] = ()


class Assessment(Value):
    """The five fundamentals as a team agreed on them; who is missing is not scored yet."""

    id: str
    at: datetime
    round: int
    gathering: str | None
    most: int
    """The highest score that could be given."""
    scores: Mapping[terms.FundamentalKey, int] = {}
    notes: Mapping[terms.FundamentalKey, str] = {}
    """What must be done, or why, for each."""
    poll: str | None = None
    """The silent scores that came before."""
    people: int | None = None
    decided: int = 0
    """How many rounds had been decided when it was last agreed on."""


class Reply(Value):
    """What was agreed on one item of a checklist."""

    step: str | None = None
    note: str = ""
    action: str = ""
    """What is done about it."""
    owner: str = ""


class Review(Value):
    """A checklist that was gone through together."""

    id: str
    at: datetime
    round: int
    gathering: str | None
    form: Form
    when: tuple[When, ...] = ()
    none_zero: bool = False
    """Whether every answer of the least kind must be explained (Ullensaker)."""
    action: str = ""
    """What is asked where an item scores low."""
    replies: Mapping[str, Reply] = {}
