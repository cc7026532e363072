"""Station 5: notes: what people said, kept in their own words."""

from typing import Annotated, ClassVar, Literal, assert_never

from pydantic import Field

from workshop import slips, stands
from workshop.basics import (
    Command,
    Fact,
    Id,
    Line,
    Moment,
    NeededText,
    Outcome,
    Record,
    Refused,
    Said,
)
from workshop.case import Case
from workshop.said import Note
from workshop.slips import first_state, not_taken, slip, too_long_for, voted_on
from workshop.terms import ActorCategory, KeptState, NoteKind, NoteState, Role, Side, Stand


class NoteWritten(Fact):
    """Somebody said something; the id is the command's.

    ``mark`` is the sender's HMAC over the note's id: only who holds the secret
    can tell that it is theirs.
    """

    kind: Literal["note.written"] = "note.written"
    note: str
    what: NoteKind
    text: Said
    state: NoteState
    table: int | None
    number: int | None
    round: int
    about: tuple[str, ...]
    mark: str | None
    part_of: str | None = None
    """The note that it was a part of."""
    category: ActorCategory | None = None
    role: Role | None = None
    source: str | None = None
    """Where an idea of others was taken from (Jevnaker: copying is fine where it is fitted)."""
    stand: Stand | None = None
    side: Side | None = None

    def refers(self) -> frozenset[str]:
        """The clusters that an idea answers to, what it was a part of, where it was taken from."""
        beside = (one for one in (self.part_of, self.source) if one)
        return frozenset({*self.about, *beside})

    def makes(self) -> frozenset[str]:
        """The note."""
        return frozenset({self.note})


class NoteEdited(Fact):
    """A note got another wording; the earlier ones stay readable."""

    kind: Literal["note.edited"] = "note.edited"
    note: str
    text: Said

    def refers(self) -> frozenset[str]:
        """The note."""
        return frozenset({self.note})

    def makes(self) -> frozenset[str]:
        """What a vote may be held over: the idea in these words."""
        return frozenset({f"called:{self.note}"})


class NoteModerated(Fact):
    """A note was let through, hidden, parked or set aside."""

    kind: Literal["note.moderated"] = "note.moderated"
    note: str
    state: NoteState
    reason: Said

    def refers(self) -> frozenset[str]:
        """The note."""
        return frozenset({self.note})

    def settles(self) -> str:
        """Where the note stands."""
        return f"state:{self.note}"


class IdeaTied(Fact):
    """An idea was tied to the clusters whose need it answers."""

    kind: Literal["idea.tied"] = "idea.tied"
    note: str
    about: tuple[str, ...]

    def refers(self) -> frozenset[str]:
        """The idea and the clusters."""
        return frozenset({self.note, *self.about})

    def settles(self) -> str:
        """What the idea answers to."""
        return f"about:{self.note}"


Facts = NoteWritten | NoteEdited | NoteModerated | IdeaTied


class WriteNote(Command):
    """Say something, up to 2,000 characters: a need, an idea, what one can contribute (offer).

    An actor is somebody that the hall misses, in at most 200 characters
    (Jevnaker 2.5); an objection says why the question is wrong, in at most 280.
    """

    from_phones: ClassVar[bool] = True
    name: Literal["note.write"] = "note.write"
    what: NoteKind = "need"
    text: NeededText
    table: Annotated[int, Field(ge=1, le=99)] | None = None
    number: Annotated[int, Field(ge=1, le=9_999)] | None = None
    about: tuple[Id, ...] = ()
    category: ActorCategory | None = None
    source: Id | None = None
    stand: Stand | None = None
    """Of an offer from somebody who is elected: what kind of word is given (Lunner, Gausdal)."""
    side: Side | None = None
    """Of something about the frame: whether it must lie fast or be open (Jevnaker 3.1)."""
    replace: bool = False
    """Whether the slip that was keyed in before under this number is corrected by this."""


class EditNote(Command):
    """Give a note another wording."""

    from_phones: ClassVar[bool] = True
    name: Literal["note.edit"] = "note.edit"
    note: Id
    text: NeededText


class ModerateNote(Command):
    """Let a note through to the projector, hide it, park it or set it aside."""

    name: Literal["note.moderate"] = "note.moderate"
    note: Id
    state: KeptState
    reason: Line = ""


class TieIdea(Command):
    """Tie an idea to the clusters whose need it answers."""

    name: Literal["idea.tie"] = "idea.tie"
    note: Id
    about: tuple[Id, ...]


