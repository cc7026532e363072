"""What was tried, learnt and decided: the parts of the case that rounds leave behind."""

from datetime import date, datetime

from workshop import terms
from workshop.basics import Value


class Wording(Value):
    """How a sketch was before it was changed."""

    title: str
    text: str
    form: terms.SketchForm | None
    round: int


class Sketch(Value):
    """A small solution to try, tied to the ideas it came from."""

    id: str
    title: str
    text: str
    ideas: tuple[str, ...]
    round: int
    needs: tuple[str, ...] = ()
    """The clusters whose need it answers, beside those of its ideas."""
    form: terms.SketchForm | None = None
    hours: int | None = None
    must_be_true: str = ""
    may_fail: str = ""
    """What may go wrong, or must be forgotten (Jevnaker 2.4: dare to fail)."""
    why_long: str = ""
    """Why it is longer than the round's cap, where it is."""
    earlier: tuple[Wording, ...] = ()
    """Its earlier versions, oldest first."""
    changed_in: int | None = None
    """The round of its newest version, where it has been changed."""
    decision: terms.Decision | None = None
    """What became of this one sketch; None while it lives on with the round."""
    decided_in: int | None = None
    lesson: str = ""
    """What it taught those who stopped it, or why it was decided so."""

    @property
    def version(self) -> int:
        """The number of its newest version, from 1."""
        return len(self.earlier) + 1


class Tester(Value):
    """What one tester said and did, under a code that is nobody's name."""

    id: str
    code: str
    category: terms.ActorCategory | None
    has_need: bool
    quote: str
    failure: str
    hit: terms.Hit | None
    at: datetime
    mark: str | None = None
    """Of who answered on their own phone: only who holds the secret can tell that it is theirs."""


class CardChange(Value):
    """A test card was changed while it was locked: why, and what its threshold had been."""

    reason: str
    right_if: str


class Test(Value):
    """A test card, written before the test, and what came of it."""

    id: str
    sketch: str
    round: int
    believe: str
    do: str
    look_for: str
    right_if: str
    """The threshold; fixed before the test, and locked when the first tester starts."""
    wrong_if: str = ""
    place: str = ""
    homes: int = 0
    """How many homes, or testers with the need, the test wants."""
    start: date | None = None
    until: date | None = None
    started_at: datetime | None = None
    changes: tuple[CardChange, ...] = ()
    """How the card was changed after the first tester had started, oldest first."""
    heard: tuple[Tester, ...] = ()
    result: str = ""
    hit: terms.Hit | None = None
    testers: int = 0
    """Testers who have the need themselves (Jevnaker 2.4), where they were only counted."""
    recorded_at: datetime | None = None

    @property
    def out(self) -> bool:
        """Whether testers have it now."""
        return self.started_at is not None and self.recorded_at is None


class Volunteer(Value):
    """Somebody who said «I can test» from a phone; a mark, never a name."""

    round: int
    heads: int


class Learning(Value):
    """A learning card: what we believed, saw, learnt, and will do."""

    id: str
    round: int
    believed: str
    saw: str
    learnt: str
    therefore: str
    about: terms.LearningKind | None = None
    sketch: str | None = None


class Adjustment(Value):
    """What was changed because of a learning, or why nothing was."""

    id: str
    learning: str
    round: int
    target: terms.AdjustmentTarget
    text: str


class Insight(Value):
    """Something that was found out about the need elsewhere than on notes."""

    id: str
    round: int
    kind: terms.InsightKind
    people: int | None
    text: str


class Weight(Value):
    """How much of a round goes to need, solution and test: shares of a hundred."""

    need: int
    solution: int
    test: int


class Skip(Value):
    """A leap forward that the facilitator took for a reason."""

    past: terms.Skippable
    reason: str
    at: datetime


class Jump(Value):
    """A way back to the need; free, and remembered."""

    came_from: terms.RoundState
    reason: str
    at: datetime


class Round(Value):
    """One turn of need, solution and test."""

    no: int
    began_at: datetime | None = None
    weight: Weight | None = None
    """Where the facilitator chose otherwise than is usual for its number."""
    focus: tuple[str, ...] = ()
    """The clusters it is about."""
    until: date | None = None
    mark: terms.RoundState = "planned"
    """The last part of it that somebody worked in."""
    jumps: tuple[Jump, ...] = ()
    skips: tuple[Skip, ...] = ()
    hit: terms.Hit | None = None
    """Whether the solution meets the need well enough, as was agreed."""
    decision: terms.Decision | None = None
    reason: str = ""
    against: tuple[str, ...] = ()
    """What advised against the decision when it was made."""
    decided_at: datetime | None = None


class Fate(Value):
    """What became of a cluster or an idea, and the answer to those who said it."""

    fate: terms.FateKind
    answer: str
