"""A picture in words: its sentence, its labels, its table; drawn as text and as a page's table.

The figures come from `workshop.pictures`; wall, terminal and report draw the same chart.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from screens.words import Words
from workshop.pictures import Kind, Label, Picture
from workshop.text import one_line

FILLS: Final = ("#1c587f", "#8c3f09", "#43525d")
"""What the parts of a whole are filled with: need, solution, test; white words stand on each."""
BAR: Final = "#1f5f88"
TONES: Final = ("bar", "live", "muted")
"""The same in a terminal."""
COLUMN: Final = " ▁▂▃▄▅▆▇█"
WHOLE: Final = 1000
HIGH: Final = 56
GAP: Final = 6
BASE: Final = 42
NONE: Final = "–"
SHORT: Final = 8
GAPS: Final = 2
LEAST: Final = 24
"""Cells that a drawing takes at least beside what is told after it."""
NARROW: Final = 100
"""Thousandths under which a part has room for its letter alone."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a picture in words."""

    label: str
    values: tuple[int | None, ...]
    told: str = ""

    @property
    def figures(self) -> tuple[int, ...]:
        """The figures as they are drawn."""
        return tuple(n or 0 for n in self.values)

    @property
    def words(self) -> tuple[str, ...]:
        """The figures as they are written; a dash where nothing can be told."""
        return tuple(NONE if n is None else str(n) for n in self.values)


