"""The words that every part of the case is written in: value, fact, wish, refusal."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from workshop.text import clean, is_blank, one_line

if TYPE_CHECKING:
    from workshop.packs.model import Pack
    from workshop.templates.model import Template

NOTE_LENGTH: Final = 2_000
LINE_LENGTH: Final = 200
SAID: Final = "said"
"""Marks the fields of a fact that hold people's own words, which can be forgotten."""

Origin = Literal["phone", "paper", "spoken", "hands", "import", "desk"]
"""How something reached the hall."""

Sender = Literal["desk", "phone", "helper"]
"""Whose hand sent a command: only the desk's can be undone one by one."""


def _cleaned(text: object) -> object:
    return clean(text) if isinstance(text, str) else text


def _one_lined(text: object) -> object:
    return one_line(text) if isinstance(text, str) else text


def _not_blank(text: str) -> str:
    if is_blank(text):
        msg = "blank"
        raise ValueError(msg)
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,80}$")]
Text = Annotated[str, BeforeValidator(_cleaned), StringConstraints(max_length=NOTE_LENGTH)]
Line = Annotated[str, BeforeValidator(_one_lined), StringConstraints(max_length=LINE_LENGTH)]
NeededText = Annotated[Text, AfterValidator(_not_blank)]
NeededLine = Annotated[Line, AfterValidator(_not_blank)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Said = Annotated[str, SAID]
SaidLines = Annotated[tuple[str, ...], SAID]


class Value(BaseModel):
    """A frozen value that knows exactly its own fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Fact(Value):
    """Something that happened, written once and never changed."""

    version: ClassVar[int] = 1
    final: ClassVar[bool] = False
    """Whether it can never be undone."""

    def refers(self) -> frozenset[str]:
        """The ids of what must exist for this fact to mean anything."""
        return frozenset()

    def makes(self) -> frozenset[str]:
        """The ids of what it makes, where they are not the command's own."""
        return frozenset()

    def settles(self) -> str | None:
        """What this fact sets as a whole; a later fact that sets it builds on this one."""
        return None


def said_fields(fact: type[Fact]) -> frozenset[str]:
    """The fields of a kind of fact that hold people's own words."""
    return frozenset(n for n, field in fact.model_fields.items() if SAID in field.metadata)


class Command(Value):
    """A wish of somebody's; it becomes facts or is refused."""

    from_phones: ClassVar[bool] = False
    """Whether a phone may send it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a wish did not become facts: a key of the catalogue and its values."""

    reason: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """A fact in its envelope, as the ledger keeps it.

    ``seq`` is the order of everything; ``at`` is only for people to read.
    """

    seq: int
    id: str
    hall: str
    at: datetime
    case: str
    gathering: str | None
    command: str
    origin: Origin
    sender: Sender
    heads: int | None
    fact: Any

    @property
    def kind(self) -> str:
        """The name of what happened, for example ``note.written``."""
        kind: str = self.fact.kind
        return kind


@dataclass(frozen=True, slots=True)
class Choice:
    """One ballot as it is counted; ``role`` is that of whoever chose, where the hall knows it."""

    picks: tuple[str, ...]
    role: str | None = None
    raised: bool = False
    """Whether it is a show of hands, which the whole hall has seen."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a decision needs to know beside the case, fixed before it is made.

    ``mark`` is the sender's own mark on the thing that the command is about
    and ``presence`` the one on this gathering; both are empty for the desk.
    ``muted`` says that the facilitator hears no more from this phone.
    The ledger fills in what only it knows inside its lock: the sender's
    ``ballot``, which of the codes that it brings are ``spent``, what was ``cast`` in the vote
    or poll that is being closed, the
    case's ``history``, the strategy ``pack`` or the ``template`` that a command names, and a
    code that is ``drawn`` where one is asked for. ``helper`` is whose code paper is keyed in under.
    """

    at: datetime
    command: str
    origin: Origin = "desk"
    sender: Sender = "desk"
    mark: str | None = None
    presence: str | None = None
    muted: bool = False
    ballot: tuple[str, ...] | None = None
    spent: Collection[str] = ()
    cast: Sequence[Choice] = ()
    history: Sequence[Record] = ()
    pack: "Pack | None" = None
    template: "Template | None" = None
    helper: str | None = None
    drawn: str = ""


Outcome = tuple[Fact, ...] | Refused
