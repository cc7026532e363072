"""What the hall may see: only what was let through, and no count before a vote is closed."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from pydantic import Field

from workshop import results
from workshop.basics import Origin, Value
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.changes import behind
from workshop.clusters import members, standing
from workshop.framed import Frame
from workshop.inbox import takes
from workshop.pictures import Picture, became, road, voices
from workshop.practice import is_made_up
from workshop.said import Note, Vote
from workshop.terms import BlockKind, NoteKind, Stand, Wall
from workshop.tried import Learning
from workshop.views.ahead import WallEffect, WallStop, WallUse, effects, roadmap, uses
from workshop.views.people import WallPeople, wall_people
from workshop.views.programme import WallItem, programme
from workshop.views.scores import WallPoll, WallScores, wall_poll, wall_scores
from workshop.views.shared import seconds_left, title_of
from workshop.views.trying import WallRound, wall_round

NOTES_ON_WALL: Final = 6
QUOTES: Final = 2
"""Needs in their own words that stand behind something learnt."""


class WallNote(Value):
    """A note on the projector: its words and nothing about who wrote them."""

    id: str
    text: str


class WallCluster(Value):
    """A cluster on the projector."""

    id: str
    number: int
    title: str
    notes: int


class WallBar(Value):
    """A result; figures are None where too few have voted for them to show."""

    id: str
    number: int
    title: str
    place: int
    """From 1; equal sums share their place."""
    dots: int | None
    tie: int | None
    """The number of the group of near ties that it belongs to."""


class WallPair(Value):
    """What we believed, and what we learnt instead."""

    believed: str
    learnt: str
    quotes: tuple[str, ...] = ()
    """Needs behind it that the facilitator has let through, in their own words; never whose."""


class WallPledge(Value):
    """Who takes what on."""

    who: str
    text: str
    stand: Stand = "promise"


class ProjectorView(Value):
    """Everything that the hall may see."""

    wall: Wall
    page: int
    since: datetime | None
    title: str
    station: int
    round: int
    question: str
    frame: Frame
    code: str
    phones: int
    heads: int | None
    block: BlockKind | None
    block_title: str
    left: int | None
    paused: bool
    collecting: NoteKind
    count: int
    notes: tuple[WallNote, ...]
    clusters: tuple[WallCluster, ...]
    dots: int | None
    voted: int
    bars: tuple[WallBar, ...]
    turnout: Mapping[Origin, int]
    promises: tuple[str, ...]
    answer_date: date | None
    practice: bool = False
    """Whether the case is made up, which every wall says."""
    poll: WallPoll | None = None
    """What is asked, on the walls that show a poll."""
    scores: WallScores | None = None
    """The five fundamentals, on the wall that shows them."""
    pairs: tuple[WallPair, ...] = ()
    pledges: tuple[WallPledge, ...] = ()
    turn: WallRound = Field(default_factory=WallRound)
    """What is worked on in the round, on the walls that show it."""
    programme: tuple[WallItem, ...] = ()
    """The evening, on the wall that shows it."""
    by_hands: bool = False
    """Whether hands are raised for what is voted on, and no phone votes."""
    inbox: bool = False
    """Whether phones may send ideas though no gathering is open."""
    by_code: bool = False
    """Whether who votes is asked for a code on a slip."""
    picture: Picture | None = None
    """Figures to look at, on the walls that are a picture of them."""
    people: WallPeople = Field(default_factory=WallPeople)
    """Who can help, who is missing, and why people are asked."""
    stops: tuple[WallStop, ...] = ()
    """What comes in every case, on the wall that shows it."""
    effects: tuple[WallEffect, ...] = ()
    uses: tuple[WallUse, ...] = ()
    total: int | None = None
    """Seconds that the open block was given, by which its end is near."""


def projector_view(case: Case, now: datetime, cases: Iterable[Case]) -> ProjectorView:
    """What the hall may see: what was let through, no open count; of all cases only what comes."""
    running, shown, evening = case.running, case.shown, case.evening
    collecting: NoteKind = (BLOCKS[running.kind].writes if running else None) or "need"
    fresh = _fresh(case, collecting)
    let_through = [n for n in reversed(fresh) if n.state == "shown" and n.lies_open][:NOTES_ON_WALL]
    vote = case.votes[case.vote] if case.vote else None
    result = case.votes.get(shown.subject or "") if shown.wall == "results" else None
    return ProjectorView(
        wall=shown.wall,
        page=shown.page,
        since=shown.since,
        title=case.title,
        practice=is_made_up(case.id),
        station=case.station,
        round=case.round,
        question=case.question,
        frame=case.frame,
        code=evening.code if evening else "",
        inbox=takes(case),
        phones=len(case.here),
        heads=evening.heads if evening else None,
        block=running.kind if running else None,
        block_title=running.title if running else "",
        **_clock(case, now),
        collecting=collecting,
        count=len(fresh),
        notes=tuple(WallNote(id=n.id, text=n.text) for n in let_through),
        clusters=_wall_clusters(case, vote.targets if vote else standing(case)),
        dots=vote.dots if vote else None,
        voted=sum(vote.turnout.values()) if vote else 0,
        **_how(vote),
        bars=_bars(case, result) if result and result.closed_at else (),
        turnout=result.turnout if result and result.closed_at else {},
        turn=wall_round(case),
        stops=roadmap(case, cases, now) if shown.wall == "roadmap" else (),
        **_of_wall(case),
        **_ends(case),
    )


def _of_wall(case: Case) -> dict[str, Any]:
    """What stands on one wall alone."""
    wall = case.shown.wall
    return {
        "poll": wall_poll(case) if wall == "poll" else None,
        "programme": programme(case) if wall == "programme" else (),
        "scores": wall_scores(case) if wall == "fundamentals" else None,
        "pairs": _pairs(case) if wall == "learnt" else (),
        "effects": effects(case) if wall == "effects" else (),
        "uses": uses(case) if wall == "effects" else (),
    }


def _how(vote: Vote | None) -> dict[str, Any]:
    """How one votes, where it is not just from a phone or on paper."""
    level = vote.level if vote else "open"
    return {"by_hands": level == "hands", "by_code": level == "code"}


def _clock(case: Case, now: datetime) -> dict[str, Any]:
    """How long is left of the open block, and of how much."""
    running = case.running
    return {
        "left": seconds_left(running, now),
        "total": running.total if running else None,
        "paused": bool(running and running.ends_at is None),
    }


def _picture(case: Case) -> Picture | None:
    """The figures of the wall that is shown, where it is a picture."""
    match case.shown.wall:
        case "road":
            return road(case)
        case "voices":
            return voices(case)
        case "became":
            return became(case)
        case _:
            return None


def _fresh(case: Case, collecting: NoteKind) -> list[Note]:
    """What has been said of this kind in this round."""
    said = (n for n in case.notes.values() if n.what == collecting and n.round == case.round)
    return [note for note in said if note.counts]


def _ends(case: Case) -> dict[str, Any]:
    """What the hall may see of how the case ends, and of its figures."""
    return {
        "promises": tuple(p.text for p in case.promises.values()),
        "answer_date": case.answer_date,
        "people": wall_people(case),
        "picture": _picture(case),
        "pledges": tuple(
            WallPledge(who=p.who, text=p.text, stand=p.stand) for p in case.pledges.values()
        ),
    }


def _pairs(case: Case) -> tuple[WallPair, ...]:
    """Beliefs that have been opened, then what the rounds taught; nothing that is still sealed."""
    opened = [
        WallPair(believed=b.text, learnt=b.learnt)
        for b in case.assumptions.values()
        if b.verdict and b.learnt
    ]
    cards = [
        WallPair(believed=c.believed, learnt=c.learnt, quotes=_quotes(case, c))
        for c in case.learnings.values()
        if c.believed
    ]
    return (*opened, *cards)


def _quotes(case: Case, card: Learning) -> tuple[str, ...]:
    found = (case.notes[n] for n in behind(case, card, card.round))
    told = [n for n in found if n.what == "need" and n.state == "shown" and n.lies_open]
    # The shortest can be read aloud; in the order of what they say, which tells nothing of whose.
    return tuple(sorted((n.text for n in told), key=lambda text: (len(text), text))[:QUOTES])


def _wall_clusters(case: Case, ids: tuple[str, ...]) -> tuple[WallCluster, ...]:
    return tuple(
        WallCluster(id=t, number=i, title=title_of(case, t), notes=len(members(case, t)))
        for i, t in enumerate(ids, start=1)
    )


def _bars(case: Case, vote: Vote) -> tuple[WallBar, ...]:
    figures = results.figures_may_show(vote)
    ties = results.near_ties(vote) if figures else ()
    places = results.places(vote)
    return tuple(
        WallBar(
            id=target,
            number=vote.targets.index(target) + 1,
            # What was voted on, also where it has got other words since.
            title=results.as_voted(case, vote, target),
            place=places[target],
            dots=dots if figures else None,
            tie=next((i for i, group in enumerate(ties, start=1) if target in group), None),
        )
        for target, dots in results.ranking(vote)
    )
