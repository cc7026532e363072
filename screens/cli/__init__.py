"""The front door of the program."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

FILE: Final = "--file"
WRONG_USE: Final = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Open the desk where nothing else is asked for, and else do what the words say."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    if not args or (len(args) == len((FILE, "")) and args[0] == FILE):
        _open_desk(Path(args[1]) if args else None)
        return
    from screens.cli.front import run

    run(args)


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
