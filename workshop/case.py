"""The case: the frozen value that its facts add up to."""

from collections.abc import Mapping
from datetime import date, datetime

from workshop import terms
from workshop.basics import Origin, Value
from workshop.tried import Fate, Learning, Round, Sketch, Test


class Notice(Value):
    """Whom people ask about their data, and the last day that it is kept."""

    contact: str = ""
    kept_until: date | None = None


class Question(Value):
    """One version of the problem, written as an open question (Jevnaker 2.3)."""

    id: str
    text: str
    at: datetime


class Frame(Value):
    """What is fixed, what is open, and who decides when (Jevnaker 3.1)."""

    fixed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    who_decides: str = ""
    when_decided: str = ""


class Actor(Value):
    """Somebody who can help, by category and role (Jevnaker 3, after Torfing)."""

    id: str
    name: str
    category: terms.ActorCategory
    role: terms.ActorRole
    driver: bool = False
    """Whether this is the one who drives the work (pådriver)."""
    usual: bool = True
    """Whether the municipality usually talks with them."""


class Promise(Value):
    """What the municipality promised, who owns it, and when it is due."""

    id: str
    text: str
    owner: str
    due: date | None


class Block(Value):
    """A timed piece of a gathering's run sheet."""

    id: str
    kind: terms.BlockKind
    title: str
    minutes: int


class Gathering(Value):
    """One evening, or one hour, of a case."""

    id: str
    title: str
    place: str = ""
    day: date | None = None
    start: str = ""
    blocks: tuple[Block, ...] = ()
    code: str = ""
    opened_at: datetime | None = None
    ended_at: datetime | None = None
    heads: int | None = None
    """Heads counted in the hall by the facilitator."""
    collected: tuple[terms.NoteKind, ...] = ()
    """What phones have been asked to write; who was still writing may send it later."""


class Running(Value):
    """The block that is open in the hall now."""

    id: str
    kind: terms.BlockKind
    title: str
    block: str | None
    minutes: int
    since: datetime
    ends_at: datetime | None
    """When the clock reaches zero; None while it is paused."""
    paused_left: int | None = None
    """Seconds that were left when it was paused."""


class Presence(Value):
    """A phone in a gathering: nothing but a role, a table and how many share it."""

    gathering: str
    role: terms.Role
    table: int | None
    heads: int


class Note(Value):
    """What somebody said, in their own words."""

    id: str
    what: terms.NoteKind
    text: str
    at: datetime
    origin: Origin
    state: terms.NoteState
    reason: str = ""
    table: int | None = None
    number: int | None = None
    """The number printed on a paper slip."""
    gathering: str | None = None
    round: int = 1
    cluster: str | None = None
    about: tuple[str, ...] = ()
    """The clusters that an idea answers to."""
    mark: str | None = None
    originals: tuple[str, ...] = ()
    """Earlier wordings, oldest first."""
    into: str | None = None
    """The note that says the same, under which this one lies."""
    part_of: str | None = None
    parts: tuple[str, ...] = ()
    """The notes that it was split into, which are sorted in its place."""

    @property
    def counts(self) -> bool:
        """Whether it is one of what was said: not set aside, and not there as its own parts."""
        return self.state != "aside" and not self.parts

    @property
    def lies_open(self) -> bool:
        """Whether it stands in lists by itself."""
        return self.counts and self.into is None


class Statement(Value):
    """Who needs what, and why."""

    who: str
    what: str
    why: str


class Cluster(Value):
    """Notes that say the same; the cluster is voted on, never the single note."""

    id: str
    title: str
    round: int
    statement: Statement | None = None
    earlier: tuple[Statement, ...] = ()
    state: terms.ClusterState = "shown"
    reason: str = ""
    into: str | None = None
    """The cluster that it was merged into."""
    split_from: str | None = None


class Vote(Value):
    """A dot vote over clusters or ideas; counts are empty until it is closed."""

    id: str
    targets: tuple[str, ...]
    """Ids in the order of their fixed numbers, from 1."""
    dots: int
    stacking: bool
    round: int
    gathering: str | None
    opened_at: datetime
    closed_at: datetime | None = None
    turnout: Mapping[Origin, int] = {}
    """Ballots by origin."""
    voices: Mapping[Origin, int] = {}
    """Heads behind those ballots, by origin."""
    counts: Mapping[str, int] = {}
    numbers: tuple[int, ...] = ()
    """Paper ballots that have been keyed in."""


class Override(Value):
    """A gate that was passed against advice, and why."""

    gate: str
    reason: str
    at: datetime


class Shown(Value):
    """What the projector shows, since when, and what it showed before."""

    wall: terms.Wall = "join"
    subject: str | None = None
    page: int = 1
    since: datetime | None = None
    before: terms.Wall = "join"
    subject_before: str | None = None


class Case(Value):
    """One problem or task, alive over many evenings and months."""

    id: str
    seq: int
    """The number of the last fact that it holds."""
    opened_at: datetime
    title: str
    municipality: str = ""
    notice: Notice = Notice()
    size: terms.Size = "large"
    process: terms.Process = "political"
    station: int = 1
    questions: tuple[Question, ...] = ()
    frame: Frame = Frame()
    answers: Mapping[terms.Check, terms.Answer] = {}
    overrides: tuple[Override, ...] = ()
    actors: Mapping[str, Actor] = {}
    invitation: str = ""
    promises: Mapping[str, Promise] = {}
    gatherings: Mapping[str, Gathering] = {}
    gathering: str | None = None
    """The gathering that is open now."""
    running: Running | None = None
    shown: Shown = Shown()
    presences: Mapping[str, Presence] = {}
    notes: Mapping[str, Note] = {}
    clusters: Mapping[str, Cluster] = {}
    votes: Mapping[str, Vote] = {}
    vote: str | None = None
    """The vote that is open now."""
    sketches: Mapping[str, Sketch] = {}
    tests: Mapping[str, Test] = {}
    learnings: Mapping[str, Learning] = {}
    rounds: tuple[Round, ...] = (Round(no=1),)
    fates: Mapping[str, Fate] = {}
    answer_date: date | None = None
    erased: bool = False
    """Whether all that anybody said in it has been erased."""

    @property
    def question(self) -> str:
        """The newest wording of the question, empty before there is one."""
        return self.questions[-1].text if self.questions else ""

    @property
    def round(self) -> int:
        """The number of the round that is going on."""
        return self.rounds[-1].no

    @property
    def evening(self) -> Gathering | None:
        """The gathering that is open now."""
        return self.gatherings[self.gathering] if self.gathering else None

    @property
    def here(self) -> tuple[Presence, ...]:
        """The phones that have joined the open gathering."""
        return tuple(p for p in self.presences.values() if p.gathering == self.gathering)
