"""Walls that are words on cards, a card a page: the same cards for the page and the terminal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from screens.projector import fitting
from screens.projector.wording import Wording
from screens.words import Words
from workshop.terms import Wall
from workshop.views import ProjectorView, WallEffect, WallPair

LETTERS: Final = 34
"""Letters in a line of a card, about."""
PLEDGES: Final = 4
PLEDGE_ROOM: Final = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its texts; its tone is empty, ``muted`` or ``live``."""

    heading: str
    texts: tuple[str, ...]
    tone: str = "muted"


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one page."""

    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """The size that the card's letters begin with on the page."""
        texts = [text for part in self.parts for text in part.texts]
        return fitting.size_of([*texts, *("-" for _ in self.parts)], LETTERS)


Maker = Callable[[ProjectorView, Words], list[Card]]


def learnt(view: ProjectorView, say: Words) -> list[Card]:
    """One pair a card: what we believed, muted, and what we learnt, in the accent; then whose need.

    What people said of it stands on the next card, in their own words.
    """
    return [card for pair in view.pairs for card in _pair(pair, say)]


def _pair(pair: WallPair, say: Words) -> list[Card]:
    believed = Part(say("projector.believed"), (pair.believed,))
    both = Card((believed, Part(say("projector.learnt"), (pair.learnt,), "live")))
    if not pair.quotes:
        return [both]
    longest = LETTERS * PLEDGE_ROOM // len(pair.quotes)
    told = [fitting.shortened(quote, longest) for quote in pair.quotes]
    quoted = tuple(say("projector.quote", text=text) for text in told)
    return [both, Card((Part(say("projector.said"), quoted, ""),))]


def pledges(view: ProjectorView, say: Words) -> list[Card]:
    """What those elected stand for, then who does what, some to a card."""
    does = [f"{p.who}: {p.text}" if p.who else p.text for p in view.pledges if p.stand == "promise"]
    groups = {"stands": stands(view, say), "pledges": does}
    return _in_parts({say(f"projector.{name}"): texts for name, texts in groups.items()})


def stands(view: ProjectorView, say: Words) -> list[str]:
    """What those elected dare, hold to, drive and support, as sentences."""
    return [
        say(f"projector.stand_{p.stand}", who=p.who or say("projector.stand_we"), text=p.text)
        for p in view.pledges
        if p.stand != "promise"
    ]


def statement(view: ProjectorView, say: Words) -> list[Card]:
    """Who needs what, and why: one need a card, to be read aloud."""
    return [
        Card(
            (
                Part(said.who, (say("projector.needs", what=said.what),), "live"),
                *((Part(say("projector.because"), (said.why,), ""),) if said.why else ()),
            )
        )
        for said in view.turn.statements
    ]


def sketches(view: ProjectorView, _say: Words) -> list[Card]:
    """A sketch a card, in the order they were made, without any ranking."""
    longest = LETTERS * PLEDGE_ROOM
    return [
        Card((Part(made.title, (fitting.shortened(made.text, longest),) if made.text else (), ""),))
        for made in view.turn.sketches
    ]


def testing(view: ProjectorView, say: Words) -> list[Card]:
    """What is out and when one hears more; before that, how many are looked for and have come."""
    turn = view.turn
    if turn.out:
        out = Part(say("projector.out"), (say("projector.homes", n=turn.out),), "live")
        if turn.answer_by is None:
            return [Card((out,))]
        day = Wording(say).day(turn.answer_by)
        return [Card((out, Part(say("projector.answer_by"), (day,), "")))]
    wanted = say("projector.wanted", n=turn.wanted) if turn.wanted else say("projector.wanted_any")
    come = say("projector.willing", n=turn.willing)
    return [Card((Part(say("projector.who_can_test"), (wanted, come), "live"),))]


def roadmap(view: ProjectorView, say: Words) -> list[Card]:
    """A quarter a card, programme by programme: which case, and what comes in it."""
    parts: dict[str, list[str]] = {}
    for stop in view.stops:
        when = say("projector.quarter", quarter=stop.quarter, year=stop.year)
        named = say("projector.quarter_of", when=when, programme=stop.programme)
        what = say(f"projector.comes_{stop.what}")
        told = say("projector.comes", case=fitting.shortened(stop.case, LETTERS), what=what)
        parts.setdefault(named if stop.programme else when, []).append(told)
    return _in_parts(parts)


def effects(view: ProjectorView, say: Words) -> list[Card]:
    """What should get better, from what to what; then how much is in use."""
    cards = [Card((Part(effect.text, figures(effect, say), ""),)) for effect in view.effects]
    used = [
        say("projector.used", title=u.title, n=u.users, often=u.per_week, months=u.months)
        for u in view.uses
    ]
    return [*cards, *(_in_parts({say("projector.in_use"): used}) if used else [])]


def figures(effect: WallEffect, say: Words) -> tuple[str, ...]:
    """Before, now and target; «not measured» where nobody has taken the figure."""
    none = say("projector.not_measured")
    lines = [
        say("projector.effect_before", told=effect.before or none),
        say("projector.effect_now", told=effect.now or none),
    ]
    if effect.target:
        lines.append(say("projector.effect_target", told=effect.target))
    return tuple(lines)


def _in_parts(parts: Mapping[str, Sequence[str]]) -> list[Card]:
    """A heading a card, with as many of its texts as can be read; the rest on the next."""
    return [
        Card((Part(heading, tuple(page)),))
        for heading, texts in parts.items()
        for page in fitting.paged(
            fitting.singly(texts), str, most=PLEDGES, letters=LETTERS, room=PLEDGE_ROOM
        )
        if page
    ]


CARDS: Final[Mapping[Wall, Maker]] = {
    "learnt": learnt,
    "pledges": pledges,
    "statement": statement,
    "sketches": sketches,
    "testing": testing,
    "roadmap": roadmap,
    "effects": effects,
}
"""The walls that are cards, and what makes them; a new one is a function and a row here."""


def cards_of(view: ProjectorView, say: Words) -> list[Card]:
    """The cards of a wall; one that says so where there is nothing to tell yet."""
    made = CARDS[view.wall](view, say)
    return made or [Card((Part(say(f"projector.nothing_{view.wall}"), ()),))]
