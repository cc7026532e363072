"""Station 5, needs: what people write, what waits, and paper keyed in."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final, get_args

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act, ActType, Say
from screens.desk.bits import Mark
from screens.desk.form import Ask
from screens.desk.loop import LoopRoom, live_part, lying_with, prefix_of
from screens.desk.moderating import HEARING, MODERATION, Moderating
from screens.desk.ordering import Ordered, OrderNotes
from screens.desk.remade import Remade
from screens.desk.room import number
from screens.desk.widgets.entry import Entry, EntryWords, Slip
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.notes import Note, Notes, Section, Shape
from screens.desk.widgets.weight import open_meter

if TYPE_CHECKING:
    from screens.desk.previewing import Body
    from workshop.case import Case
    from workshop.said import Note as CaseNote
    from workshop.terms import Evidence

KNOWN: Final[tuple["Evidence | None", ...]] = (None, "observed", "told", "statistics", "own")
"""How a need may be known, in the order in which a key goes through them."""
_STATES = ("waiting", "shown", "hidden", "parked", "aside")


class MendNote(Act):
    """Correct the wording of a note; the original is kept."""

    key = "enter"


class NoteInsight(Act):
    """Write down what was found out about the need in a talk, on a visit or in figures."""

    key = "i"


class MarkNeed(Act):
    """Say how the need is known; again for the next answer."""

    key, hinted = "k", False


class Needs(Ordered, Moderating):
    """What waits above what was let through, and the line for paper."""

    NAME = "needs"
    WHAT = "need"
    BLOCK = "needs"
    WALL = "collecting"
    ACTS: ClassVar[tuple[ActType, ...]] = (
        *(*MODERATION, MendNote, NoteInsight, MarkNeed, *HEARING, OrderNotes),
        *LoopRoom.PAGING,
    )

    def __init__(self, say: Say) -> None:
        """A list whose eye goes on to what nobody has decided yet."""
        super().__init__(say)
        self._counts_in = ""
        """The case whose slips are being numbered."""
        self._made = Remade()
        self._same: dict[str, list[str]] = {}
        self._unheard: frozenset[str] = frozenset()
        self._language = ""
        self._decided: set[str] = set()
        """What was sent on its way, and may still be drawn among those that wait."""

    def body(self) -> Iterator[Widget]:
        """One list of notes in sections, and the entry line."""
        yield Static("", id="weight", markup=False)
        yield Static("", id="asked", markup=False)
        yield Notes(id="notes", shape=Shape((4, 7)), empty=self.words("empty"))
        yield Entry(self._entry_words(), id="slip")

    def _entry_words(self) -> EntryWords:
        return EntryWords(
            title=self.words("slip"),
            number=self.say("desk.entry_slip_number"),
            hint=lambda following: self.say("desk.entry_hint", next=following),
            correcting=self.say("desk.entry_correcting"),
            refused=self.say("desk.entry_refused"),
            table=self.say("desk.entry_table"),
        )

    def show(self, case: "Case") -> None:
        """The notes of this round in the order that was chosen, those that wait above."""
        if self._decided:
            self._decided.intersection_update(self._waiting(case))
        now = case.round
        held = [n for n in case.notes.values() if n.what == self.WHAT and n.round == now]
        groups: dict[str, list[CaseNote]] = {state: [] for state in _STATES}
        for note in self.arranged(held):
            if note.state in groups and note.into is None and not note.parts and not note.is_erased:
                groups[note.state].append(note)
        self._same, self._unheard = lying_with(case), frozenset(case.quieted)
        self._language = str(getattr(self.say, "language", ""))
        ordered = [note for notes in groups.values() for note in notes]
        rows = iter(self._made.rows(ordered, self._beside, self._entry))
        entries: list[Note | Section] = []
        for state, notes in groups.items():
            if notes:
                entries.append(self._section(state, len(notes)))
                entries += islice(rows, len(notes))
        listed = self.query_one(Notes)
        opened = case.running is not None and case.running.kind == self.BLOCK
        # A later round begins with an empty page, and what was said before is not gone.
        again = "empty_again" if case.round > 1 else "empty"
        listed.empty = self.words("empty_open" if opened else again)
        listed.update(entries)
        self._count_slips(case)
        self.put("#asked", ((case.question, "strong"),))
        self._show_weight(case)
        self.entitle_part(case)
        self.query_one("#title", Heading).count = self.order_head if ordered else ""

    def _count_slips(self, case: "Case") -> None:
        """The next number: after the highest of this case, and anew where it is another."""
        entry = self.query_one(Entry)
        highest = max((n.number for n in case.notes.values() if n.number), default=0)
        other = self._counts_in not in {"", case.id}
        self._counts_in = case.id
        if not entry.begun and (other or entry.half_written.number <= highest):
            entry.begin(number=highest + 1, table=None if other else entry.half_written.table)

    def _show_weight(self, case: "Case") -> None:
        """The thin meter under the title; a small window has its words alone."""
        from workshop.weights import weight_now

        cells = max(24, self.query_one("#weight").size.width)
        bars, under = open_meter(weight_now(case), self.say, cells, live_part(case))
        self.put("#weight", (*bars, ("\n", ""), *under))

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual's shape
        """The meter is as wide as the page."""
        if self.case is not None:
            self._show_weight(self.case)

    def _section(self, state: str, count: int) -> Section:
        sign = Mark.LACKS if state == "waiting" else ""
        right = self.say("desk.not_on_wall") if state == "waiting" else ""
        title = self.say("desk.parking" if state == "parked" else f"desk.state_{state}")
        return Section(f"-{state}", title, str(count), right, sign)

    def _beside(self, note: "CaseNote") -> tuple[object, ...]:
        """What a row shows that does not stand in the note."""
        same = self._same.get(note.id)
        return tuple(same) if same else (), note.id in self._unheard, self._language

    def _entry(self, note: "CaseNote") -> Note:
        return Note(
            note.id,
            "\n".join([note.text, *self._same.get(note.id, ())]),
            prefix_of(note, self.say),
            hint=self.hint_of(note),
            under=self.say(f"desk.known_{note.evidence}") if note.evidence else "",
        )

    def chosen(self) -> Sequence[tuple[str, Mapping[str, str]]]:
        """The note at the cursor."""
        note = self.query_one(Notes).cursor_id
        return [("note.moderate", {"note": note})] if self._knows(note) and note else []

    def _knows(self, note: str | None) -> bool:
        return self.case is not None and note in self.case.notes

    def moved_on(self) -> None:
        """The note goes to another section; the eye stays with those that wait."""
        notes = self.query_one(Notes)
        waiting = self._waiting(self.case) if self.case else []
        if notes.cursor_id in waiting:
            self._decided.add(notes.cursor_id)
            here = waiting.index(notes.cursor_id)
            beside = waiting[here + 1 :] + waiting[:here][::-1]
            for following in [note for note in beside if note not in self._decided][:1]:
                notes.move_to(following)

    def _waiting(self, case: "Case") -> list[str]:
        """The notes that wait, as they stand in the list."""
        held = [n for n in case.notes.values() if n.state == "waiting" and not n.is_erased]
        held = [n for n in held if n.what == self.WHAT and n.round == case.round]
        return [n.id for n in self.arranged(held)]

    def act_mend_note(self) -> object:
        """Correct it."""
        chosen = self.query_one(Notes).cursor_id
        note = self.case.notes.get(chosen or "") if self.case else None
        return self.run_worker(self._mend(note), group="act") if note else None

    async def _mend(self, note: "CaseNote") -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("note.edit", note=note.id, text=values["text"])

        field = Ask("text", self.say("desk.field_note"), note.text, "prose")
        await self.form(self.say("desk.mend_note"), (field,), store)

    def act_mark_need(self) -> object:
        """Seen, told, in figures, one's own, and no mark again."""
        note = self.case.notes.get(self.query_one(Notes).cursor_id or "") if self.case else None
        if note is None:
            return None
        known = KNOWN[(KNOWN.index(note.evidence) + 1) % len(KNOWN)]
        sent = self.desk.send("need.mark", note=note.id, evidence=known)
        return self.run_worker(sent, group="act")

    def act_note_insight(self) -> object:
        """Where it was found, by how many, and what it is."""
        return self.run_worker(self._insight(), group="act")

    async def _insight(self) -> None:
        from workshop.terms import InsightKind

        async def store(values: Mapping[str, str]) -> str:
            return await self.store(
                "insight.note", **{**values, "people": number(values["people"])}
            )

        sources = self.labels("insight", get_args(InsightKind))
        fields = (
            Ask("source", self.say("desk.field_insight_source"), "interview", "choice", sources),
            Ask("text", self.say("desk.field_insight"), kind="prose"),
            Ask("people", self.say("desk.field_insight_people")),
        )
        await self.form(self.say("desk.insight"), fields, store)

    def act_paper(self) -> None:
        """The line for paper."""
        self.query_one("#entry-field").focus()

    async def on_entry_sent(self, event: Entry.Sent) -> None:
        """A slip: the line is empty when it is on the disk."""
        event.stop()
        self.run_worker(self._keep_slip(event.entry, event.slip), group="slip")

    async def _keep_slip(self, entry: Entry, slip: Slip) -> None:
        answer = await self.desk.send(
            "note.write",
            quiet=True,
            origin="paper",
            what=self.WHAT,
            text=slip.text,
            table=slip.table,
            number=slip.number,
            replace=slip.corrects,
        )
        if answer.get("ok"):
            entry.stored()
        elif answer.get("reason") == "slip_number_taken":
            entry.refused(self.say("desk.entry_slip_taken", number=slip.number), "corrects")
        else:
            entry.refused(str(answer.get("message", "")))

    def is_shown(self, case: "Case") -> bool:
        """Only while phones may write it."""
        return super().is_shown(case) and bool(case.running and case.running.kind == self.BLOCK)

    def would_send(self, case: "Case") -> "tuple[Body, ...]":
        """The block first."""
        return (*self.would_start(self.BLOCK), *super().would_send(case))

    async def show_in_hall(self) -> None:
        """Let phones write this, and show the collecting picture."""
        if await self.start_block(self.BLOCK):
            await self.enter_station()
            await self.desk.send("projector.show", wall=self.WALL)