@dataclass(frozen=True, slots=True)
class Chart:
    """What every drawer needs."""

    kind: Kind
    title: str
    sentence: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    most: int
    has_table: bool = False
    """Whether a table of the same stands beside it."""

    def page(self, first: int, many: int) -> "Chart":
        """Some of its lines, drawn to the same scale."""
        return replace(self, rows=self.rows[first : first + many])

    @property
    def letters(self) -> tuple[str, ...]:
        """The first letter of each part."""
        return tuple(column[:1].upper() for column in self.columns)

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """Its table, without the heads."""
        end = any(row.told for row in self.rows)
        return tuple((row.label, *row.words, *((row.told,) if end else ())) for row in self.rows)

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands over the columns of the table."""
        return ("", *self.columns, *(("",) if any(row.told for row in self.rows) else ()))


class Charts:
    """Puts pictures in the words of one language."""

    def __init__(self, say: Words) -> None:
        self._say: Final = say

    def of(self, picture: Picture, *, has_table: bool = False) -> Chart:
        """The chart of a picture."""
        say = self._say
        rows = tuple(
            Row(
                self._label(line.label),
                line.values,
                self._label(line.told) if line.told else say("chart.tie") if line.tie else "",
            )
            for line in picture.lines
        )
        return Chart(
            picture.kind,
            say(f"chart.{picture.name}"),
            self._sentence(picture) if picture.lines else say("chart.none"),
            tuple(map(self._label, picture.columns)),
            rows,
            picture.most,
            has_table,
        )

    def _label(self, label: Label) -> str:
        say = self._say
        # Words that were erased leave a line without any.
        told = say(f"chart.{label.key}", n=label.n) if label.key else one_line(label.text) or NONE
        return say("chart.dated", told=told, day=say.day(label.day)) if label.day else told

    def _sentence(self, picture: Picture) -> str:
        say, lines = self._say, picture.lines
        match picture.name:
            case "road":
                need, solution, *_ = (n or 0 for n in lines[-1].values)
                more = "need" if need > solution else "solution"
                big = "even" if need == solution else more
                return say(f"chart.road_{big}", n=len(lines))
            case "became":
                every = sum(n or 0 for line in lines for n in line.values)
                left = sum(line.values[0] or 0 for line in lines if line.label.key == "unanswered")
                return say("chart.became_told", answered=every - left, all=every)
            case "result":
                first = [x for x in lines if x.tie and x.tie == lines[0].tie] or [lines[0]]
                names = say.listed(self._label(line.label) for line in first)
                return say(
                    "chart.result_tied" if len(first) > 1 else "chart.result_told", name=names
                )
            case _:
                return say(f"chart.{picture.name}_told")


def as_html(chart: Chart) -> Markup:
    """The chart as a table whose cells are drawn, so that ear and eye get the same."""
    draw = {"bars": _bar_cells, "columns": _column_cells, "share": _share_cells}[chart.kind]
    rows = Markup().join(
        Markup('<tr role="row"><th scope="row" role="rowheader" dir="auto">{}</th>{}</tr>').format(
            row.label, draw(chart, row)
        )
        for row in chart.rows
    )
    heads = Markup().join(
        Markup('<th scope="col" dir="auto">{}</th>').format(column) for column in chart.columns
    )
    hidden = Markup(' aria-hidden="true"') if chart.has_table else Markup()
    if chart.kind != "columns":
        # What a single figure or a letter is stands in the caption, for those who listen.
        told = Markup('<caption class="unseen">{}</caption>').format(
            f"{chart.title}: {', '.join(chart.columns)}"
        )
        return Markup('<table class="chart of-{}"{}>{}<tbody>{}</tbody></table>').format(
            chart.kind, hidden, told, rows
        )
    return Markup(
        '<table class="chart of-{}"{}><thead><tr><td></td>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(chart.kind, hidden, heads, rows)


def _bar_cells(chart: Chart, row: Row) -> Markup:
    (n,) = row.figures
    return Markup(
        '<td class="n">{}</td><td class="drawn"><svg viewBox="0 0 1000 10" '
        'preserveAspectRatio="none" aria-hidden="true"><rect width="{}" height="10" '
        'fill="{}"/></svg></td><td class="told">{}</td>'
    ).format(n, round(WHOLE * n / chart.most), BAR, row.told)


def _column_cells(chart: Chart, row: Row) -> Markup:
    cell = Markup(
        '<td><svg viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true">'
        '<rect y="{}" width="10" height="{}" fill="{}"/></svg> <b>{}</b></td>'
    )
    heights = (round(WHOLE * n / chart.most) for n in row.figures)
    return Markup().join(
        cell.format(WHOLE - high, high, BAR, n) for high, n in zip(heights, row.words, strict=True)
    )


def _share_cells(chart: Chart, row: Row) -> Markup:
    whole, at, drawn = sum(row.figures) or 1, 0, Markup()
    for letter, n, fill in zip(chart.letters, row.figures, FILLS, strict=True):
        wide = round(WHOLE * n / whole)
        words = f"{letter} {n}" if wide >= NARROW else letter if wide > NARROW // 2 else ""
        drawn += Markup(
            '<rect x="{}" width="{}" height="{}" fill="{}"/><text x="{}" y="{}">{}</text>'
        ).format(at, max(0, wide - GAP), HIGH, fill, at + GAP, BASE, words)
        at += wide
    return Markup(
        '<td class="drawn" role="cell"><svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
        '</td><td class="told" role="cell">{}</td>'
    ).format(WHOLE, HIGH, told_parts(chart, row), drawn, row.told)


def told_parts(chart: Chart, row: Row) -> str:
    """The parts of a whole in words: each with its share."""
    named = zip(chart.columns, row.values, strict=True)
    return ", ".join(f"{name} {n}" for name, n in named)


Bits = tuple[tuple[str, str], ...]
"""Pieces of text, each with its tone."""


def as_text(chart: Chart, cells: int, measure: Callable[[str], int] = len) -> list[Bits]:
    """The chart in so many cells: a row for each line, told apart by signs as well as tones."""
    if not chart.rows:
        return []
    lead = min(max(measure(row.label) for row in chart.rows), cells // 2 - 2)
    told = max(measure(row.told) for row in chart.rows)
    room = cells - lead - GAPS
    beside = told and room - told - GAPS >= LEAST
    # Every line is drawn to the same length, whatever is told after it.
    drawn = room - told - GAPS if beside else room
    rows: list[Bits] = []
    if chart.kind == "columns":
        heads = "".join(f"  {head:<{_wide(chart)}}  " for head in _heads(chart)).rstrip()
        rows.append(((" " * (lead + GAPS), ""), (heads, "muted")))
    for row in chart.rows:
        bits = drawn_row(chart, row, drawn)
        after: Bits = ((row.told, "muted"),) if row.told else ()
        label: Bits = ((f"{row.label}{' ' * (lead - measure(row.label) + GAPS)}", ""),)
        if measure(row.label) > lead:
            rows.append(((row.label, ""),))
            label = ((" " * (lead + GAPS), ""),)
        end = " " * (drawn + GAPS - sum(measure(text) for text, _ in bits))
        rows.append((*label, *bits, (end, ""), *after) if beside and after else (*label, *bits))
        if after and not beside:
            rows.append(((" " * (lead + GAPS), ""), *after))
    return rows


def _heads(chart: Chart) -> Iterator[str]:
    """What stands over the columns: a short name, and else the number of its place."""
    wide, last = _wide(chart), len(chart.columns)
    for n, name in enumerate(chart.columns, start=1):
        yield name if len(name) <= wide or (n == last and len(name) <= SHORT and n > 1) else f"{n}."


def _wide(chart: Chart) -> int:
    """Cells that a figure takes under its column."""
    return max(2, *(len(n) for row in chart.rows for n in row.words))


def drawn_row(chart: Chart, row: Row, cells: int) -> Bits:
    """A line without its label: a bar and its figure, columns with theirs, or lettered parts."""
    if chart.kind == "bars":
        (n,) = row.figures
        figure = f" {n}"
        bar = "█" * round(max(1, cells - len(figure)) * n / chart.most)
        return ((bar, "bar"), (figure, "strong"))
    if chart.kind == "columns":
        signs = (COLUMN[round((len(COLUMN) - 1) * n / chart.most)] for n in row.figures)
        return tuple(
            bit
            for sign, n in zip(signs, row.words, strict=True)
            for bit in ((sign, "bar"), (f" {n:<{_wide(chart)}}  ", "strong"))
        )
    whole, room = sum(row.figures) or 1, max(3, cells - 4 * len(row.figures))
    return tuple(
        bit
        for letter, n, tone in zip(chart.letters, row.figures, TONES, strict=True)
        for bit in ((f"{letter} ", "strong"), (f"{'█' * round(room * n / whole)} ", tone))
    )


__all__ = ["Bits", "Chart", "Charts", "Row", "as_html", "as_text", "drawn_row", "told_parts"]
