"""Why a line of a pack or a template cannot be read at all, for who is no programmer."""

import re
from collections.abc import Mapping
from typing import Final

_AT: Final = re.compile(r" \(at line (\d+), column (\d+)\)| \(at end of document\)")
_CURLY: Final = re.compile("=\\s*\\[?\\s*[\u201c\u201d\u201e\u2019\u00ab\u00bb]")
"""Quotation marks of a text editor for letters, where the file wants straight ones."""
_ENTRY: Final = re.compile(r"([A-Za-z0-9_-]+)\s*=\s*(.*)")
_WORD: Final = re.compile(r"[a-z_]+")
_QUOTED: Final = re.compile(r'"[^"]*"|\'[^\']*\'|#.*')
_NUMBER: Final = re.compile(r"\d[\d .,\u00a0]*")
_DATE: Final = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}")
_YES_NO: Final = frozenset({"ja", "nei", "yes", "no", "sann", "usann", "sant", "usant"})
_QUOTES_OF_ONE_TEXT: Final = 2


def unread(error: str, text: str) -> tuple[str, int, Mapping[str, object]]:
    """The rule that is broken, on which line, and what its sentence speaks of."""
    found = _AT.search(error)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    lines = text.splitlines()
    told = lines[line - 1].strip() if line <= len(lines) else ""
    name = _WORD.match(told)
    values = {"text": told, "name": name[0] if name else "name"}
    if _CURLY.search(told):
        return "curly_quotes", line, values
    if error.startswith(("Cannot overwrite", "Cannot declare")):
        return _twice(told), line, {**values, "group": told.strip("[] ")}
    if begun := _open_list(lines[: line - 1]):
        if told.startswith("{") or "key =" in told:
            return "not_row", line, values
        return ("no_comma", line, values) if told.startswith('"') else ("not_ended", begun, values)
    return _alone(told), line, values


def _twice(told: str) -> str:
    return "group_twice" if told.startswith("[") else "field_twice"


def _alone(told: str) -> str:
    """What is most likely wrong with a line that cannot be read, when all above it is well."""
    entry = _ENTRY.match(told)
    value = entry[2] if entry else ""
    if told.startswith("["):
        return "not_header"
    if told.count('"') % 2:
        return "not_closed"
    if value.casefold() in {*_YES_NO, "true", "false"}:
        return "not_yes_no"
    if _DATE.fullmatch(value):
        # A day is a text here, as people write it.
        return "not_text"
    if _NUMBER.fullmatch(value):
        return "not_number"
    if value.startswith("["):
        return "not_list"
    return "quote_within" if value.count('"') > _QUOTES_OF_ONE_TEXT else "not_toml"


def _open_list(lines: list[str]) -> int:
    """The line on which a list begins that has not ended; 0 where none has."""
    begun = depth = 0
    for number, line in enumerate(lines, start=1):
        bare = _QUOTED.sub("", line)
        entry = _ENTRY.match(line.strip())
        if not depth and not (entry and entry[2].startswith("[")):
            continue
        begun = begun if depth else number
        depth = max(0, depth + bare.count("[") - bare.count("]"))
    return begun if depth else 0
