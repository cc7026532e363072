"""Text that is safe in Markdown, and days and times as Norwegians write them."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&:@$^=])")


def plain(text: str) -> str:
    """The text on one line, where no sign means anything but itself."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def quote(text: str) -> str:
    """The text as a quotation with all its lines."""
    return "\n".join(f"> {plain(line)}  " if line.strip() else ">" for line in text.splitlines())


def bullets(items: Sequence[str]) -> str:
    """A list of what is safe already."""
    return "\n".join(f"- {item}" for item in items)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of what is safe already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def day(value: date) -> str:
    """28.5.2026."""
    return f"{value.day}.{value.month}.{value.year}"


def moment(value: datetime) -> str:
    """28.5.2026 kl. 18:46, in the time of this machine."""
    local = value.astimezone()
    return f"{day(local.date())} kl. {local:%H:%M}"
