"""The first time: at most five questions, each of which may stand empty, and then to work."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from screens.desk.form import Ask
from screens.desk.room import number, said

if TYPE_CHECKING:
    from screens.control import Control
    from screens.desk.wired import WiredDesk


async def greet(desk: "WiredDesk") -> None:
    """Go on where a gathering is open; ask where there is no case yet and nobody was asked."""
    from screens.control import HallGone

    control = desk.control
    if control is None:
        return
    try:
        cases = (await asyncio.to_thread(control.get, "/cases"))["cases"]
        if cases:
            await _go_on(desk, [case["id"] for case in cases if case["gathering"]])
            return
        if (await asyncio.to_thread(control.get, "/venue"))["welcomed"]:
            return
        # Whoever has begun by themselves meanwhile needs no welcome.
        if desk.screen is not desk.frame:
            return
        await asyncio.to_thread(control.keep, welcomed=True)
    except HallGone:
        return
    await welcome(desk)


async def _go_on(desk: "WiredDesk", meeting: list[str]) -> None:
    """Back to the one gathering that is open, unless somebody has already gone elsewhere."""
    if len(meeting) == 1 and desk.heading == "home" and not desk.goes_back:
        await desk.choose_case(meeting[0])
        if not desk.welcome_to_practice():
            desk.frame.tell(desk.say("desk.goes_on_gathering"))


async def welcome(desk: "WiredDesk") -> None:
    """The five questions; what is stored stands at once, and Esc leaves without any of it."""
    say = desk.say
    fields = (
        Ask("title", say("desk.welcome_title")),
        Ask("municipality", say("desk.welcome_municipality")),
        Ask("coming", say("desk.welcome_coming")),
        Ask("contact", say("desk.welcome_contact")),
        Ask("copies", say("desk.welcome_copies")),
    )
    made: list[str] = []

    async def store(values: Mapping[str, str]) -> str:
        control = desk.control
        if control is None:
            return say("desk.not_sent")
        wrong = await _keep(control, values, desk)
        if wrong or not values["title"].strip():
            return wrong
        return await _open_case(desk, values, made)

    await desk.form(say("desk.welcome"), fields, store)
    if made:
        await desk.choose_case(made[0])
    else:
        desk.frame.tell(say("desk.welcome_left"))


async def _keep(control: "Control", values: Mapping[str, str], desk: "WiredDesk") -> str:
    """How many come, and where copies go; what stands empty is not touched."""
    from screens.control import HallGone

    kept: dict[str, Any] = {}
    if values["coming"].strip():
        kept["coming"] = number(values["coming"])
    if values["copies"].strip():
        kept["copies"] = values["copies"].strip()
    if not kept:
        return ""
    try:
        answer = await asyncio.to_thread(lambda: control.keep(**kept))
    except HallGone:
        return desk.say("desk.not_sent")
    return said(answer, desk.say) if "ok" in answer else ""


async def _open_case(desk: "WiredDesk", values: Mapping[str, str], made: list[str]) -> str:
    """The first case; a handful of people is a small task, and their own leader's to decide."""
    from storage import packs

    few = 12
    coming = number(values["coming"])
    size = "small" if isinstance(coming, int) and coming <= few else "large"
    process = "administrative" if size == "small" else "political"
    named = {key: values[key] for key in ("title", "municipality")}
    fields = {**named, "size": size, "process": process}
    # Whose strategy is known speaks in its own words from the first screen.
    fields["pack"] = await asyncio.to_thread(packs.of_municipality, values["municipality"])
    answer = await desk.send_to(None, "case.open", **fields)
    if not answer.get("ok"):
        return said(answer, desk.say)
    case = str(answer["case"])
    if values["contact"].strip():
        await desk.send_to(case, "notice.give", contact=values["contact"])
    made.append(case)
    return ""
