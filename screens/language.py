"""The language of this program's user: set for a start, or kept for the next; else bokmål."""

import contextlib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from screens.words import DEFAULT, LANGUAGES, Words

VARIABLE: Final = "MEDSPILL_LANGUAGE"
"""Sets the language for this start, and for what is started from here."""
_SYSTEM: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_KEY: Final = "language"
_LIKES_NYNORSK: Final = "nn"


def settings_file() -> Path:
    """Where the user's own choices lie; one key a line, which a person can change as well."""
    return user_data_path("medspill", appauthor=False) / "settings.toml"


def kept(file: Path) -> Mapping[str, str]:
    """The choices in a file; none where it is not there or not understood."""
    try:
        known = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: value for key, value in known.items() if isinstance(value, str)}


def chosen(file: Path | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """The language to speak: of this start, else the one kept, else nynorsk where the system does.

    A system in English is no sign: many who have one read Norwegian best.
    """
    asked = environ.get(VARIABLE, "")
    if asked not in LANGUAGES:
        asked = kept(file or settings_file()).get(_KEY, "")
    if asked in LANGUAGES:
        return asked
    system = next(filter(None, map(environ.get, _SYSTEM)), "")
    return _LIKES_NYNORSK if system.startswith(_LIKES_NYNORSK) else DEFAULT


def keep(language: str, file: Path | None = None) -> None:
    """Keep it for the next start, for what is started from here, and for all that speaks here.

    Where it cannot be written it holds until the program ends.
    """
    spoken.speak(language)
    if VARIABLE in os.environ:
        os.environ[VARIABLE] = language
    place = file or settings_file()
    lines = (f'{key} = "{value}"\n' for key, value in {**kept(place), _KEY: language}.items())
    with contextlib.suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_text("".join(lines), encoding="utf-8")


spoken: Final = Words(chosen())
"""The voice of this process; whoever took it speaks another language when that is chosen."""
