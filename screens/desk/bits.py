"""Short pieces of text with a tone, and the marks: what every widget of the desk is fed with.

A bit is (text, tone). Tones are names, not colours: a widget turns them into the theme's look.
"""

from collections.abc import Iterable
from typing import TypeAlias

from rich.cells import cell_len
from textual.content import Content

from screens.desk.plain import one_line

Bit: TypeAlias = tuple[str, str]
Bits: TypeAlias = tuple[Bit, ...]

STYLES: dict[str, str] = {
    "": "",
    "strong": "bold",
    "muted": "$muted",
    "muted strong": "bold $muted",
    "live": "$live",
    "live strong": "bold $live",
    "ok": "$ok",
    "warn": "$warn",
    "warn strong": "bold $warn",
    "err": "$err",
    "err strong": "bold $err",
    "info": "$info",
    "bar": "$bar",
    "line": "$line",
    "chip": "bold on $raised",
    "chip live": "bold $live on $raised",
    "practice": "bold reverse $warn",
}
"""What each tone looks like, in Textual's words."""


class Mark:
    """The one-cell signs; each has its meaning without any colour."""

    DONE = "✓"
    LIVE = "▶"
    WORK = "◐"
    NOT_YET = "○"
    LACKS = "!"
    NONE = "–"
    PARTLY = "~"
    WRONG = "✕"
    SHOWN = "■"
    NOTHING = " "


MARK_TONES: dict[str, str] = {
    Mark.DONE: "ok",
    Mark.LIVE: "live",
    Mark.WORK: "",
    Mark.NOT_YET: "muted",
    Mark.LACKS: "warn",
    Mark.NONE: "muted",
    Mark.PARTLY: "info",
    Mark.WRONG: "err",
    Mark.SHOWN: "live",
}
"""The tone that goes with each mark."""


def mark(sign: str, tone: str | None = None) -> Bit:
    """A mark with its own tone, or another."""
    return (sign, MARK_TONES.get(sign, "") if tone is None else tone)


def width(bits: Iterable[Bit]) -> int:
    """How many cells the bits take."""
    return sum(cell_len(text) for text, _ in bits)


def content(bits: Iterable[Bit]) -> Content:
    """The bits as Textual content; never read as markup."""
    return Content.assemble(*((text, STYLES[tone]) for text, tone in bits))


def two_sides(left: Bits, right: Bits, cells: int) -> Content:
    """Left and right on one row of the given width; the right side stays, the left is cut."""
    room = cells - width(right) - (1 if right else 0)
    shown = content(left).truncate(max(0, room), ellipsis=True, pad=True)
    return Content.assemble(shown, " " if right else "", content(right))


def fit(text: str, cells: int) -> str:
    """One safe line of at most so many cells, ended with «…» where it was longer."""
    line = one_line(text)
    return str(Content(line).truncate(max(0, cells), ellipsis=True))
