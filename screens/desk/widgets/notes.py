"""The list of notes: one for every screen, for a handful of notes or for thousands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from screens.desk.bits import MARK_TONES, Bit, Bits, width
from screens.desk.plain import one_line, plain
from screens.desk.widgets.lines import Row
from screens.desk.widgets.rows import Rows
from screens.desk.wrapping import wrap

_BESIDE, _AIR = 22, 2


@dataclass(frozen=True, slots=True)
class Note:
    """One note as it is shown: the words as they were written, and what stands around them."""

    id: str
    text: str
    prefix: tuple[str, ...] = ()
    """Small columns before the text: time, table, origin."""
    hint: str = ""
    """What the facilitator should see before it is shown: «Nevner en annens helse»."""
    sign: str = ""
    figure: str = ""
    """Something at the right edge of the first row, such as a count."""
    under: str = ""
    """A muted line under the text."""

    @property
    def choosable(self) -> bool:
        """The cursor stops at notes."""
        return True


@dataclass(frozen=True, slots=True)
class Section:
    """A heading between notes."""

    id: str
    title: str
    count: str = ""
    right: str = ""
    sign: str = ""
    first: bool = False
    """Nothing stands above it, so that no row is kept free there."""

    @property
    def choosable(self) -> bool:
        """The cursor passes headings."""
        return False


@dataclass(frozen=True, slots=True)
class Shape:
    """How the notes of one list stand."""

    columns: tuple[int, ...] = ()
    """Cells of each small column, air included."""
    beside: bool = False
    """The hint stands right of the text where there is room for it, not under it."""
    airy: bool = False
    """A blank row after each note."""


Entry: TypeAlias = Note | Section


class Notes(Rows[Entry]):
    """Notes that wrap, wholly shown; what people wrote is never read as anything but letters."""

    def __init__(
        self,
        *,
        shape: Shape | None = None,
        empty: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """A list without notes.

        Args:
            shape: How the notes stand; plain text where none is given.
            empty: What is said where there is nothing to show.
            id: Textual's id.
            classes: Textual's classes.
        """
        super().__init__(id=id, classes=classes)
        self._shape = shape or Shape()
        self.empty = empty
        """What is said where there is nothing to show; heard at the next update."""

    def update(self, entries: Sequence[Entry]) -> None:
        """Show these notes and headings, in this order."""
        # What is measured is remembered by its value, so where it stands is part of it.
        shown = tuple(
            replace(entry, first=at == 0) if isinstance(entry, Section) else entry
            for at, entry in enumerate(entries)
        )
        if not shown and self.empty:
            shown = (Section(" empty", "", count=self.empty),)
        self.show_items(shown)

    @property
    def shape(self) -> Shape:
        """How the notes stand."""
        return self._shape

    @shape.setter
    def shape(self, shape: Shape) -> None:
        if shape != self._shape:
            self._shape = shape
            self.measure_all(anew=True)
            self.refresh(layout=True)

    def words_of(self, item: Entry) -> str:
        """What a note is found by; it need not be wrapped for that."""
        if isinstance(item, Section):
            return item.title
        return f"{item.text} {item.hint} {item.under} {' '.join(item.prefix)}"

    # -- measuring and drawing ----------------------------------------------------------

    def measure(self, item: Entry, cells: int) -> int:
        """How many rows the note or heading takes."""
        if isinstance(item, Section):
            return len(self._heading(item, cells))
        rows, hint = self._text_and_hint(item, cells)
        return len(rows) + len(hint) + len(self._under(item, cells)) + self._shape.airy

    def draw(self, item: Entry, cells: int) -> list[Row]:
        """The rows of the note or heading."""
        if isinstance(item, Section):
            return self._heading(item, cells)
        texts, hint = self._text_and_hint(item, cells)
        indent = (" " * self._indent(), "")
        lead = self._lead(item)
        beside = one_line(item.hint) if item.hint and not hint else ""
        figure: Bits = ((item.figure, "muted"),) if item.figure else ()
        if beside:
            figure = ((f"{beside:<{_BESIDE}}", "warn"),)
        rows = [Row((*lead, (texts[0], "")), figure)]
        rows += [Row((indent, (text, ""))) for text in texts[1:]]
        rows += [Row((indent, (text, "warn"))) for text in hint]
        rows += [Row((indent, (text, "muted"))) for text in self._under(item, cells)]
        return rows + ([Row(spare=True)] if self._shape.airy else [])

    def _indent(self) -> int:
        return sum(self._shape.columns)

    def _room(self, item: Note, cells: int) -> int:
        taken = len(item.figure) + 2 if item.figure else 0
        return max(8, cells - 1 - self._indent() - taken)

    def _text_and_hint(self, item: Note, cells: int) -> tuple[list[str], list[str]]:
        text, hint = plain(item.text), one_line(item.hint)
        room = self._room(item, cells)
        # What people wrote may be wider than it says; then nothing is put on the same row.
        fits = len(hint) <= _BESIDE and (text.isascii() or max(text, default="") < "\u0300")
        if not hint or (self._shape.beside and fits):
            beside = _BESIDE + _AIR if self._shape.beside and fits else 0
            return wrap(text, max(8, room - beside)), []
        return wrap(text, room), wrap(hint, room)

    def _under(self, item: Note, cells: int) -> list[str]:
        return wrap(one_line(item.under), self._room(item, cells)) if item.under else []

    def _lead(self, item: Note) -> Bits:
        columns = self._shape.columns
        if not columns:
            return ()
        shown = item.prefix[-len(columns) :]
        shown = ("",) * (len(columns) - len(shown)) + shown
        pairs = zip(shown, columns, strict=True)
        lead: list[Bit] = [(f"{one_line(word)[: n - 1]:<{n}}", "muted") for word, n in pairs]
        if item.sign and lead:
            first = lead[0][0]
            lead[0] = (first[2:], "muted")
            lead.insert(0, (f"{item.sign} ", MARK_TONES.get(item.sign, "")))
        return tuple(lead)

    def _heading(self, item: Section, cells: int) -> list[Row]:
        if item.id == " empty":
            return [Row(((text, "muted"),), flush=True) for text in wrap(item.count, cells)]
        left: list[Bit] = []
        if item.sign:
            left.append((f"{item.sign} ", MARK_TONES.get(item.sign, "")))
        left.append((one_line(item.title), "strong"))
        if item.count:
            left.append((f"  {item.count}", "muted"))
        right: Bits = ((item.right, "muted"),) if item.right else ()
        blank = [] if item.first else [Row(spare=True)]
        if width(left) + width(right) < cells:
            return [*blank, Row(tuple(left), right, flush=True)]
        return [*blank, Row(tuple(left), flush=True), Row((), right)]
