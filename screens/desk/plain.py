"""The last wall before the terminal: what people typed, made harmless to print.

The ledger cleans text before it is stored; a surface still never trusts what it is given.
"""

import re
import unicodedata

_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and newline
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff]"  # line separators, lone surrogates
)
_MARKS_KEPT = 8


def plain(text: str) -> str:
    """Text that can neither steer the terminal nor turn the line round; newlines stay."""
    if text.isascii() and text.isprintable():
        return text
    if "\t" in text or "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = _HARMFUL.sub("", text)
    return text if text.isascii() or max(text) < "\u0300" else _fewer_marks(text)


def one_line(text: str) -> str:
    """As plain, on one line: what a header, a rail or a heading can show."""
    return " ".join(plain(text).split())


def _fewer_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for letter in text:
        run = run + 1 if unicodedata.combining(letter) else 0
        if run <= _MARKS_KEPT:
            kept.append(letter)
    return "".join(kept)
