"""Helpers: a code for the evening with which paper is keyed in, and nothing is read or steered."""

from typing import ClassVar, Final, Literal, assert_never

from workshop.ballots import BallotCast, BallotChanged, CastBallot
from workshop.basics import Command, Fact, Id, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.lent import Entry, Helper
from workshop.notes import NoteEdited, NoteModerated, NoteWritten, WriteNote
from workshop.polls import AnswerPoll, PollAnswerChanged, PollAnswered
from workshop.secret import SecretFact
from workshop.slips import slip
from workshop.staged import GatheringEnded
from workshop.undo import CommandWithdrawn, standing

MOST_HELPERS: Final = 12
"""Codes that are good at the same time: each more makes a guess likelier."""
CODE_SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""None of them can be taken for another when it is read aloud or off a hand."""
CODE_LENGTH: Final = 6
BETWEEN: Final = "."
"""Stands between a helper's id and the entry's own; no id that is sent has it in it."""


class HelperLetIn(Fact):
    """A code was drawn with which somebody may key in paper until the gathering ends."""

    kind: Literal["helper.let_in"] = "helper.let_in"
    helper: str
    gathering: str
    code: str

    def refers(self) -> frozenset[str]:
        """The gathering."""
        return frozenset({self.gathering})


class HelperCalledBack(Fact):
    """The code is no longer good."""

    final: ClassVar[bool] = True
    kind: Literal["helper.called_back"] = "helper.called_back"
    helper: str

    def refers(self) -> frozenset[str]:
        """The helper."""
        return frozenset({self.helper})


Facts = HelperLetIn | HelperCalledBack


class LetHelperIn(Command):
    """Draw a code with which somebody keys in paper from a phone or another machine."""

    name: Literal["helper.let_in"] = "helper.let_in"


class CallHelperBack(Command):
    """Make a helper's code worthless; what was keyed in with it stays."""

    name: Literal["helper.call_back"] = "helper.call_back"
    helper: Id


class TakeBackEntries(Command):
    """Take back all that a helper keyed in, as if it had not been.

    Notes that somebody has worked with since are set aside instead, and a
    ballot that has been counted stays.
    """

    name: Literal["helper.take_back"] = "helper.take_back"
    helper: Id


Commands = LetHelperIn | CallHelperBack | TakeBackEntries


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a helper's code."""
    match command:
        case LetHelperIn():
            if case.gathering is None:
                return Refused("no_open_gathering")
            if len(good(case)) >= MOST_HELPERS:
                return Refused("too_many_helpers", {"most": MOST_HELPERS})
            drawn = HelperLetIn(helper=moment.command, gathering=case.gathering, code=moment.drawn)
            return (drawn,)
        case CallHelperBack(helper=h) | TakeBackEntries(helper=h) if h not in case.helpers:
            return Refused("no_helper")
        case CallHelperBack(helper=helper):
            over = case.helpers[helper].over
            return () if over else (HelperCalledBack(helper=helper),)
        case TakeBackEntries(helper=helper):
            return _taken_back(case, case.helpers[helper], moment)
        case _:
            assert_never(command)


def good(case: Case) -> tuple[Helper, ...]:
    """The helpers whose codes are good now."""
    return tuple(h for h in case.helpers.values() if not h.over)


def not_yours(
    case: Case, command: WriteNote | CastBallot | AnswerPoll, helper: str | None
) -> Refused | None:
    """Why a helper may not key this in: no code, no number, or a paper that another keyed in."""
    known = case.helpers.get(helper or "")
    if known is None or known.over:
        return Refused("helper_over")
    if command.number is None:
        return Refused("paper_needs_number")
    if isinstance(command, WriteNote):
        before = slip(case, command.number)
        taken, own = before is not None, any(e.note == before.id for e in known.entries if before)
    else:
        box = case.votes.get(command.box()) or case.polls.get(command.box())
        taken = box is not None and command.number in box.numbers
        own = any((e.box, e.number) == (command.box(), command.number) for e in known.entries)
    if taken and not own:
        return Refused("paper_of_others", {"number": command.number})
    return None


