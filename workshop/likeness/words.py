"""The words of a note: what each means, and whether the note turns it round."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from workshop.likeness import little_words as little
from workshop.likeness.meanings import meanings

_PART: Final = re.compile(r"[^\W_]+(?:['’\u00b4][^\W_]+)*|[.,;:!?…()\n–—]")
_MARK: Final = re.compile(r"['’\u00b4]")
_LOST: Final = re.compile(r"(?<=..)['’\u00b4]n$")
_SIGNS: Final = frozenset(".,;:!?…()\n–—")
_MANY: Final = re.compile(r"(.)\1{2,}")
REACH: Final = 3
"""How many meaning words a turning word reaches: «ikke flere store hytter ved elva»."""
BACK: Final = 2
"""How many before it, where nothing follows: «hytter trenger vi ikke flere av»."""
CRY: Final = 3
"""A clause of so few words that turns and names nothing turns the one before it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that means something, and which way the note points with it."""

    key: str
    """What it means: the first word of its row, or ``=`` and its sound where it is in no row."""
    shown: str
    weight: float = 1.0
    turned: bool = False
    """Whether the note turns it round: no, not, less, without."""
    asked: bool = False
    """Whether more or less of it is asked for in so many words."""


def plainly(word: str) -> str:
    """A word without capitals, accents and drawn-out letters."""
    # «Sykkel'n» and «sykkelen» are one; «don't» is written without its sign, too.
    word = _LOST.sub("", word.casefold())
    word = _MANY.sub(r"\1", _MARK.sub("", word))
    if word.isascii():
        return word
    return "".join(c if c in "æøåäö" else unicodedata.normalize("NFD", c)[0] for c in word)


def as_written(text: str) -> str:
    """A text but for capitals and the space around its words."""
    return " ".join(text.casefold().split())


def in_order(text: str) -> str:
    """The words of a text by the alphabet, for those who compare its letters."""
    return " ".join(sorted(plainly(part) for part in _PART.findall(text) if part not in _SIGNS))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text that mean something, in their order."""
    clauses: list[list[Word]] = []
    carried = False
    for words in _clauses(text):
        met, turns = _clause(words)
        if met:
            # «Vi vil ikke, absolutt ikke, ha flere hytter»
            still = carried and not any(word.turned for word in met)
            clauses.append(_all_turned(met, turns) if still else met)
            carried = False
        elif turns and not little.WANTS.isdisjoint(words):
            carried = True
        elif turns and clauses and len(words) <= CRY:
            # «Flere hytter? Nei takk!»
            clauses[-1] = _all_turned(clauses[-1], turns)
    return tuple(word for met in clauses for word in met)


def _all_turned(met: list[Word], way: str) -> list[Word]:
    """The words of a clause that another turns; what is turned already stays so."""
    return [replace(w, turned=True, asked=w.asked or way == "away") for w in met]


def _clauses(text: str) -> Iterator[list[str]]:
    clause: list[str] = []
    for part in _PART.findall(text):
        plain = "" if part in _SIGNS else plainly(part)
        # «Ikke så mange hytter» is one clause; «vi ventet, så kom den» is two.
        if not plain or (plain in little.BREAKS and not little.NOT.intersection(clause[-1:])):
            yield clause
            clause = []
        if plain:
            clause.append(plain)
    yield clause


def _clause(words: list[str]) -> tuple[list[Word], str]:
    """The meaning words of one clause, with what turns them, and how its last turn is."""
    met: list[list[Word]] = []
    if words[:1] == ["nei"] and not (little.NOT | little.AWAY).isdisjoint(words[1:]):
        # «Nei vi vil ikke ha flere hytter» says no once, with more weight.
        words = words[1:]
    turned, asked, late, left, last = False, False, False, 0, ""
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        if way := _turns(before, word, after):
            turns = way != "more"
            turned, late, left = turned ^ turns, late or turns, REACH
            asked, last = asked or way != "not", way if turns else last
        elif word not in little.STOP and len(word) > 1:
            reached = left > 0
            late = late and not reached
            met.append(
                [Word(k, word, w, turned and reached, asked and reached) for k, w in meanings(word)]
            )
            left -= 1
            if left == 0:
                turned, asked = False, False
    if late and turned:
        met[-BACK:] = [[_round(word, asked=asked) for word in same] for same in met[-BACK:]]
    return [word for same in met for word in same], last


def _round(word: Word, *, asked: bool) -> Word:
    return replace(word, turned=not word.turned, asked=asked or word.asked)


def _turns(before: str, word: str, after: str) -> str:
    """How a word turns what it reaches: `not`, `away`, `more`, or not at all."""
    if (word, after) in little.AWAY_PHRASES or word in little.AWAY:
        return "away"
    if word in little.WITHOUT or _is_english_no(before, word, after):
        return "not"
    if word in little.NOT:
        return "" if (word, after) in little.NO_TURN else "not"
    if word in {"nok", "enough"}:
        return "away" if not before or before in little.HAVE | little.NOT else ""
    if (word in little.STOPS and not before) or (
        word in little.AGAINST and (not before or before in little.IS)
    ):
        return "away"
    if before in little.TOO and word in little.MUCH:
        return "away"
    if before in little.TOO and word in little.LITTLE:
        return "more"
    return "more" if word in little.MORE else ""


def _is_english_no(before: str, word: str, after: str) -> bool:
    """«No cabins»; in nynorsk and dialect the same word is «now», and a verb comes after it."""
    return word == "no" and after not in little.STOP and (not before or before in little.ENGLISH)
