"""What is wrong in a strategy pack or a template, by key path and line, for who is to mend it."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from storage.toml_faults import unread
from storage.trouble import Trouble

Place = tuple[str | int, ...]

_RULES: Final = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "string_too_long": "too_long",
    "string_pattern_mismatch": "bad_key",
    "string_type": "not_text",
    "bool_type": "not_yes_no",
    "bool_parsing": "not_yes_no",
    "int_type": "not_number",
    "int_parsing": "not_number",
    "int_from_float": "not_number",
    "tuple_type": "not_list",
    "model_type": "not_group",
    "literal_error": "not_among",
    "too_short": "too_few",
    "too_long": "too_many",
    "greater_than_equal": "too_low",
    "less_than_equal": "too_high",
}
_KEY: Final = re.compile(r"""\s*([A-Za-z0-9_-]+|"[^"]*")\s*=\s*(.*)""")
_TABLE: Final = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]\]?")
_AMONG: Final = re.compile(r"'([^']*)'")
_NAMED: Final = {"scale": "no_scale", "panel": "no_panel"}
"""Fields that name something else in the file, and what to say where it cannot be there."""
_SAMPLES: Final = {
    "items": '[{ key = "…", text = "…" }]',
    "steps": '[{ key = "…", label = "…" }]',
    "stations": "[4, 5]",
    "station": "5",
    "minutes": "20",
    "blocks": "[[blocks]]",
    "scale": '"yes_partly_no"',
}
"""What a field that must be there looks like, where it is not a text."""

NEAR: Final = 0.75
"""How much of a name must be right to be taken for a slip of the finger."""
NOWHERE: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, ``pack.fault_<rule>`` in the catalogue, and where it stands."""

    rule: str
    path: str = ""
    """The key path, for example ``checklists[2].items[1].text``."""
    line: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)


class FileFaults(Trouble):
    """A file of ours or a user's own that cannot be used, and everything that is wrong with it."""

    REASON: ClassVar[str]

    def __init__(self, file: Path, faults: tuple[Fault, ...]) -> None:
        super().__init__(self.REASON, file=str(file), n=len(faults))
        self.faults = faults


class PackFaults(FileFaults):
    """What is wrong with a strategy pack."""

    REASON = "pack_wrong"


class TemplateFaults(FileFaults):
    """What is wrong with a template of a gathering."""

    REASON = "template_wrong"


def faults_of(
    error: tomllib.TOMLDecodeError | ValidationError,
    text: str,
    model: type[BaseModel],
    homes: Mapping[str, str] = NOWHERE,
) -> tuple[Fault, ...]:
    """Everything that is wrong, in the order of the file.

    ``model`` tells which fields there are; ``homes`` in which group a field belongs, with an empty
    text for those above all groups.
    """
    if isinstance(error, tomllib.TOMLDecodeError):
        rule, line, values = unread(str(error), text)
        return (Fault(rule, line=line, values=values),)
    lines, details = _lines(text), error.errors()
    faults = [
        _fault(detail, lines, homes, _fields(model, detail["loc"]))
        for detail in details
        if not _follows(detail, details)
    ]
    return tuple(sorted(faults, key=lambda fault: fault.line or 0))


def _fields(model: type[BaseModel], place: Place) -> tuple[str, ...]:
    """What can be written in the group that a place stands in."""
    within: type[BaseModel] | None = model
    for part in place[:-1]:
        if within is not None and isinstance(part, str):
            known = within.model_fields.get(part)
            within = _model_in(known.annotation) if known else None
    return tuple(within.model_fields) if within else ()


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The kind of group that a field holds, one or many of it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _follows(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """Whether a list is only too short since what stands in it is wrong."""
    place = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(place)] == place and len(other["loc"]) > len(place) for other in details
    )


