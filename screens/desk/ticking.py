"""The clock of the hall as the desk shows it: how long is left, of what, and what comes then."""

from datetime import datetime

from screens.desk.acts import Say
from screens.desk.pacing import title_of_block
from screens.desk.widgets.salen import Clock
from workshop.case import Case
from workshop.nearing import steps
from workshop.pace import following
from workshop.views import seconds_left


def clock_of(case: Case, say: Say, now: datetime, since: float) -> Clock | None:
    """The countdown of the block that runs, with what stands under it; None without one."""
    running = case.running
    if running is None:
        return None
    total = running.total
    paused = running.ends_at is None
    soon, last = steps(total)
    under = (
        say("desk.salen_paused")
        if paused
        else say("desk.salen_left_of", total=f"{total // 60}:{total % 60:02}")
    )
    return Clock(
        label=running.title or say(f"desk.block_{_asked(case) or running.kind}"),
        left=seconds_left(running, now) or 0,
        since=since,
        total=total,
        runs=not paused,
        words=(under, *_then(case, say)),
        over_words=say("desk.salen_over"),
        soon=(soon, say("desk.salen_soon")),
        last=(last, say("desk.salen_last")),
    )


def _then(case: Case, say: Say) -> tuple[str, ...]:
    """What comes after the block that runs."""
    rest = following(case.evening) if case.evening else ()
    return tuple(
        say("desk.salen_next", name=title_of_block(block, say), minutes=block.minutes)
        for block in rest[:1]
    )


def _asked(case: Case) -> str:
    """The kind of the open poll that has a word of its own."""
    poll = case.polls.get(case.poll or "")
    return "fundamentals" if poll and poll.what == "fundamentals" else ""
