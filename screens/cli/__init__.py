"""The front door of the program."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

FILE: Final = "--file"
LANGUAGE: Final = "--language"
WRONG_USE: Final = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Open the desk where nothing else is asked for, and else do what the words say."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    args = _in_language(args)
    if not args or (len(args) == len((FILE, "")) and args[0] == FILE):
        _open_desk(Path(args[1]) if args else None)
        return
    from screens.cli.front import run

    run(args)


def _in_language(args: list[str]) -> list[str]:
    """The words without the language, which is set before anything is said.

    It stands anywhere, since everything speaks it: help, desk, hall, report.
    """
    for at, word in enumerate(args):
        name, equals, value = word.partition("=")
        if name == LANGUAGE:
            rest = args[at + 1 :]
            if not equals:
                value, rest = (rest[0] if rest else ""), rest[1:]
            _set_language(value)
            return [*args[:at], *rest]
    return args


def _set_language(language: str) -> None:
    """This language from here on, here and in what is started from here."""
    from screens.language import VARIABLE, spoken
    from screens.words import LANGUAGES

    if language not in LANGUAGES:
        why = spoken("cli.not_one_of", choices=", ".join(LANGUAGES))
        sys.stderr.write(f"{spoken('cli.bad_value', option=LANGUAGE, why=why)}\n")
        sys.exit(WRONG_USE)
    os.environ[VARIABLE] = language
    spoken.speak(language)


def _open_desk(file: Path | None) -> None:
    """The desk without the reading of options, which would make its first paint wait."""
    # Nothing of what is imported on the way to the first paint becomes garbage; the desk turns
    # the collector on again when its frame stands.
    gc.disable()
    from screens.cli.opening import open_desk

    try:
        open_desk(file)
    except KeyboardInterrupt:
        sys.exit(WRONG_USE)
    except Exception as error:  # noqa: BLE001 - told as for every other command
        from screens.cli.front import stop

        stop(error)
