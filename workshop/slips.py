"""What a note begins as, and what its length, its number and an open vote mean for it."""

from typing import Final

from workshop.basics import LINE_LENGTH, Moment, Refused
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.said import Note
from workshop.terms import NoteKind, NoteState, Side

LONGEST: Final[dict[NoteKind, int]] = {"actor": LINE_LENGTH, "objection": 280, "frame": LINE_LENGTH}
"""How many characters a kind of note may have, where that is fewer than all others may."""

ALWAYS: Final[frozenset[NoteKind]] = frozenset({"offer"})
"""What phones may say while a gathering is open, whether they are asked or not."""


def too_long_for(what: NoteKind, text: str) -> Refused | None:
    """Why a text is too long for this kind of note, if it is."""
    most = LONGEST.get(what)
    if most is None or len(text) <= most:
        return None
    return Refused("text_long", {"most": most, "n": len(text)})


def unfit(what: NoteKind, text: str, side: Side | None) -> Refused | None:
    """Why it cannot be a note of this kind: too long, or about the frame without a side."""
    if what == "frame" and side is None:
        return Refused("no_side")
    return too_long_for(what, text)


def slip(case: Case, number: int) -> Note | None:
    """The note that was keyed in from the slip with this number at the open gathering."""
    here = (n for n in case.notes.values() if n.number == number and not n.part_of)
    return next((n for n in here if n.gathering == case.gathering), None)


def voted_on(case: Case, note: str) -> bool:
    """Whether an open vote has this idea among its targets."""
    return case.vote is not None and note in case.votes[case.vote].targets


def gatherings_ended(case: Case) -> int:
    """How many gatherings of the case are over now."""
    return sum(g.ended_at is not None for g in case.gatherings.values())


def is_open_to_sender(case: Case, note: Note) -> bool:
    """Whether whoever wrote it may still change it or take it back.

    What was said in a gathering may be changed while that is open; what came between
    gatherings until the next one has ended.
    """
    if note.gathering is not None:
        return note.gathering == case.gathering
    return note.mark is not None and gatherings_ended(case) <= note.ended


def first_state(case: Case, what: NoteKind, moment: Moment) -> NoteState:
    """An idea that comes while the need is open is parked until ideas open."""
    asks_for_needs = case.running is not None and BLOCKS[case.running.kind].writes == "need"
    # What is brought from elsewhere waits, too, until the hall has been asked for ideas.
    asked_for_ideas = any("idea" in g.collected for g in case.gatherings.values())
    is_early = moment.origin == "import" and not asked_for_ideas
    # So does what comes between gatherings, to be looked at when the next round begins.
    is_between = moment.sender == "phone" and case.gathering is None
    if what == "idea" and (asks_for_needs or is_early or is_between):
        return "parked"
    return "shown" if moment.sender == "phone" and case.lets_all_through else "waiting"


def not_taken(case: Case, what: NoteKind, moment: Moment) -> Refused | None:
    """Why the gathering does not take this from a phone now, if it does not."""
    if case.gathering is None:
        return Refused("not_joined")
    if moment.muted:
        return Refused("muted")
    asked = case.evening.collected if case.evening else ()
    return None if what in {*asked, *ALWAYS} else Refused("not_collecting")
