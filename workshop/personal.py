"""What in a text may be somebody's private matter: a hint for the facilitator, never a block.

«Ikke skriv navn eller helseopplysninger» is asked of everybody; who forgets it is helped by a
facilitator who sees it before it is on the wall.
"""

import re
from collections.abc import Iterator
from typing import Final

from workshop.health_words import ILL, ILL_CAPITALS, ILL_WHOLE, MANY, ONE, OWN
from workshop.listing import listed
from workshop.name_words import (
    AFTER_PLACE,
    ALSO_WORDS,
    BEFORE_PLACE,
    FAMILY,
    GIVEN,
    NO_PERSON,
    STARTERS,
)

_NUMBER: Final = re.compile(r"(?<![\d.,/-])(\d{6})[ .-]?(\d{5})(?![\d.,/-]*\d)")
_CALLED_SO: Final = re.compile(
    r"(?:(?:person|fødsels)(?:nummer|nr)|\b(?:fnr|f\.nr|pnr))\w*[ .:]*(?:er|mitt)?[ .:]*$",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(
    r"(?<![\d.,/])(?:(?:\+|00)47[ .]?)?"
    r"(?:\d{3}[ .]\d{2}[ .]\d{3}|\d{2}(?:[ .]\d{2}){3}|[2-9]\d{7})(?![\d/]|[.,]\d)"
)
_FOREIGN: Final = re.compile(r"(?<!\d)(?:\+|00)[1-9]\d(?:[ .-]?\d){7,11}(?!\d)")
_AN_AMOUNT: Final = re.compile(r"\s*(?:kr\b|kroner|nok|mill|%|,-)", re.IGNORECASE)
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ROLES: Final = listed(
    "admin|hei|help|info|kontakt|kontoret|kundeservice|mail|noreply|office|post|postmottak",
    "resepsjon|servicetorg|servicetorget|sentralbord|support|styret",
)
_SENTENCE: Final = re.compile(r"[^.!?…\n]+")
_WORD: Final = re.compile(r"[\w’'.-]*\w")
_CAPITAL: Final = re.compile(r"[A-ZÆØÅÄÖÜČĐŠŽÁÉÓ][\w’'-]*[a-zæøåäöüčđšžáéó]")
_PLACE: Final = re.compile(rf"\s+(?:{AFTER_PLACE})\b", re.IGNORECASE)
_FAMILY: Final = re.compile(rf"\w*(?:{FAMILY})")
_ILLNESS: Final = re.compile(rf"(?:{ILL})")
_WEIGHTS: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_LONGEST_DAY, _LONGEST_MONTH = 31, 12
_NEAR: Final = 8
"""How many words before an illness may tell whose it is."""


def national_ids(text: str) -> tuple[str, ...]:
    """National identity numbers, D-numbers and synthetic ones: both check digits are right.

    Also what is called one just before it, since somebody may have mistyped their own.
    """
    return tuple(
        m[0]
        for m in _NUMBER.finditer(text)
        if _is_identity(m[1] + m[2]) or _CALLED_SO.search(text, 0, m.start())
    )


def _is_identity(digits: str) -> bool:
    day, month = int(digits[:2]) % 40, int(digits[2:4]) % 20
    # A synthetic number adds 40, 65 or 80 to the month; 65 and 80 leave 5 and 0 of twenty.
    months = {month, month - 5}
    if not (1 <= day <= _LONGEST_DAY and any(1 <= m <= _LONGEST_MONTH for m in months)):
        return False
    values = [int(d) for d in digits]
    return all(
        sum(w * v for w, v in zip(weights, values, strict=False)) % 11 == 0 for weights in _WEIGHTS
    )


def emails(text: str) -> tuple[str, ...]:
    """Addresses of persons; those of an office are nobody's private matter."""
    return tuple(
        m[0] for m in _MAIL.finditer(text) if m[0].partition("@")[0].casefold() not in _ROLES
    )


def phones(text: str) -> tuple[str, ...]:
    """What is written as a telephone number of eight digits, or with a country's number before."""
    numbers = [m for m in _PHONE.finditer(text) if not _AN_AMOUNT.match(text, m.end())]
    return tuple(m[0].strip() for m in (*numbers, *_FOREIGN.finditer(text)))


def names(text: str) -> tuple[str, ...]:
    """What looks like the name of a private person; streets, firms and offices are left alone."""
    return tuple(name for sentence in _SENTENCE.findall(text) for name in _names_in(sentence))


def _names_in(sentence: str) -> Iterator[str]:
    words = list(_WORD.finditer(sentence))
    at = 0
    if words and words[0][0].casefold() in STARTERS:
        at = 1  # Its capital only begins the sentence.
    while at < len(words):
        run = _capitals(words, at)
        if run and _is_person(sentence, words, at, run):
            yield " ".join(word[0] for word in words[at : at + run])
        at += run or 1


def _capitals(words: list[re.Match[str]], at: int) -> int:
    """How many words in a row begin with a capital."""
    run = 0
    while at + run < len(words) and _CAPITAL.fullmatch(words[at + run][0]):
        run += 1
    return run


def _is_person(sentence: str, words: list[re.Match[str]], at: int, run: int) -> bool:
    first = words[at][0].casefold()
    inside = [word[0].casefold() for word in words[at : at + run]]
    if first in BEFORE_PLACE or NO_PERSON.intersection(inside):
        return False
    if _PLACE.match(sentence, words[at + run - 1].end()) or _ends_as_place(inside[-1]):
        return False
    if run > 1:
        return _given(first) or _given(inside[1]) or bool(_FAMILY.fullmatch(inside[-1]))
    if at == 0 and first in ALSO_WORDS:
        return False
    return _given(first) and first not in ALSO_WORDS


def _given(word: str) -> bool:
    name = word.partition("-")[0]
    return name in GIVEN or (name.endswith("s") and name[:-1] in GIVEN)


def _ends_as_place(word: str) -> bool:
    return word.endswith(
        ("veien", "vegen", "gata", "gaten", "plassen", "skole", "heimen", "hjemmet")
    )


def illnesses(text: str) -> tuple[tuple[str, str], ...]:
    """Illnesses that are told of one person: whose (``own`` or ``other``), and the word."""
    found: list[tuple[str, str]] = []
    for sentence in _SENTENCE.findall(text):
        words = _WORD.findall(sentence)
        low = [word.casefold() for word in words]
        for at, word in enumerate(words):
            if _is_illness(word) and (whose := _whose(words, low, at)):
                found.append((whose, word))
    return tuple(found)


def _is_illness(word: str) -> bool:
    low = word.casefold()
    if low in ILL_CAPITALS:
        return word.isupper()
    return low in ILL_WHOLE or bool(_ILLNESS.match(low))


def _whose(words: list[str], low: list[str], at: int) -> str:
    """Of whom it is said: the nearest before it; of nobody where that is a group."""
    for place in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        word = low[place]
        if word in ONE or (place and _CAPITAL.fullmatch(words[place]) and _given(word)):
            return "other"
        if word in MANY:
            return ""
        if word in OWN or words[place] == "I":
            # «Mannen min» is another, «faren til meg» too.
            nearby = low[max(0, place - 2) : place + 2]
            return "other" if ONE.intersection(nearby) else "own"
    return "other" if words and _given(low[0]) and at else ""
