"""The language of this program's user: set for a start, or kept for the next; else bokmål."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from screens import settings
from screens.words import DEFAULT, LANGUAGES, Words

VARIABLE: Final = "MEDSPILL_LANGUAGE"
"""Sets the language for this start, and for what is started from here."""
_SYSTEM: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_KEY: Final = "language"
_LIKES_NYNORSK: Final = "nn"


def chosen(file: Path | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """The language to speak: of this start, else the one kept, else nynorsk where the system does.

    A system in English is no sign: many who have one read Norwegian best.
    """
    asked = environ.get(VARIABLE, "")
    if asked not in LANGUAGES:
        asked = settings.kept(file).get(_KEY, "")
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
    settings.keep(_KEY, language, file)


spoken: Final = Words(chosen())
"""The voice of this process; whoever took it speaks another language when that is chosen."""
