"""Hints on what was written: advice that a person may follow or leave, and never a block."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from workshop import personal
from workshop.rude_words import AMONG, BEGINS, WHOLE
from workshop.solution_words import (
    CHOICES,
    DEMANDS,
    ENDINGS,
    FREE,
    MEASURES,
    OBLIGES,
    OPENERS,
    ORDERS,
    THINGS,
    WHERE,
)
from workshop.text import as_read

Kind = Literal[
    "national_id", "phone", "email", "name", "health_of_other", "own_health", "rude", "solution"
]
_RUDE: Final = re.compile(rf"(?:{BEGINS})")
_SENTENCE: Final = re.compile(r"[^.!?…\n]+[.!?…]*")
_WORD: Final = re.compile(r"[\w-]+")
_ENDINGS: Final = tuple(ENDINGS)
_NEAR: Final = 5
"""How many words may stand between a demand and the thing that is asked for."""
_SHORT: Final = 6
"""A cry of so few words that names a thing asks for it."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a facilitator may want to see before a text is on the wall, and the words that tell."""

    kind: Kind
    words: tuple[str, ...]


def hints(text: str) -> tuple[Hint, ...]:
    """All that is worth a look in a text, the gravest first; most texts have nothing."""
    seen = as_read(text)
    told = ((kind, find(seen)) for kind, find in _FINDERS.items())
    return tuple(Hint(kind, words) for kind, words in told if words)


def rude_in(text: str) -> tuple[str, ...]:
    """Insults, as they stand in the text."""
    words = _WORD.findall(text)
    low = [word.casefold() for word in words]
    return tuple(
        word
        for at, word in enumerate(words)
        if (_RUDE.match(low[at]) or low[at] in WHOLE) and _is_aimed(low, at)
    )


def _is_aimed(low: list[str], at: int) -> bool:
    only_before = AMONG.get(low[at])
    return only_before is None or bool(only_before.intersection(low[at + 1 : at + 2]))


def _health(whose: str) -> Callable[[str], tuple[str, ...]]:
    return lambda text: tuple(word for of, word in personal.illnesses(text) if of == whose)


def solution_in(text: str) -> tuple[str, ...]:
    """The words that look like a solution, as they stand in the text; empty where none do.

    Somebody who reads them asks «Hva får du da?», and may find the need behind (Jevnaker 2.4).
    """
    found: list[str] = []
    for sentence in _SENTENCE.findall(text):
        found += _in_sentence(sentence)
    return tuple(dict.fromkeys(found))


def is_open(text: str) -> bool:
    """Whether it is asked so that one can answer with more than yes or no."""
    asked = (s for s in _SENTENCE.findall(text.casefold()) if s.rstrip().endswith("?"))
    # «I hvilken grad …» begins with another word than the one that asks.
    return any(OPENERS.intersection(_WORD.findall(sentence)[:2]) for sentence in asked)


def _in_sentence(sentence: str) -> list[str]:
    words = _WORD.findall(sentence)
    low = [word.casefold() for word in words]
    if not words:
        return []
    plain = " ".join(low)
    chosen = sorted(phrase for phrase in CHOICES if f" {phrase} " in f" {plain} ")
    orders = [words[0]] if low[0] in ORDERS | FREE and len(words) > 1 else []
    measures = [word for word, key in zip(words, low, strict=True) if key in MEASURES]
    asks_nothing = "?" not in sentence
    things = [
        words[at]
        for at, key in enumerate(low)
        if _is_thing(key)
        and (_is_asked_for(at, low) or (asks_nothing and _is_cry(at, low, sentence)))
    ]
    return [*chosen, *orders, *measures, *things]


def _is_asked_for(at: int, low: list[str]) -> bool:
    """Whether a word before it, or right after it, asks for the thing."""
    before = low[max(0, at - _NEAR) : at + 1]
    return any(word in DEMANDS for word in before) or any(
        w in OBLIGES for w in low[at + 1 : at + 4]
    )


def _is_cry(at: int, low: list[str], sentence: str) -> bool:
    """Whether the thing is named without a verb: «Nattbuss lørdager!», «Benker langs elva»."""
    if at == 0 and len(low) > 1 and low[1] in WHERE:
        return True
    return len(low) <= 3 or (len(low) <= _SHORT and "!" in sentence)  # noqa: PLR2004


def _is_thing(word: str) -> bool:
    if word in THINGS:
        return True
    # Most words end as none of them, which one call tells.
    return word.endswith(_ENDINGS) and any(
        word.endswith(ending) and len(word) >= len(ending) + 2 for ending in ENDINGS
    )


_FINDERS: Final[Mapping[Kind, Callable[[str], tuple[str, ...]]]] = {
    "national_id": personal.national_ids,
    "phone": personal.phones,
    "email": personal.emails,
    "name": personal.names,
    "health_of_other": _health("other"),
    "own_health": _health("own"),
    "rude": rude_in,
    "solution": solution_in,
}
