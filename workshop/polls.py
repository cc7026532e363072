"""Polls: everybody answers alone, blind until it is closed, and small groups stay hidden."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final, Literal, assert_never

from pydantic import Field, StringConstraints

from workshop import staged
from workshop.arena import Minutes
from workshop.basics import (
    Command,
    Id,
    Line,
    Moment,
    NeededLine,
    Outcome,
    Record,
    Refused,
)
from workshop.case import Case
from workshop.counting import tally
from workshop.forms import FormFact, asked, form_fields, form_of
from workshop.own_forms import own_form, wrong_with
from workshop.pace import minutes_ahead
from workshop.scored import Counts, Group, Poll
from workshop.secret import Cast, Closed, SecretFact, SecretWish, admitted
from workshop.stage import start_of, still_open
from workshop.terms import PollForm, PollKind, PollSource, Role, Wall

MOST_CHOICES: Final = 12
BY_ROLE: Final[frozenset[PollKind]] = frozenset({"checklist", "handlingsrom"})
"""The kinds whose answers are told by role, where nothing else is said."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]


class PollOpened(FormFact):
    """A poll was opened; what is asked and what one can answer was fixed."""

    kind: Literal["poll.opened"] = "poll.opened"
    poll: str
    what: PollKind
    fewest: int
    by_role: bool
    round: int

    def refers(self) -> frozenset[str]:
        """What it is about."""
        return frozenset(filter(None, self.about))


class PollAnswered(Cast):
    """Somebody answered; what they chose is no fact and lies apart."""

    kind: Literal["poll.answered"] = "poll.answered"
    poll: str

    def box(self) -> str:
        """The poll."""
        return self.poll


class PollAnswerChanged(SecretFact):
    """Somebody who had answered chose again; the whole answer was replaced."""

    final: ClassVar[bool] = True
    kind: Literal["poll.answer_changed"] = "poll.answer_changed"
    poll: str

    def box(self) -> str:
        """The poll."""
        return self.poll


class PollClosed(Closed):
    """The poll was closed; only these counts are kept, and no single answer."""

    kind: Literal["poll.closed"] = "poll.closed"
    poll: str
    answers: int | None
    withheld: int
    counts: Counts
    groups: tuple[Group, ...]
    heads: int | None = None
    """Heads that were counted in the hall by then."""

    def box(self) -> str:
        """The poll."""
        return self.poll


Facts = PollOpened | PollAnswered | PollAnswerChanged | PollClosed


class OpenPoll(Command):
    """Ask everybody: the fundamentals, a checklist, the handlingsrom, or a question of one's own.

    ``key`` names a checklist of the pack. The rest is for a choice: its
    ``form`` says how it is answered; it is about ``items`` that are typed, or
    ``over`` what the hall has made. Without items the title is the question.
    """

    name: Literal["poll.open"] = "poll.open"
    what: PollKind
    key: Line = ""
    title: Line = ""
    items: Annotated[tuple[NeededLine, ...], Field(max_length=40)] = ()
    steps: Annotated[tuple[NeededLine, ...], Field(max_length=MOST_CHOICES)] = ()
    form: PollForm = "steps"
    over: PollSource | None = None
    targets: Annotated[tuple[Id, ...], Field(max_length=40)] = ()
    from_one: bool = False
    poles: Annotated[tuple[Line, ...], Field(max_length=2)] = ()
    by_role: bool | None = None
    minutes: Minutes | None = None


class AnswerPoll(SecretWish):
    """Answer: the key of a step for each item that one answers.

    ``role`` is for paper, whose role the hall cannot know.
    """

    name: Literal["poll.answer"] = "poll.answer"
    poll: Id
    answers: Mapping[Key, Key]
    role: Role | None = None

    def box(self) -> str:
        """The poll."""
        return self.poll

    def picks_of(self, voices: int) -> tuple[str, ...]:
        """Each answer as ``item=step``, once for every voice."""
        return tuple(sorted(f"{item}={step}" for item, step in self.answers.items()) * voices)


