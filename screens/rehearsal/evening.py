"""The made-up evening as data: what is asked, said, promised and answered in it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from workshop.basics import Value
from workshop.terms import (
    ActorCategory,
    ActorRole,
    AdjustmentTarget,
    Answer,
    Barrier,
    BlockKind,
    Channel,
    Check,
    Decision,
    FateKind,
    FundamentalKey,
    Hit,
    Side,
)


class Hinder(Value):
    """What may keep somebody away, and the remedy."""

    barrier: Barrier
    remedy: str


class Invited(Value):
    """How somebody is asked, and what they answer."""

    gain: str
    ask: str
    channel: Channel
    barriers: tuple[Hinder, ...] = ()
    expected: int


class Actor(Value):
    """Somebody who can help."""

    who: str
    category: ActorCategory
    role: ActorRole
    driver: bool = False
    usual: bool = True
    must: bool = False
    invited: Invited | None = None


class Frame(Value):
    """What is fixed and open, and who decides when."""

    fixed: tuple[str, ...]
    open: tuple[str, ...]
    who_decides: str
    when_decided: str


class Promise(Value):
    """A promise that is due so many days after the evening."""

    text: str
    owner: str
    days: int


class Gathering(Value):
    """Where and when people meet; the day is the day of the rehearsal."""

    title: str
    place: str
    start: str
    end: str


class Block(Value):
    """A timed piece of the run sheet."""

    kind: BlockKind
    title: str
    minutes: int


class Saying(Value):
    """Something that a phone says, and the wording it is mended to where it is."""

    text: str
    better: str = ""
    fate: FateKind | None = None
    answer: str = ""
    side: Side | None = None


class Theme(Value):
    """Notes that say the same: a cluster, its need, and what becomes of it."""

    title: str
    weight: int
    """How many dots it draws, beside the others."""
    who: str
    what: str
    why: str
    fate: FateKind
    answer: str
    idea_answer: str
    needs: tuple[str | Saying, ...]
    ideas: tuple[str | Saying, ...]


class Paper(Value):
    """A slip of paper that is keyed in, and the reason where it is hidden or parked."""

    text: str
    table: int
    theme: str = ""
    hidden: str = ""
    parked: str = ""


class Sketch(Value):
    """The solution that is sketched, for the need of one theme."""

    theme: str
    title: str
    text: str


class Test(Value):
    """The test card, and what came of it."""

    believe: str
    do: str
    look_for: str
    right_if: str
    result: str
    hit: Hit
    testers: int


class Learning(Value):
    """What was learnt."""

    believed: str
    saw: str
    learnt: str
    therefore: str


class Ending(Value):
    """How the round ends."""

    decision: Decision
    reason: str


class Adjustment(Value):
    """What is changed because of what was learnt."""

    target: AdjustmentTarget
    text: str


class Benefit(Value):
    """What is expected to get better."""

    text: str
    owner: str
    baseline: str
    target: str


class Prank(Value):
    """What somebody sends who fools about."""

    rude: str
    private: str
    """Somebody's number, which is nobody's to tell."""
    noise: tuple[str, ...]


class Evening(Value):
    """The whole evening."""

    title: str
    municipality: str
    first_question: str
    question: str
    invitation: str
    frame: Frame
    answers: dict[Check, Answer]
    actors: tuple[Actor, ...]
    promises: tuple[Promise, ...]
    gathering: Gathering
    blocks: tuple[Block, ...]
    themes: tuple[Theme, ...]
    papers: tuple[Paper, ...]
    sketch: Sketch
    test: Test
    learning: Learning
    adjustment: Adjustment
    decision: Ending
    benefit: Benefit
    loose_answer: str
    """What those are told whose need lies in no cluster."""
    said: Mapping[str, tuple[str | Saying, ...]]
    """What phones write when they are asked for something else than needs and ideas."""
    prank: Prank
    fundamentals: tuple[Mapping[FundamentalKey, int], ...]
    """As they are scored before the invitation, and before it is handed over."""

    def sayings(self, what: Literal["need", "idea"]) -> tuple[Saying, ...]:
        """All needs or ideas, the themes mixed as they would come in a hall."""
        each = [[as_saying(s) for s in _said_in(theme, what)] for theme in self.themes]
        longest = max(map(len, each))
        return tuple(row[i] for i in range(longest) for row in each if i < len(row))

    def idea(self, text: str) -> Saying | None:
        """The idea of this wording; None where it is none of the evening's."""
        return next((s for s in self.sayings("idea") if text in {s.text, s.better}), None)

    def themes_by_wording(self) -> dict[str, Theme]:
        """The theme of everything that is written in the evening, in words first and last."""
        known = {
            p.text: theme for theme in self.themes for p in self.papers if p.theme == theme.title
        }
        for theme in self.themes:
            for saying in map(as_saying, (*theme.needs, *theme.ideas)):
                known |= {saying.text: theme, saying.better or saying.text: theme}
        return known


@cache
def load() -> Evening:
    """The evening that comes with the program."""
    path = files(__package__) / "evening.toml"
    return Evening.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def _said_in(theme: Theme, what: Literal["need", "idea"]) -> tuple[str | Saying, ...]:
    return theme.needs if what == "need" else theme.ideas


def as_saying(said: str | Saying) -> Saying:
    """What is said, also where the file has no more than its text."""
    return Saying(text=said) if isinstance(said, str) else said
