"""What the desk itself has done, read off the facts, in words: for «u» and for the whole list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from screens.desk.acts import Say
from screens.desk.plain import one_line

if TYPE_CHECKING:
    from workshop.basics import Record
    from workshop.case import Case

MOST: Final = 300
"""How many of the newest acts are listed."""
LETTERS: Final = 60
"""Letters of people's own words that a message of one line repeats."""
_NO_ACT: Final = frozenset({"case.opened", "command.withdrawn", "words.forgotten"})
_WITH_IT: Final = frozenset({"block.stopped"})
"""What comes along with something else that a command did."""


@dataclass(frozen=True, slots=True)
class Doing:
    """One act of the desk's."""

    command: str
    at: datetime
    words: str
    """«Skjulte en lapp»."""
    about: str
    """Which: the note's own words, a title; empty where there is nothing to tell it by."""
    undone: bool

    @property
    def whole(self) -> str:
        """Both."""
        return f"{self.words}: {self.about}" if self.about else self.words


def doings(history: "Sequence[Record]", case: "Case", say: Say) -> tuple[Doing, ...]:
    """The desk's own acts, newest first, also those that were undone."""
    kept: dict[str, list[Record]] = {}
    for record in history:
        if record.sender == "desk" and record.kind not in _NO_ACT:
            kept.setdefault(record.command, []).append(record)
    gone = {r.fact.withdrawn for r in history if r.kind == "command.withdrawn"}
    newest = list(kept.items())[: -MOST - 1 : -1]
    return tuple(_doing(command, rs, case, say, gone) for command, rs in newest)


def doing(command: str, history: "Sequence[Record]", case: "Case", say: Say) -> Doing | None:
    """One act by its command's id; None where the desk did nothing of that id."""
    own = [r for r in history if r.command == command and r.kind not in _NO_ACT]
    return _doing(command, own, case, say, set()) if own else None


def withdrawn_by(command: str, history: "Sequence[Record]") -> str | None:
    """The id of what this command took back."""
    own = (r for r in reversed(history) if r.command == command)
    return next((r.fact.withdrawn for r in own if r.kind == "command.withdrawn"), None)


def in_the_way(
    command: str | None, history: "Sequence[Record]", case: "Case", say: Say
) -> tuple[str, ...]:
    """What must be undone before this, or before the last of all, in words."""
    from workshop.undo import blockers, own_commands

    given = own_commands(history)
    target = command or (given[-1] if given else "")
    if target not in given:
        return ()
    told = (
        doing(r.command, history, case, say) if r.sender == "desk" else None
        for r in reversed(blockers(target, history))
    )
    named = (one.words if one else say("desk.again_from_phones") for one in told)
    return tuple(dict.fromkeys(named))


def shortened(words: str) -> str:
    """As much as a message of one line has room for."""
    words = one_line(words)
    return words if len(words) <= LETTERS else f"{words[: LETTERS - 1].rstrip()}…"


def _doing(
    command: str, records: "Sequence[Record]", case: "Case", say: Say, gone: set[str]
) -> Doing:
    first = next((r for r in records if r.kind not in _WITH_IT), records[0])
    fact = first.fact
    key = first.kind.replace(".", "_")
    if first.kind == "note.moderated":
        key = f"{key}_{fact.state}"
    about = next((one_line(words) for words in _abouts(fact, case, say) if words), "")
    return Doing(command, first.at, say(f"desk.done_{key}"), about, command in gone)


def _abouts(fact: object, case: "Case", say: Say) -> Iterator[str]:
    """What an act can be told by, the best first."""
    kind = str(getattr(fact, "kind", ""))
    if kind == "projector.shown":
        yield say(f"desk.wall_{getattr(fact, 'wall', '')}")
    if kind == "station.entered":
        yield say(f"desk.method_station_{getattr(fact, 'station', 1)}")
    note = case.notes.get(str(getattr(fact, "note", "")))
    cluster = case.clusters.get(str(getattr(fact, "cluster", "")))
    yield note.text if note else ""
    for name in ("title", "text", "who", "heads"):
        said = getattr(fact, name, None)
        yield str(said) if isinstance(said, str | int) and not isinstance(said, bool) else ""
    yield cluster.title if cluster else ""
    if kind == "block.started":
        yield say(f"desk.block_{getattr(fact, 'kind_of', '')}")
