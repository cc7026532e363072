"""Undo: a fact that withdraws one of the desk's own commands."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final, Literal

from workshop.basics import Command, Fact, Id, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.clusters import ClusterMade, ClusterModerated, NoteClustered
from workshop.joining import ClusterMerged, NoteMerged, NoteSplit
from workshop.staged import GatheringOpened


class CommandWithdrawn(Fact):
    """What this command did no longer counts; its facts stay in the ledger."""

    final: ClassVar[bool] = True
    kind: Literal["command.withdrawn"] = "command.withdrawn"
    withdrawn: str


Facts = CommandWithdrawn
_SORTING: Final = (
    ClusterMade,
    ClusterMerged,
    ClusterModerated,
    NoteClustered,
    NoteMerged,
    NoteSplit,
)


class Undo(Command):
    """Withdraw a command of the desk's, or its last one where none is named."""

    name: Literal["undo"] = "undo"
    command: Id | None = None


Commands = Undo


def standing(history: Iterable[Record]) -> list[Record]:
    """The records that still count: those of no withdrawn command."""
    records = list(history)
    gone = {r.fact.withdrawn for r in records if isinstance(r.fact, CommandWithdrawn)}
    return [r for r in records if r.command not in gone]


def own_commands(history: Iterable[Record]) -> list[str]:
    """The ids of the desk's commands that still count, in the order they were given."""
    return list(
        dict.fromkeys(
            r.command
            for r in standing(history)
            if r.sender == "desk" and r.kind not in {"case.opened", "command.withdrawn"}
        )
    )


def blockers(command: str, history: Sequence[Record]) -> list[Record]:
    """The later records that build on what this command did."""
    records = standing(history)
    own = [r for r in records if r.command == command]
    made = {command}.union(*(r.fact.makes() for r in own))
    settled = {s for r in own if (s := r.fact.settles())}
    return [
        r
        for r in records
        if r.command != command
        and r.seq > own[0].seq
        and (
            made & r.fact.refers()
            or r.fact.settles() in settled
            # What came in under a helper's code would stand there without any code.
            or r.command.startswith(f"{command}.")
        )
    ]


def _has_let_in(opening: Sequence[Record], history: Sequence[Record]) -> bool:
    """Whether phones have come in since a gathering was opened: no slip shuts the door on them."""
    return any(r.sender == "phone" and r.seq > opening[0].seq for r in history)


def decide(case: Case, command: Undo, moment: Moment) -> Outcome:
    """The command is withdrawn, unless it is final or later facts build on it."""
    if moment.sender != "desk":
        return Refused("only_desk")
    given = own_commands(moment.history)
    if not given:
        return Refused("nothing_to_undo")
    target = command.command or given[-1]
    own = [r for r in moment.history if r.command == target]
    if target not in given or any(r.fact.final for r in own):
        return Refused("cannot_undo")
    if case.vote and any(isinstance(r.fact, _SORTING) for r in own):
        return Refused("vote_open")
    if any(isinstance(r.fact, GatheringOpened) for r in own) and _has_let_in(own, moment.history):
        return Refused("people_are_in")
    later = blockers(target, moment.history)
    if later:
        kinds = ", ".join(dict.fromkeys(r.kind for r in later))
        return Refused("others_build_on_it", {"count": len(later), "kinds": kinds})
    return (CommandWithdrawn(withdrawn=target),)
