"""Station 5: whoever wrote a note may take it back until its gathering ends."""

from typing import ClassVar, Literal

from workshop.basics import Command, Fact, Id, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.slips import is_open_to_sender


class NoteTakenBack(Fact):
    """Its sender took a note back: its words are on no screen and in no report from then on."""

    final: ClassVar[bool] = True
    kind: Literal["note.taken_back"] = "note.taken_back"
    note: str

    def refers(self) -> frozenset[str]:
        """The note."""
        return frozenset({self.note})

    def settles(self) -> str:
        """Where the note stands."""
        return f"state:{self.note}"


Facts = NoteTakenBack


class TakeBackNote(Command):
    """Take back what one wrote, for good; only its own phone can, until its gathering ends."""

    from_phones: ClassVar[bool] = True
    name: Literal["note.take_back"] = "note.take_back"
    note: Id


Commands = TakeBackNote


def decide(case: Case, command: TakeBackNote, moment: Moment) -> Outcome:
    """The note, and what it was split into, unless it is being voted on."""
    note = case.notes.get(command.note)
    if note is None or moment.mark is None or note.mark != moment.mark:
        return Refused("no_note")
    if note.state == "taken_back":
        return ()
    if not is_open_to_sender(case, note):
        return Refused("gathering_over")
    gone = (note.id, *note.parts)
    if case.vote and set(gone).intersection(case.votes[case.vote].targets):
        return Refused("note_in_vote")
    return tuple(NoteTakenBack(note=n) for n in gone)


def evolve(case: Case, fact: NoteTakenBack, record: Record) -> Case:  # noqa: ARG001
    """The words are gone; what lay under the note stands by itself again."""
    emptied = {"state": "taken_back", "text": "", "originals": (), "into": None}
    notes = {**case.notes, fact.note: case.notes[fact.note].model_copy(update=emptied)}
    for id_, note in case.notes.items():
        if note.into == fact.note:
            notes[id_] = note.model_copy(update={"into": None})
    return case.model_copy(update={"notes": notes})
