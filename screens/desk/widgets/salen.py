"""The hall at a glance: always the same order, so that the eye learns it."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Digits, Sparkline, Static

from screens.desk.bits import Bit, Bits, Mark, content, fit, mark, two_sides, width
from screens.desk.plain import plain
from screens.desk.widgets.bars import thin
from screens.desk.widgets.still import put
from screens.desk.wrapping import wrap

Now: TypeAlias = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Clock:
    """A countdown. It is told seconds and counts down itself; beyond zero it counts up."""

    label: str
    left: float
    """Seconds left at `since`; below zero when the time is over."""
    since: float
    """When that was, on the desk's own steady clock."""
    total: float = 0
    runs: bool = True
    live: bool = True
    words: tuple[str, ...] = ()
    """What stands under it: «igjen av 25:00», «Så: Pause 15 min»."""
    over_words: str = ""
    """What stands there instead of the first once the time is over: «over tida»."""
    soon: tuple[float, str] = (0, "")
    """Seconds left from which the end is near, and the words for it."""
    last: tuple[float, str] = (0, "")
    """The same when it is very near."""
    unit: str = "ms"
    """`ms` for minutes and seconds, `hm` for hours and minutes."""

    def seconds(self, now: float) -> float:
        """Seconds left now."""
        return self.left - (now - self.since if self.runs else 0)

    def nearing(self, now: float) -> Bits:
        """The mark and the words for an end that is near; nothing before, or when it is over."""
        left = self.seconds(now)
        if not self.runs or left < 0:
            return ()
        if left <= self.last[0]:
            return (mark(Mark.LACKS, "warn strong"), (f" {self.last[1]}", "warn strong"))
        if left <= self.soon[0]:
            return (mark(Mark.WORK, "strong"), (f" {self.soon[1]}", "strong"))
        return ()

    def face(self, now: float) -> str:
        """07:42, +01:20, or 1:13 in hours and minutes."""
        left = self.seconds(now)
        whole = math.ceil(left) if left > 0 else math.floor(-left)
        if self.unit == "hm":
            minutes = max(0, math.ceil(left / 60))
            return f"{minutes // 60}:{minutes % 60:02}"
        sign = "" if left > -1 else "+"
        return f"{sign}{whole // 60:02}:{whole % 60:02}"


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of bits under a heading; a blank row stands before it."""

    id: str
    title: str = ""
    strong: bool = False
    rows: tuple[tuple[Bits, Bits], ...] = ()
    """Left and right of each row. Where the right is empty, a long left wraps under its text."""
    air: bool = False
    """A blank row after the heading, where there is room."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """How much comes in: one figure a minute, oldest first."""

    label: str
    figures: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SalenState:
    """Everything that the right column shows."""

    title: str
    key: str = ""
    clock: Clock | None = None
    before: tuple[Block, ...] = ()
    """Joining, counts, warnings."""
    pulse: Pulse | None = None
    after: tuple[Block, ...] = ()
    """What the big screen shows; or what the station lacks."""
    brief: Bits = ()
    """The same in one row: what stands after the clock's label and face."""
    brief_right: Bits = ()


class Blocks(Static):
    """Some blocks under each other."""

    DEFAULT_CSS = "Blocks { height: auto; }"

    blocks: reactive[tuple[Block, ...]] = reactive((), layout=True)

    def render(self) -> Content:
        """All rows, wrapped where they must be."""
        cells = max(8, self.size.width or 22)
        roomy = self.screen.has_class("-hoy")
        rows: list[Content] = []
        for block in self.blocks:
            rows.append(Content(""))
            if block.title:
                rows.append(content(((block.title, "strong" if block.strong else "muted"),)))
                if block.air and roomy:
                    rows.append(Content(""))
            for left, right in block.rows:
                rows += _rows(left, right, cells)
        return Content("\n").join(rows)


def _rows(left: Bits, right: Bits, cells: int) -> list[Content]:
    if right or width(left) <= cells:
        return [two_sides(left, right, cells)]
    *lead, (text, tone) = left
    indent = width(lead)
    first, *more = wrap(plain(text), cells - indent)
    space: Bit = (" " * indent, "")
    return [content((*lead, (first, tone))), *(content((space, (row, tone))) for row in more)]