def _taken_back(case: Case, helper: Helper, moment: Moment) -> Outcome:
    """Every entry that still stands as it was is withdrawn, with its own corrections."""
    boxes = (*case.votes.values(), *case.polls.values())
    counted = {box.id for box in boxes if box.closed_at is not None}
    entries = [e for e in helper.entries if e.box not in counted]
    mine = [r for r in standing(moment.history) if _is_of(r, helper.id)]
    others = (r for r in standing(moment.history) if not _is_of(r, helper.id))
    built_on = frozenset[str]().union(*(r.fact.refers() for r in others))
    held = [e.note for e in entries if e.note and e.note in built_on]
    gone = {(e.box, e.number) for e in entries if e.box}
    gone_notes = {e.note for e in entries if e.note} - set(held)
    withdrawn = [
        r.command
        for r in mine
        if (_box_of(r.fact), getattr(r.fact, "number", None)) in gone
        or getattr(r.fact, "note", None) in gone_notes
    ]
    aside = [
        NoteModerated(note=n, state="aside", reason="")
        for n in held
        if case.notes[n].state != "aside"
    ]
    return (*(CommandWithdrawn(withdrawn=c) for c in dict.fromkeys(withdrawn)), *aside)


def _box_of(fact: Fact) -> str | None:
    return fact.box() if isinstance(fact, SecretFact) else None


def _is_of(record: Record, helper: str) -> bool:
    return record.sender == "helper" and record.command.startswith(helper + BETWEEN)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after a code was drawn or called back."""
    match fact:
        case HelperLetIn(helper=id_, gathering=gathering, code=code):
            changed = Helper(id=id_, code=code, gathering=gathering)
        case HelperCalledBack(helper=id_):
            changed = case.helpers[id_].model_copy(update={"over": True})
        case _:
            assert_never(fact)
    return case.model_copy(update={"helpers": {**case.helpers, changed.id: changed}})


def follow(case: Case, record: Record) -> Case:
    """The case with what was keyed in under a code noted there, whatever it was."""
    if not case.helpers:
        return case
    fact = record.fact
    if isinstance(fact, GatheringEnded):
        over = {h.id: h.model_copy(update={"over": True}) for h in case.helpers.values()}
        return case.model_copy(update={"helpers": over})
    if record.sender == "helper":
        return _entered(case, record)
    if isinstance(fact, BallotChanged | PollAnswerChanged | NoteEdited):
        # Whoever corrects a paper at the desk has taken it over.
        return _let_go(case, fact)
    return case


def _entered(case: Case, record: Record) -> Case:
    helper = case.helpers.get(record.command.partition(BETWEEN)[0])
    if helper is None:
        return case
    match record.fact:
        case NoteWritten(note=note, number=int(number)):
            new = Entry(command=record.command, number=number, note=note)
        case BallotCast(vote=vote, number=int(number)):
            new = Entry(command=record.command, number=number, vote=vote)
        case PollAnswered(poll=poll, number=int(number)):
            new = Entry(command=record.command, number=number, poll=poll)
        case NoteEdited(note=note):
            own = next((e for e in helper.entries if e.note == note), None)
            return _changed(case, helper, _last(helper, own))
        case BallotChanged(number=number) | PollAnswerChanged(number=number):
            box = record.fact.box()
            mine = (e for e in helper.entries if (e.box, e.number) == (box, number))
            return _changed(case, helper, _last(helper, next(mine, None)))
        case _:
            return case
    return _changed(case, helper, (*helper.entries, new))


def _last(helper: Helper, entry: Entry | None) -> tuple[Entry, ...]:
    """The entries with one of them last: so it was keyed in."""
    if entry is None:
        return helper.entries
    return (*(e for e in helper.entries if e != entry), entry)


def _changed(case: Case, helper: Helper, entries: tuple[Entry, ...]) -> Case:
    update = {"entries": entries, "handed": helper.handed + 1}
    changed = helper.model_copy(update=update)
    return case.model_copy(update={"helpers": {**case.helpers, helper.id: changed}})


def _let_go(case: Case, fact: BallotChanged | PollAnswerChanged | NoteEdited) -> Case:
    def stays(entry: Entry) -> bool:
        if isinstance(fact, NoteEdited):
            return entry.note != fact.note
        return (entry.box, entry.number) != (fact.box(), fact.number)

    helpers = {
        h.id: h.model_copy(update={"entries": tuple(e for e in h.entries if stays(e))})
        for h in case.helpers.values()
    }
    return case.model_copy(update={"helpers": helpers})
