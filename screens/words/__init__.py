"""Everything that Medspill says to people, read from catalogues.

A catalogue is a folder named by its language with one TOML file a surface.
A key names the file and the entry: ``phone.received`` is ``received`` in
``phone.toml``. An entry is a sentence with ``{placeholders}``, or a table with
``one`` and ``other`` that is chosen by the placeholder ``n``.

A large surface has a folder of its name beside its file, one file a place. The
folder is read when an entry is first asked for that the file lacks.

Nynorsk and English say all that bokmål says, and a house test holds them to it. A language
that is on its way has the files that it has, and is read in bokmål for the others.
A catalogue is read when something in it is first asked for, and no other language's is.

How numbers, lists and days are written lies in ``when.toml``, and is said by the voice itself.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("nb", "nn", "en")
DEFAULT: Final = "nb"
_THOUSANDS: Final = {"nb": "\N{NO-BREAK SPACE}", "nn": "\N{NO-BREAK SPACE}", "en": ","}
_POINT: Final = {"nb": ",", "nn": ",", "en": "."}
# A plain path: importlib.resources would load zipfile before the desk can paint.
_HERE: Final = Path(__file__).parent

Entry = str | Mapping[str, str]


@cache
def catalogue(language: str, surface: str) -> Mapping[str, Entry]:
    """The entries of one surface in one language."""
    return _read(_HERE / language / f"{surface}.toml", _HERE / DEFAULT / f"{surface}.toml")


@cache
def more(language: str, surface: str) -> Mapping[str, Entry]:
    """The entries of one surface that lie in its folder; none where it has no folder."""
    folder = _HERE / DEFAULT / surface
    entries: dict[str, Entry] = {}
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name.endswith(".toml"):
            entries |= _read(_HERE / language / surface / path.name, path)
    return entries


def _read(path: Path, first: Path) -> dict[str, Entry]:
    """A whole file; the first language's where this one has none."""
    chosen = path if path.is_file() else first
    return tomllib.loads(chosen.read_text(encoding="utf-8"))


class Words:
    """The voice of one language: ``say("phone.received", at="18:46")``."""

    def __init__(self, language: str = DEFAULT) -> None:
        self.speak(language)

    def speak(self, language: str) -> None:
        """Another language from now on; LookupError where there is none of that name."""
        if language not in LANGUAGES:
            raise LookupError(language)
        self.language = language

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

    def decimal(self, x: float, *, always: bool = False) -> str:
        """A number with one decimal, ``always`` or where it has one: «2,9»; 2.9 in English."""
        told = f"{x:.1f}" if always else f"{round(x, 1):g}"
        return told.replace(".", _POINT[self.language])

    def percent(self, n: int) -> str:
        """«40 %»; 40% in English."""
        return self("when.percent", n=n)

    def quoted(self, text: str) -> str:
        """Somebody's own words in the marks of the language: «lapp», “note”."""
        return self("when.quoted", text=text)

    def listed(self, parts: Iterable[str]) -> str:
        """«a, b og c»; a, b and c."""
        *most, last = (*parts,) or ("",)
        return f"{', '.join(most)} {self('when.and')} {last}" if most else last

    def day(self, day: date, *, year: bool = False) -> str:
        """«3. mars», or «3. mars 2026»; 3 March."""
        key = "when.day_year" if year else "when.day"
        return self(key, day=day.day, month=self(f"when.month_{day.month}"), year=day.year)

    def weekday(self, day: date) -> str:
        """«tirsdag 3. mars»; Tuesday 3 March."""
        return self("when.weekday", name=self(f"when.weekday_{day.weekday()}"), day=self.day(day))

    def moment(self, at: datetime) -> str:
        """«tirsdag 3. mars kl. 19:30», «kl. 19» on the hour; Tuesday 3 March, 19:30."""
        key = "when.moment" if at.minute else "when.moment_whole"
        return self(key, day=self.weekday(at), hour=at.hour, at=f"{at:%H:%M}")

    def plain_date(self, day: date) -> str:
        """A whole date in a sentence: «3.3.2026»; 3 March 2026."""
        return self._date("when.plain_date", day)

    def _date(self, key: str, day: date) -> str:
        numbers = {"day": day.day, "month": day.month, "year": day.year}
        return self(key, **numbers, name=self(f"when.month_{day.month}"))

    def date(self, day: date) -> str:
        """A whole date in a column: «03.03.2026»; 3 March 2026."""
        return self._date("when.date", day)


def voice(say: Callable[..., str]) -> Words:
    """The voice behind something that says, for what is written and not looked up."""
    return say if isinstance(say, Words) else Words(getattr(say, "language", DEFAULT))
