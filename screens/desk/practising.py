"""`p` at the cases: the finished practice case, laid in the file the first time."""

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from screens.practice import SAMPLE, is_made_up

if TYPE_CHECKING:
    from screens.desk.state import DeskState
    from screens.desk.wired import WiredDesk


async def practise(desk: "WiredDesk") -> None:
    """Open the practice case; while it is being entered the desk says how far it is."""
    from screens.control import HallGone
    from screens.desk.working import working

    control = desk.control
    if control is None or desk.practice is None:
        return
    if any(case.gathering and not is_made_up(case.id) for case in desk.state.cases):
        # Whatever is opened here, the wall follows.
        desk.frame.warn(desk.say("desk.practice_not_now"))
        return
    refused: Sequence[str] = ()
    case, whole = _which(desk.state)
    if not whole:
        try:
            with working(desk.frame, desk.say("desk.practice_entering")) as work:
                refused = await desk.practice(control, work.far, case)
        except HallGone:
            desk.frame.warn(desk.say("desk.hall_lost"))
            return
    # Whoever has gone elsewhere meanwhile is not fetched from there.
    if desk.heading == "home":
        await desk.choose_case(case)
    if whole:
        return
    if refused:
        desk.frame.warn(desk.say("desk.practice_refused", why=refused[0]))
    else:
        desk.frame.tell(desk.say("desk.practice_entered"))


async def rehearse(desk: "WiredDesk") -> None:
    """Give the terminal to a rehearsal until it is over; file, hall and phones are its own."""
    from textual.app import SuspendNotSupported

    say = desk.say
    if desk.rehearsal is None:
        desk.frame.advise(say("desk.rehearse_already"))
        return
    if any(case.gathering and not is_made_up(case.id) for case in desk.state.cases):
        desk.frame.warn(say("desk.practice_not_now"))
        return
    try:
        # Nothing else of this desk goes on meanwhile, so that nobody works in two at once.
        with _unbroken(), desk.suspend():
            went_wrong = desk.rehearsal()
    except SuspendNotSupported:
        desk.frame.warn(say("desk.rehearse_elsewhere"))
        return
    desk.refresh_state()
    if went_wrong:
        desk.frame.warn(say("desk.rehearse_stopped"))
    else:
        desk.frame.guide(say("desk.rehearse_over"))


@contextmanager
def _unbroken() -> Iterator[None]:
    """Let Ctrl+C end the rehearsal and never the desk behind it, to whom the terminal tells it too.

    A handler, since what is ignored here would be ignored by the rehearsal as well: a program that
    is started does not inherit it.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _which(state: "DeskState") -> tuple[str, bool]:
    """The id of the practice case, a new one where the last was erased; whether all of it is in."""
    known = {case.id: case for case in state.cases}
    ids = (SAMPLE if n == 1 else f"{SAMPLE}-{n}" for n in count(1))
    case = next(i for i in ids if i not in known or not known[i].erased)
    return case, case in known and known[case].follow_up is not None
