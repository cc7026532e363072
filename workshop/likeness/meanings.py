"""What a word means, whatever its ending, its dialect, its language or its slips."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA
from snowballstemmer.norwegian_stemmer import NorwegianStemmer

from workshop.likeness import (
    words_common,
    words_daily,
    words_local,
    words_nature,
    words_people,
    words_town,
)

PART: Final = 0.6
"""How much of a whole word each part of one counts that is put together."""
SHORT: Final = 4
"""A word of fewer letters is as it is: it has no ending that can be told."""
SLIP: Final = 8
"""From how many letters a slip can be told from another word; two slips from half as many more."""
ENDINGS: Final = ("n", "a", "e", "r", "s", "t", "ne", "en", "et", "er", "ar", "ene", "ane")
"""How a word that is listed may end besides, the shortest first."""
BARE: Final = 3
"""How many letters must be left."""
KEPT: Final = 0.6
"""A form that keeps less of itself tells nothing: «fastlege» is not «fast»."""
HEADS: Final = frozenset(
    (
        "bad|barn|benk|bil|bok|bru|bruk|buss|by|båt|dag|data|elv|fest|fjell|gate|gata|gard|gård|"
        "hage|hall|hav|heim|hjem|hund|hus|hytte|jobb|jord|kart|kino|klubb|kurs|lag|lege|leik|lek|"
        "lys|mat|møte|natt|nett|park|plass|post|rett|ro|rute|råd|ski|skog|sjø|skule|skole|skyss|snø|"
        "sport|stad|sted|sti|stue|strøm|straum|tak|tid|tog|tomt|torg|tur|uke|vakt|vann|vatn|veg|vei|"
        "vern|veka|veke|år"
    ).split("|")
)
"""Short words that others are put together with; what else ends so does it by chance."""
_STEMMER: Final = NorwegianStemmer()
_SOUNDS: Final = tuple(
    (re.compile(before), after)
    for before, after in (
        (r"^(hv|kv)", "v"),
        (r"^(hj|gj)", "j"),
        (r"(skj|sj|kj|tj)", "sj"),
        (r"(ei|æ)", "e"),
        (r"(øy|au)", "ø"),
        (r"(nd|nt)$", "n"),
        (r"ld$", "l"),
        (r"w", "v"),
        (r"c", "k"),
        (r"z", "s"),
        (r"(.)\1", r"\1"),
    )
)


@lru_cache(16_384)
def sound(word: str) -> str:
    """What is left of a plain word without its ending, as it sounds across the dialects."""
    if len(word) < SHORT or word.isdecimal():
        return word
    stem = str(_STEMMER.stemWord(word))
    for before, after in _SOUNDS:
        stem = before.sub(after, stem)
    return stem


def _rows() -> dict[str, str]:
    parts = (words_people, words_town, words_nature, words_common, words_daily, words_local)
    every = "\n".join(line for part in parts for line in part.ROWS)
    rows = [row.split("|") for row in every.replace("\n|", "|").splitlines()]
    return {word: row[0] for row in rows for word in row}


ROWS: Final = _rows()
"""The meaning of each listed word."""


def _sounds() -> dict[str, str]:
    sounds: dict[str, str] = {}
    for word, meaning in ROWS.items():
        bare = sound(word)
        if len(bare) >= max(SHORT, KEPT * len(word)):
            sounds.setdefault(bare, meaning)
    return sounds


_BY_SOUND: Final = _sounds()


def _near() -> dict[tuple[str, int], list[str]]:
    near: dict[tuple[str, int], list[str]] = {}
    for word in sorted(ROWS):
        near.setdefault((word[0], len(word)), []).append(word)
    return near


_NEAR: Final = _near()


def listed(word: str) -> str | None:
    """The meaning of a plain word that is listed, in this or another of its forms."""
    known = ROWS.get(word) or _BY_SOUND.get(sound(word))
    if known:
        return known
    # A short word has too little left for its sound to tell; its own letters must be listed.
    bare = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    return next((ROWS[form] for form in bare if len(form) >= BARE and form in ROWS), None)


def slipped(word: str) -> str | None:
    """The meaning of the listed word that a plain one is but for a slip or two of the hand."""
    if len(word) < SLIP:
        return None
    most = 1 if 2 * len(word) < 3 * SLIP else 2
    near = (
        (OSA.distance(word, known, score_cutoff=most), known)
        for n in range(len(word) - most, len(word) + most + 1)
        for known in _NEAR.get((word[0], n), ())
    )
    far, known = min(near, default=(most + 1, ""))
    return ROWS[known] if far <= most else None


@lru_cache(16_384)
def meanings(word: str) -> tuple[tuple[str, float], ...]:
    """What a plain word means, and how much of it: the whole, and the parts it is made of."""
    known = listed(word) or slipped(word)
    if known:
        return ((known, 1.0),)
    whole = (f"={sound(word)}", 1.0)
    for cut in range(3, len(word) - 2):
        first, last = word[:cut], word[cut:]
        head = listed(last) if len(last) > SHORT + 1 or last in HEADS else None
        if head:
            # «kveldsbuss», «skuleveg»: a letter may bind the parts together.
            bare = first[:-1] if first[-1] in "se" and cut > SHORT - 1 else first
            lead = listed(first) or listed(bare) or f"={sound(first)}"
            return (whole, (head, PART), (lead, PART))
    return (whole,)
