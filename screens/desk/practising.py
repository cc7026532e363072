"""`p` at the cases: the finished practice case, laid in the file the first time."""

from itertools import count
from typing import TYPE_CHECKING

from screens.practice import SAMPLE, is_made_up

if TYPE_CHECKING:
    from screens.desk.state import DeskState
    from screens.desk.wired import WiredDesk


async def practise(desk: "WiredDesk") -> None:
    """Open the practice case; while it is being entered the desk says how far it is."""
    from screens.control import HallGone

    control = desk.control
    if control is None or desk.practice is None:
        return
    if any(case.gathering and not is_made_up(case.id) for case in desk.state.cases):
        # Whatever is opened here, the wall follows.
        desk.frame.warn(desk.say("desk.practice_not_now"))
        return
    case, whole = _which(desk.state)

    def told(done: int, total: int) -> None:
        desk.frame.tell(desk.say("desk.practice_entering", done=done, total=total))

    try:
        refused = () if whole else await desk.practice(control, told, case)
    except HallGone:
        desk.frame.warn(desk.say("desk.hall_lost"))
        return
    await desk.choose_case(case)
    if refused:
        desk.frame.warn(desk.say("desk.practice_refused", why=refused[0]))


def _which(state: "DeskState") -> tuple[str, bool]:
    """The id of the practice case, a new one where the last was erased; whether all of it is in."""
    known = {case.id: case for case in state.cases}
    ids = (SAMPLE if n == 1 else f"{SAMPLE}-{n}" for n in count(1))
    case = next(i for i in ids if i not in known or not known[i].erased)
    return case, case in known and known[case].follow_up is not None
