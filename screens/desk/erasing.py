"""Erasing for good from the desk: asked for in words, told what it takes, and then typed."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from screens.desk.form import Ask
from screens.desk.plain import one_line
from screens.desk.widgets.ask import Question
from screens.desk.widgets.choose import Ways
from screens.words import voice

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk
    from workshop.case import Case

WAYS: Final = ("words", "code", "case")
"""By words that stand on notes, by a person's code, or all of the case."""
SHOWN: Final = 4
"""Notes that are read out before they go."""
WIDTH: Final = 52
"""Letters of each."""


async def erase_words(desk: "WiredDesk") -> None:
    """Ask what must go, show it, and let it go where the word for it is typed."""
    case, say = desk.state.case, desk.say
    if case is None:
        desk.frame.tell(say("desk.choose_case_first"))
        return
    wanted: dict[str, Any] = {}
    found: dict[str, Any] = {}

    async def look(values: Mapping[str, str]) -> str:
        wanted.clear()
        wanted.update(_wanted(desk, case, values))
        found.update(await _ask(desk, {**wanted, "only_look": True}))
        return "" if found.get("ok") else str(found["message"])

    choices = tuple((way, say(f"desk.erase_by_{way}")) for way in WAYS)
    fields = (
        Ask("way", say("desk.erase_which"), "words", "choice", choices),
        Ask("given", say("desk.erase_given"), hint=say("desk.erase_hint")),
    )
    if not await desk.form(say("desk.erase_title"), fields, look):
        return
    if await desk.ask(_question(desk, case, wanted, found)) is not None:
        await _erase(desk, wanted)


def _wanted(desk: "WiredDesk", case: "Case", values: Mapping[str, str]) -> dict[str, Any]:
    """What the hall is asked for; the desk has the notes at hand and finds them by their words."""
    from workshop.forgetting import holding

    given = values["given"].strip()
    match values["way"]:
        case "code":
            return {"code": given or "-"}
        case "case":
            return {"case": case.id, "whole_case": True}
    held = holding(desk.state.history, given) if given else ()
    return {"case": case.id, "notes": [note for note in held if note in case.notes]}


def _question(
    desk: "WiredDesk", case: "Case", wanted: Mapping[str, Any], found: Mapping[str, Any]
) -> Question:
    say, whole = desk.say, bool(wanted.get("whole_case"))
    notes = [case.notes[note].text for note in wanted.get("notes", ())]
    quoted, was = voice(say).quoted, say("desk.erase_was")
    told = [quoted(_short(text)) if text else was for text in notes[:SHOWN]]
    if len(notes) > SHOWN:
        told.append(say("desk.erase_more", n=len(notes) - SHOWN))
    key = "cli.erase_ask_case" if whole else "cli.erase_ask"
    takes = say(key, n=found["notes"], ballots=found["ballots"])
    return Question(
        title=say("desk.erase_title"),
        lines=(*told, takes),
        yes=say("desk.erase_yes"),
        no=say("desk.erase_no"),
        reason=say("cli.erase_type"),
        only=say("cli.erase_word"),
    )


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"


async def _erase(desk: "WiredDesk", wanted: Mapping[str, Any]) -> None:
    """Do it, and say how far it reached and what it could not reach."""
    from screens.desk.working import working

    say = desk.say
    with working(desk.frame, say("desk.erase_going")):
        told = await _ask(desk, wanted)
    if not told.get("ok"):
        desk.frame.warn(str(told["message"]))
        return
    done = say("cli.erase_done", n=told["notes"], ballots=told["ballots"])
    copies = say("desk.erase_copies", n=len(told["copies"]))
    close = (("close", say("desk.help_close")),)
    await desk.choose(Ways(done, (copies, "", say("cli.erase_others")), close))


async def _ask(desk: "WiredDesk", wanted: Mapping[str, Any]) -> dict[str, Any]:
    from screens.control import HallGone

    control = desk.control
    if control is None:
        return {"ok": False, "message": desk.say("desk.hall_lost")}
    try:
        return await asyncio.to_thread(control.erase, wanted)
    except HallGone:
        return {"ok": False, "message": desk.say("desk.erase_again")}
