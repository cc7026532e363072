"""Tables of people's words, however they were saved; each line once, none cut."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.intake.bringing import bring
from screens.intake.table import Known, UnreadableError, column_of, read_table
from screens.recording import Alone
from storage.ledger import Ledger
from workshop.text import clean, is_blank

USUAL = Known(frozenset({"tekst", "innspill", "behov"}), frozenset({"id", "bord"}))
WORDS = ["Ærlig, men vennlig; alltid", 'Hun sa «nei» og "ja"', "Їжа 🍲 مرحبا", "=SUM(A1)"]


def cells(data: bytes, column: str | None = None) -> list[str]:
    """What stands in the column of words."""
    table = read_table(data, USUAL, column)
    chosen = column_of(table, USUAL, column)
    assert chosen is not None
    return [row.cells[chosen] for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_way_to_save_a_sheet_is_read(encoding: str, separator: str) -> None:
    """Byte order marks, commas, semicolons and tabs; the column goes by its usual name."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in WORDS]
    rows = [separator.join((str(i), word, "bord")) for i, word in enumerate(quoted)]
    text = "\r\n".join([separator.join(("Nr", "Innspill", "Hvor")), *rows, ""])

    assert cells(text.encode(encoding)) == WORDS


def test_old_windows_letters_are_read() -> None:
    """What is no UTF-8 is read as cp1252."""
    assert cells("Behov\nBåt på øya – straks".encode("cp1252")) == ["Båt på øya – straks"]


def test_a_list_of_sentences_is_one_column() -> None:
    """Commas and semicolons in sentences part nothing, and the first line is somebody's words."""
    lines = ["Mer buss, takk", "Lys, og benker", "Kaffe; gjerne, sterk"]

    assert cells("\n".join(lines).encode()) == lines


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    """Every line after it is read as a line."""
    assert cells(b'Tekst\n"Buss\nLys\nKaffe') == ['"Buss', "Lys", "Kaffe"]


def test_a_quotation_mark_that_is_never_closed_hides_no_column() -> None:
    """The columns are told apart line by line, and the headings are still headings."""
    assert cells(b'Tekst;Bord\n"Uten slutt;3\nNeste;4\n') == ['"Uten slutt', "Neste"]


def test_rows_may_end_early_under_known_headings() -> None:
    """A program that leaves out what is empty at the end does not make the table one column."""
    table = read_table(b"Innspill;Bord\nBenk;3\nUten bord\nLys, mer lys;4\n", USUAL)

    assert [row.cells[0] for row in table.rows] == ["Benk", "Uten bord", "Lys, mer lys"]


@pytest.mark.parametrize(
    ("first", "is_heading"),
    [
        ("Hva trenger du?;ID", True),
        ("Hva trenger du?;Rad", True),
        ("Mer buss;1", False),
        ("Mer buss;ja", False),
    ],
)
def test_a_question_as_heading_is_nobodys_words(first: str, is_heading: bool) -> None:
    """Forms use the question itself: it is known by what stands beside it, or by the numbers."""
    below = (
        ["Buss;ja", "Lys;ja", "Kaffe;nei"] if first.endswith("ja") else ["Buss;1", "Lys;2", "Te;3"]
    )
    table = read_table("\n".join([first, *below]).encode(), USUAL, "1")

    assert bool(table.headings) == is_heading
    assert len(table.rows) == 4 - is_heading


def test_quoted_line_breaks_stay_and_lines_are_counted_right() -> None:
    """A text of two lines is one row, and the next row knows its own line."""
    table = read_table(b'Tekst;Nr\n"Buss\nom kvelden";1\nLys;2', USUAL)

    assert [(row.line, row.cells[0]) for row in table.rows] == [(2, "Buss\nom kvelden"), (4, "Lys")]


@pytest.mark.parametrize(
    ("column", "expected"),
    [("Hvor", ["her"]), ("hvor", ["her"]), ("2", ["her"]), ("1", ["a"])],
)
def test_a_column_is_named_or_numbered(column: str, expected: list[str]) -> None:
    """By its heading, in any case, or by its number from 1."""
    assert cells(b"Kode;Hvor;Tekst\na;her;Buss", column) == expected


def test_a_column_that_cannot_be_told_is_not_guessed() -> None:
    """Without a usual name somebody must choose; a wrong name is no column."""
    table = read_table(b"Kode;Hvor\na;her", USUAL)

    assert column_of(table, USUAL) is None
    assert column_of(table, USUAL, "Hva") is None
    assert column_of(table, USUAL, "3") is None


