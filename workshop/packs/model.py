"""A strategy pack as a whole; a case keeps a copy, so that an old evening keeps its words."""

from collections.abc import Iterable
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from workshop.basics import Line, NeededLine, Text, Value
from workshop.packs.parts import (
    Checklist,
    Fund,
    Fundamental,
    Help,
    Key,
    Method,
    Programme,
    Scale,
    Source,
    Term,
    Wording,
)

Lines = tuple[NeededLine, ...]
PANEL: Final = "panel"
"""The checklist of a fund's panel, where the pack has none of that name."""
CRITERIA: Final = "criteria"
"""The checklist that is made of a pack's criteria, where it has none of that name."""


class Pack(Value):
    """A municipality's strategy for innovation, in the words that the tool speaks with.

    Without any values it is the empty pack: the method alone, no strategy.
    """

    id: Key = "none"
    name: Line = ""
    municipality: Line = ""
    source: Source | None = None
    slogan: Line = ""
    definition: Text = ""
    rules: Lines = ()
    """What counts as innovation here, a rule a line."""
    requires_break: bool = False
    """Whether only a break with earlier practice counts (Gausdal)."""
    wording: Wording = Field(default_factory=Wording)
    values: tuple[Term, ...] = ()
    main_goal: Text = ""
    sub_goals: Lines = ()
    principles: tuple[Term, ...] = ()
    strategies: tuple[Term, ...] = ()
    programmes: tuple[Programme, ...] = ()
    criteria: Lines = ()
    actors: Lines = ()
    means: Lines = ()
    need_kinds: tuple[Term, ...] = ()
    """The kinds that a need can be sorted by (Gausdal: user, organisation, society)."""
    links: Lines = ()
    """Other plans that the strategy follows from or feeds."""
    funding: Lines = ()
    """Where money for trying may come from (Ullensaker)."""
    support: Text = ""
    """Whom one asks for help: a support team and how it is reached (Jevnaker)."""
    fundamentals: Annotated[tuple[Fundamental, ...], Field(max_length=5)] = ()
    fundamental_most: Annotated[int, Field(ge=2, le=10)] = 5
    """The highest score of a fundamental; the lowest is always 0."""
    scales: tuple[Scale, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    funds: tuple[Fund, ...] = ()
    """Pots and awards (Gausdal, Jevnaker)."""
    help: tuple[Help, ...] = ()
    methods: tuple[Method, ...] = ()
    """Cards for ways of working, such as service design."""
    lost: Lines = ()
    """What the source document has lost, and the pack therefore leaves open."""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        for field in ("values", "principles", "strategies", "programmes", "need_kinds"):
            _once(field, (term.key for term in getattr(self, field)))
        _once("fundamentals", (f.key for f in self.fundamentals))
        _once("scales", (s.key for s in self.scales))
        _once("funds", (f.key for f in self.funds))
        _once("methods", (m.key for m in self.methods))
        _once("checklists", (c.key for c in self.checklists))
        for at, scale in enumerate(self.scales):
            _once(f"scales.{at}.steps", (step.key for step in scale.steps))
        known = {scale.key for scale in self.scales}
        for at, checklist in enumerate(self.checklists):
            _once(f"checklists.{at}.items", (i.key for i in checklist.items))
            if checklist.scale not in known:
                raise ValueError(f"no_scale:checklists.{at}.scale:{checklist.scale}")
        for at, fund in enumerate(self.funds):
            if self.checklist(fund.panel) is None:
                raise ValueError(f"no_panel:funds.{at}.panel:{fund.panel}")
        return self

    def scale(self, key: str) -> Scale:
        """The scale of that key, which a checklist names."""
        return next(scale for scale in self.scales if scale.key == key)

    def checklist(self, key: str) -> Checklist | None:
        """The checklist of that key, if the pack has it."""
        return next((c for c in self.checklists if c.key == key), None)


def _once(where: str, keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for at, key in enumerate(keys):
        if key in seen:
            # The author is shown the place and the word, so both go with the error.
            raise ValueError(f"twice:{where}.{at}.key:{key}")
        seen.add(key)
