"""The parts of the case that hold what people said, and what they voted."""

from collections.abc import Mapping
from datetime import datetime

from workshop import terms
from workshop.basics import Origin, Value
from workshop.secret import Box


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
    ended: int = 0
    """How many gatherings had ended when it came."""
    round: int = 1
    cluster: str | None = None
    suggested: bool = False
    """Whether the desk suggested that cluster and somebody took the suggestion."""
    about: tuple[str, ...] = ()
    """The clusters that an idea answers to."""
    was: terms.NoteKind | None = None
    """What it was written as, where it came back from the solution parking as an idea."""
    mark: str | None = None
    originals: tuple[str, ...] = ()
    """Earlier wordings, oldest first."""
    into: str | None = None
    """The note that says the same, under which this one lies."""
    category: terms.ActorCategory | None = None
    """Where somebody that the hall misses belongs."""
    role: terms.Role | None = None
    """As what the phone had come that said who is missing; on no other note."""
    stand: terms.Stand | None = None
    """What kind of word an offer gives, where somebody who is elected has said so."""
    side: terms.Side | None = None
    """Whether something about the frame must lie fast or be open."""
    room: terms.IdeaRoom | None = None
    """Where an idea lies towards the handlingsrom; None while nobody has said."""
    evidence: terms.Evidence | None = None
    """How a need is known; nobody must say it while needs are gathered."""
    leap: terms.Leap | None = None
    """Whether an idea is a step onwards or a break with what is done (Lunner, Gausdal)."""
    rule_change: bool = False
    """Whether an idea wants another rule or law."""
    technology: str = ""
    """What technology could do for an idea, where somebody has asked (Lunner, Ullensaker)."""
    source: str | None = None
    """What others have done before that an idea was taken from."""
    size: terms.Size | None = None
    """Whether an idea is small or large to do."""
    renews: terms.Renews | None = None
    """What an idea renews."""
    part_of: str | None = None
    parts: tuple[str, ...] = ()
    """The notes that it was split into, which are sorted in its place."""

    @property
    def is_gone(self) -> bool:
        """Whether whoever wrote it has taken it back."""
        return self.state == "taken_back"

    @property
    def is_erased(self) -> bool:
        """Whether its words were erased: nobody can write a note without any."""
        return not self.text and not self.is_gone

    @property
    def counts(self) -> bool:
        """Whether it is said: not set aside, not taken back, and not there as its own parts."""
        return self.state not in {"aside", "taken_back"} and not self.parts

    @property
    def lies_open(self) -> bool:
        """Whether it stands in lists by itself; without its words nobody can sort or answer it."""
        return self.counts and self.into is None and not self.is_erased


class Statement(Value):
    """Who needs what, and why."""

    who: str
    what: str
    why: str
    evidence: terms.Evidence | None = None
    """How it is known."""
    others: bool = False
    """Whether somebody else than the team has said it."""
    round: int = 1
    """The round in which it was worded so."""


class Cluster(Value):
    """Notes that say the same; the cluster is voted on, never the single note."""

    id: str
    title: str
    round: int
    titles: tuple[str, ...] = ()
    """Earlier titles, oldest first."""
    statement: Statement | None = None
    earlier: tuple[Statement, ...] = ()
    state: terms.ClusterState = "shown"
    reason: str = ""
    into: str | None = None
    """The cluster that it was merged into."""
    split_from: str | None = None
    need_kind: str | None = None
    """The key of the pack's kind of need (Gausdal)."""
    suggested: bool = False
    """Whether the desk suggested it and somebody took the suggestion."""


class Refusal(Value):
    """Notes that somebody said do not all belong together, or not in the cluster that is named."""

    notes: tuple[str, ...]
    cluster: str | None = None


class Vote(Box):
    """A dot vote over clusters or ideas; counts are empty until it is closed."""

    word = "vote"
    targets: tuple[str, ...]
    """Ids in the order of their fixed numbers, from 1."""
    dots: int
    stacking: bool
    round: int = 1
    level: terms.Level = "open"
    wordings: tuple[int, ...] = ()
    """How often each target had got other words when the vote was opened."""
    counts: Mapping[str, int] = {}
    blank: int = 0
    """Ballots without any dot, set aside ones among them; known when it is closed."""
    late: int = 0
    """Phones that joined when it had been open for more than a minute."""
