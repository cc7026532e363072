"""Text that is safe in Markdown, and days and times as Norwegians write them."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from screens.words import Words

_SIGNS: Final = re.compile(
    r"""
    [\\`*_{}\[\]<>|~#^$@]   # these mean something anywhere
    | ^[-+=:%]              # a list, a line under a heading, a definition
    | -(?=-) | (?<=-)-      # a rule, or a dash that some readers redraw
    | (?<=\S)\.(?=\w)       # an address, which some readers make a link
    | :(?=[^\s\d])          # likewise, or a picture by its name
    | &(?=[#A-Za-z])        # a letter by its name
    """,
    re.VERBOSE,
)
_NUMBERED: Final = re.compile(r"^(\d+)([.)])")


def plain(text: str) -> str:
    """The text on one line, where no sign means anything but itself."""
    escaped = _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    return _NUMBERED.sub(r"\1\\\2", escaped)


def quote(text: str) -> str:
    """The text as a quotation with all its lines."""
    lines = [plain(line) for line in text.splitlines()]
    # Two blanks at the end of a line keep the break that its writer made.
    kept = [f"{line}  " if line and after else line for line, after in pairwise([*lines, ""])]
    return "\n".join(f"> {line}" if line else ">" for line in kept)


def bullets(items: Sequence[str]) -> str:
    """A list of what is safe already."""
    return "\n".join(f"- {item}" for item in items)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of what is safe already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def day(value: date, say: Words) -> str:
    """28.5.2026."""
    return say.plain_date(value)


def moment(value: datetime, say: Words) -> str:
    """28.5.2026 kl. 18:46, in the time of this machine."""
    local = value.astimezone()
    return say("when.moment", day=day(local.date(), say), at=f"{local:%H:%M}")
