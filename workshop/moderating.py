"""The facilitator's hand on what reaches the wall: a phone can be quieted, or all let through."""

from typing import Literal, assert_never

from workshop.basics import Command, Fact, Id, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.notes import NoteModerated


class PhoneMuted(Fact):
    """The phone that wrote a note is heard no more in this gathering, or heard again.

    Only the note is named: whoever holds the file can tell neither whose it is
    nor what else that phone has written.
    """

    kind: Literal["phone.muted"] = "phone.muted"
    note: str
    muted: bool

    def refers(self) -> frozenset[str]:
        """The note."""
        return frozenset({self.note})

    def settles(self) -> str:
        """Whether its phone is heard."""
        return f"muted:{self.note}"


class WallLet(Fact):
    """What phones write in this gathering is let through by itself, or waits again."""

    kind: Literal["wall.let"] = "wall.let"
    all: bool

    def settles(self) -> str:
        """Whether all is let through."""
        return "wall.let"


Facts = PhoneMuted | WallLet


class MutePhone(Command):
    """Take no more notes from the phone that wrote this one, in this gathering; or take them."""

    name: Literal["phone.mute"] = "phone.mute"
    note: Id
    muted: bool = True


class LetAllThrough(Command):
    """Let through what phones write, as it comes, and what waits; or have it wait again."""

    name: Literal["wall.let"] = "wall.let"
    all: bool


Commands = MutePhone | LetAllThrough


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:  # noqa: ARG001
    """Both hold for the gathering that is open, and no longer."""
    match command:
        case MutePhone(note=note) if note not in case.notes:
            return Refused("no_note")
        case MutePhone() | LetAllThrough() if case.gathering is None:
            return Refused("no_open_gathering")
        case MutePhone(note=note, muted=muted):
            if case.notes[note].mark is None:
                return Refused("not_from_phone")
            if (note in case.quieted) == muted:
                return ()
            return (PhoneMuted(note=note, muted=muted),)
        case LetAllThrough(all=every):
            if case.lets_all_through == every:
                return ()
            waiting = [n for n in case.notes.values() if n.state == "waiting" and n.mark]
            freed = [n.id for n in waiting if n.gathering == case.gathering] if every else []
            shown = (NoteModerated(note=n, state="shown", reason="") for n in freed)
            return (WallLet(all=every), *shown)
        case _:
            assert_never(command)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after a phone was quieted, or all was let through."""
    match fact:
        case PhoneMuted(note=note, muted=muted):
            others = {n: g for n, g in case.muted.items() if n != note}
            now = {note: record.gathering or ""} if muted else {}
            return case.model_copy(update={"muted": others | now})
        case WallLet(all=every):
            return case.model_copy(update={"lets_all": record.gathering if every else None})
        case _:
            assert_never(fact)
