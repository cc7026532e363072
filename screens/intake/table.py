"""A table in a text file, however a spreadsheet or a form service saved it."""

import csv
import io
import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from workshop.text import one_line

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of spreadsheet programs begin."""
_SEPARATORS: Final = (";", "\t", ",")
"""In the order of trust: a comma stands in sentences, too."""
_NONE: Final = "\x1f"
"""A separator that stands in no text: the file has one column."""
_SAMPLE: Final = 50
_ENOUGH: Final = 3
"""Cells with nothing but numbers below a heading, before it is taken for one."""
_MOST_ROWS_WHOLE: Final = 0.6
_DATUM: Final = re.compile(r"(?=.*\d)[\d\s.,:/+%T Z-]+")
_LARGEST_CELL: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the number of the line that it begins on, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file; headings are empty where the first row is already somebody's words."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row.cells) for row in self.rows), default=len(self.headings))


class UnreadableError(ValueError):
    """The file is no table of text; the argument is a key of the catalogue."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file and its encoding: marked, UTF-8, or else that of older Windows."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded_as(data, encoding), encoding
    if data.startswith(_WORKBOOKS):
        raise UnreadableError("binary")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise UnreadableError("binary") from error
        return _decoded_as(data, "cp1252"), "cp1252"


def _decoded_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise UnreadableError("encoding") from error


@dataclass(frozen=True, slots=True)
class Known:
    """What columns are called, in small letters."""

    words: frozenset[str]
    """Usual for a column of people's words."""
    others: frozenset[str] = frozenset()
    """Usual for what a form writes beside them."""


def read_table(data: bytes, known: Known, column: str | None = None) -> Table:
    """The rows of a file.

    The first row is taken for headings where ``column`` names one of them,
    where one of them is usual, or where a column below it holds only numbers
    and days. Raises UnreadableError where the file is no text.
    """
    csv.field_size_limit(_LARGEST_CELL)
    text, encoding = decoded(data)
    names = known.words | known.others | ({_name(column)} if column else frozenset())
    rows = _rows(text, _separator(text, names))
    if not rows:
        raise UnreadableError("empty")
    if _has_headings(rows, known, column):
        return Table(tuple(map(one_line, rows[0].cells)), tuple(rows[1:]), encoding)
    return Table((), tuple(rows), encoding)


def _has_headings(rows: list[Row], known: Known, column: str | None) -> bool:
    names = {_name(cell) for cell in rows[0].cells}
    if column and not column.isdecimal():
        return _name(column) in names
    if names & known.words:
        return True
    return len(rows[0].cells) > 1 and bool(names & known.others or _stands_over_data(rows))


def _stands_over_data(rows: list[Row]) -> bool:
    """Whether words stand in the first row over a column that else holds numbers or days only."""
    for at, cell in enumerate(rows[0].cells):
        below = [row.cells[at] for row in rows[1:_SAMPLE] if at < len(row.cells)]
        filled = [one for one in below if one.strip()]
        is_word = bool(cell.strip()) and not _is_datum(cell)
        if is_word and len(filled) >= _ENOUGH and all(map(_is_datum, filled)):
            return True
    return False


def _is_datum(cell: str) -> bool:
    """A number, a day, a time."""
    return bool(_DATUM.fullmatch(cell.strip()))


def column_of(table: Table, known: Known, column: str | None = None) -> int | None:
    """Which column holds the words, from 0; None where that cannot be told."""
    names = [_name(heading) for heading in table.headings]
    if column is not None:
        if _name(column) in names:
            return names.index(_name(column))
        number = int(column) if column.isdecimal() else 0
        return number - 1 if 1 <= number <= max(table.width, len(names)) else None
    fitting = [i for i, name in enumerate(names) if name in known.words]
    if len(fitting) == 1:
        return fitting[0]
    return 0 if table.width == 1 else None


def _name(heading: str | None) -> str:
    return one_line(heading or "").casefold()


def _rows(text: str, separator: str) -> list[Row]:
    try:
        return _parsed(text, separator, strict=True)
    except csv.Error as error:
        if "unexpected end" not in str(error):
            return _parsed(text, separator, strict=False)
    # A quotation mark that is never closed would swallow every line after it.
    return _parsed(text, separator, strict=False, quoted=False)


def _parsed(text: str, separator: str, *, strict: bool, quoted: bool = True) -> list[Row]:
    rows: list[Row] = []
    lines = io.StringIO(text, newline="")
    if quoted:
        reader = csv.reader(lines, delimiter=separator, strict=strict)
    else:
        reader = csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
    begins = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            rows.append(Row(begins, tuple(cells)))
        begins = reader.line_num + 1
    return rows


def _separator(text: str, names: frozenset[str]) -> str:
    """What parts the columns: the sign that parts the first rows into equally many.

    Signs inside quotation marks do not count, and neither do those with a
    space after them, for they stand in people's sentences. Under headings that
    are known, some rows may have fewer: what is left out at their end is empty.
    """
    best = (0.0, 1, _NONE)
    for separator in _SEPARATORS:
        rows = [row.cells for row in islice(_rows(text, separator), _SAMPLE)]
        width = len(rows[0]) if rows else 1
        later = [cell for cells in rows for cell in cells[1:]]
        in_sentences = sum(cell.startswith(" ") for cell in later) * 2 > len(later)
        if width == 1 or in_sentences or max(map(len, rows)) > width:
            continue
        share = sum(len(cells) == width for cells in rows) / len(rows)
        under_names = bool({_name(cell) for cell in rows[0]} & names)
        if share == 1 or (under_names and share >= _MOST_ROWS_WHOLE):
            best = max(best, (share, width, separator))
    return best[2]
