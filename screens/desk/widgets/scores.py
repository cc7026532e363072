"""The five fundamentals as rows: what was agreed on as beats, silent scores as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.message import Message

from screens.desk.bits import Bit, Bits, Mark, fit, mark, width
from screens.desk.plain import one_line
from screens.desk.widgets.bars import thin
from screens.desk.widgets.lines import Row
from screens.desk.widgets.rows import Rows
from screens.desk.wrapping import wrap
from screens.scales import NONE, column

LEAD: Final = 2
BEATS: Final = 5
"""A scale with more scores than this is drawn as one bar."""
BAR: Final = 14
ON, OFF = "━━", "──"


@dataclass(frozen=True, slots=True)
class Score:
    """One fundamental: what the team agreed on, and what each gave alone."""

    id: str
    name: str
    question: str
    agreed: int | None
    missing: str
    """What stands where nothing is agreed on."""
    most: int
    silent: tuple[int, ...] | None
    """How many gave each score from 0; None where there are no silent scores, or none to show."""
    tall: bool = True
    """Whether there is room for the question."""
    choosable: bool = True


class Scores(Rows[Score]):
    """Five rows and a cursor; a digit is the score of the row at the cursor."""

    SILENT: ClassVar[int] = 3
    """Cells of one column of silent scores."""

    @dataclass
    class Given(Message):
        """A digit was pressed at a fundamental."""

        fundamental: str
        score: int

    def on_key(self, event: events.Key) -> None:
        """A digit within the scale."""
        item, sign = self.cursor, event.character or ""
        if item is not None and sign.isdecimal() and int(sign) <= item.most:
            event.stop()
            self.post_message(self.Given(item.id, int(sign)))

    def update(self, scores: Sequence[Score]) -> None:
        """Show these."""
        self.show_items(scores)

    def draw(self, item: Score, cells: int) -> list[Row]:
        """Name, beats, score, columns; the question and the columns' digits under them."""
        room = columns(item.most, cells)
        zero = item.agreed == 0
        sign: Bit = mark(Mark.LACKS, "err") if zero else (Mark.NOTHING, "")
        name = fit(item.name, room.name - 1).ljust(room.name)
        row: list[Bit] = [sign, (" ", ""), (name, "err strong" if zero else "strong")]
        row += _beats(item)
        row += _columns(item)
        if not item.tall:
            return [Row(tuple(row))]
        return [Row(tuple(row)), *self._question(item, room, cells), Row(spare=True)]

    def _question(self, item: Score, room: "Columns", cells: int) -> list[Row]:
        """The question whole, on as many rows as it needs; the digits of the columns beside it."""
        end = cells if item.silent is None else room.before
        first, *more = wrap(one_line(item.question), end - LEAD - 1)
        under: list[Bit] = [(" " * LEAD, ""), (first, "muted")]
        if item.silent is not None:
            under.append((" " * max(0, room.before - width(under)), ""))
            under.append(("".join(f"{n:<{self.SILENT}}" for n in range(item.most + 1)), "muted"))
        return [Row(tuple(under)), *(Row(((" " * LEAD, ""), (row, "muted"))) for row in more)]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things begin, in cells from the left edge of a row."""

    name: int
    """Cells of the name."""
    before: int
    """Cells before the silent scores."""


def columns(most: int, cells: int) -> Columns:
    """The name takes what beats, score and silent scores leave it."""
    silent = Scores.SILENT * (most + 1)
    beats = _beats_cells(most) + 5
    name = max(12, cells - LEAD - beats - silent)
    return Columns(name, LEAD + name + beats)


def _beats_cells(most: int) -> int:
    return 3 * most - 1 if most <= BEATS else BAR


def _beats(item: Score) -> Bits:
    cells = _beats_cells(item.most)
    if item.agreed is None:
        return ((item.missing[: cells + 5].ljust(cells + 5), "muted"),)
    tone = "err strong" if item.agreed == 0 else "strong"
    figure: Bit = (f"{item.agreed:>3}  ", tone)
    if item.most > BEATS:
        return (*thin(item.agreed, item.most, BAR), figure)
    on, off = " ".join([ON] * item.agreed), " ".join([OFF] * (item.most - item.agreed))
    return ((on, "bar"), (" " if on and off else "", ""), (off, "line"), figure)


def _columns(item: Score) -> Bits:
    if item.silent is None:
        return ()
    most = max(item.silent, default=0)
    bits: list[Bit] = []
    for score, n in enumerate(item.silent):
        sign = column(n, most)
        tone = "muted" if sign == NONE else "err" if score == 0 else ""
        bits.append((sign.ljust(Scores.SILENT), tone))
    return tuple(bits)
