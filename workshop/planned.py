"""The parts of the case that say when people meet, and what goes on in the hall now."""

from collections.abc import Mapping
from datetime import date, datetime

from workshop import terms
from workshop.basics import Value


class Block(Value):
    """A timed piece of a gathering's run sheet."""

    id: str
    kind: terms.BlockKind
    title: str
    minutes: int
    least: int | None = None
    """How short it may become when time is short; None for what is usual for its kind."""
    role: str = ""
    """Who leads it."""
    method: str = ""
    """How it is worked, for example IGP or 1-2-4-alle."""
    target: str = ""
    """What it should give, for example «minst 40 behov»."""
    cue: str = ""
    """What whoever leads it does and says; never shown to the hall."""
    asks: tuple[str, ...] = ()
    """What a block of questions asks, in turn: checklists by their keys, or kinds of poll."""


class Held(Value):
    """A block as it really went: from when until when."""

    block: str | None
    """Its id on the run sheet; None where it was opened freely."""
    kind: terms.BlockKind
    title: str
    minutes: int
    """How long it was meant to be when it began."""
    since: datetime
    until: datetime | None = None


class RoomLook(Value):
    """That somebody has looked at the room, and what is lacking there."""

    at: datetime
    lacks: str = ""


class Gathering(Value):
    """One evening, or one hour, of a case."""

    id: str
    title: str
    place: str = ""
    day: date | None = None
    start: str = ""
    end: str = ""
    """When people were told that it ends."""
    template: str = ""
    """The name of the template that its run sheet was begun from."""
    rules: tuple[str, ...] = ()
    """Rules of conversation that are read aloud at the beginning."""
    roles: tuple[terms.Role, ...] = ()
    """As what people come; empty for anybody."""
    blocks: tuple[Block, ...] = ()
    length: int | None = None
    """The minutes of the run sheet when its first block began: what people had been promised."""
    held: tuple[Held, ...] = ()
    """The blocks as they really went."""
    room: RoomLook | None = None
    code: str = ""
    opened_at: datetime | None = None
    ended_at: datetime | None = None
    heads: int | None = None
    """Heads counted in the hall by the facilitator."""
    counted: Mapping[str, int] = {}
    """People here without a phone, by the actor that they belong to."""
    round: int = 1
    """The round that it was opened in."""
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
    more: int = 0
    """Seconds that it was given beside its minutes since it began."""

    @property
    def total(self) -> int:
        """All seconds that it has been given."""
        return self.minutes * 60 + self.more


class Presence(Value):
    """A phone in a gathering: nothing but a role, a table and how many share it."""

    gathering: str
    role: terms.Role
    table: int | None
    heads: int


class Shown(Value):
    """What the projector shows, since when, and what it showed before."""

    wall: terms.Wall = "join"
    subject: str | None = None
    page: int = 1
    since: datetime | None = None
    before: terms.Wall = "join"
    subject_before: str | None = None
    welcomed: bool = False
    """Whether the hall has seen the opening since the gathering was opened."""
