"""`medspill import`, with a hall and without one."""

import json
import subprocess
import sys
from pathlib import Path

from storage.reader import read_cases
from tests.house.house import ROOT
from tests.web.halls import an_evening, hall, tell


def bring(*words: str) -> subprocess.CompletedProcess[str]:
    """The command with these words."""
    return subprocess.run(
        [sys.executable, "-m", "screens.cli", "import", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_table_goes_through_the_hall_and_again_without_it(tmp_path: Path) -> None:
    """The hall takes it and nothing is doubled when the same file comes without a hall."""
    file, table = tmp_path / "hall.db", tmp_path / "svar.csv"
    table.write_text("Nr;Innspill\n1;Buss om kvelden\n2;Їжа 🍲\n3;\n", "utf-8-sig")
    words = (str(table), "--file", str(file), "--as", "needs", "--json")
    with hall(file) as control:
        case = an_evening(control)
        first = bring(*words)
        shown = control.get(f"/cases/{case}")
    again = bring(*words)

    told = json.loads(first.stdout)
    assert first.returncode == again.returncode == 1
    assert (told["taken"], told["before"], told["refused"], told["parked"]) == (2, 0, 1, 0)
    assert (told["lines"][2]["line"], told["lines"][2]["why"]) == (4, "Det står ingen tekst her.")
    assert [note["text"] for note in shown["notes"].values()] == ["Buss om kvelden", "Їжа 🍲"]
    assert {note["origin"] for note in shown["notes"].values()} == {"import"}
    assert json.loads(again.stdout)["before"] == 2
    assert len(read_cases(file)[case].notes) == 2


def test_ideas_are_parked_and_counted_while_needs_are_asked_for(tmp_path: Path) -> None:
    """The person who brings them in is told how many wait."""
    file, table = tmp_path / "hall.db", tmp_path / "ideer.csv"
    table.write_text("Kaffebil\nLeksehjelp\n", "utf-8")
    with hall(file) as control:
        an_evening(control)
        done = bring(str(table), "--file", str(file), "--as", "ideas")

    assert done.returncode == 0
    assert "2 lapper er tatt inn." in done.stdout
    assert "2 ideer er parkert til ideene åpner." in done.stdout


def test_wrong_words_get_a_sentence(tmp_path: Path) -> None:
    """No file, no text, no column, no case: what to do, exit status 2, and no traceback."""
    file, table, book = tmp_path / "a.db", tmp_path / "a.csv", tmp_path / "a.xlsx"
    table.write_text("Kode;Sted\n1;her\n", "utf-8")
    book.write_bytes(b"PK\x03\x04...")
    with hall(file) as control:
        tell(control, None, "case.open", title="Sak")
    base = ("--file", str(file), "--as", "needs")
    for words, sentence in [
        ((str(tmp_path / "nei.csv"), *base), "Finner ikke"),
        ((str(book), *base), "er ingen tekstfil"),
        ((str(table), *base), "Velg den med tekstene med --column: 1 Kode, 2 Sted"),
        ((str(table), *base, "--column", "Hva"), "ingen kolonne «Hva»"),
        ((str(table), *base, "--column", "2", "--case", "ukjent"), "finnes ikke"),
        ((str(table), "--file", str(file)), "--as mangler"),
    ]:
        done = bring(*words)
        assert (done.returncode, sentence in done.stderr) == (2, True), (words, done.stderr)
        assert "Traceback" not in done.stderr
