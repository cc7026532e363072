"""How a case begins, and what it is called."""

from datetime import date
from typing import Literal, assert_never

from workshop.basics import Command, Fact, Line, Moment, NeededLine, Outcome, Record, Said
from workshop.case import Case, Notice
from workshop.terms import Process, Size


class CaseOpened(Fact):
    """A new case; its id is the id of the command that asked for it."""

    kind: Literal["case.opened"] = "case.opened"
    title: Said
    municipality: Said = ""
    size: Size = "large"
    process: Process = "political"


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


Facts = CaseOpened | CaseDescribed | NoticeGiven


class OpenCase(Command):
    """Begin a case."""

    name: Literal["case.open"] = "case.open"
    title: NeededLine
    municipality: Line = ""
    size: Size = "large"
    process: Process = "political"


class DescribeCase(Command):
    """Change what the case is called, or its size and process (Jevnaker 3)."""

    name: Literal["case.describe"] = "case.describe"
    title: NeededLine | None = None
    municipality: Line | None = None
    size: Size | None = None
    process: Process | None = None


class GiveNotice(Command):
    """Say whom to ask about privacy, and when the raw data is erased."""

    name: Literal["notice.give"] = "notice.give"
    contact: Line = ""
    kept_until: date | None = None


Commands = OpenCase | DescribeCase | GiveNotice


def begin(command: OpenCase) -> Outcome:
    """The one decision that is made before there is a case."""
    return (CaseOpened(**command.model_dump(exclude={"name"})),)


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """A case is described again; opening it twice is a resend and changes nothing."""
    match command:
        case OpenCase():
            return ()
        case DescribeCase():
            now = {"title", "municipality", "size", "process"}
            changes = command.model_dump(exclude={"name"}, exclude_none=True)
            return (CaseDescribed(**(case.model_dump(include=now) | changes)),)
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
        **fact.model_dump(exclude={"kind"}),
    )


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case under its new description."""
    match fact:
        case CaseOpened():
            return case
        case CaseDescribed():
            return case.model_copy(update=fact.model_dump(exclude={"kind"}))
        case NoticeGiven():
            notice = Notice(contact=fact.contact, kept_until=fact.kept_until)
            return case.model_copy(update={"notice": notice})
        case _:
            assert_never(fact)
