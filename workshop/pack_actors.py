"""Station 2: those whom the strategy itself names, and who are not on the map yet: suggestions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workshop.case import Case
from workshop.terms import ActorCategory

_ENDING: Final = re.compile(r"(ene|ere|er|e)$")
LONGEST_ENDING: Final = 3
"""A word that goes on longer than this after the same beginning is another word."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom the strategy names, and the kind that they seem to be, where one is known."""

    who: str
    category: ActorCategory | None


def not_on_map(case: Case, kinds: Mapping[ActorCategory, str]) -> tuple[Named, ...]:
    """Those of the strategy's actors that no group of the case is called or is a kind of.

    ``kinds`` says what each category is called, in the strategy's language.
    """
    words: list[str] = []
    for actor in case.actors.values():
        words += _words(f"{actor.name} {kinds.get(actor.category, '')}")
    return tuple(
        Named(who, _kind_of(who, kinds))
        for who in case.pack.actors
        if not any(_alike(_head(who), word) for word in words)
    )


def _kind_of(who: str, kinds: Mapping[ActorCategory, str]) -> ActorCategory | None:
    head = _head(who)
    found = (key for key, name in kinds.items() if any(_alike(head, w) for w in _words(name)))
    return next(found, None)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _head(who: str) -> str:
    """The word that says who they are: the last before a comma or bracket («Alle ansatte, …»)."""
    words = _words(re.split(r"[,(]", who, maxsplit=1)[0])
    return words[-1] if words else ""


def _alike(term: str, word: str) -> bool:
    """Whether two words are the same but for their endings: innbyggere, innbygger."""
    stem = _ENDING.sub("", term)
    return bool(stem) and word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING
