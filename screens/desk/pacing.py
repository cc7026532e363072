"""Early or late at the desk, in words; and the rest of the evening shortened with a yes."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from screens.desk.acts import Say
from screens.desk.bits import Bits, Mark, mark
from screens.desk.widgets.ask import Question

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk
    from workshop.case import Case
    from workshop.pace import CatchUp, Pace
    from workshop.planned import Block


def pace_now(case: "Case | None", now: datetime) -> "Pace | None":
    """Where the open gathering stands against its plan."""
    from workshop.pace import pace

    evening = case.evening if case else None
    if case is None or evening is None:
        return None
    return pace(evening, case.running, now.astimezone())


def pace_words(pace: "Pace", say: Say) -> str:
    """«2 min etter planen, slutt 20:32.»."""
    told = "late" if pace.behind > 0 else "early" if pace.behind < 0 else "on_time"
    # Both are told in whole minutes, and must add up to the end that people were told.
    ends = pace.meant + timedelta(minutes=pace.behind)
    return say(f"desk.pace_{told}", n=abs(pace.behind), ends=f"{ends:%H:%M}")


def pace_bits(pace: "Pace", say: Say) -> Bits:
    """The same with its mark."""
    sign = Mark.LACKS if pace.behind > 0 else Mark.DONE
    return (mark(sign), (" ", ""), (pace_words(pace, say), ""))


def told_by_clock(case: "Case | None", now: datetime) -> tuple[int | None, bool, int]:
    """What changes with time alone: minutes that are lost, whether it is quiet, who came now."""
    from workshop.rush import rush
    from workshop.waves import ran_dry

    pace = pace_now(case, now)
    if case is None:
        return (None, False, 0)
    return (pace.behind if pace else None, ran_dry(case, now), rush(case, now))


def wave_bits(case: "Case", say: Say, now: datetime) -> Bits:
    """That the first wave of ideas is over, and a second is worth asking for; else nothing."""
    from workshop.waves import ran_dry

    if not ran_dry(case, now):
        return ()
    return (mark(Mark.LACKS), (" ", ""), (say("desk.second_wave"), ""))


def rush_bits(case: "Case", say: Say, now: datetime) -> Bits:
    """How many new phones came in the last minute of a vote, where they are many; else nothing."""
    from workshop.rush import rush

    many = rush(case, now)
    return (mark(Mark.LACKS), (" ", ""), (say("desk.salen_rush", n=many), "")) if many else ()


def title_of_block(block: "Block", say: Say) -> str:
    """What a block is called."""
    return block.title or say(f"desk.block_{block.kind}")


async def catch_up(desk: "WiredDesk") -> None:
    """Show how the rest of the evening can end in time, and do it only with a yes."""
    from workshop.pace import catch_up as found_in
    from workshop.pace import following

    case = desk.state.case
    evening = case.evening if case else None
    pace = pace_now(case, datetime.now().astimezone())
    if evening is None or pace is None:
        desk.frame.advise(desk.say("desk.pace_none"))
        return
    if pace.behind <= 0:
        desk.frame.tell(pace_words(pace, desk.say))
        return
    found = found_in(following(evening), pace.behind)
    if not found.cuts:
        desk.frame.advise(desk.say("desk.pace_no_room", n=pace.behind))
        return
    if await desk.ask(_question(found, pace, desk.say)) is None:
        return
    sent = await desk.send("run_sheet.shorten", gathering=evening.id, minutes=found.minutes)
    if sent.get("ok"):
        desk.frame.tell(desk.say("desk.pace_caught_up"))


def _question(found: "CatchUp", pace: "Pace", say: Say) -> Question:
    cuts = tuple(
        say(
            "desk.pace_cut",
            name=title_of_block(cut.block, say),
            old=cut.block.minutes,
            new=cut.to,
        )
        for cut in found.cuts
    )
    last = (
        say("desk.pace_missing", n=found.missing)
        if found.missing
        else say("desk.pace_then", ends=f"{pace.meant:%H:%M}")
    )
    title = say("desk.pace_title", n=pace.behind)
    return Question(
        title=title, lines=(*cuts, last), yes=say("desk.pace_yes"), no=say("desk.pace_no")
    )
