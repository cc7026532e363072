"""Where strategy packs lie: those that come along, and a user's own folder."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from storage.trouble import Trouble
from workshop.packs.model import Pack

USUAL: Final = "jevnaker"
"""The pack of a case where none is chosen: the municipality whose recipe it is."""


def names() -> tuple[str, ...]:
    """The packs that come along."""
    folder = files("workshop.packs")
    found = (path.name.removesuffix(".toml") for path in folder.iterdir())
    return tuple(sorted(n for n in found if (folder / f"{n}.toml").is_file()))


@cache
def pack(name: str) -> Pack | None:
    """The pack of that name; None where there is none, or it cannot be read."""
    path = files("workshop.packs") / f"{name}.toml"
    if not path.is_file():
        return None
    return Pack.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def read(path: Path) -> Pack:
    """A pack from a file; raises Trouble where it is none."""
    try:
        return Pack.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise Trouble("pack_wrong", file=str(path), why=str(error)) from error
