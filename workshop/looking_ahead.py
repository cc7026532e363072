"""What the case would be after commands that nobody has given: to look before one shows."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from workshop.basics import Moment, Record, Refused
from workshop.case import Case
from workshop.commands import AnyCommand, decide
from workshop.facts import evolve

LOOKS: Final = frozenset({"station.go", "projector.show", "block.start", "vote.open"})
"""The commands that move what the hall sees; nothing else is looked ahead of."""


def ahead(case: Case, commands: Iterable[AnyCommand], at: datetime) -> Case | Refused:
    """The case as these would leave it, or why the first of them that is refused would be.

    Nothing is written: the case that is given stays what it is.
    """
    for number, command in enumerate(commands):
        if command.name not in LOOKS:
            return Refused("malformed")
        id_ = f"ahead-{number}"
        outcome = decide(case, command, Moment(at=at, command=id_))
        if isinstance(outcome, Refused):
            return outcome
        for fact in outcome:
            record = Record(
                seq=case.seq + 1,
                id=id_,
                hall="",
                at=at,
                case=case.id,
                gathering=case.gathering,
                command=id_,
                origin="desk",
                sender="desk",
                heads=None,
                fact=fact,
            )
            case = evolve(case, record)
    return case
