"""How a command on the line reaches a case and its file: through the hall, or alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from screens.cli.voice import Stop, say

if TYPE_CHECKING:
    from screens.intake.bringing import Sender
    from workshop.case import Case


def newest_or(file: Path, case: str | None = None) -> "Case":
    """The case that is named, else the newest; raises Trouble where there is none."""
    from screens.cli.working import working
    from screens.practice import newest
    from storage.reader import read_cases
    from storage.trouble import Trouble

    with working(say("cli.work_reading")):
        cases = read_cases(file)
    if not cases:
        raise Trouble("no_cases", file=file)
    if case is not None and case not in cases:
        raise Trouble("no_such_case", case=case)
    return cases[case] if case else newest(cases.values())


@contextmanager
def hand_in(file: Path, gone: str = "cli.import_hall_gone") -> Iterator["Sender"]:
    """Through the hall where one runs, else with the file's lock in our own hand.

    ``gone`` is the sentence for when the hall ends on the way.
    """
    from screens.control import Control, HallGone
    from screens.recording import alone

    hall = Control.find(file)
    if hall is None:
        with alone(file) as ledger:
            yield ledger.send_all
        return
    try:
        yield hall.send_all
    except HallGone as error:
        raise Stop(say(gone)) from error
