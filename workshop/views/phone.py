"""What one phone may know."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, get_args

from workshop import stands
from workshop.basics import Value
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.closing import fate_of
from workshop.clusters import standing
from workshop.framed import Frame
from workshop.planned import Presence
from workshop.results import why_so_many
from workshop.said import Note
from workshop.slips import is_open_to_sender
from workshop.terms import BlockKind, FateKind, Level, NoteKind, NoteState, Reason, Role, Stand
from workshop.views.beside import OutTest, Welcome, out_tests, welcome
from workshop.views.live import coming_up, is_busy, turn_of
from workshop.views.programme import Coming
from workshop.views.scores import PhonePoll, phone_poll
from workshop.views.shared import Target, numbered, seconds_left, title_of

Face = Literal["join", "wait", "write", "vote", "poll"]


class OwnNote(Value):
    """One of a person's own notes, and what became of it."""

    id: str
    what: NoteKind
    text: str
    at: datetime
    state: NoteState
    edited: bool
    editable: bool
    cluster: str | None
    """The title of the cluster it lies in; of each, where it was split and lies in several."""
    fate: FateKind | None
    answer: str
    taken: bool = False
    """Whether somebody that was missed is on the list now, or an offer has become a pledge."""
    split: bool = False
    """Whether it is sorted as several; it can then be taken back, but not changed."""


class Privacy(Value):
    """What people are told of their data, beside what always holds."""

    who: str
    """Who answers for it: the municipality; empty where none is named."""
    contact: str
    kept_until: date | None


class PhoneVote(Value):
    """The open vote as one person sees it."""

    id: str
    dots: int
    """How many this phone has to give: dots times heads."""
    most: int
    """How many it may put on one target."""
    each: int
    """How many there are for each head."""
    why: Reason
    """Why there are so many."""
    over: NoteKind
    """Whether it is needs (in clusters) or ideas that are voted on."""
    targets: tuple[Target, ...]
    picks: tuple[str, ...]
    voted: bool
    level: Level = "open"
    codes: int = 0
    """How many codes from slips it asks this phone for; none once it has voted."""


class PhoneView(Value):
    """Everything that one phone may know."""

    turn: str
    """Changes when what phones should show changes, and only then."""
    face: Face
    title: str
    station: int
    round: int
    question: str
    frame: Frame
    me: Presence | None
    writes: NoteKind | None
    topics: tuple[Target, ...]
    """Clusters that an idea can answer to."""
    vote: PhoneVote | None
    poll: PhonePoll | None
    block: BlockKind | None
    block_title: str
    """What the facilitator calls the block, where it has a name of its own."""
    left: int | None
    """Seconds left of the open block, below zero when over time; None while it is paused."""
    notes: tuple[OwnNote, ...]
    answer_date: date | None
    privacy: Privacy
    coming: Coming | None = None
    """What comes after the block that is open."""
    asks_testers: str | None = None
    """The open block in which one can say «I can test»."""
    can_test: bool = False
    """Whether this phone has said so."""
    welcome: Welcome | None = None
    """The opening, once the hall has seen it."""
    tests: tuple[OutTest, ...] = ()
    """The tests that are out, for whoever has tested."""
    may_offer: bool = False
    """Whether one can say, unasked, what one can contribute: while no block is open."""
    by_hands: bool = False
    """Whether hands are raised now, and phones look on."""
    stands: tuple[Stand, ...] = ()
    """The kinds of word that somebody elected is asked for with what they offer."""
    roles: tuple[Role, ...] = ()
    """As what one can come tonight; empty for anything."""
    late: tuple[NoteKind, ...] = ()
    """What was asked for earlier this evening, and is taken from whoever began it then."""


