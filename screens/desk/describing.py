"""What a case is called, how large it is, and who decides: changed at any time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from screens.desk.form import Ask

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk


async def describe_case(desk: "WiredDesk") -> None:
    """Ask for title, municipality, size and process; what was said stays as it was."""
    from workshop.terms import Process, Size

    case, say = desk.state.case, desk.say
    if case is None:
        desk.frame.advise(say("desk.choose_case_first"))
        return

    async def store(values: Mapping[str, str]) -> str:
        answer = await desk.send("case.describe", quiet=True, **values)
        return "" if answer.get("ok") else str(answer.get("message", ""))

    sizes = tuple((size, say(f"desk.size_{size}")) for size in reversed(get_args(Size)))
    processes = tuple((p, say(f"desk.process_{p}")) for p in get_args(Process))
    fields = (
        Ask("title", say("desk.place_home_field_title"), case.title),
        Ask("municipality", say("desk.place_home_field_municipality"), case.municipality),
        Ask("size", say("desk.place_home_field_size"), case.size, "choice", sizes),
        Ask("process", say("desk.place_home_field_process"), case.process, "choice", processes),
    )
    await desk.form(say("desk.describe_title"), fields, store)