@pytest.mark.parametrize(
    ("data", "why"), [(b"", "empty"), (b"\n \n", "empty"), (b"PK\x03\x04", "binary")]
)
def test_what_is_no_table_is_named(data: bytes, why: str) -> None:
    """An empty file and a workbook get a reason."""
    with pytest.raises(UnreadableError, match=why):
        read_table(data, USUAL)


@given(st.binary(max_size=400))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    """Any file is read or named; nothing else is raised."""
    try:
        table = read_table(data, USUAL)
    except UnreadableError:
        return
    assert column_of(table, USUAL, "1") is not None or not table.rows


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Alone]:
    """A file with one case, open to this process."""
    opened = Ledger.open(tmp_path / "a.db")
    alone = Alone(opened)
    told = alone.send_all([{"id": "case-0001", "name": "case.open", "title": "Sak"}])
    assert told[0]["ok"]
    yield alone
    opened.close()


def fates(ledger: Alone, text: str, what: Any = "need") -> list[str]:
    """What became of each line of a file of one column."""
    table = read_table(text.encode(), USUAL)
    return [line.fate for line in bring(table, 0, "case-0001", what, ledger.send_all).lines]


def test_bringing_the_same_file_again_adds_nothing(ledger: Alone) -> None:
    """Neither does a longer edition of it add more than its new lines; doubles are kept."""
    assert fates(ledger, "Tekst\nBuss\nLys\nBuss") == ["taken"] * 3
    assert fates(ledger, "Tekst\nBuss\nLys\nBuss") == ["before"] * 3
    assert fates(ledger, "Tekst\nKaffe\nBuss\nLys\nBuss") == ["taken", *["before"] * 3]

    notes = [n.text for n in ledger.ledger.cases["case-0001"].notes.values()]
    assert notes == ["Buss", "Lys", "Buss", "Kaffe"]


def test_what_is_too_long_or_blank_is_refused_and_never_cut(ledger: Alone) -> None:
    """Its line says why, and the others are taken."""
    table = read_table(f"Tekst;Nr\nBuss;1\n{'å' * 2001};2\n\u200b;3".encode(), USUAL)
    lines = bring(table, 0, "case-0001", "need", ledger.send_all).lines

    assert [(line.line, line.fate, line.why) for line in lines] == [
        (2, "taken", ""),
        (3, "refused", "too_long"),
        (4, "refused", "blank"),
    ]


def test_ideas_wait_until_the_hall_is_asked_for_them(ledger: Alone) -> None:
    """While the need is open an idea is parked; when ideas open it comes back."""
    fates(ledger, "Tekst\nEn kaffebil", "idea")
    case = ledger.ledger.cases["case-0001"]
    assert [n.state for n in case.notes.values()] == ["parked"]

    tell(ledger, {"name": "gathering.plan", "id": "gathering-1", "title": "Kveld"})
    tell(ledger, {"name": "gathering.open", "gathering": "gathering-1"})
    tell(ledger, {"name": "block.start", "kind": "ideas", "reason": "Haster"})
    case = ledger.ledger.cases["case-0001"]
    assert [n.state for n in case.notes.values()] == ["waiting"]


def tell(ledger: Alone, *commands: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Commands about the case that must be taken."""
    bodies = [
        {"id": f"{c['name']}-0001".replace(".", "-"), "case": "case-0001", **c} for c in commands
    ]
    told = ledger.send_all(bodies)
    assert all(answer["ok"] for answer in told), told
    return told


@given(st.lists(st.text(max_size=60), max_size=12))
def test_every_text_is_taken_as_it_was_written(texts: list[str]) -> None:
    """Any script, any sign: the cleaned text is stored, and only what is blank is not."""
    import csv
    import io

    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([["Tekst", "Nr"], *([text, "1"] for text in texts)])
    sent: list[Mapping[str, Any]] = []

    def send(bodies: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        sent.extend(bodies)
        return [{"ok": True} for _ in bodies]

    data = sheet.getvalue().encode(errors="ignore")
    bring(read_table(data, USUAL), 0, "case-0001", "need", send)

    readable = [text.encode(errors="ignore").decode() for text in texts]
    kept = [clean(text) for text in readable]
    assert [body["text"] for body in sent] == [text for text in kept if not is_blank(text)]
