"""Where templates of gatherings lie: those that come along, and a user's own folder."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from platformdirs import user_data_path
from pydantic import ValidationError

from storage.pack_faults import Fault, TemplateFaults, faults_of
from workshop.templates.model import Template

ORDER: Final = (
    *("folkemote", "teammote", "framtidsverksted", "igp", "en_to_fire_alle", "world_cafe"),
    *("gjestebud", "kjokkenbord", "folkevalgtseminar", "andre_kveld", "testdag"),
    "tjue_minutter",
)
"""Those that come along, in the order in which they are offered."""


def own_folder() -> Path:
    """Where a user puts templates of their own."""
    return user_data_path("medspill", appauthor=False) / "templates"


def own() -> tuple[Path, ...]:
    """A user's own templates; one that is named as a shipped one is never reached."""
    return tuple(sorted(p for p in own_folder().glob("*.toml") if p.stem not in ORDER))


def template(name: str) -> Template | None:
    """The template of that name; None where there is none, or it cannot be read."""
    if name in ORDER:
        return _shipped(name)
    path = own_folder() / f"{name}.toml"
    try:
        return read(path) if path.is_file() else None
    except TemplateFaults:
        return None


def everyone() -> tuple[tuple[str, Template], ...]:
    """Every template that can be used, by its name."""
    names = (*ORDER, *(path.stem for path in own()))
    return tuple((name, found) for name in names if (found := template(name)))


def read(path: Path) -> Template:
    """A template from a file; raises TemplateFaults, which tells what is wrong where."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        fault = Fault("unreadable", values={"why": error.strerror})
        raise TemplateFaults(path, (fault,)) from error
    except UnicodeDecodeError as error:
        raise TemplateFaults(path, (Fault("not_utf8"),)) from error
    try:
        return Template.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise TemplateFaults(path, faults_of(error, text, Template)) from error


@cache
def _shipped(name: str) -> Template:
    text = (files("workshop.templates") / f"{name}.toml").read_text(encoding="utf-8")
    return Template.model_validate(tomllib.loads(text))