def phone_view(
    case: Case,
    now: datetime,
    presence: Presence | None,
    own: tuple[str, ...],
    picks: tuple[str, ...] | None,
    *,
    can_test: bool = False,
    marks: Mapping[str, str] | None = None,
) -> PhoneView:
    """What one phone may know: the meeting, its own notes, its own ballot and answers.

    ``own`` are the ids of its notes and ``picks`` its ballot in the open vote or poll,
    both found by the secret that only the phone holds, as are its ``marks`` on the tests
    that are out.
    """
    running = case.running
    writes = BLOCKS[running.kind].writes if running else None
    return PhoneView(
        turn=turn_of(case),
        face=_face(case, presence),
        title=case.title,
        station=case.station,
        round=case.round,
        question=case.question,
        frame=case.frame,
        me=presence,
        writes=writes,
        vote=_phone_vote(case, presence, picks),
        poll=phone_poll(case, picks) if presence else None,
        block=running.kind if running else None,
        block_title=running.title if running else "",
        left=None if running and running.ends_at is None else seconds_left(running, now),
        notes=tuple(_own(case, case.notes[n]) for n in reversed(own) if n in case.notes),
        privacy=_privacy(case),
        can_test=can_test,
        **_asked_beside(case, presence, marks or {}),
        by_hands=_by_hands(case),
    )


def _late(case: Case) -> tuple[NoteKind, ...]:
    """What is still taken; while needs are collected there is no room for ideas."""
    collected = case.evening.collected if case.evening else ()
    writes = BLOCKS[case.running.kind].writes if case.running else None
    return tuple(k for k in collected if not (k == "idea" and writes == "need"))


def _asked_beside(
    case: Case, presence: Presence | None, marks: Mapping[str, str]
) -> dict[str, Any]:
    """What one is told and asked beside the block."""
    running, late = case.running, _late(case) if presence else ()
    return {
        "late": late,
        "stands": get_args(Stand) if presence and stands.asks(case, presence.role) else (),
        "roles": case.evening.roles if case.evening else (),
        "topics": numbered(case, standing(case)) if "idea" in late else (),
        "answer_date": case.answer_date,
        "coming": coming_up(case),
        "asks_testers": running.id if running and running.kind == "test" and presence else None,
        "welcome": welcome(case),
        "tests": out_tests(case, presence, marks),
        "may_offer": presence is not None and running is None and not is_busy(case),
    }


def _privacy(case: Case) -> Privacy:
    told = case.notice
    return Privacy(who=case.municipality, contact=told.contact, kept_until=told.kept_until)


def _face(case: Case, presence: Presence | None) -> Face:
    """What the meeting asks of a phone now."""
    if presence is None:
        return "join"
    if case.vote and not _by_hands(case):
        return "vote"
    if case.poll:
        return "poll"
    return "write" if case.running and BLOCKS[case.running.kind].writes else "wait"


def _by_hands(case: Case) -> bool:
    return case.vote is not None and case.votes[case.vote].level == "hands"


def _phone_vote(
    case: Case, presence: Presence | None, picks: tuple[str, ...] | None
) -> PhoneVote | None:
    if case.vote is None or presence is None or _by_hands(case):
        return None
    vote = case.votes[case.vote]
    budget = vote.dots * presence.heads
    return PhoneVote(
        id=vote.id,
        dots=budget,
        most=budget if vote.stacking else presence.heads,
        each=vote.dots,
        why=why_so_many(vote),
        over="need" if vote.targets[0] in case.clusters else "idea",
        targets=numbered(case, vote.targets),
        picks=picks or (),
        voted=picks is not None,
        level=vote.level,
        codes=presence.heads if vote.level == "code" and picks is None else 0,
    )


def _own(case: Case, note: Note) -> OwnNote:
    fate = fate_of(case, note)
    return OwnNote(
        id=note.id,
        what=note.what,
        text=note.text,
        at=note.at,
        state=note.state,
        edited=bool(note.originals),
        editable=not (note.is_gone or note.is_erased) and is_open_to_sender(case, note),
        split=bool(note.parts),
        cluster=_lies_in(case, note),
        fate=fate.fate if fate else None,
        answer=fate.answer if fate else "",
        taken=_taken(case, note),
    )


def _lies_in(case: Case, note: Note) -> str | None:
    parts = tuple(case.notes[n].cluster for n in note.parts if n in case.notes)
    lies_in = dict.fromkeys(c for c in parts or (note.cluster,) if c)
    return " · ".join(title_of(case, c) for c in lies_in) or None


def _taken(case: Case, note: Note) -> bool:
    match note.what:
        case "actor":
            return any(a.note == note.id for a in case.actors.values())
        case "offer":
            return any(p.note == note.id for p in case.pledges.values())
        case _:
            return False
