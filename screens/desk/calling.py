"""What the facilitator calls into a practice hall, and what the desk says of it."""

from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from screens.desk.acts import ActType
from screens.desk.everywhere import (
    AllWell,
    CallLatecomers,
    CallPrankster,
    CutNet,
    Paper,
    QuietHall,
    ShowCode,
)

if TYPE_CHECKING:
    from workshop.case import Case


@runtime_checkable
class CallsIn(Protocol):
    """An application that may have a practice hall."""

    def may_call(self, act: ActType) -> bool:
        """Whether this can be let happen now."""


class PracticeHall(Protocol):
    """Simulated phones of one case, and how they are told that something happens."""

    case: str
    away: float
    """Seconds that the net is away."""

    def call(self, word: str) -> bool:
        """Let something happen; false where there are no phones any more."""


WORDS: Final[dict[ActType, str]] = {
    CallLatecomers: "late",
    CallPrankster: "prank",
    CutNet: "drop",
    QuietHall: "quiet",
    AllWell: "back",
}
"""What the phones are told for each act."""
LASTS: Final = frozenset({"prank", "drop", "quiet"})
"""What goes on until all is well again."""


def keys_named() -> dict[str, ActType]:
    """The acts whose keys are named in what is said."""
    from screens.desk.moderating import HideNote, MutePhone

    return {"code": ShowCode, "paper": Paper, "hide": HideNote, "mute": MutePhone}


def may_call(act: ActType, case: "Case | None", hall: PracticeHall | None, on: set[str]) -> bool:
    """Whether this can happen: the practice case meets, and it does not go on already."""
    if hall is None or case is None or case.id != hall.case or case.gathering is None:
        return False
    return bool(on) if act is AllWell else WORDS[act] not in on


def told(word: str, case: "Case | None") -> str:
    """The key of what is said when this happens in a hall that stands here."""
    from workshop.blocks import BLOCKS

    if word == "prank" and case is not None:
        if case.vote:
            return "desk.called_prank_vote"
        if not (case.running and BLOCKS[case.running.kind].writes):
            return "desk.called_prank_waits"
    return f"desk.called_{word}"
