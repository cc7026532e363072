"""Pictures of what people would rather look at than read: the figures, for every surface alike.

A picture holds keys, figures and people's own words; each surface puts its language to it and
draws it in its own way, always with its sentence and its table.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from workshop import closing, presence, results
from workshop.basics import Value
from workshop.case import Case
from workshop.forms import FEWEST
from workshop.said import Vote
from workshop.scored import Poll
from workshop.terms import FateKind
from workshop.weights import weight_of

REST: Final = "-"
"""Stands for everything that is too small to be told by itself."""

Name = Literal["road", "voices", "became", "result", "spread"]
Kind = Literal["bars", "columns", "share"]
"""A bar a line; a column for each figure of a line; or the parts of a whole after each other."""
FATES: Final[tuple[FateKind, ...]] = (
    *("in_use", "in_round", "merged", "parked", "outside", "rejected"),
)


class Label(Value):
    """What a line or a column is called: by a key with its number or day, or in people's words."""

    key: str = ""
    text: str = ""
    n: int | None = None
    day: date | None = None


class Line(Value):
    """One line of a picture."""

    label: Label
    values: tuple[int | None, ...]
    """A figure for each column; None where nothing can be told."""
    told: Label | None = None
    """What stands after it."""
    tie: int | None = None
    """The number of the group of lines that are about equal, where it belongs to one."""


class Picture(Value):
    """Lines of figures under columns, and in which way they are drawn."""

    name: Name
    kind: Kind
    columns: tuple[Label, ...]
    lines: tuple[Line, ...]

    @property
    def most(self) -> int:
        """The largest of the figures, at least one."""
        return max((n or 0 for line in self.lines for n in line.values), default=0) or 1


def road(case: Case) -> Picture:
    """What each round weighed, big need before big solution, and how it ended (Jevnaker 2.4)."""
    lines = []
    for turn in case.rounds:
        weight = weight_of(turn)
        ended = turn.decided_at.astimezone().date() if turn.decided_at else turn.until
        told = Label(key=f"road_{turn.decision or 'open'}", day=ended)
        values = (weight.need, weight.solution, weight.test)
        lines.append(Line(label=Label(key="round", n=turn.no), values=values, told=told))
    parts = tuple(Label(key=f"part_{part}") for part in "BLT")
    return Picture(name="road", kind="share", columns=parts, lines=tuple(lines))


def together(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts, with all under five as one; and one more with them where they were still few."""
    told = {key: n for key, n in counts.items() if n >= FEWEST}
    few = sum(n for n in counts.values() if n < FEWEST)
    if few and few < FEWEST and told:
        # What is left of a whole tells how many the hidden are: the smallest shown goes with them.
        few += told.pop(min(told, key=lambda key: told[key]))
    return told | ({REST: few} if few else {})


def voices(case: Case) -> Picture:
    """Of which kinds people were from evening to evening; those under five are told together."""
    held = [heard for heard in presence.voices(case) if heard.known]
    told = [together(Counter[str](heard.by_role)) for heard in held]
    kinds = [*presence.roles_heard(tuple(held)), REST]
    return Picture(
        name="voices",
        kind="columns",
        columns=tuple(Label(text=heard.title) for heard in held),
        lines=tuple(
            Line(
                label=Label(key="few" if kind == REST else f"role_{kind}"),
                values=tuple(counts.get(kind) for counts in told),
            )
            for kind in kinds
            if any(kind in counts for counts in told)
        ),
    )


def became(case: Case) -> Picture:
    """What became of what was said: so many of each fate, and those without an answer yet."""
    owed = dict.fromkeys((*closing.owed(case), *case.fates))
    counts = Counter(case.fates[t].fate for t in owed if t in case.fates)
    lines = [
        Line(label=Label(key=f"fate_{fate}"), values=(counts[fate],))
        for fate in FATES
        if counts[fate]
    ]
    if left := len(closing.unanswered(case)):
        lines.append(Line(label=Label(key="unanswered"), values=(left,)))
    return Picture(name="became", kind="bars", columns=(Label(key="how_many"),), lines=tuple(lines))


def result(case: Case, vote: Vote) -> Picture | None:
    """How a closed vote came out; None where too few have voted for figures to show."""
    if vote.closed_at is None or not results.figures_may_show(vote):
        return None
    ties = results.near_ties(vote)
    lines = (
        Line(
            label=Label(text=results.as_voted(case, vote, target)),
            values=(dots,),
            tie=next((i for i, group in enumerate(ties, start=1) if target in group), None),
        )
        for target, dots in results.ranking(vote)
    )
    return Picture(name="result", kind="bars", columns=(Label(key="dots"),), lines=tuple(lines))


def spread(poll: Poll, steps: Mapping[str, str], items: Mapping[str, str]) -> Picture | None:
    """How the answers lie on each scale, never a mean; None where too few have answered.

    Args:
        poll: A closed poll whose things are answered with the same steps.
        steps: What each step is called.
        items: What each thing that was asked about is called.
    """
    if poll.answers is None or not poll.counts:
        return None
    lines = (
        Line(
            label=Label(text=text),
            values=tuple(poll.counts.get(key, {}).get(step, 0) for step in steps),
        )
        for key, text in items.items()
    )
    columns = tuple(Label(text=text) for text in steps.values())
    return Picture(name="spread", kind="columns", columns=columns, lines=tuple(lines))
