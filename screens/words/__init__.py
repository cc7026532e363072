"""Everything that Medspill says to people, read from catalogues.

A catalogue is a folder named by its language with one TOML file a surface.
A key names the file and the entry: ``phone.received`` is ``received`` in
``phone.toml``. An entry is a sentence with ``{placeholders}``, or a table with
``one`` and ``other`` that is chosen by the placeholder ``n``.

A large surface has a folder of its name beside its file, one file a place. The
folder is read when an entry is first asked for that the file lacks.

Bokmål says everything. Another language has the surfaces that it has files for,
each of them whole: nothing is ever said in another language than was asked for.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("nb", "nn", "en")
DEFAULT: Final = "nb"
_THOUSANDS: Final = {"nb": "\N{NO-BREAK SPACE}", "nn": "\N{NO-BREAK SPACE}", "en": ","}
# A plain path: importlib.resources would load zipfile before the desk can paint.
_HERE: Final = Path(__file__).parent

Entry = str | Mapping[str, str]


@cache
def catalogue(language: str, surface: str) -> Mapping[str, Entry]:
    """The entries of one surface in one language."""
    path = _HERE / language / f"{surface}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def more(language: str, surface: str) -> Mapping[str, Entry]:
    """The entries of one surface that lie in its folder; none where it has no folder."""
    folder = _HERE / language / surface
    entries: dict[str, Entry] = {}
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name.endswith(".toml"):
            entries |= tomllib.loads(path.read_text(encoding="utf-8"))
    return entries


class Words:
    """The voice of one language: ``say("phone.received", at="18:46")``."""

    def __init__(self, language: str = DEFAULT) -> None:
        if language not in LANGUAGES:
            raise LookupError(language)
        self.language: Final = language

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence of this key; KeyError where the catalogue lacks it."""
        surface, _, name = key.partition(".")
        entry = catalogue(self.language, surface).get(name)
        if entry is None:
            entry = more(self.language, surface)[name]
        if not isinstance(entry, str):
            entry = entry["one" if values["n"] == 1 else "other"]
        return entry.format(**values)

    def number(self, n: int) -> str:
        """A whole number as people write it: «1 280» in Norwegian, 1,280 in English."""
        return f"{n:,}".replace(",", _THOUSANDS[self.language])
