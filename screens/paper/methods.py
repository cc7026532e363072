"""Method cards: what to do and say aloud, the time, the groups and the pitfalls, to be cut out."""

from collections.abc import Sequence
from typing import Any, Final

from storage.packs import USUAL, pack
from workshop.case import Case
from workshop.packs.helping import Card, cards
from workshop.packs.model import Pack

TOGETHER: Final = ((700, 4), (1_300, 2))
"""How many cards a sheet has where none of them is longer than so many letters; else one."""


def method_cards(case: Case, about: str) -> dict[str, Any]:
    """What the sheets of method cards hold; ``about`` is the number of a station, empty for all."""
    strategy = _strategy(case)
    made = cards(strategy, int(about) if about else None)
    many = together(made)
    pages = [made[at : at + many] for at in range(0, len(made), many)]
    return {"pages": pages, "many": many, "from_pack": strategy.municipality}


def together(made: Sequence[Card]) -> int:
    """How many cards go on a sheet, so that the longest of them is whole."""
    longest = max((_letters(card) for card in made), default=0)
    return next((many for most, many in TOGETHER if longest <= most), 1)


def _letters(card: Card) -> int:
    told = card.told
    about = card.method.about if card.method else ""
    return sum(map(len, (*told.do, *told.say, *told.mistakes, told.time, told.groups, about)))


def _strategy(case: Case) -> Pack:
    """The case's own words; those of the usual pack for what an older case has none of."""
    usual, mine = pack(USUAL) or Pack(), case.pack
    return mine.model_copy(
        update={"help": mine.help or usual.help, "methods": mine.methods or usual.methods}
    )
