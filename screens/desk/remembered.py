"""What the desk remembers of itself beside the file: where it was, and what was half written.

A desk can be torn away in the middle of a word, by a closed window or an empty battery. What is
stored is the hall's; this is only what had not been stored yet.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from screens import owned
from screens.remembering import path_of


class HalfLine(BaseModel):
    """A slip or a ballot that had been begun."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str
    number: int
    table: int | None = None


class HalfForm(BaseModel):
    """A form that stood open with something in it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: str
    values: Mapping[str, str]


class Remembered(BaseModel):
    """Where the desk was, a second ago at most."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    case: str = ""
    place: str = "home"
    left: bool = False
    """Whether its user closed it; else it was torn away."""
    lines: Mapping[str, HalfLine] = {}
    """By the place that the line belongs to."""
    sought: Mapping[str, str] = {}
    """What a list was narrowed by, by its place."""
    form: HalfForm | None = None


def read(file: Path) -> tuple[Remembered, datetime] | None:
    """What was remembered and when; None where nothing was, or nothing that is understood."""
    path = path_of(file)
    try:
        held = Remembered.model_validate_json(path.read_text(encoding="utf-8"))
        return held, datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, ValidationError):
        return None


def write(file: Path, remembered: Remembered) -> None:
    """Remember this. Raises OSError where the folder forbids it."""
    owned.write(path_of(file), remembered.model_dump_json(exclude_defaults=True))
