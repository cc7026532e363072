"""Where the hall stands, in sentences: the same for the plain page and for `medspill do status`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from screens.on_wall import on_wall, short
from screens.words import Words

if TYPE_CHECKING:
    from workshop.basics import Record
    from workshop.case import Case
    from workshop.onward import Step
    from workshop.planned import Block, Running
    from workshop.said import Note

MOST_TOLD: Final = 7
"""Things on the wall that are told one by one, and minutes that are told with their seconds."""
MINUTE: Final = 60
OWN: Final = frozenset(
    {
        "block.started",
        "block.stopped",
        "clock.set",
        "clock.paused",
        "station.entered",
        "projector.shown",
        "note.written",
        "note.edited",
        "note.moderated",
        "vote.opened",
        "poll.opened",
        "ballot.cast",
        "gathering.opened",
        "cluster.made",
    }
)
"""Kinds of fact that have words of their own when they are undone."""
STATION_OF: Final = {
    **dict.fromkeys(("case", "pack", "notice", "question", "frame", "gate", "form"), 1),
    **dict.fromkeys(("strength", "handlingsrom", "clarification", "assumption"), 1),
    **dict.fromkeys(("actor", "invitation"), 2),
    **dict.fromkeys(("promise", "why_asked"), 3),
    **dict.fromkeys(("gathering", "run_sheet", "room", "heads", "person", "codes"), 4),
    **dict.fromkeys(("helper", "block", "clock", "station", "projector", "wall", "phone"), 4),
    **dict.fromkeys(("note", "idea", "cluster", "statement", "suggestion", "need", "vote"), 5),
    **dict.fromkeys(("ballot", "hands", "without", "poll", "answer_hands", "fundamentals"), 5),
    **dict.fromkeys(("review", "checklist", "sketch", "test", "tester", "testers"), 5),
    **dict.fromkeys(("learning", "adjustment", "insight", "round", "solutions"), 5),
    **dict.fromkeys(("fate", "answer_date", "pledge", "programme", "decision", "follow_up"), 6),
    **dict.fromkeys(("benefit", "use", "solution", "entry", "brave", "fund", "source"), 6),
    "inbox": 6,
}
"""The station at which something is undone that has no words of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of where the hall stands."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Undoing:
    """The last thing that the desk did, and what that was; empty words where nothing was."""

    command: str
    told: str
    may: bool
    """Whether it can be withdrawn."""


def standing(
    case: "Case | None", url: str, now: datetime, say: Words, cases: "Iterable[Case]"
) -> tuple[Line, ...]:
    """Everything that somebody wants to know who does not see the screen, the weightiest first.

    ``cases`` are those of the file, some of which may stand on the wall.
    """
    if case is None:
        return (Line("case", say("plain.no_case")),)
    return (*_lines(case, url, now, say), *_wall(case, now, say, cases))


def _lines(case: "Case", url: str, now: datetime, say: Words) -> Iterator[Line]:
    name = say(f"projector.station_{case.station}")
    yield Line("case", say("plain.case", title=case.title))
    yield Line("station", say("plain.station", n=case.station, name=name, round=case.round))
    evening, running = case.evening, case.running
    if evening is None:
        yield Line("gathering", say("desk.salen_closed"))
    else:
        gathering = {"title": evening.title, "code": evening.code, "url": url}
        yield Line("gathering", say("plain.gathering", **gathering))
        yield Line("block", _block(running, say))
        if running is not None:
            yield Line("clock", clock(running, now, say))
        yield Line("phones", say("plain.phones", n=len(case.here)))
        if evening.heads is not None:
            yield Line("heads", say("plain.heads", n=evening.heads))
        paper = [n for n in case.notes.values() if n.origin == "paper" and _is_here(case, n)]
        yield Line("paper", say("plain.paper", n=len(paper)))
        yield from _open(case, say)
    yield from _to_state(case, say)
    yield Line("waiting", say("plain.waiting", n=len(waiting(case))))


def waiting(case: "Case") -> tuple["Note", ...]:
    """The notes that nobody has let through or hidden yet, oldest first."""
    return tuple(n for n in case.notes.values() if n.state == "waiting" and n.lies_open)


def _is_here(case: "Case", note: "Note") -> bool:
    return note.gathering == case.gathering and note.counts


def _block(running: "Running | None", say: Words) -> str:
    if running is None:
        return say("plain.no_block")
    return say("plain.block", name=named(running, say))


def named(block: "Running | Block", say: Words) -> str:
    """What a block is called."""
    return block.title or say(f"projector.block_{block.kind}")


