"""Walls that are words on cards, a card a page: the same cards for the page and the terminal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from screens.projector import fitting
from screens.words import Words
from workshop.terms import Wall
from workshop.views import ProjectorView

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
    """One pair a card: what we believed, muted, and what we learnt, in the accent."""
    return [
        Card(
            (
                Part(say("projector.believed"), (pair.believed,)),
                Part(say("projector.learnt"), (pair.learnt,), "live"),
            )
        )
        for pair in view.pairs
    ]


def pledges(view: ProjectorView, say: Words) -> list[Card]:
    """Who does what, some to a card."""
    texts = [f"{p.who}: {p.text}" if p.who else p.text for p in view.pledges]
    pages = fitting.paged(
        fitting.singly(texts), str, most=PLEDGES, letters=LETTERS, room=PLEDGE_ROOM
    )
    return [Card((Part(say("projector.pledges"), tuple(page)),)) for page in pages if page]


CARDS: Final[Mapping[Wall, Maker]] = {"learnt": learnt, "pledges": pledges}
"""The walls that are cards, and what makes them; a new one is a function and a row here."""


def cards_of(view: ProjectorView, say: Words) -> list[Card]:
    """The cards of a wall; one that says so where there is nothing to tell yet."""
    made = CARDS[view.wall](view, say)
    return made or [Card((Part(say(f"projector.nothing_{view.wall}"), ()),))]
