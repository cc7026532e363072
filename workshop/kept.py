"""The parts of the case that lie beside its evenings: what is kept in lists, and its place."""

from collections.abc import Mapping
from datetime import date

from workshop import terms
from workshop.basics import Value


class Entry(Value):
    """One line of a list that is kept beside the evenings."""

    id: str
    list: terms.EntryList
    text: str
    who: str = ""
    due: date | None = None
    amount: int | None = None
    """Kroner, where the line is about money."""
    done: bool | None = None
    """Whether it was done; None while nobody has looked."""


class Placement(Value):
    """Where the case stands in the municipality's plans, and what it would take elsewhere."""

    goal: str = ""
    """The goal of the municipal plan that it serves (Gausdal: KPS)."""
    year: int | None = None
    """The year of the action plan that it stands in."""
    earlier: tuple[int, ...] = ()
    """The years that it stood in before, oldest first."""
    cost: int | None = None
    """What it costs in that year, in kroner."""
    owner: str = ""
    place: str = ""
    """Where the work is done (Ullensaker: InnoLab)."""
    needed: str = ""
    """What was needed to come so far, for whoever takes it over (Gausdal)."""
    adapt: str = ""
    """What others must fit to their own place."""


class Source(Value):
    """What another case has learnt, taken in here."""

    id: str
    title: str
    copied_from: str
    """The municipality that it comes from."""
    question: str
    needs: tuple[str, ...]
    ideas: tuple[str, ...]
    tried: tuple[str, ...]
    learnt: tuple[str, ...]
    effects: tuple[str, ...]
    needed: str
    adapt: str
    """What those who have done it say that others must fit."""
    fitted: str = ""
    """What is fitted here."""

    def told(self) -> dict[str, object]:
        """What came with it."""
        return self.model_dump(exclude={"id", "fitted"})


class Application(Value):
    """An application to a fund, or a nomination to an award, and what came of it."""

    id: str
    fund: str
    amount: int | None = None
    text: str = ""
    scores: Mapping[int, Mapping[str, str]] = {}
    """The steps that each seat of the panel gave, by item."""
    granted: bool | None = None
    """None while nobody has answered."""
    given: int | None = None
    """Kroner that were granted."""
    body: str = ""
    day: date | None = None
    answer: str = ""
    spent: int | None = None
    report: str = ""