def clock(running: "Running", now: datetime, say: Words) -> str:
    """What is left on the clock, in words."""
    from workshop.views.shared import seconds_left

    left = seconds_left(running, now) or 0
    told = lasting(abs(left), say)
    if running.ends_at is None:
        return say("plain.clock_paused", left=told)
    return say("plain.clock_over" if left < 0 else "plain.clock_left", left=told)


def lasting(seconds: int, say: Words) -> str:
    """«12 minutter og 30 sekunder»; whole minutes where there are many."""
    minutes, rest = divmod(seconds, MINUTE)
    if minutes >= MOST_TOLD:
        return say("plain.minutes", n=round(seconds / MINUTE))
    told = [say("plain.minutes", n=minutes)] if minutes else []
    if rest or not minutes:
        told.append(say("plain.seconds", n=rest))
    return say.listed(told)


def _open(case: "Case", say: Words) -> Iterator[Line]:
    """That a vote or a question is open, and how many have answered; never what."""
    if case.vote:
        voted = sum(case.votes[case.vote].turnout.values())
        yield Line("vote", say("plain.vote", n=voted))
    if case.poll:
        poll = case.polls[case.poll]
        yield Line("poll", say("plain.poll", n=sum(poll.turnout.values())))


def _to_state(case: "Case", say: Words) -> Iterator[Line]:
    """That the need which a closed vote points at has no words yet."""
    from workshop.onward import to_state

    first = to_state(case)
    if first is not None:
        yield Line("to_state", say("plain.to_state", title=short(case.clusters[first].title)))


def _wall(case: "Case", now: datetime, say: Words, cases: "Iterable[Case]") -> Iterator[Line]:
    """The picture on the wall by its name, and what stands on it."""
    from workshop.views import projector_view

    view = projector_view(case, now, cases)
    yield Line("wall", say("plain.wall", name=say(f"desk.wall_{view.wall}")))
    shown = [text for text in on_wall(view, say) if text]
    if shown:
        quoted = [say("plain.quoted", text=text) for text in shown[:MOST_TOLD]]
        yield Line("on_wall", say("plain.on_wall", things=", ".join(quoted)))
    if len(shown) > MOST_TOLD:
        yield Line("on_wall_more", say("plain.on_wall_more", n=len(shown) - MOST_TOLD))


def step_words(step: "Step", say: Words) -> str:
    """What the step onwards would do, as a button says it."""
    if step.block is not None:
        told = {"name": named(step.block, say), "minutes": step.block.minutes}
        return say("plain.step_begin", **told)
    return say(f"plain.step_{step.kind}")


def last_act(case: "Case", history: "Sequence[Record]", say: Words) -> Undoing | None:
    """What undo would withdraw, in words; None where the desk has done nothing yet."""
    from workshop.undo import own_commands

    newest = own_commands(history)[-1:]
    return next(iter(_undoings(case, history, newest, say)), None)


def own_acts(case: "Case", history: "Sequence[Record]", most: int, say: Words) -> list[Undoing]:
    """The newest things that the desk did and that still count, the last first."""
    from workshop.undo import own_commands

    return list(_undoings(case, history, own_commands(history)[: -most - 1 : -1], say))


def _undoings(
    case: "Case", history: "Sequence[Record]", commands: Sequence[str], say: Words
) -> Iterator[Undoing]:
    facts: dict[str, list[Record]] = {command: [] for command in commands}
    for record in history:
        if record.command in facts:
            facts[record.command].append(record)
    for command, records in facts.items():
        may = not any(r.fact.final for r in records)
        yield Undoing(command, _told(case, records, say), may)


def _told(case: "Case", records: "Sequence[Record]", say: Words) -> str:
    """The first fact that has words of its own, else the station that it belongs to."""
    record = next((r for r in records if r.kind in OWN), records[0])
    what = short(_text(case, record.fact, say))
    if record.kind in OWN:
        told = say(f"plain.did_{record.kind.replace('.', '_')}")
    else:
        station = STATION_OF[record.kind.partition(".")[0]]
        told = say("plain.did_at", n=station, name=say(f"projector.station_{station}"))
    return say("plain.did_about", did=told, what=what) if what else told


def _text(case: "Case", fact: Any, say: Words) -> str:
    """The words that tell which one it was; never what somebody chose."""
    match fact.kind:
        case "projector.shown":
            return say(f"desk.wall_{fact.wall}")
        case "station.entered":
            return say(f"projector.station_{fact.station}")
        case "block.started":
            return str(fact.title) or say(f"projector.block_{fact.kind_of}")
        case "note.moderated" | "note.edited":
            note = case.notes.get(fact.note)
            return note.text if note else ""
        case _:
            words = (getattr(fact, name, "") for name in ("title", "text", "who"))
            return next((word for word in words if isinstance(word, str) and word), "")
