"""Codes for helpers: give one, take one back, and take back what came in under it."""

import asyncio
from typing import TYPE_CHECKING, Final

from screens.desk.widgets.choose import Ways

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk
    from workshop.case import Case
    from workshop.lent import Helper

LOOKS: Final = 250
"""How often it is looked whether the desk has heard, in five seconds."""
DONE: Final = "done"
NEW: Final = "new"
TAKES: Final = {"back": "helper.call_back", "take": "helper.take_back"}
"""What is done with one code, by the way that is chosen."""


async def lend_codes(desk: "WiredDesk") -> None:
    """Show the codes, and do with them what is chosen, until somebody closes it."""
    if desk.state.case is None or desk.state.case.gathering is None:
        desk.frame.advise(desk.say("desk.helper_no_gathering"))
        return
    while (case := desk.state.case) is not None:
        chosen = await desk.choose(_codes(desk, case))
        if chosen in {None, DONE}:
            return
        if chosen == NEW:
            answer = await desk.send("helper.let_in")
            if not answer.get("ok"):
                return
            await _heard(desk, int(answer["seq"]))
        else:
            await _with_one(desk, case, chosen or "")


async def _with_one(desk: "WiredDesk", case: "Case", way: str) -> None:
    """Ask which code, and do it."""
    say = desk.say
    fitting = [h for h in _here(case) if (h.entries if way == "take" else not h.over)]
    ways = [(h.id, h.code) for h in fitting]
    lines = (say(f"desk.helper_{way}_text"), *(_line(desk, h) for h in fitting))
    asked = Ways(say(f"desk.helper_{way}_title"), lines, ((DONE, say("desk.helper_no")), *ways))
    helper = await desk.choose(asked)
    if helper in {None, DONE}:
        return
    answer = await desk.send(TAKES[way], helper=helper)
    if answer.get("ok"):
        await _heard(desk, int(answer["seq"]))
        desk.frame.tell(say(f"desk.helper_{way}_done"))


async def _heard(desk: "WiredDesk", seq: int) -> None:
    """Go on when the desk has heard of it too, a moment after the receipt."""
    for _ in range(LOOKS):
        case = desk.state.case
        if case is None or case.seq >= seq:
            return
        await asyncio.sleep(0.02)


def _codes(desk: "WiredDesk", case: "Case") -> Ways:
    """Every code of this gathering with what came in under it, and where it is typed."""
    say, here = desk.say, _here(case)
    address = str(desk.state.about.get("phone_url", "")).removeprefix("http://").rstrip("/")
    lines = [say("desk.helper_about", address=f"{address}/hjelp"), ""]
    lines += [_line(desk, h) for h in here] or [say("desk.helper_none")]
    ways = [(NEW, say("desk.helper_new"))]
    if any(not h.over for h in here):
        ways.append(("back", say("desk.helper_back")))
    if any(h.entries for h in here):
        ways.append(("take", say("desk.helper_take")))
    return Ways(say("desk.helper_title"), tuple(lines), (*ways, (DONE, say("desk.helper_done"))))


def _here(case: "Case") -> "list[Helper]":
    return [h for h in case.helpers.values() if h.gathering == case.gathering]


def _line(desk: "WiredDesk", helper: "Helper") -> str:
    """«JRC NP2  6 lapper, 3 sedler, sist nr. 11»."""
    say = desk.say
    slips = sum(e.note is not None for e in helper.entries)
    told = [say("desk.helper_slips", n=slips)]
    told.append(say("desk.helper_ballots", n=sum(e.vote is not None for e in helper.entries)))
    if answers := sum(e.poll is not None for e in helper.entries):
        told.append(say("desk.helper_answers", n=answers))
    if helper.entries:
        told.append(say("desk.helper_last", number=helper.entries[-1].number))
    if helper.over:
        told.append(say("desk.helper_over"))
    return f"{helper.code}   {', '.join(told)}"
