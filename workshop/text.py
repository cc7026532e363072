"""What anybody typed, made safe and well-formed once, before it is stored."""

import re
import unicodedata
from typing import Final

MARKS_IN_A_ROW: Final = 8

_BREAKS: Final = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_BIDI: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ODD: Final = frozenset("\ufeff\ufff9\ufffa\ufffb")
_LAST_OF_PLANE: Final = 0xFFFE
_ARABIC_NONCHARACTERS: Final = range(0xFDD0, 0xFDF0)
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"})
_MARKS: Final = frozenset({"Mn", "Me", "Mc"})
_BLANK_LETTERS: Final = frozenset("\u2800\u3164\u115f\u1160\uffa0")


def clean(text: str) -> str:
    """The text in NFC, without what could steer a screen, a page or a terminal.

    Keeps every script, emoji with their joiners, and characters that this
    version of Unicode does not know. Tabs become spaces, every kind of line
    break becomes a newline, and blank edges go.
    """
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    if not (text.isascii() and text.isprintable()):
        kept = "".join(sign for sign in text if sign == "\n" or _may_stay(sign))
        text = _cap_marks(unicodedata.normalize("NFC", kept))
    return text.strip()


def one_line(text: str) -> str:
    """The cleaned text on a single line, with single spaces."""
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    """Whether nothing in the text leaves a trace on a page."""
    return all(s in _BLANK_LETTERS or unicodedata.category(s) in _INVISIBLE for s in text)


def _may_stay(sign: str) -> bool:
    if sign in _BIDI or sign in _ODD or unicodedata.category(sign) in {"Cc", "Cs"}:
        return False
    point = ord(sign)
    return point & _LAST_OF_PLANE != _LAST_OF_PLANE and point not in _ARABIC_NONCHARACTERS


def _cap_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for sign in text:
        run = run + 1 if unicodedata.category(sign) in _MARKS else 0
        if run <= MARKS_IN_A_ROW:
            kept.append(sign)
    return "".join(kept)
