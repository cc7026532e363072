"""Where in its round the work is: each thing that is done says in which part it was done."""

from typing import Final

from workshop.basics import Fact, Record
from workshop.case import Case
from workshop.clusters import ClusterMade, StatementWritten
from workshop.learning import AdjustmentMade, LearningWritten
from workshop.notes import NoteWritten
from workshop.problem import GatePassed
from workshop.rounds import place, state
from workshop.sketching import SketchChanged, SketchMade
from workshop.staged import BlockStarted, BlockStopped, GatheringEnded
from workshop.terms import BlockKind, RoundState
from workshop.testers import TesterHeard, TesterMended
from workshop.testing import TestPlanned, TestRecorded, TestStarted
from workshop.tried import Jump, Skip
from workshop.turning import RoundJudged

_WORK: Final[dict[type[Fact], RoundState]] = {
    StatementWritten: "need_gathered",
    SketchMade: "sketching",
    SketchChanged: "sketching",
    TestPlanned: "test_planned",
    TestStarted: "testing",
    TestRecorded: "testing",
    TesterHeard: "testing",
    TesterMended: "testing",
    LearningWritten: "learning",
    RoundJudged: "learning",
    AdjustmentMade: "adjusting",
}
_BLOCKS: Final[dict[BlockKind, RoundState]] = {
    "needs": "need_open",
    "sort": "need_gathered",
    "dots": "need_gathered",
    "ideas": "solution_open",
    "sketch": "sketching",
    "test": "test_planned",
}


def follow(before: Case, case: Case, record: Record) -> Case:
    """The case with the mark of its round moved by what was just done."""
    fact = record.fact
    match fact:
        case BlockStarted(kind_of=kind):
            return _block(before, case, kind, record)
        case GatePassed(gate="statement" | "real_test" as past, reason=reason):
            skips = (*case.rounds[-1].skips, Skip(past=past, reason=reason, at=record.at))
            return _now(case, skips=skips)
        case BlockStopped() | GatheringEnded():
            closed = before.running is not None and before.running.kind == "needs"
            return _on(case, "need_gathered") if closed else case
        case NoteWritten(what="need"):
            return _on(case, "need_open")
        case NoteWritten(what="idea", state="parked"):
            return case
        case NoteWritten(what="idea"):
            return _on(case, "solution_open")
        case ClusterMade():
            collecting = case.running is not None and case.running.kind == "needs"
            return case if collecting else _on(case, "need_gathered")
        case _:
            at = _WORK.get(type(fact))
            return case if at is None else _on(case, at)


def _block(before: Case, case: Case, kind: BlockKind, record: Record) -> Case:
    at = _BLOCKS.get(kind)
    if at is None:
        return case
    came_from = state(before)
    if at != "need_open" or place(came_from) <= place(at) or came_from == "decided":
        return _on(case, at)
    # To ask for needs again is a way back: free from everywhere, and remembered.
    jump = Jump(came_from=came_from, reason="", at=record.at)
    return _now(case, mark=at, jumps=(*case.rounds[-1].jumps, jump))


def _on(case: Case, at: RoundState) -> Case:
    return _now(case, mark=at) if place(at) > place(case.rounds[-1].mark) else case


def _now(case: Case, **changes: object) -> Case:
    now = case.rounds[-1].model_copy(update=changes)
    return case.model_copy(update={"rounds": (*case.rounds[:-1], now)})
