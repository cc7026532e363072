"""What phones send, as forms or as JSON, validated at the edge."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import parse_qsl

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from screens.wire import CommandId
from workshop.ballots import CODES_LENGTH, CastBallot
from workshop.basics import NOTE_LENGTH, Id, NeededText, Refused, Text
from workshop.notes import EditNote, WriteNote
from workshop.polls import AnswerPoll, Key
from workshop.stage import Join
from workshop.taking_back import TakeBackNote
from workshop.terms import ActorCategory, Hit, NoteKind, Role, Side, Stand
from workshop.testers import OfferToTest, TellTest
from workshop.text import clean

FORM: Final = "application/x-www-form-urlencoded"
JSON: Final = "application/json"
MOST_FIELDS: Final = 1_000
PICK: Final = "pick."
ANSWER: Final = "answer."
_MANY: Final = frozenset({"about"})
_MAY_BE_EMPTY: Final = frozenset({"table", "category", "stand"})
_COUNT: Final = re.compile(r"\d{1,2}")
VOTE_CODE: Final = tuple(
    f"vote_code_{why}" for why in ("lacks", "unread", "unknown", "used", "wait")
)
ON_FIELDS: Final = {
    "too_many_dots": "picks",
    "too_many_on_one": "picks",
    **dict.fromkeys(VOTE_CODE, "code"),
    "no_cluster": "about",
    "poll_blank": "answers",
    "rank_lacks": "answers",
    "rank_twice": "answers",
    "text_long": "text",
}
"""Refusals that belong beside a field."""
_SHAPE: Final = frozenset({"missing", "extra_forbidden"})
_TOO_LONG: Final = frozenset({"too_long", "string_too_long"})


class Malformed(Exception):  # noqa: N818 - an answer to a phone, not a fault of ours
    """A body that says nothing we understand."""


class Body(BaseModel):
    """What every body has: the command's id, and the case where several are open."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: CommandId
    case: CommandId | None = None


class JoinBody(Body):
    """Join, or say another role, table or number of heads; ``code`` brings back an earlier self."""

    role: Role = "resident"
    table: Annotated[int, Field(ge=1, le=99)] | None = None
    heads: Annotated[int, Field(ge=1, le=10)] = 1
    code: str = ""

    def command(self) -> Join:
        """The wish to join."""
        return Join(role=self.role, table=self.table, heads=self.heads)


class CodeBody(Body):
    """A personal code, to look back with while no gathering is open."""

    code: str = ""


class NoteBody(Body):
    """Say something."""

    what: NoteKind = "need"
    text: NeededText
    about: tuple[Id, ...] = ()
    category: ActorCategory | None = None
    stand: Stand | None = None
    side: Side | None = None
    no_need: bool = False
    """Whether somebody chose that their idea answers none of the needs."""

    def command(self) -> WriteNote:
        """The wish to write."""
        told = self.model_dump(include={"what", "text", "about", "category", "stand", "side"})
        return WriteNote.model_validate(told)


class IdeaBody(Body):
    """An idea, while no gathering is open."""

    text: NeededText

    def command(self) -> WriteNote:
        """The wish to write."""
        return WriteNote(what="idea", text=self.text)


class EditBody(Body):
    """Give one's own note another wording."""

    note: Id
    text: NeededText

    def command(self) -> EditNote:
        """The wish to edit."""
        return EditNote(note=self.note, text=self.text)


class TakeBackBody(Body):
    """Take back one's own note."""

    note: Id

    def command(self) -> TakeBackNote:
        """The wish to take it back."""
        return TakeBackNote(note=self.note)


class BallotBody(Body):
    """Give one's dots: the id of a target once for every dot on it."""

    vote: Id
    picks: tuple[Id, ...]
    code: Annotated[str, Field(max_length=CODES_LENGTH)] = ""
    """What stands on the slips, where the vote asks for codes."""

    def command(self) -> CastBallot:
        """The wish to vote."""
        return CastBallot(vote=self.vote, picks=self.picks, code=self.code)