class ClosePoll(Command):
    """Close the poll and count."""

    name: Literal["poll.close"] = "poll.close"


Commands = OpenPoll | AnswerPoll | ClosePoll


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a poll."""
    match command:
        case OpenPoll():
            return _opened(case, command, moment)
        case AnswerPoll():
            return _answered(case, command, moment)
        case ClosePoll():
            if case.poll is None:
                return Refused("no_open_poll")
            poll = case.polls[case.poll]
            heads = case.evening.heads if case.evening else None
            closed = PollClosed(poll=poll.id, heads=heads, **tally(poll, moment.cast))
            stops = case.running is not None and not _planned_runs(case)
            return (closed, *((staged.BlockStopped(),) if stops else ()))
        case _:
            assert_never(command)


def _opened(case: Case, command: OpenPoll, moment: Moment) -> Outcome:
    if case.gathering is None:
        return Refused("no_open_gathering")
    if refused := still_open(case):
        return refused
    what = command.what
    sheet = (
        own_form(case, command)
        if what == "choice"
        else asked(case.pack, what, command.key, command.title)
    )
    if isinstance(sheet, Refused):
        return sheet
    form, fewest = sheet
    by_role = command.what in BY_ROLE if command.by_role is None else command.by_role
    opened = PollOpened(
        poll=moment.command,
        what=command.what,
        fewest=fewest,
        # Where a single answer may be shown, a role could be a single person.
        by_role=by_role and fewest > 1,
        round=case.round,
        **form_fields(form),
    )
    wall: Wall = "fundamentals" if command.what == "fundamentals" else "poll"
    shown = staged.ProjectorShown(wall=wall, subject=moment.command)
    if _planned_runs(case):
        return (opened, shown)
    minutes = command.minutes or minutes_ahead(case.evening, "poll")
    return (opened, *start_of("poll", moment, minutes=minutes), shown)


def _planned_runs(case: Case) -> bool:
    """Whether a block of the run sheet goes on in which one or more polls are opened."""
    return case.running is not None and case.running.kind == "poll" and bool(case.running.block)


def _answered(case: Case, command: AnswerPoll, moment: Moment) -> Outcome:
    poll = case.polls.get(command.poll)
    if poll is None:
        return Refused("no_poll")
    taken = admitted(case.presences, poll, command, moment)
    if isinstance(taken, Refused):
        return taken
    voices, number = taken
    if wrong := wrong_with(poll, command.answers, again=moment.ballot is not None):
        return wrong
    if moment.ballot is None:
        return (PollAnswered(poll=poll.id, voices=voices, number=number),)
    if moment.ballot == command.picks_of(voices):
        return ()
    return (PollAnswerChanged(poll=poll.id, number=number),)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after something happened to a poll."""
    if isinstance(fact, PollOpened):
        poll = Poll(
            id=fact.poll,
            form=form_of(fact),
            gathering=record.gathering,
            opened_at=record.at,
            **{f: getattr(fact, f) for f in ("what", "fewest", "by_role", "round")},
        )
        return case.model_copy(update={"polls": {**case.polls, poll.id: poll}, "poll": poll.id})
    poll = case.polls[fact.poll]
    still_open = case.poll
    match fact:
        case PollAnswered(voices=voices, number=number):
            update: dict[str, object] = poll.counted(record.origin, voices, number)
        case PollAnswerChanged():
            update = {}
        case PollClosed():
            update = fact.model_dump(include={"answers", "withheld", "counts", "heads"})
            update |= {"groups": fact.groups, "closed_at": record.at}
            still_open = None
        case _:
            assert_never(fact)
    polls = {**case.polls, poll.id: poll.model_copy(update=update)}
    return case.model_copy(update={"polls": polls, "poll": still_open})
