"""The parts that a strategy pack is made of."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from workshop.basics import Line, NeededLine, NeededText, Text, Value
from workshop.terms import FundamentalKey

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""What a thing is called in the files of a pack, and for ever in the cases that use it."""
StepKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,20}$")]
When = Literal["intake", "begin", "end", "yearly"]
"""When a checklist is taken: before a task is taken on, at its start, at its end, once a year."""
Known = Literal["kinds_met", "not_leaders", "mixed_tables", "first_test"]
"""What a case knows by itself and may suggest: see `workshop/prefill.py`."""
Part = Literal["", "need", "sort", "dots", "solution", "test"]
"""A part of station 5; empty for a whole station."""
Station = Annotated[int, Field(ge=1, le=6)]


class Term(Value):
    """A value, principle, strategy or goal: its name, and what it means in a sentence or two."""

    key: Key
    name: NeededLine
    text: Text = ""


class Source(Value):
    """The document that a pack is drawn from."""

    document: NeededLine
    adopted: Line = ""
    period: Line = ""


class Step(Value):
    """One answer on a scale; ``value`` is what it counts, none for «don't know»."""

    key: StepKey
    label: NeededLine
    value: int | None = None


class Scale(Value):
    """The answers that one can give, from the least to the most."""

    key: Key
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=12)]


class Item(Value):
    """One statement or question of a checklist."""

    key: Key
    text: NeededLine
    help: Text = ""
    known: Known | None = None
    """What the case itself may know about it, as a suggestion."""


class Checklist(Value):
    """Statements that are answered on one scale: by everybody for themselves, or by agreement."""

    key: Key
    name: NeededLine
    about: Text = ""
    scale: Key
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=40)]
    when: tuple[When, ...] = ()
    anonymous: bool = True
    """Whether each answers alone and only the distribution is known afterwards."""
    fewest: Annotated[int, Field(ge=1, le=50)] = 5
    """A group of fewer answers than this is not shown."""
    none_zero: bool = False
    """Whether every answer of the least kind must be explained (Ullensaker's principles)."""
    action: Line = ""
    """What is asked where an item scores low, for example «Hva gjør vi?»."""
    citizens: bool = False
    """Whether it is meant for meetings with residents."""


class Fundamental(Value):
    """One of the five fundamentals: its name, its question, and what 0, 3 and 5 mean."""

    key: FundamentalKey
    name: NeededLine
    question: Line = ""
    none: Line = ""
    some: Line = ""
    full: Line = ""


class Wording(Value):
    """What nytt, nyttig and nyttiggjort mean in this strategy."""

    new: Line = ""
    useful: Line = ""
    used: Line = ""


class Programme(Value):
    """A programme or focus area, and the question that tells whether a case belongs to it."""

    key: Key
    name: NeededLine
    text: Text = ""
    question: Line = ""
    criteria: tuple[NeededLine, ...] = ()
    """What a case of this programme must have in place, beside what the whole strategy asks."""


class Fund(Value):
    """A pot that cases apply to, or an award that they are nominated for, and its panel's list."""

    key: Key
    name: NeededLine
    text: Text = ""
    kind: Literal["fund", "award"] = "fund"
    pot: Annotated[int, Field(ge=0)] | None = None
    """Kroner in a year, where that is known."""
    panel: Key = "panel"
    """The checklist that the panel gives points by."""


class Method(Value):
    """A card for one way of working, which can be read at its stations and printed."""

    key: Key
    name: NeededLine
    about: Text = ""
    """What it is good for, in a sentence or two."""
    stations: Annotated[tuple[Station, ...], Field(min_length=1)]
    do: tuple[NeededLine, ...] = ()
    say: tuple[NeededText, ...] = ()
    """What to say aloud."""
    time: Line = ""
    groups: Line = ""
    mistakes: tuple[NeededLine, ...] = ()


class Help(Value):
    """What helps the facilitator at one station, for their eyes only."""

    station: Station
    part: Part = ""
    """Which part of station 5; empty for the whole station."""
    do: tuple[NeededLine, ...] = ()
    say: tuple[NeededText, ...] = ()
    """What to say aloud."""
    time: Line = ""
    groups: Line = ""
    mistakes: tuple[NeededLine, ...] = ()
