"""What anybody typed, made safe and well-formed once, before it is stored."""

import re
import unicodedata
from typing import Final

MARKS_IN_A_ROW: Final = 8

_BREAKS: Final = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_LAST_PLANE: Final = 0x10
_NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(_LAST_PLANE + 1)
)
_DROPPED: Final = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls, but for the newline
    "\ud800-\udfff"  # lone surrogates
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of writing
    f"\ufeff\ufff9-\ufffb{_NONCHARACTERS}]+"
)
_MAYBE_A_TOWER: Final = re.compile(rf"[^\w\x00-\u02ff]{{{MARKS_IN_A_ROW + 1}}}")
"""No mark is a letter or a digit, so where this does not match there is no run too long."""
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"})
_MARKS: Final = frozenset({"Mn", "Me", "Mc"})
_BLANK_LETTERS: Final = frozenset("\u2800\u3164\u115f\u1160\uffa0")
_READ_AS_IT_IS: Final = re.compile("[\x00-\xac\xae-\u017f\u2010-\u2027\u20ac]*")
"""Letters of Norwegian and its neighbours, and what stands between them: nothing to see through."""
_WITHOUT_TRACE: Final = frozenset({"Cf", "Cn", "Co"})
_SELECTORS: Final = frozenset(map(chr, (0x034F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_PART: Final = re.compile(r"\w+")
_LATIN: Final = re.compile("[a-zæøåA-ZÆØÅ]")
_LOOKS_LIKE: Final = str.maketrans(
    "авекмнорстухіјѕԁһАВЕКМНОРСТУХІЈЅ\u03b1\u03bd\u03bf\u03b9\u03ba",
    "abekmhopctyxijsdhABEKMHOPCTYXIJSavoik",
)
"""Cyrillic and Greek letters that look like Latin ones."""


def clean(text: str) -> str:
    """The text in NFC, without what could steer a screen, a page or a terminal.

    Keeps every script, emoji with their joiners, and characters that this
    version of Unicode does not know. Tabs become spaces, every kind of line
    break becomes a newline, and blank edges go.
    """
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _DROPPED.sub("", text))
        if _MAYBE_A_TOWER.search(text):
            text = _cap_marks(text)
    return text.strip()


def one_line(text: str) -> str:
    """The cleaned text on a single line, with single spaces."""
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    """Whether nothing in the text leaves a trace on a page."""
    return all(s in _BLANK_LETTERS or unicodedata.category(s) in _INVISIBLE for s in text)


def as_read(text: str) -> str:
    """The text as a reader sees it, for what looks for words in it; it is stored otherwise.

    Without what leaves no trace between letters, with letters of fancy shapes as plain
    ones, and with those of other alphabets as Latin ones where they stand among Latin ones.
    """
    if _READ_AS_IT_IS.fullmatch(text):
        return text
    seen = (
        s for s in text if unicodedata.category(s) not in _WITHOUT_TRACE and s not in _SELECTORS
    )
    plain = unicodedata.normalize("NFKC", "".join(seen))
    return _PART.sub(lambda part: _in_one_alphabet(part[0]), plain)


def _in_one_alphabet(word: str) -> str:
    return word.translate(_LOOKS_LIKE) if _LATIN.search(word) else word


def _cap_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for sign in text:
        run = run + 1 if unicodedata.category(sign) in _MARKS else 0
        if run <= MARKS_IN_A_ROW:
            kept.append(sign)
    return "".join(kept)
