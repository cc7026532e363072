"""The fast line for paper: one row of what it is, one row to write in, Enter for the next."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from screens.desk.acts import Act, Acting
from screens.desk.bits import Bit, Bits, content, width
from screens.desk.widgets.fields import Field
from screens.desk.widgets.still import put

_TABLE = re.compile(r"(\d{1,3}):")
_NUMBER = re.compile(r"#(\d{1,4})[\s:/]")
_BARE_NUMBER = re.compile(r"#?(\d{1,4})[:/]")


class StoreSlip(Act):
    """Store what stands in the line and go to the next."""

    key, in_palette = "enter", False


class LastSlip(Act):
    """Take the last one back into the line, to correct it."""

    key, in_palette = "up", False


Offer = Literal["", "corrects", "aside"]
"""What one more Enter does with a paper that was not taken."""


@dataclass(frozen=True, slots=True)
class EntryWords:
    """The words around the line."""

    title: str
    """«Papirlapp» or «Stemmeseddel»."""
    number: str
    """«lapp» or «nr.»."""
    hint: Callable[[int], str]
    """«Enter lagrer og går til lapp 10», given the number that follows."""
    correcting: str
    """Instead of the hint while an earlier one is corrected."""
    refused: str
    """Instead of the hint when it was not stored."""
    table: str = ""
    """«bord»; empty where no table is asked for."""
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """One piece of paper as keyed in."""

    text: str
    number: int
    table: int | None = None
    corrects: bool = False
    """Whether it stands for one that was sent before with the same number."""
    aside: bool = False
    """Whether it breaks the rule and counts as handed in, without what is written."""


HalfDone = tuple[Slip, int, Slip | None, str, bool]


class Entry(Acting, Vertical):
    """Table and number stay and count; the text stays until it is stored.

    `5:` at the start is the table and `#14 ` the number of the paper; where no table is
    asked for, `14:` and `14/` are the number. What is refused can be sent again with one
    more Enter, where that is offered.
    """

    ACTS = (StoreSlip, LastSlip)

    DEFAULT_CSS = """
    Entry {
        height: auto;
        #entry-what { height: auto; min-height: 1; }
        #entry-line { height: 1; background: $raised; }
        #entry-sign { width: 2; color: $muted; }
        Field { width: 1fr; }
    }
    """

    @dataclass
    class Sent(Message):
        """Somebody pressed Enter: store this, then call `stored` or `refused`."""

        entry: "Entry"
        slip: Slip

        @property
        def control(self) -> "Entry":
            """The line it was written in."""
            return self.entry

    def __init__(
        self,
        words: EntryWords,
        *,
        number: int = 1,
        table: int | None = None,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """A line.

        Args:
            words: What stands around it.
            number: The number of the first paper.
            table: The table one begins with.
            id: Textual's id.
        """
        super().__init__(id=id)
        self._words = words
        self._slip = Slip("", number, table if words.table else None)
        self._next = number
        self._last: Slip | None = None
        self._waits: Slip | None = None
        self._problem = ""
        self._numbered = False
        self._offered: Slip | None = None

    @property
    def begun(self) -> bool:
        """Whether somebody has begun on a paper, by its text or by its number."""
        return bool(self.query_one(Field).value) or self._numbered

    @property
    def half_written(self) -> Slip:
        """What stands in the line now, stored or not."""
        return replace(self._slip, text=self.query_one(Field).value)

    @property
    def waits(self) -> bool:
        """Whether a paper is on its way to be stored."""
        return self._waits is not None

    @property
    def half_done(self) -> HalfDone:
        """Everything that the line knows, for the one that takes its place."""
        return self.half_written, self._next, self._last, self._problem, self._numbered

    def go_on_with(self, held: HalfDone) -> None:
        """Go on where another line stopped."""
        self._slip, self._next, self._last, self._problem, self._numbered = held
        self.query_one(Field).value = self._slip.text
        self._draw()

    def compose(self) -> ComposeResult:
        """The two rows."""
        yield Static("", id="entry-what", markup=False)
        with Horizontal(id="entry-line"):
            yield Static("› ", id="entry-sign", markup=False)
            yield Field(placeholder=self._words.placeholder, id="entry-field")

    def on_mount(self) -> None:
        """Draw the first row."""
        self._draw()

    def on_resize(self) -> None:
        """The hint ends at the right edge."""
        self._draw()

    def begin(self, *, number: int, table: int | None = None, text: str = "") -> None:
        """Go on from here: after a restart, or when others have numbered in between."""
        self._next = number
        self._slip = Slip("", number, table if self._words.table else None)
        self._numbered, self._offered = False, None
        self.query_one(Field).value = text
        self._draw()

    def stored(self) -> None:
        """It is on the disk: the line is empty and the number is the next."""
        slip, self._waits = self._waits, None
        if slip is None:
            return
        self._last, self._problem = replace(slip, corrects=False, aside=False), ""
        self._numbered, self._offered = False, None
        if not slip.corrects:
            self._next = slip.number + 1
        self._slip = Slip("", self._next, slip.table)
        field = self.query_one(Field)
        # Whoever types on while a slip is being stored has begun the next one.
        field.value = field.value.removeprefix(slip.text).lstrip()
        self._draw()

    def refused(self, why: str = "", offer: Offer = "") -> None:
        """It is not stored: the text stays, and the row says so, and what Enter does now."""
        slip, self._waits = self._waits, None
        self._problem = why or self._words.refused
        if slip and offer == "corrects":
            self._offered = replace(slip, corrects=True)
        else:
            self._offered = replace(slip, aside=True) if slip and offer else None
        self._draw()

    def act_store_slip(self) -> None:
        """Send what stands in the line."""
        text = self.query_one(Field).value.strip()
        if text and self._waits is None:
            self._waits = self._as_offered(replace(self._slip, text=self.query_one(Field).value))
            self.post_message(self.Sent(self, replace(self._waits, text=text)))

    def _as_offered(self, slip: Slip) -> Slip:
        """The same paper once more is sent as was offered; another one is not."""
        offered = self._offered
        if offered is None or offered.number != slip.number:
            return slip
        same = offered.text.strip() == slip.text.strip()
        return replace(offered, text=slip.text) if same else slip

    def act_last_slip(self) -> None:
        """Bring the last one back, unless something else is half written."""
        if self._last is not None and not self.query_one(Field).value.strip():
            self._slip = replace(self._last, corrects=True)
            field = self.query_one(Field)
            field.value = self._last.text
            field.action_end()
            self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field."""
        event.stop()
        self.act_store_slip()

    def on_input_changed(self, event: Input.Changed) -> None:
        """`5:` at the start is the table, not text."""
        event.stop()
        # Keys that came since are in the field already, so the field is read, not the event.
        field = event.input
        if self._words.table and (found := _TABLE.match(field.value)):
            self._slip = replace(self._slip, table=int(found[1]))
            self._cut(field, found.end())
        numbers = _NUMBER if self._words.table else _BARE_NUMBER
        if found := numbers.match(field.value):
            self._slip = replace(self._slip, number=int(found[1]), corrects=False)
            self._numbered = True
            self._cut(field, found.end())
        if self._slip.corrects and not field.value and self._waits is None:
            self._slip = Slip("", self._next, self._slip.table)
        if event.value != (self._waits.text if self._waits else ""):
            self._problem = self._problem if event.value else ""
        self._draw()

    def _cut(self, field: Input, end: int) -> None:
        """Take a number off the front of what was typed."""
        at = max(0, field.cursor_position - end)
        field.value = field.value[end:]
        field.cursor_position = at

    def _draw(self) -> None:
        words, slip = self._words, self._slip
        left: list[Bit] = [(words.title, "strong")]
        if words.table:
            number = "–" if slip.table is None else str(slip.table)
            left += [(f" {words.table} ", "muted"), (f" {number} ", "chip")]
        left += [(f" {words.number} ", "muted"), (f" {slip.number} ", "chip")]
        hint = words.correcting if slip.corrects else words.hint(slip.number + 1)
        right: Bits = ((self._problem, "warn"),) if self._problem else ((hint, "muted"),)
        cells = self.size.width
        if width(left) + width(right) + 2 > cells:
            # What is wrong is said whole; what it is about stands in the line below.
            left, right = ([], right) if self._problem else (left, ())
        gap = max(0, cells - width(left) - width(right))
        row = content((*left, (" " * gap, ""), *right))
        put(self.query_one("#entry-what", Static), row if cells else Content(""))
