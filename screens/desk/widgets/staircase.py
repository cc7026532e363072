"""The run sheet as a list: when, how long, what, and a bar for each that begins where it does."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from screens.desk.bits import Bit, Bits, Mark, fit, mark
from screens.desk.widgets.lines import Row
from screens.desk.widgets.rows import Rows
from screens.desk.wrapping import wrap

BAR = "█"
TITLE_AT = 16
BAR_AT = 42
LETTER = 2
"""Cells of the phase's letter behind its bar, with the air before it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One block of the run sheet."""

    id: str
    title: str
    minutes: int = 0
    clock: str = ""
    begins: int = 0
    """Minutes from the beginning of the evening."""
    of: int = 0
    """Minutes of the whole evening."""
    phase: str = ""
    """The letter of need, solution or test; empty for none of them."""
    sign: str = Mark.NOTHING
    """Whether it has been, runs, or is to come."""
    choosable: bool = True
    gap: bool = False
    """A blank row follows."""


class Staircase(Rows[Step]):
    """The blocks one under the other; in a narrow window without bars and blank rows."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._steps: tuple[Step, ...] = ()

    def update(self, steps: Sequence[Step]) -> None:
        """Show these blocks, with air between them where there is room."""
        self._steps = tuple(steps)
        airy = 2 * len(self._steps) <= self.size.height + 1 and self.screen.has_class("-hoy")
        self.show_items([replace(step, gap=airy) for step in self._steps])

    def on_resize(self, event: object) -> None:
        """As much air as there is room for now."""
        super().on_resize(event)  # type: ignore[arg-type]
        if self._steps:
            self.update(self._steps)

    def draw(self, item: Step, cells: int) -> list[Row]:
        """One row, and a blank one under it where there is room."""
        spare = [Row(spare=True)] if item.gap else []
        if not item.choosable:
            rows = wrap(item.title, max(8, cells - 2))
            return [Row(((f"{row}", "muted"),)) for row in rows] + spare
        live, done = item.sign == Mark.LIVE, item.sign == Mark.DONE
        tone = "live strong" if live else "muted" if done else ""
        quiet = "live" if live else "muted" if done else ""
        stairs = not self.screen.has_class("-smal")
        end = min(BAR_AT, cells) - 1 if stairs else cells - LETTER
        name = fit(item.title, max(8, end - TITLE_AT))
        left: list[Bit] = [
            mark(item.sign),
            (f" {item.clock:<5}", quiet),
            (f"{item.minutes:>6}", quiet),
            ("   ", ""),
            (name, tone),
        ]
        if not stairs:
            return [Row(tuple(left), ((item.phase or " ", "muted"),)), *spare]
        left.append((" " * (end - TITLE_AT - cell_len(name) + 1), ""))
        return [Row((*left, *_bar(item, cells - end - LETTER - 1, live=live))), *spare]


def _bar(item: Step, room: int, *, live: bool) -> Bits:
    """Offset and length in scale, at least one cell, with the letter behind."""
    if room < LETTER or not item.of:
        return ()
    begins = round(item.begins / item.of * room)
    ends = max(begins + 1, round((item.begins + item.minutes) / item.of * room))
    tone = "live" if live else "bar" if item.phase else "line"
    letter = f" {item.phase}" if item.phase else ""
    return ((" " * begins, ""), (BAR * (ends - begins), tone), (letter, "live" if live else ""))