class Salen(VerticalScroll, can_focus=False):
    """The right column, or a drawer over a narrow screen."""

    DEFAULT_CSS = """
    Salen {
        background: $side; scrollbar-size: 0 0;
        #salen-clock { height: auto; margin-top: 1; }
        Digits { height: 3; width: 1fr; text-style: bold; }
        Digits.-live { color: $live; }
        #salen-pulse { height: auto; margin-top: 1; }
        Sparkline { height: 1; }
        Sparkline > .sparkline--max-color, Sparkline > .sparkline--min-color { color: $live; }
    }
    """

    state: reactive[SalenState | None] = reactive(None)

    def __init__(self, *, now: Now, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._now = now

    def compose(self) -> ComposeResult:
        """The fixed order: title, clock, blocks, pulse, blocks."""
        yield Static("", id="salen-title", markup=False)
        with Widget(id="salen-clock"):
            yield Static("", id="salen-label", markup=False)
            yield Digits("")
            yield Static("", id="salen-words", markup=False)
        yield Blocks("", id="salen-before")
        with Widget(id="salen-pulse"):
            yield Static("", id="salen-pulse-label", markup=False)
            yield Sparkline((0,), summary_function=max)
        yield Blocks("", id="salen-after")

    def watch_state(self, state: SalenState | None) -> None:
        """Hand each part its own."""
        if state is None or not self.is_mounted:
            return
        self.query_one("#salen-before", Blocks).blocks = state.before
        self.query_one("#salen-after", Blocks).blocks = state.after
        self.query_one("#salen-clock").display = state.clock is not None
        pulse = self.query_one("#salen-pulse")
        pulse.display = state.pulse is not None
        if state.pulse is not None:
            label = content(((state.pulse.label, "muted"),))
            put(self.query_one("#salen-pulse-label", Static), label)
            self.query_one(Sparkline).data = state.pulse.figures or (0,)
        self.tick()

    def on_mount(self) -> None:
        """Show what was given before there was anything to show it on."""
        self.watch_state(self.state)

    def on_resize(self) -> None:
        """Title and bar are as wide as the column."""
        self.tick()

    def tick(self) -> None:
        """Once a second: the clock."""
        state, cells = self.state, self.scrollable_content_region.width
        if state is None or not self.is_mounted or not cells:
            return
        title = two_sides(((state.title, "strong"),), ((state.key, "muted"),), cells)
        put(self.query_one("#salen-title", Static), title)
        if state.clock is not None:
            self._tick_clock(state.clock, cells)

    def _tick_clock(self, clock: Clock, cells: int) -> None:
        now = self._now()
        digits = self.query_one(Digits)
        digits.update(clock.face(now))
        digits.set_class(clock.live, "-live")
        put(self.query_one("#salen-label", Static), content(((clock.label, "muted"),)))
        words = clock.words
        if clock.over_words and clock.seconds(now) <= -1:
            words = (clock.over_words, *words[1:])
        rows = [content(((row, "muted"),)) for word in words for row in wrap(word, cells)]
        if near := clock.nearing(now):
            rows.insert(0, content(near))
        if clock.total:
            bar = thin(clock.seconds(now), clock.total, cells, "live" if clock.live else "bar")
            rows.insert(0, content(bar))
        put(self.query_one("#salen-words", Static), Content("\n").join(rows))


class SalenRow(Widget):
    """The hall in one row, for narrow screens: whole pieces only."""

    DEFAULT_CSS = "SalenRow { height: 1; background: $side; }"

    state: reactive[SalenState | None] = reactive(None)

    def __init__(self, *, now: Now, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._now = now

    def tick(self) -> None:
        """Once a second: the clock."""
        if self.display:
            self.refresh()

    def render(self) -> Content:
        """Clock, counts, what the wall shows."""
        state, cells = self.state, self.size.width
        if state is None:
            return Content("")
        left: list[Bit] = [(" ", "")]
        clock, right = state.clock, state.brief_right
        room = cells - width(right) - 2
        if clock is not None and clock.unit == "ms":
            tone = "live strong" if clock.live else "strong"
            face = clock.face(self._now())
            # The time and the code are read across the room; a long name gives way to both.
            near = clock.nearing(self._now())
            label = fit(clock.label, room - len(face) - 2 - (width(near) + 2 if near else 0))
            left += [(f"{label} ", "muted"), (face, tone), ("  ", "")]
            left += [*near, ("  ", "")] if near else []
        for piece in _pieces(state.brief):
            # One cell at each edge, and air before what stands right: its code is never cut.
            air = width(piece[-1:]) if not piece[-1][0].strip() else 0
            if width((*left, *piece)) - air > room - 1:
                break
            left += piece
        if not left[-1][0].strip():
            left.pop()
        gap = max(1, cells - width(left) - width(right) - 1)
        return content((*left, (" " * gap, ""), *right, (" ", ""))).truncate(cells)


def _pieces(bits: Bits) -> list[Bits]:
    """Bits grouped at each bit that is only air."""
    pieces: list[list[Bit]] = [[]]
    for bit in bits:
        pieces[-1].append(bit)
        if not bit[0].strip():
            pieces.append([])
    return [tuple(piece) for piece in pieces if piece]


def sign_row(sign: str, words: str) -> tuple[Bits, Bits]:
    """A row of a block with a mark before its words: what is in order, what is lacking."""
    return ((mark(sign), (" ", ""), (words, "")), ())
