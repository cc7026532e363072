"""What the desk asks to have on paper: the report, or sheets for the gathering, as one page."""

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from platformdirs import user_documents_path

from screens.cli.voice import Stop, say
from workshop.practice import is_made_up

if TYPE_CHECKING:
    from workshop.case import Case

REPORT: Final = "report"
EXTRACTS: Final = frozenset({"round_cards", "brief", "press"})
EVERY: Final = "all"
LONGEST: Final = 40
"""Letters of a title in a file's name."""


def printed(what: str, file: Path, case: str) -> tuple[Path | None, str]:
    """Write it in the documents folder, and say where; nowhere, and why, where it cannot be.

    ``what`` is ``report``, ``round_cards``, ``brief``, a kind of sheet, or ``all`` of these;
    a colon and a key after ``answers`` say what is asked. An older one is replaced.
    """
    from storage.trouble import Trouble

    folder = _folder()
    try:
        return _written(what, file, case, folder), ""
    except Stop as stop:
        return None, stop.message
    except Trouble as trouble:
        return None, say(f"trouble.{trouble.reason}", **trouble.values)
    except OSError as error:
        return None, say("cli.not_written", path=folder, why=error.strerror or str(error))


def left_behind() -> list[Path]:
    """The pages that lie in the documents folder, which may hold words that were erased since."""
    try:
        return sorted(_folder().glob("*.html"))
    except OSError:
        return []


def _folder() -> Path:
    return user_documents_path() / say("output.folder")


def _written(what: str, file: Path, case: str, folder: Path) -> Path:
    from screens.cli.report import write

    chosen, text, name = (_report if what in {REPORT, *EXTRACTS} else _sheets)(what, file, case)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{_name(chosen)}-{name}"
    write(path, text)
    return path


def _report(what: str, file: Path, case: str) -> "tuple[Case, str, str]":
    from screens.paper.page import as_html
    from screens.paper.report import EXTRACTS as KNOWN
    from screens.paper.report import PARTS
    from storage.reader import read_cases

    chosen = read_cases(file)[case]
    if what in KNOWN:
        name = say(f"output.{what}_name", ending="html")
        return chosen, as_html(chosen, say, KNOWN[what]), name
    return chosen, as_html(chosen, say, PARTS), say("output.report_name", ending="html")


def _sheets(what: str, file: Path, case: str) -> "tuple[Case, str, str]":
    from screens.cli.paper import KINDS as KNOWN
    from screens.cli.paper import found, usual
    from screens.paper.sheets import KINDS, together

    what, _, about = what.partition(":")
    chosen, place, coming = found(file, case)
    kinds = KINDS if what == EVERY else tuple(kind for kind in KNOWN if kind == what)
    text = together(kinds, chosen, place, usual(coming, 1), say, about)
    return chosen, text, f"{say(f'paper.{what}').lower()}.html"


def _name(case: "Case") -> str:
    """The title as every system takes it in a file's name."""
    plain = unicodedata.normalize("NFC", case.title)
    words = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    if is_made_up(case.id):
        words = [say("output.practice"), *words]
    return "-".join(words).lower()[:LONGEST].strip("-") or say("output.name_case")
