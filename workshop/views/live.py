"""The small frame that all phones of a case share, and the mark that tells when to look again."""

from datetime import datetime
from hashlib import blake2b

from workshop.basics import Value
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.terms import BlockKind
from workshop.views.beside import welcome
from workshop.views.programme import Coming, coming
from workshop.views.shared import seconds_left, title_of, title_of_sketch, worded


class LiveFrame(Value):
    """The small picture that all phones share, the same bytes for all."""

    turn: str
    station: int
    block: BlockKind | None
    left: int | None
    paused: bool
    phones: int
    needs: int
    ideas: int
    vote: str | None
    voted: int
    poll: str | None
    answered: int


def turn_of(case: Case) -> str:
    """A short mark of what phones should show now."""
    running = case.running
    vote = case.votes[case.vote] if case.vote else None
    titles = [title_of(case, t) for t in vote.targets] if vote else []
    what = (
        case.gathering,
        case.title,
        case.station,
        case.question,
        case.frame.model_dump_json(),
        running.id if running else None,
        bool(running and running.ends_at is None),
        vote.id if vote else None,
        titles,
        case.poll,
        worded(case, case.polls[case.poll].form).model_dump_json() if case.poll else "",
        str(case.answer_date),
        len(case.fates),
        coming_up(case),
        _beside(case),
    )
    return blake2b(repr(what).encode(), digest_size=6).hexdigest()


def coming_up(case: Case) -> Coming | None:
    """What comes, told to those who wait; who writes or votes is not woken by another plan."""
    return None if is_busy(case) else coming(case)


def _beside(case: Case) -> object:
    """What else those who wait are told and asked."""
    out = [(t.id, title_of_sketch(case, t.sketch)) for t in case.tests.values() if t.out]
    return None if is_busy(case) else (welcome(case), out)


def is_busy(case: Case) -> bool:
    """Whether the meeting asks phones to write, vote or answer."""
    writes = case.running and BLOCKS[case.running.kind].writes
    return bool(case.vote or case.poll or writes)


def live_frame(case: Case, now: datetime) -> LiveFrame:
    """What every phone follows while its page is open."""
    running = case.running
    vote = case.votes[case.vote] if case.vote else None
    poll = case.polls[case.poll] if case.poll else None
    here = [
        n for n in case.notes.values() if n.gathering == case.gathering and n.state != "taken_back"
    ]
    return LiveFrame(
        turn=turn_of(case),
        station=case.station,
        block=running.kind if running else None,
        left=seconds_left(running, now),
        paused=bool(running and running.ends_at is None),
        phones=len(case.here),
        needs=sum(n.what == "need" for n in here),
        ideas=sum(n.what == "idea" for n in here),
        vote=vote.id if vote else None,
        voted=sum(vote.turnout.values()) if vote else 0,
        poll=poll.id if poll else None,
        answered=sum(poll.turnout.values()) if poll else 0,
    )
