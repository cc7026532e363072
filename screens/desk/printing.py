"""Reports and sheets from the desk: written as one page, and opened where it can be printed."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from screens.desk.form import Ask
from screens.desk.widgets.choose import Ways

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk

SHEETS: Final = (
    *("all", "invitation", "poster", "cards", "slips"),
    *("ballots", "codes", "answers", "emergency", "runthrough", "methods"),
)
"""What can be printed; all of them first."""
USUAL_CODES: Final = 60
"""How many codes are suggested where nobody has counted heads."""


async def print_sheets(desk: "WiredDesk") -> None:
    """Ask which sheets, and open them."""
    if not _chosen(desk):
        return
    wanted: list[str] = []
    say = desk.say

    async def store(values: Mapping[str, str]) -> str:
        wanted.append(values["sheets"])
        return ""

    choices = tuple(
        (kind, say("desk.print_all" if kind == "all" else f"paper.{kind}")) for kind in SHEETS
    )
    field = Ask("sheets", say("desk.print_which"), "", "choice", choices, say("desk.print_hint"))
    await desk.form(say("desk.print_title"), (field,), store)
    asked = {"answers": _asked, "methods": _station, "codes": _codes}
    for what in wanted:
        about = await asked[what](desk) if what in asked else what
        if about:
            await _write(desk, about)


async def _asked(desk: "WiredDesk") -> str:
    """What the answer sheets ask for; empty where nothing was chosen."""
    from screens.desk.sheets import sheets

    case, say = desk.state.case, desk.say
    if case is None:
        return ""
    wanted: list[str] = []

    async def store(values: Mapping[str, str]) -> str:
        wanted.append(values["about"])
        return ""

    asked = {s.checklist.key if s.checklist else s.what: s.title for s in sheets(case, say)}
    asked.pop("choice", None)
    choices = [(f"answers:{key}", title) for key, title in asked.items()]
    choices.append(("answers:fundamentals", say("score.title_fundamentals")))
    # The end of the evening asks everybody; what is open now comes before all else.
    choices.sort(key=lambda choice: choice[0] != "answers:exit")
    if case.poll:
        choices.insert(0, ("answers", say("desk.print_open_poll")))
    field = Ask("about", say("desk.print_asked"), "", "choice", tuple(choices))
    await desk.form(say("paper.answers"), (field,), store)
    return wanted[0] if wanted else ""


async def _station(desk: "WiredDesk") -> str:
    """Which method cards; the station of the hall stands chosen."""
    case, say = desk.state.case, desk.say
    wanted: list[str] = []

    async def store(values: Mapping[str, str]) -> str:
        wanted.append(values["station"])
        return ""

    choices = [("methods", say("desk.print_every_station"))]
    for n in range(1, 7):
        told = say("paper.method_station", station=n, name=say(f"paper.method_station_{n}"))
        choices.append((f"methods:{n}", told))
    now = f"methods:{case.station}" if case else "methods"
    field = Ask("station", say("desk.print_station"), now, "choice", tuple(choices))
    await desk.form(say("paper.methods"), (field,), store)
    return wanted[0] if wanted else ""


async def _codes(desk: "WiredDesk") -> str:
    """Draw as many codes as are wanted, and print those; none prints again what was drawn."""
    from screens.desk.room import number, said
    from workshop.vote_codes import gathering_for, sheets_of

    case, say = desk.state.case, desk.say
    if case is None:
        return ""
    there = sum(s.count for s in sheets_of(case, gathering_for(case)))
    wanted: list[str] = []

    async def store(values: Mapping[str, str]) -> str:
        count = number(values["count"])
        if there and count == 0:
            wanted.append("codes")
            return ""
        answer = await desk.send("codes.draw", quiet=True, count=count)
        if not answer.get("ok"):
            return said(answer, say)
        wanted.append(f"codes:{answer['command']}")
        return ""

    heads = case.evening.heads if case.evening else None
    hint = say("desk.print_codes_more", n=there) if there else say("desk.print_codes_hint")
    field = Ask("count", say("desk.print_codes"), str(heads or USUAL_CODES), hint=hint)
    await desk.form(say("paper.codes"), (field,), store)
    return wanted[0] if wanted else ""


async def print_round_cards(desk: "WiredDesk") -> None:
    """The cards of the rounds of the case that is worked on."""
    if _chosen(desk):
        await _write(desk, "round_cards")


async def print_brief(desk: "WiredDesk") -> None:
    """The brief for those who decide."""
    if _chosen(desk):
        await _write(desk, "brief")


async def print_press(desk: "WiredDesk") -> None:
    """A text for the local paper."""
    if _chosen(desk):
        await _write(desk, "press")


async def make_report(desk: "WiredDesk") -> None:
    """The report of the case that is worked on."""
    if _chosen(desk):
        await _write(desk, "report")


def _chosen(desk: "WiredDesk") -> bool:
    if desk.state.case is None:
        desk.frame.advise(desk.say("desk.choose_case_first"))
    return desk.state.case is not None


async def _write(desk: "WiredDesk", what: str) -> None:
    """Write it beside the desk's own work, open it, and say where it lies."""
    from screens.desk import windows
    from screens.desk.working import working

    case, papers, say = desk.state.case, desk.papers, desk.say
    if case is None or papers is None:
        return
    with working(desk.frame, say("desk.print_writing")):
        path, wrong = await asyncio.to_thread(papers, what, desk.file, case.id)
        if path is None:
            desk.frame.warn(wrong)
            return
        opened = await asyncio.to_thread(windows.open_page, path.as_uri())
    how = say("desk.print_opened" if opened else "desk.print_open_yourself")
    close = (("close", say("desk.help_close")),)
    await desk.choose(Ways(say("desk.print_done"), (how, "", _home(path)), close))


def _home(path: Path) -> str:
    """The path as people write it."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
