"""What comes next in an evening, and what is asked first: the same from desk, page and command."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from workshop import handlingsrom, holders
from workshop.asking import to_ask
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.clusters import standing
from workshop.pace import following
from workshop.planned import Block
from workshop.results import ranking
from workshop.rounds import place, stated, turn

LOOP: Final = 5
_WHOLE: Final = frozenset({"fundamentals", "handlingsrom", "exit"})
"""What can be asked without naming a checklist."""

Kind = Literal["none", "close_vote", "close_poll", "ask", "begin", "stop", "over"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step on, and the commands that take it, in their order."""

    kind: Kind
    block: Block | None = None
    asked: str = ""
    """What is asked, where a block of questions has something left to ask."""
    commands: tuple[tuple[str, Mapping[str, Any]], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against going on: it is asked why, and the report has the answer."""

    gate: str
    about: str
    """The verdict on the handlingsrom, or `holders`."""
    must: bool
    """Whether nothing happens before there is a reason."""


def onward(case: Case, at_hand: str = "") -> Step:
    """Close what is open, ask what is left to ask, or begin the next block of the run sheet.

    What somebody has ``at_hand`` already need not be led to: then the next block begins.
    """
    if case.evening is None:
        return Step("none")
    if case.vote:
        return Step("close_vote", commands=(("vote.close", {}),))
    if case.poll:
        return Step("close_poll", commands=(("poll.close", {}),))
    left = to_ask(case)
    if left and left[0] != at_hand:
        return Step("ask", asked=left[0], commands=(("poll.open", _asks(left[0])),))
    rest = following(case.evening)
    if rest:
        return Step("begin", rest[0], commands=_begins(rest[0]))
    if case.running:
        return Step("stop", commands=(("block.stop", {}),))
    return Step("over")


def doubt(case: Case, station: int | None, *, needs: bool = False) -> Doubt | None:
    """What is asked before the hall goes to a station, or gathers needs; None where nothing is."""
    judged = handlingsrom.verdict(case)
    if (
        (station or 0) > 1
        and judged is not None
        and judged not in handlingsrom.GOOD
        and case.form == "cocreation"
        and not handlingsrom.was_passed(case)
    ):
        return Doubt(handlingsrom.GATE, judged, must=judged == "unsuitable")
    if needs and holders.are_missing(case) and not holders.was_passed(case):
        return Doubt(holders.GATE, "holders", must=False)
    return None


def doubt_of(case: Case, step: Step) -> Doubt | None:
    """What is asked before a step. Only what is no co-creation holds a block of another kind."""
    if step.block is None:
        return None
    kind = step.block.kind
    station = None if kind == "closing" else BLOCKS[kind].station
    found = doubt(case, station, needs=kind == "needs")
    return found if found and (found.must or kind == "needs") else None


def to_state(case: Case) -> str | None:
    """The cluster that the last vote points at, while no need of the round is put in words.

    A vote is no answer: the need it points at is read aloud before anybody asks for ideas (2.4).
    """
    votes = (vote for vote in case.votes.values() if vote.round == case.round)
    closed = [vote for vote in votes if vote.closed_at is not None]
    if case.vote or not closed or stated(case) or place(turn(case).mark) > place("need_gathered"):
        return None
    chosen = (target for target, _ in ranking(closed[-1]) if target in standing(case))
    return next(chosen, None)


def _asks(asked: str) -> Mapping[str, Any]:
    return {"what": asked} if asked in _WHOLE else {"what": "checklist", "key": asked}


def _begins(block: Block) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Phones and wall say which step it is, so the hall stands where the block belongs."""
    if block.kind == "dots":
        return (("vote.open", {"minutes": block.minutes}),)
    station = BLOCKS[block.kind].station
    moves = (("station.go", {"station": station}),) if station is not None else ()
    return (("block.start", {"block": block.id}), *moves)
