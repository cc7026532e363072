"""How a case begins, and what it is called."""

from datetime import date
from typing import Literal, assert_never

from pydantic import Field

from workshop.basics import (
    Command,
    Fact,
    Line,
    Moment,
    NeededLine,
    Outcome,
    Record,
    Refused,
    Said,
)
from workshop.case import Case
from workshop.framed import Notice
from workshop.packs.model import Pack
from workshop.packs.parts import Key
from workshop.terms import Process, Size


class CaseOpened(Fact):
    """A new case; its id is the id of the command that asked for it."""

    kind: Literal["case.opened"] = "case.opened"
    title: Said
    municipality: Said = ""
    size: Size = "large"
    process: Process = "political"
    pack: Pack = Field(default_factory=Pack)
    """The strategy as it was on that day; a file that changes later changes nothing here."""


class PackTaken(Fact):
    """The case got another strategy pack, whole, as it was on that day."""

    kind: Literal["pack.taken"] = "pack.taken"
    pack: Pack

    def settles(self) -> str:
        """The strategy pack."""
        return "pack"


class CaseDescribed(Fact):
    """The case got another title, municipality, size or process."""

    kind: Literal["case.described"] = "case.described"
    title: Said
    municipality: Said
    size: Size
    process: Process

    def settles(self) -> str:
        """The description."""
        return "case"


class NoticeGiven(Fact):
    """What people are told about their data, beside what always holds."""

    kind: Literal["notice.given"] = "notice.given"
    contact: Said
    kept_until: date | None

    def settles(self) -> str:
        """The notice."""
        return "notice"


Facts = CaseOpened | PackTaken | CaseDescribed | NoticeGiven


class OpenCase(Command):
    """Begin a case, with the strategy of a municipality (Jevnaker's where none is named)."""

    name: Literal["case.open"] = "case.open"
    title: NeededLine
    municipality: Line = ""
    size: Size = "large"
    process: Process = "political"
    pack: Key | None = None


class DescribeCase(Command):
    """Change what the case is called, or its size and process (Jevnaker 3)."""

    name: Literal["case.describe"] = "case.describe"
    title: NeededLine | None = None
    municipality: Line | None = None
    size: Size | None = None
    process: Process | None = None


class TakePack(Command):
    """Let another municipality's strategy give the case its words; what was said stays."""

    name: Literal["pack.take"] = "pack.take"
    pack: Key


class GiveNotice(Command):
    """Say whom to ask about privacy, and when the raw data is erased."""

    name: Literal["notice.give"] = "notice.give"
    contact: Line = ""
    kept_until: date | None = None


Commands = OpenCase | DescribeCase | TakePack | GiveNotice


def begin(command: OpenCase, moment: Moment) -> Outcome:
    """The one decision that is made before there is a case."""
    if command.pack and moment.pack is None:
        return Refused("no_pack", {"pack": command.pack})
    described = command.model_dump(exclude={"name", "pack"})
    return (CaseOpened(**described, pack=moment.pack or Pack()),)


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """A case is described again; opening it twice is a resend and changes nothing."""
    match command:
        case OpenCase():
            return ()
        case DescribeCase():
            now = {"title", "municipality", "size", "process"}
            changes = command.model_dump(exclude={"name"}, exclude_none=True)
            return (CaseDescribed(**(case.model_dump(include=now) | changes)),)
        case TakePack(pack=pack):
            if moment.pack is None:
                return Refused("no_pack", {"pack": pack})
            return () if moment.pack == case.pack else (PackTaken(pack=moment.pack),)
        case GiveNotice():
            return (NoticeGiven(**command.model_dump(exclude={"name"})),)
        case _:
            assert_never(command)


def start(record: Record) -> Case:
    """The case that its first fact makes."""
    fact: CaseOpened = record.fact
    return Case(
        id=record.case,
        seq=record.seq,
        opened_at=record.at,
        pack=fact.pack,
        **fact.model_dump(exclude={"kind", "pack"}),
    )


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case under its new description."""
    match fact:
        case CaseOpened():
            return case
        case CaseDescribed():
            return case.model_copy(update=fact.model_dump(exclude={"kind"}))
        case PackTaken(pack=pack):
            return case.model_copy(update={"pack": pack})
        case NoticeGiven():
            notice = Notice(contact=fact.contact, kept_until=fact.kept_until)
            return case.model_copy(update={"notice": notice})
        case _:
            assert_never(fact)