def _fault(
    detail: ErrorDetails,
    lines: Mapping[Place, int],
    homes: Mapping[str, str],
    fields: tuple[str, ...],
) -> Fault:
    place: Place = detail["loc"]
    rule = _rule(detail)
    values: dict[str, object] = {
        **detail.get("ctx", {}),
        "fields": ", ".join(fields),
        "what": detail["input"],
        "length": len(detail["input"]) if isinstance(detail["input"], str) else 0,
    }
    group, *within = [part for part in place if isinstance(part, str)] or [""]
    if rule == "not_group":
        # A list within a group is written in one line each, with braces.
        rule = "not_braces" if within else "not_listed" if len(place) > 1 else rule
    home = homes.get(str(place[-1])) if place else None
    if rule == "unknown" and home is not None and home != (group if within else ""):
        group, rule = home, "elsewhere" if home else "above"
    if rule == "unknown" and (near := _near(str(place[-1]), fields)):
        rule, values["near"] = "near", near
    if detail["type"] == "value_error":
        # The model's own rules: «twice:values:open», or a text that is blank.
        rule, *rest = str(detail["ctx"]["error"]).split(":")
        values["what"] = rest[-1] if rest else ""
        place = tuple(int(p) if p.isdecimal() else p for p in rest[0].split(".")) if rest else place
    if rule == "not_among":
        expected = str(detail["ctx"]["expected"])
        texts = [f'"{text}"' for text in _AMONG.findall(expected) if text]
        values["among"] = ", ".join(texts) or expected.replace(" or ", ", ")
    name = str(place[-1]) if place else ""
    values |= {"group": group, "name": name, "sample": _SAMPLES.get(name, '"tekst"')}
    return Fault(rule, _path(place), _nearest(place, lines), values)


def _near(name: str, fields: Sequence[str]) -> str:
    """The field that was most likely meant; empty where none is like it."""
    from difflib import get_close_matches  # noqa: PLC0415 - only who has misspelled needs it

    return next(iter(get_close_matches(name, fields, 1, NEAR)), "")


def _rule(detail: ErrorDetails) -> str:
    """Which sentence says what is wrong."""
    rule = _RULES.get(detail["type"], "wrong")
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    if rule == "too_many" and isinstance(detail["input"], str):
        return "too_long"
    if rule == "not_list" and isinstance(detail["input"], dict):
        # One pair of square brackets where there may be several of the kind.
        return "not_listed"
    return _NAMED.get(name, rule) if rule == "bad_key" else rule


def _path(place: Place) -> str:
    path = ""
    for part in place:
        path += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def _nearest(place: Place, lines: Mapping[Place, int]) -> int | None:
    """The line of the place itself, or of what holds it."""
    for end in range(len(place), 0, -1):
        for known in (place[:end], (*place[:end], 0)):
            if known in lines:
                return lines[known]
    return None


def _lines(text: str) -> dict[Place, int]:
    """On which line each key begins, as far as a look at the text tells."""
    return dict(_walk(text))


def _walk(text: str) -> Iterator[tuple[Place, int]]:
    counts: dict[str, int] = {}
    table: Place = ()
    array: Place | None = None
    element = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if array is not None:
            if line.strip().startswith("{"):
                yield (*array, element), number
                for key in re.findall(r"[{,]\s*([a-z_]+)\s*=", line):
                    yield (*array, element, key), number
                element += 1
            if line.strip().startswith("]"):
                array = None
        elif header := _TABLE.match(line):
            name = header[2]
            parts: Place = tuple(name.split("."))
            if header[1] == "[[":
                counts[name] = counts.get(name, -1) + 1
                parts = (*parts, counts[name])
            table = parts
            yield table, number
        elif entry := _KEY.match(line):
            place: Place = (*table, entry[1].strip('"'))
            yield place, number
            if entry[2].strip() == "[":
                array, element = place, 0


def as_values(fault: Fault) -> dict[str, Any]:
    """What the sentence about a fault can speak of."""
    return {"path": fault.path, "line": fault.line, **fault.values}
