"""Going on although something is lacking: which check, and the reason that the report prints."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from screens.desk.form import Ask
from screens.desk.widgets.ask import Question

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk

LOOP_STATION: Final = 5
LEAPS: Final = frozenset({"need_not_gathered", "need_not_stated"})
"""What the hall refuses until there is a reason."""


async def start_block(desk: "WiredDesk", **fields: Any) -> bool:
    """Open a block in the hall; where something is lacking first, ask why, and send it again."""
    if _asks_for_needs(desk, fields) and not await with_holders(desk):
        return False
    answer = await desk.send("block.start", quiet=True, **fields)
    if answer.get("reason") in LEAPS:
        reason = await desk.ask(_leap(desk, str(answer["reason"])))
        if reason is None:
            return False
        answer = await desk.send("block.start", quiet=True, reason=reason, **fields)
    if not answer.get("ok"):
        desk.frame.warn(str(answer.get("message", "")))
    return bool(answer.get("ok"))


def _asks_for_needs(desk: "WiredDesk", fields: Mapping[str, Any]) -> bool:
    evening = desk.state.case.evening if desk.state.case else None
    planned = evening.blocks if evening else ()
    of_block = (b.kind for b in planned if b.id == fields.get("block"))
    return "needs" in {fields.get("kind"), *of_block}


async def with_holders(desk: "WiredDesk") -> bool:
    """Whether the hall asks for needs: where none of those here has it, it is asked why once."""
    from workshop import holders

    case, say = desk.state.case, desk.say
    if case is None or not holders.are_missing(case) or holders.was_passed(case):
        return True
    question = Question(
        title=say("desk.holders_missing"),
        lines=(say("desk.holders_missing_text"),),
        yes=say("desk.against_yes"),
        no=say("desk.against_no"),
        reason=say("desk.against_reason"),
    )
    reason = await desk.ask(question, optional=True)
    if reason is None:
        return False
    given = reason or say("desk.against_no_reason")
    return bool((await desk.send("gate.pass", gate=holders.GATE, reason=given)).get("ok"))


def _leap(desk: "WiredDesk", lacks: str) -> Question:
    title, text = (desk.say(f"desk.leap_{lacks}{part}") for part in ("", "_text"))
    yes, no, reason = (desk.say(f"desk.leap_{part}") for part in ("yes", "no", "reason"))
    return Question(title=title, lines=(text,), yes=yes, no=no, reason=reason)


async def enters(desk: "WiredDesk", station: int) -> bool:
    """Whether the hall moves to a station, with what is asked on the way there."""
    if station > 1 and not await goes_on(desk):
        return False
    return station != LOOP_STATION or await with_holders(desk)


async def goes_on(desk: "WiredDesk") -> bool:
    """Whether the hall moves past station 1: against the advice given there it is asked why."""
    from workshop.handlingsrom import GATE, GOOD, verdict, was_passed

    case, say = desk.state.case, desk.say
    judged = verdict(case) if case else None
    if case is None or judged is None or judged in GOOD or was_passed(case):
        return True
    if case.form != "cocreation":
        return True
    question = Question(
        title=say(f"desk.against_{judged}"),
        lines=(say(f"desk.against_{judged}_text"),),
        yes=say("desk.against_yes"),
        no=say("desk.against_no"),
        reason=say("desk.against_reason"),
    )
    # Only what is no co-creation at all is held back until somebody has said why.
    reason = await desk.ask(question, optional=judged != "unsuitable")
    if reason is None:
        return False
    given = reason or say("desk.against_no_reason")
    return bool((await desk.send("gate.pass", gate=GATE, reason=given)).get("ok"))


async def pass_gate(desk: "WiredDesk", station: int) -> None:
    """Ask which check of the station is passed, and why; nothing is held back meanwhile."""
    from workshop.recipe import STATIONS

    case, say = desk.state.case, desk.say
    if case is None:
        desk.frame.advise(say("desk.choose_case_first"))
        return
    checks = STATIONS[(station or case.station) - 1].checks(case)
    passed = {override.gate for override in case.overrides}
    lacking = [check.key for check in checks if not check.holds and check.key not in passed]
    if not lacking:
        desk.frame.tell(say("desk.pass_nothing"))
        return

    async def store(values: Mapping[str, str]) -> str:
        gates = lacking if values["gate"] == "all" else [values["gate"]]
        for gate in gates:
            answer = await desk.send("gate.pass", quiet=True, gate=gate, reason=values["reason"])
            if not answer.get("ok"):
                return say("desk.pass_reason_lacks")
        return ""

    each = tuple((gate, say(f"desk.gate_{gate}")) for gate in lacking)
    choices = each if len(each) == 1 else (("all", say("desk.pass_all")), *each)
    fields = (
        Ask("gate", say("desk.pass_field_gate"), "", "choice", choices),
        Ask("reason", say("desk.pass_field_reason"), hint=say("desk.pass_hint")),
    )
    await desk.form(say("desk.pass_title"), fields, store)
