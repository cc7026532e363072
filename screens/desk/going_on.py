"""F9: from one block of the run sheet to the next, or the end of a vote."""

from typing import TYPE_CHECKING

from screens.desk.answering import Answering
from screens.desk.asking import Asking
from screens.desk.handing import advice
from screens.desk.passing import goes_on, start_block
from screens.desk.questions import close_vote
from screens.desk.widgets.entry import Entry

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk
    from workshop.case import Case
    from workshop.onward import Step
    from workshop.planned import Block

FUNDAMENTALS = "fundamentals"


async def next_block(desk: "WiredDesk") -> None:
    """Close the vote that is open, or start the block after the one that runs."""
    from workshop.onward import onward

    case = desk.state.case
    step = onward(case, _at_hand(desk)) if case else None
    if case is None or step is None or step.kind == "none":
        await _to_open(desk, case)
        return
    match step.kind:
        case "close_vote":
            await _close_vote(desk)
        case "close_poll":
            await _close_poll(desk, case)
        case "ask":
            # A block of questions is gone through in its order before the next one begins.
            await _go_to_sheet(desk, step.asked)
        case "begin":
            await _begin(desk, case, step)
        case _:
            for name, fields in step.commands:
                await desk.send(name, **fields)
            desk.frame.tell(desk.say("desk.no_more_blocks"))


async def _to_open(desk: "WiredDesk", case: "Case | None") -> None:
    """Lead to where a gathering is planned and opened, and say by which key."""
    from workshop.plan_checks import newest

    if case is None:
        desk.frame.advise(desk.say("desk.first_case"))
        return
    await desk.go("arena")
    last = newest(case)
    if last is not None and last.opened_at is None:
        desk.frame.guide(desk.say("desk.first_open", title=last.title))
    else:
        desk.frame.guide(desk.say("desk.first_plan"))


async def _begin(desk: "WiredDesk", case: "Case", step: "Step") -> None:
    from workshop.onward import doubt_of

    following, doubt = step.block, doubt_of(case, step)
    # Whatever the way, what is no co-creation goes on as if it were only with a reason.
    if following is None or (doubt and doubt.must and not await goes_on(desk)):
        return
    if following.kind == "dots":
        await desk.go("dots")
        # The frame knows only what is done everywhere; the vote is opened by its own place.
        if desk.frame.place is not None:
            await desk.frame.place.action_act("open_vote")
    elif await start_block(desk, block=following.id):
        await _go_to_station(desk, following)
        if following.kind == "poll":
            await _go_to_sheet(desk, next(iter(following.asks), ""))
        else:
            await _go_to_work(desk, case, following)


async def _go_to_station(desk: "WiredDesk", block: "Block") -> None:
    """Phones and wall say which step it is, so the hall stands where the block belongs."""
    from workshop.blocks import BLOCKS

    station = BLOCKS[block.kind].station
    if station is not None:
        await desk.send("station.go", station=station)


async def _go_to_work(desk: "WiredDesk", case: "Case", block: "Block") -> None:
    """To the page where the block is worked at, so that its keys are at hand."""
    from screens.desk.whereabouts import work_place

    page = work_place(case, block.kind)
    if page and (desk.frame.place is None or page != desk.frame.place.NAME):
        await desk.go(page)


def _at_hand(desk: "WiredDesk") -> str:
    """The sheet of questions that one stands at."""
    place = desk.frame.place
    if isinstance(place, Asking):
        return place.inside.removeprefix("checklist-")
    return place.NAME if place is not None else ""


async def _go_to_sheet(desk: "WiredDesk", asked: str) -> None:
    """Where this is asked; the list where a block does not say what."""
    await desk.go(FUNDAMENTALS if asked == FUNDAMENTALS else "checklists")
    if isinstance(desk.frame.place, Asking):
        desk.frame.place.open_sheet(asked)


async def _close_poll(desk: "WiredDesk", case: "Case") -> None:
    what = case.polls[case.poll or ""].what
    await desk.go(FUNDAMENTALS if what == FUNDAMENTALS else "checklists")
    if isinstance(desk.frame.place, Answering):
        await desk.frame.place.close_poll()


async def _close_vote(desk: "WiredDesk") -> None:
    from workshop.headcount import headcount

    case = desk.state.case
    summed = headcount(case, case.votes[case.vote]) if case and case.vote else None
    lacks = advice(summed, desk.say) if summed and summed.heads and not summed.adds_up else ""
    if await desk.ask(close_vote(desk.say, _half_written(desk), lacks)) is not None:
        await desk.send("vote.close")
        await desk.go("dots")


def _half_written(desk: "WiredDesk") -> str:
    """That a slip stands in the line and is not stored; it would be closed out."""
    place = desk.frame.place
    begun = place is not None and any(
        entry.half_written.text.strip() for entry in place.query(Entry)
    )
    return desk.say("desk.close_half_written") if begun else ""
