"""Short lists whose rows are composed beforehand: cases, checks, fates, ways on."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from screens.desk.bits import Bit, Bits, width
from screens.desk.plain import one_line, plain
from screens.desk.widgets.lines import Row
from screens.desk.widgets.rows import Rows
from screens.desk.wrapping import wrap

PARTING = " · "
"""What stands between two bits of a second line."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One choice: what leads it, its text, columns at fixed cells, and its end at the right."""

    id: str
    text: str
    lead: Bits = ()
    """Mark and number; rows of the text after the first start under the text."""
    tone: str = ""
    columns: tuple[tuple[int, Bits], ...] = ()
    """Bits that begin at a cell of the row, counted from the left edge."""
    right: Bits = ()
    beside: Bits = ()
    """What follows the text on its last row, where there is room; else on a row of its own."""
    under: Bits = ()
    """A second line, muted or in its own tone; several bits stand after one another."""
    gap: bool = False
    """A blank row follows."""
    choosable: bool = True


class Picks(Rows[Pick]):
    """A list of choices."""

    def update(self, picks: Sequence[Pick]) -> None:
        """Show these choices."""
        self.show_items(picks)

    def draw(self, item: Pick, cells: int) -> list[Row]:
        """The rows of one choice."""
        indent = width(item.lead)
        end = min([at for at, _ in item.columns], default=cells - width(item.right))
        first, *more = wrap(plain(item.text), max(8, end - 1 - indent - bool(end < cells)))
        left: list[Bit] = [*item.lead, (first, item.tone)]
        for at, bits in item.columns:
            left.append((" " * max(1, at - 1 - width(left)), ""))
            left.extend(bits)
        space = (" " * indent, "")
        rows = [Row(tuple(left), item.right)]
        rows += [Row((space, (text, item.tone))) for text in more]
        if item.beside:
            rows[-1:] = _beside(rows[-1], (space, *item.beside), end - 1)
        if item.under:
            rows += [Row((space, *line)) for line in _flow(item.under, cells - 1 - indent)]
        return rows + ([Row(spare=True)] if item.gap else [])


def _beside(row: Row, more: Bits, cells: int) -> list[Row]:
    """The row with more after it, or two rows."""
    if width(row.left) + 2 + width(more[1:]) <= cells:
        return [Row((*row.left, ("  ", ""), *more[1:]), row.right)]
    return [row, Row(more)]


def _flow(bits: Bits, cells: int) -> list[Bits]:
    """Bits on as many rows as they need; one is broken only where it is too long for a row.

    What parts a bit from the one before it is left out where the bit begins a row.
    """
    rows: list[list[Bit]] = []
    for text, tone in bits:
        if rows and width(rows[-1]) + cell_len(text) <= cells:
            rows[-1].append((text, tone))
            continue
        begins = text.removeprefix(PARTING).lstrip() if rows else text
        whole = cell_len(begins) <= cells and "\n" not in begins
        told = [plain(begins)] if whole else wrap(one_line(begins), cells)
        rows += [[(row, tone)] for row in told]
    return [tuple(row) for row in rows]
