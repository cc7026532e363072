"""A template: a kind of gathering, and the run sheet that one begins with."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from workshop.basics import Line, NeededLine, Text, Value
from workshop.packs.parts import Key
from workshop.terms import BlockKind, Process, Role, Size

Minutes = Annotated[int, Field(ge=1, le=480)]
Asks = Annotated[tuple[Key, ...], Field(max_length=6)]
People = Annotated[int, Field(ge=1, le=1_000)]


class Planned(Value):
    """One block of the run sheet, as the template proposes it."""

    kind: BlockKind
    title: Line = ""
    """What it is called; empty for the usual name of its kind."""
    minutes: Minutes
    least: Minutes | None = None
    """How short it may become when time is short; left out, what is usual for its kind."""
    role: NeededLine
    """Who leads it."""
    method: NeededLine
    """How it is worked."""
    target: Line = ""
    """What it should give."""
    cue: Text = ""
    """What whoever leads it does and says."""
    asks: Asks = ()
    """What a block of questions asks, in turn: checklists by their keys, or kinds of poll."""


class Template(Value):
    """A kind of gathering; its key is the name of its file."""

    name: NeededLine
    about: NeededLine
    """When it suits, in a sentence."""
    source: Line = ""
    least_people: People
    most_people: People
    table: People | None = None
    """How many sit at a table."""
    sizes: tuple[Size, ...] = ()
    """The sizes of task that it suits best; they decide which is proposed first."""
    processes: tuple[Process, ...] = ()
    roles: tuple[Role, ...] = ()
    """As what people come; left out, as anything, and tables should be mixed."""
    rules: tuple[NeededLine, ...] = ()
    """Rules of conversation that are read aloud at the beginning."""
    minutes: Minutes
    """How long all of it takes: what the blocks add up to."""
    blocks: Annotated[tuple[Planned, ...], Field(max_length=40)]

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = sum(block.minutes for block in self.blocks)
        if total != self.minutes:
            # The author is shown the place and the figure, so both go with the error.
            raise ValueError(f"no_sum:minutes:{total}")
        if self.most_people < self.least_people:
            raise ValueError(f"fewer_than_least:most_people:{self.least_people}")
        for at, block in enumerate(self.blocks):
            if block.least is not None and block.least > block.minutes:
                raise ValueError(f"least_too_long:blocks.{at}.least:{block.minutes}")
        return self
