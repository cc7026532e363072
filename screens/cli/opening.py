"""Opens the desk on a file, with the hall behind it."""

import contextlib
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from screens import settings

if TYPE_CHECKING:
    from screens.control import Control
    from screens.desk.calling import PracticeHall
    from screens.desk.keymap import Keymap
    from screens.desk.orders import Orders
    from screens.desk.wired import WiredDesk


NOT_BEGUN: Final = 2
"""The exit code of a rehearsal that there was no room or no program for."""


def open_desk(
    file: Path | None,
    options: Sequence[str] = (),
    *,
    borrowed: bool = False,
    practice_hall: "PracticeHall | None" = None,
) -> None:
    """Open the desk on a file, start or find its hall, and close the hall with it if asked to.

    ``options`` go to a hall that has to be started; a ``borrowed`` hall is ended by the caller,
    who may have simulated phones in a ``practice_hall``.
    Raises Trouble where no hall can be had.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from storage.trouble import Trouble

        raise Trouble("no_terminal")
    from screens.cli.places import default_file

    place = file or default_file()
    check_file(place)
    desk = _desk(place, options, borrowed=borrowed)
    desk.practice_hall = practice_hall
    desk.rehearsal = None if borrowed else rehearsal
    desk.orders = _orders()
    desk.run()
    if desk.return_code:
        sys.exit(desk.return_code)
    if not desk.keep_hall:
        close_hall(place)


def _desk(file: Path, options: Sequence[str], *, borrowed: bool) -> "WiredDesk":
    """The desk as this person has it: language, keys and look."""
    from screens.desk.places import PLACES
    from screens.desk.theme import DARK
    from screens.desk.wired import WiredDesk
    from screens.language import keep, spoken

    keys, wrong = moved_keys()
    return WiredDesk(
        spoken,
        PLACES,
        file,
        options,
        borrowed=borrowed,
        practice=practice,
        papers=papers,
        keys=keys,
        warning=wrong,
        keep_language=keep,
        look=settings.kept().get("look", DARK),
        keep_look=partial(settings.keep, "look"),
    )


def _orders() -> "Orders":
    """The orders of notes as they were chosen last on this machine."""
    from screens.desk.orders import Orders

    begins = "order_"
    kept = {k.removeprefix(begins): v for k, v in settings.kept().items() if k.startswith(begins)}
    return Orders(kept, lambda place, order: settings.keep(f"{begins}{place}", order))


def close_hall(file: Path) -> None:
    """End the hall of a file, where one runs."""
    from screens.control import Control, HallGone

    control = Control.find(file)
    if control is not None:
        with contextlib.suppress(HallGone):
            control.stop()


def moved_keys() -> "tuple[Keymap, str]":
    """The keys that somebody has moved; else the usual ones, and why where their file is wrong."""
    from screens.cli.places import keys_file
    from screens.desk.keymap import Keymap, KeymapError, known_acts, read

    file = keys_file()
    if not file.is_file():
        return Keymap(), ""
    try:
        return read(file, known_acts()), ""
    except KeymapError as error:
        from screens.language import spoken as say

        why = say(f"desk.keys_{error.reason}", **error.values)
        return Keymap(), say("desk.keys_usual", why=why, file=file)


async def practice(
    control: "Control", told: Callable[[int, int], None], case: str
) -> Sequence[str]:
    """The finished case; read only by who asks for it."""
    from screens.rehearsal.sample.laying import lay

    return (await lay(control, told, case)).refusals


def rehearsal() -> int:
    """A rehearsal in this terminal, as who types `medspill demo` has it; its exit code.

    Its file goes when it is over: all of it was made up. One that cannot begin has gone wrong too.
    """
    import subprocess
    import tempfile

    try:
        with tempfile.TemporaryDirectory(prefix="medspill-", ignore_cleanup_errors=True) as folder:
            file = Path(folder) / "demo.db"
            command = [sys.executable, "-m", "screens.cli", "demo", "--file", str(file)]
            return subprocess.run(command, check=False).returncode  # noqa: S603 - our own program
    except OSError:
        return NOT_BEGUN


def papers(what: str, file: Path, case: str) -> tuple[Path | None, str]:
    """Reports and sheets; read only by who asks for them."""
    from screens.cli.printing import printed

    return printed(what, file, case)


def check_file(file: Path) -> None:
    """Say what is wrong with a file before the screen is taken over."""
    from storage.header import is_ours
    from storage.trouble import Trouble

    try:
        if not file.parent.is_dir():
            raise Trouble("no_folder", folder=file.parent)
        is_strange = file.exists() and file.stat().st_size > 0 and not is_ours(file)
    except OSError as error:
        raise Trouble("not_readable", file=file) from error
    if is_strange:
        from storage.file import open_to_read

        open_to_read(file).close()