Commands = WriteNote | EditNote | ModerateNote | TieIdea


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of something said."""
    match command:
        case WriteNote():
            return _written(case, command, moment)
        case EditNote(note=n) | ModerateNote(note=n) | TieIdea(note=n) if n not in case.notes:
            return Refused("no_note")
        case EditNote(note=n) | ModerateNote(note=n) | TieIdea(note=n) if case.notes[n].is_gone:
            return Refused("note_taken_back")
        case EditNote(note=note, text=text):
            return _edited(case, case.notes[note], text, moment)
        case ModerateNote(note=note, state=state, reason=reason):
            known = case.notes[note]
            if (known.state, known.reason) == (state, reason):
                return ()
            if voted_on(case, note):
                return Refused("vote_open")
            return (NoteModerated(note=note, state=state, reason=reason),)
        case TieIdea(note=note, about=about):
            if case.notes[note].what != "idea":
                return Refused("no_idea")
            return _missing(case, about) or (IdeaTied(note=note, about=about),)
        case _:
            assert_never(command)


def _written(case: Case, command: WriteNote, moment: Moment) -> Outcome:
    if refused := slips.unfit(command.what, command.text, command.side):
        return refused
    table, role, stand = command.table, None, stands.given(case, command.what, command.stand)
    in_box = case.inbox and case.gathering is None and command.what == "idea"
    if moment.sender == "phone" and not in_box:
        here = case.presences.get(moment.presence or "")
        if here is None:
            return Refused("not_joined")
        if refused := not_taken(case, command.what, moment):
            return refused
        # Table and role together could tell who wrote it; only who is missing wants the role.
        role = here.role if command.what == "actor" else None
        stand = stands.given(case, command.what, command.stand, here.role)
        table = None if stand else here.table
    number = command.number if moment.origin == "paper" else None
    if number and (before := slip(case, number)):
        return _corrected(case, before, command, moment)
    source = command.source if moment.sender == "desk" else None
    if lacking := _missing(case, command.about) or _no_source(case, source):
        return lacking
    return (
        NoteWritten(
            note=moment.command,
            what=command.what,
            text=command.text,
            state=first_state(case, command.what, moment),
            table=table,
            number=number,
            round=case.round,
            about=command.about,
            mark=moment.mark,
            category=command.category if command.what == "actor" else None,
            role=role,
            source=source,
            stand=stand,
            side=command.side if command.what == "frame" else None,
        ),
    )


def _no_source(case: Case, source: str | None) -> Refused | None:
    return None if source is None or source in case.sources else Refused("no_source")


def _corrected(case: Case, before: Note, command: WriteNote, moment: Moment) -> Outcome:
    """A slip is keyed in once: the second time it is corrected, or refused."""
    told: dict[str, str | int] = {"number": command.number or 0}
    if not command.replace:
        return Refused("slip_number_taken", told)
    if before.parts or before.what != command.what or before.side not in {None, command.side}:
        return Refused("slip_worked_on" if before.parts else "slip_other_kind", told)
    edited = _edited(case, before, command.text, moment)
    if isinstance(edited, Refused) or before.state != "aside":
        return edited
    return (*edited, NoteModerated(note=before.id, state="waiting", reason=""))


def _edited(case: Case, note: Note, text: str, moment: Moment) -> Outcome:
    if too_long := too_long_for(note.what, text):
        return too_long
    if moment.sender == "phone":
        if moment.mark is None or note.mark != moment.mark:
            return Refused("no_note")
        if voted_on(case, note.id):
            # What others have given dots to is not given another meaning under their hands.
            return Refused("vote_open")
        if not slips.is_open_to_sender(case, note):
            return Refused("gathering_over")
        if moment.muted:
            return Refused("muted")
        if note.parts:
            # Its parts are sorted in its place: other words here would be read by nobody.
            return Refused("note_split")
    return () if text == note.text else (NoteEdited(note=note.id, text=text),)


def _missing(case: Case, clusters: tuple[str, ...]) -> Refused | None:
    return None if all(c in case.clusters for c in clusters) else Refused("no_cluster")


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after something was said or moderated."""
    match fact:
        case NoteWritten():
            note = Note(
                id=fact.note,
                at=record.at,
                origin=record.origin,
                gathering=record.gathering,
                ended=slips.gatherings_ended(case),
                **fact.model_dump(exclude={"kind", "note"}),
            )
        case NoteEdited(text=text):
            note = case.notes[fact.note]
            originals = (*note.originals, note.text)
            # A wording that nobody has read on the projector waits like a new one.
            unread = record.sender == "phone" and not case.lets_all_through
            state = "waiting" if note.state == "shown" and unread else note.state
            update = {"text": text, "originals": originals, "state": state}
            note = note.model_copy(update=update)
        case NoteModerated(state=state, reason=reason):
            note = case.notes[fact.note].model_copy(update={"state": state, "reason": reason})
        case IdeaTied(about=about):
            note = case.notes[fact.note].model_copy(update={"about": about})
        case _:
            assert_never(fact)
    return case.model_copy(update={"notes": {**case.notes, note.id: note}})
