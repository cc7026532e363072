"""F9: from one block of the run sheet to the next, or the end of a vote."""

from typing import TYPE_CHECKING

from screens.desk.answering import Answering
from screens.desk.questions import close_vote

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk
    from workshop.terms import BlockKind


async def next_block(desk: "WiredDesk") -> None:
    """Close the vote that is open, or start the block after the one that runs."""
    case = desk.state.case
    if case is None or case.evening is None:
        desk.frame.tell(desk.say("refused.no_open_gathering"))
        return
    if case.vote:
        await _close_vote(desk)
        return
    if case.poll:
        place = "fundamentals" if case.polls[case.poll].what == "fundamentals" else "checklists"
        await desk.go(place)
        if isinstance(desk.frame.place, Answering):
            await desk.frame.place.close_poll()
        return
    from workshop.pace import following as following_in

    rest = following_in(case.evening)
    if not rest:
        if case.running:
            await desk.send("block.stop")
        desk.frame.tell(desk.say("desk.no_more_blocks"))
        return
    following = rest[0]
    if following.kind == "poll":
        # What is asked is chosen where it is opened.
        await desk.go("checklists")
        return
    if following.kind == "dots":
        await desk.go("dots")
        # The frame knows only what is done everywhere; the vote is opened by its own place.
        if desk.frame.place is not None:
            await desk.frame.place.action_act("open_vote")
    else:
        await _go_to_station(desk, following.kind)
        await desk.send("block.start", block=following.id)


async def _go_to_station(desk: "WiredDesk", kind: "BlockKind") -> None:
    """Phones and wall say which step it is, so the hall stands where the block belongs."""
    from workshop.blocks import BLOCKS

    station = BLOCKS[kind].station
    if station is not None:
        await desk.send("station.go", station=station)


async def _close_vote(desk: "WiredDesk") -> None:
    if await desk.ask(close_vote(desk.say)) is not None:
        await desk.send("vote.close")
        await desk.go("dots")