class AnswerBody(Body):
    """Answer a poll: the key of a step for each item."""

    poll: Id
    answers: Mapping[Key, Key]

    def command(self) -> AnswerPoll:
        """The wish to answer."""
        return AnswerPoll(poll=self.poll, answers=self.answers)


class TestBody(Body):
    """Say «I can test», or take it back."""

    block: Id
    can: bool = True

    def command(self) -> OfferToTest:
        """The wish to test."""
        return OfferToTest(block=self.block, can=self.can)


class TellBody(Body):
    """Answer after a test that is out; sent again, it replaces what was answered."""

    test: Id
    has_need: bool | None = None
    hit: Hit | None = None
    text: Text = ""

    def lacks(self, *, asks_need: bool) -> str:
        """The question that has no answer; empty where all have."""
        if asks_need and self.has_need is None:
            return "has_need"
        return "" if self.hit else "hit"

    def command(self) -> TellTest:
        """The wish to answer; only where nothing lacks."""
        fields = {"test": self.test, "hit": self.hit, "quote": self.text}
        return TellTest.model_validate({**fields, "has_need": bool(self.has_need)})


AnyBody = TypeVar(
    "AnyBody",
    JoinBody,
    NoteBody,
    EditBody,
    TakeBackBody,
    BallotBody,
    AnswerBody,
    TestBody,
    TellBody,
    CodeBody,
    IdeaBody,
)


class Sent:
    """A body as it came in: its bytes, and its fields where it was a form."""

    def __init__(self, body: bytes, media_type: str) -> None:
        self.is_json: Final = media_type == JSON
        self._body: Final = body
        self.fields: Final[Mapping[str, Any]] = {} if self.is_json else _fields(body)

    @property
    def text(self) -> str:
        """What somebody wrote in a form, as it came in."""
        return str(self.fields.get("text", ""))

    def read(self, kind: type[AnyBody]) -> AnyBody:
        """The body as this kind; raises pydantic's ValidationError."""
        if self.is_json:
            return kind.model_validate_json(self._body)
        return kind.model_validate(self.fields)


def _fields(body: bytes) -> dict[str, Any]:
    try:
        pairs = parse_qsl(
            body.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError as error:
        raise Malformed from error
    fields: dict[str, Any] = {}
    picks: list[str] = []
    answers: dict[str, str] = {}
    for name, value in pairs:
        if name.startswith(PICK):
            if not _COUNT.fullmatch(value):
                raise Malformed
            picks += [name.removeprefix(PICK)] * int(value)
        elif name.startswith(ANSWER):
            if value:
                # What a chooser stands at while nothing is chosen.
                answers[name.removeprefix(ANSWER)] = value
        elif name in _MANY:
            fields[name] = (*fields.get(name, ()), value)
        elif value.strip() or name not in _MAY_BE_EMPTY:
            fields[name] = value
    if picks or "vote" in fields:
        fields["picks"] = tuple(picks)
    if answers or "poll" in fields:
        fields["answers"] = answers
    return fields


def wrong_fields(error: ValidationError) -> dict[str, Refused]:
    """What is wrong, by the field that a person can mend; empty where it is none of those."""
    wrong: dict[str, Refused] = {}
    for e in error.errors(include_url=False):
        field = str(e["loc"][0]) if e["loc"] else ""
        known = e["type"] not in _SHAPE
        match field:
            case "text" if e["type"] in _TOO_LONG:
                values = {"most": NOTE_LENGTH, "n": len(clean(str(e["input"])))}
                wrong[field] = Refused("text_long", values)
            case "text" if known and e["type"] == "value_error":
                wrong[field] = Refused("text_blank")
            case "code" if e["type"] in _TOO_LONG:
                wrong[field] = Refused("vote_code_unread")
            case "table" | "heads" | "role" | "category" if known:
                wrong[field] = Refused(field)
            case _:
                return {}
    return wrong
