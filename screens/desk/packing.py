"""The strategies that a case can take its words from, as a choice in a form."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from screens.desk.acts import Say
from screens.desk.form import Ask

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk


def pack_field(say: Say, now: str = "") -> Ask:
    """Which strategy; Jevnaker's first, since the recipe is theirs, then the others by name."""
    from storage import packs

    names = [packs.USUAL, *(n for n in packs.shipped() if n not in {packs.USUAL, packs.EMPTY})]
    names += [path.stem for path in packs.own()]
    found = ((name, pack) for name in names if (pack := packs.pack(name)))
    choices = tuple((name, pack.municipality or pack.name or name) for name, pack in found)
    # The file of the case's own pack may be gone; then the usual one is offered.
    chosen = now if now in dict(choices) else packs.USUAL
    return Ask("pack", say("desk.field_pack"), chosen, "choice", choices)


async def take_pack(desk: "WiredDesk") -> None:
    """Let another strategy give the case its words; what was said stays as it was said."""
    case = desk.state.case
    if case is None:
        desk.frame.advise(desk.say("desk.choose_case_first"))
        return

    async def store(values: Mapping[str, str]) -> str:
        answer = await desk.send("pack.take", quiet=True, **values)
        return "" if answer.get("ok") else str(answer.get("message", ""))

    await desk.form(desk.say("desk.take_pack"), (pack_field(desk.say, case.pack.id),), store)
