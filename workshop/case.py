"""The case: the frozen value that its facts add up to."""

from collections.abc import Mapping
from datetime import date, datetime

from pydantic import Field

from workshop import terms
from workshop.asked import Actor, Invitation, Promise
from workshop.basics import Value
from workshop.closed import Belonging, Benefit, Judgement, Pledge, Ruling, Use
from workshop.framed import (
    Assumption,
    Clarification,
    Frame,
    Look,
    Notice,
    Override,
    Question,
)
from workshop.kept import Application, Entry, Placement, Source
from workshop.lent import CodeSheet, Helper
from workshop.packs.model import Pack
from workshop.planned import Gathering, Presence, Running, Shown
from workshop.said import Cluster, Note, Refusal, Vote
from workshop.scored import Assessment, Poll, Review
from workshop.tried import Adjustment, Fate, Insight, Learning, Round, Sketch, Test, Volunteer


class Case(Value):
    """One problem or task, alive over many evenings and months."""

    id: str
    seq: int
    """The number of the last fact that it holds."""
    opened_at: datetime
    title: str
    municipality: str = ""
    notice: Notice = Field(default_factory=Notice)
    size: terms.Size = "large"
    process: terms.Process = "political"
    pack: Pack = Field(default_factory=Pack)
    """The strategy that gives the case its words, as it was when it was taken."""
    station: int = 1
    questions: tuple[Question, ...] = ()
    frame: Frame = Field(default_factory=Frame)
    answers: Mapping[terms.Check, terms.Answer] = {}
    assumptions: Mapping[str, Assumption] = {}
    """What we believed we knew, sealed until station 6."""
    looks: tuple[Look, ...] = ()
    """How the handlingsrom was judged, round by round, oldest first."""
    clarifications: Mapping[terms.RoomPoint, Clarification] = {}
    form: terms.CaseForm = "cocreation"
    """What the case is led as; all but co-creation are labelled so."""
    strength: str = ""
    """What already works, and who is good at it (Gausdal)."""
    overrides: tuple[Override, ...] = ()
    actors: Mapping[str, Actor] = {}
    invitations: Mapping[str, Invitation] = {}
    """How each actor is invited, by the actor."""
    why_asked: str = ""
    """Why people are asked, as it is said at the opening and in the invitation."""
    invitation: str = ""
    """The text that invites, as somebody has let it stand."""
    invitation_built: str = ""
    """What the case made of it then, so that what was edited shows."""
    promises: Mapping[str, Promise] = {}
    gatherings: Mapping[str, Gathering] = {}
    gathering: str | None = None
    """The gathering that is open now."""
    running: Running | None = None
    shown: Shown = Field(default_factory=Shown)
    presences: Mapping[str, Presence] = {}
    arrived: tuple[datetime, ...] = ()
    """When phones joined, in the minute up to the newest of them; not which."""
    notes: Mapping[str, Note] = {}
    helpers: Mapping[str, Helper] = {}
    """Who keys in paper under a code, and what came in so."""
    code_sheets: tuple[CodeSheet, ...] = ()
    """The codes that one votes with, oldest first."""
    muted: Mapping[str, str] = {}
    """Notes whose phones are not heard, each with the gathering in which that holds."""
    lets_all: str | None = None
    """The gathering in which what phones write is let through by itself."""
    clusters: Mapping[str, Cluster] = {}
    refusals: tuple[Refusal, ...] = ()
    """What was suggested while sorting and refused, in the order in which it was."""
    votes: Mapping[str, Vote] = {}
    vote: str | None = None
    """The vote that is open now."""
    polls: Mapping[str, Poll] = {}
    poll: str | None = None
    """The poll that is open now."""
    assessments: Mapping[str, Assessment] = {}
    """The five fundamentals over time, in the order that they were begun."""
    reviews: Mapping[str, Review] = {}
    sketches: Mapping[str, Sketch] = {}
    tests: Mapping[str, Test] = {}
    volunteers: Mapping[str, Volunteer] = {}
    """Phones that said «I can test», by a mark that is nobody's name."""
    hands_to_test: Mapping[int, int] = {}
    """How many more said so without a phone, by round."""
    learnings: Mapping[str, Learning] = {}
    adjustments: Mapping[str, Adjustment] = {}
    insights: Mapping[str, Insight] = {}
    rounds: tuple[Round, ...] = Field(default_factory=lambda: (Round(no=1),))
    fates: Mapping[str, Fate] = {}
    answer_date: date | None = None
    pledges: Mapping[str, Pledge] = {}
    decisions: tuple[Ruling, ...] = ()
    benefits: Mapping[str, Benefit] = {}
    uses: Mapping[str, tuple[Use, ...]] = {}
    """How much each solution is used, by its sketch, oldest first."""
    judged: Mapping[str, Judgement] = {}
    """Whether each solution is new, useful and in use, by its sketch."""
    follow_up: date | None = None
    belongs: Belonging = Field(default_factory=Belonging)
    """Which programme of the strategy it belongs to."""
    inbox: bool = False
    """Whether phones may send ideas while no gathering is open."""
    entries: Mapping[str, Entry] = {}
    """What is kept in lists beside the evenings."""
    placed: Placement = Field(default_factory=Placement)
    """Where it stands in the municipality's plans."""
    brave: str | None = None
    """The learning card or stopped sketch that was chosen as the bravest mistake."""
    applications: Mapping[str, Application] = {}
    """What was applied for, or what it was nominated to."""
    sources: Mapping[str, Source] = {}
    """What others have done before, taken in here."""
    erased: bool = False
    """Whether all that anybody said in it has been erased."""

    @property
    def question(self) -> str:
        """The wording that was last taken into use, else the newest draft; empty without any."""
        return self.asked.text if self.asked else ""

    @property
    def asked(self) -> Question | None:
        """The version of the question that holds now; what was rejected never does."""
        used = [q for q in self.questions if q.verdict == "used"]
        if used:
            return max(used, key=lambda q: q.judged_at or q.at)
        drafts = [q for q in self.questions if q.verdict == "draft"]
        return drafts[-1] if drafts else None

    @property
    def round(self) -> int:
        """The number of the round that is going on."""
        return self.rounds[-1].no

    @property
    def evening(self) -> Gathering | None:
        """The gathering that is open now."""
        return self.gatherings[self.gathering] if self.gathering else None

    @property
    def quieted(self) -> tuple[str, ...]:
        """The notes whose phones are not heard in the gathering that is open."""
        return tuple(n for n, where in self.muted.items() if where == self.gathering)

    @property
    def lets_all_through(self) -> bool:
        """Whether what phones write shows on the wall without being let through."""
        return self.gathering is not None and self.lets_all == self.gathering

    @property
    def boxes(self) -> tuple[str, ...]:
        """Its votes and polls, where what people chose lies apart."""
        return (*self.votes, *self.polls)

    @property
    def here(self) -> tuple[Presence, ...]:
        """The phones that have joined the open gathering."""
        return tuple(p for p in self.presences.values() if p.gathering == self.gathering)
