"""What an IT officer reads of tests, learnings, decisions and pledges, as plain tables."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage.batch import Receipt, Wish
from storage.file import open_to_read
from storage.ledger import Ledger
from workshop.commands import PARSE

CASE = "case-0001"


class File:
    """A file with one case, written by the desk and by phones, and read by another program."""

    def __init__(self, path: Path) -> None:
        self.ledger = Ledger.open(path)
        self.made(CASE, "case.open", title="Gode år")

    def made(self, id_: str, name: str, **fields: Any) -> str:
        """A wish of the desk's, which must be taken; its id."""
        return self._told(Wish(id_, CASE, PARSE.validate_python({"name": name, **fields}), "d"))

    def phone(self, phone: str, id_: str, mark: str, name: str, **fields: Any) -> None:
        """A wish of a phone's, under the mark that only it can make."""
        command = PARSE.validate_python({"name": name, **fields})
        sent: dict[str, Any] = {"sender": "phone", "origin": "phone", "presence": phone}
        self._told(Wish(id_, CASE, command, "d", mark=mark, **sent))

    def answers(self, phone: str, test: str, **fields: Any) -> None:
        """What a phone that has joined says after a test."""
        told = {"test": test, "has_need": True, **fields}
        self.phone(phone, f"tell-{phone}-{fields['hit']}", f"{phone}-test", "test.tell", **told)

    def joins(self, phone: str) -> None:
        """A phone joins the open gathering."""
        self.phone(phone, f"join-{phone}", phone, "person.join", role="resident")

    def rows(self, query: str) -> list[Any]:
        """What another program reads."""
        with closing(open_to_read(self.ledger.path)) as reader:
            return list(reader.execute(query).fetchall())

    def _told(self, wish: Wish) -> str:
        answer = self.ledger.record(wish).result(timeout=10)
        assert isinstance(answer, Receipt), answer
        return wish.id


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    file = File(tmp_path / "a.db")
    yield file
    file.ledger.close()


def out_test(file: File) -> str:
    """A test that is out in an open gathering; its id."""
    file.made("eve-00001", "gathering.plan", title="Kveld")
    file.made("open-0001", "gathering.open", gathering="eve-00001")
    file.made("sketch-01", "sketch.make", title="SMS hver dag")
    file.made("sketch-02", "sketch.change", sketch="sketch-01", title="Morgenringen")
    card = {"believe": "De svarer", "do": "Ringe", "right_if": "Tre av fem", "homes": 5}
    test = file.made("test-0001", "test.plan", sketch="sketch-01", **card)
    file.made("change-01", "test.change", test=test, right_if="Fire av fem")
    file.made("start-001", "test.start", test=test)
    return test


def test_tests_are_told_with_their_newest_card_and_what_came_of_them(file: File) -> None:
    """One row for each test, whatever has been changed since it was planned."""
    test = out_test(file)
    columns = "title, round, believe, right_if, homes, result, hit, counted"
    planned = file.rows(f"SELECT {columns}, started IS NULL FROM tests")  # noqa: S608 - our own names
    file.made("record-01", "test.record", test=test, result="Delvis", hit="partly", testers=4)

    card = ("Morgenringen", 1, "De svarer", "Fire av fem", 5)
    assert planned == [(*card, None, None, None, 0)]
    assert file.rows(f"SELECT {columns} FROM tests") == [(*card, "Delvis", "partly", 4)]  # noqa: S608


def test_answers_of_testers_are_sums_and_none_of_few(file: File) -> None:
    """Under five nobody's answer can be told from the sum; words and codes are never beside it."""
    test = out_test(file)
    phones = [f"phone-{n}" for n in range(4)]
    for phone in phones:
        file.joins(phone)
        file.answers(phone, test, hit="yes", quote="Bare jeg sier dette")
    file.answers(phones[0], test, hit="no", has_need=False)
    few = file.rows("SELECT * FROM tester_answers")
    file.made("note-0001", "tester.note", test=test, code="p1", hit="partly")

    assert few == [(CASE, test, 4, 3, None, None, None)]
    assert file.rows("SELECT * FROM tester_answers") == [(CASE, test, 5, 4, 3, 1, 1)]


def test_learnings_decisions_and_pledges_are_plain_tables(file: File) -> None:
    """What was withdrawn is not there; a pledge tells whether it was kept where somebody looked."""
    out_test(file)
    file.made(
        "learn-001", "learning.write", believed="SMS", learnt="Stemmen teller", about="solution"
    )
    file.made("adjust-01", "adjustment.make", learning="learn-001", target="solution", text="Ring")
    file.made(
        "decide-01", "decision.make", result="adopt", body="Kommunestyret", case_no="12/26",
        day="2026-11-30",
    )  # fmt: skip
    file.made("pledge-01", "pledge.make", text="Ringe", who="Helselaget", due="2026-12-01")
    file.made("pledge-02", "pledge.change", pledge="pledge-01", who="Frivilligsentralen")
    file.made("pledge-03", "pledge.make", text="Angret", who="Ingen")
    file.made("undoing-1", "undo")
    file.made("kept-0001", "pledge.keep", pledge="pledge-01", kept=False)
    file.made("pledge-04", "pledge.make", text="Fjernet", who="Ingen")
    file.made("remove-01", "pledge.remove", pledge="pledge-04")

    assert file.rows("SELECT about, believed, learnt FROM learnings") == [
        ("solution", "SMS", "Stemmen teller")
    ]
    assert file.rows("SELECT learning, target, text FROM adjustments") == [
        ("learn-001", "solution", "Ring")
    ]
    assert file.rows("SELECT result, decided_by, day, case_no FROM decisions") == [
        ("adopt", "Kommunestyret", "2026-11-30", "12/26")
    ]
    assert file.rows("SELECT who, text, due, kept FROM pledges") == [
        ("Frivilligsentralen", "Ringe", "2026-12-01", 0)
    ]


def test_what_is_kept_beside_the_evenings_is_a_table_each(file: File) -> None:
    """Lines as they are now, without those that were taken off; plans; benefits; applications."""
    line = file.made("entry-0001", "entry.write", list="tell", text="Svaret", who="Avisa")
    file.made("entry-0002", "entry.change", entry=line, text="Hele svaret")
    file.made("entry-0003", "entry.tick", entry=line, done=True)
    gone = file.made("entry-0004", "entry.write", list="thanks", text="Ola")
    file.made("entry-0005", "entry.remove", entry=gone)
    file.made("place-001", "case.place", year=2026, cost=10)
    file.made("place-002", "case.place", year=2027)
    aim = file.made("aim-0001", "benefit.expect", text="Trygghet", baseline="2,9")
    file.made("aim-0002", "benefit.measure", benefit=aim, measured="4,0")
    fund = file.made("fund-001", "fund.apply", fund="project_of_the_year", amount=5)
    file.made("fund-002", "fund.answer", application=fund, granted=True, text="Ja")

    assert file.rows("SELECT text, who, done FROM entries") == [("Hele svaret", "Avisa", 1)]
    assert file.rows("SELECT year, cost FROM plans") == [(2027, 10)]
    assert file.rows("SELECT text, baseline, measured FROM benefits") == [
        ("Trygghet", "2,9", "4,0")
    ]
    assert file.rows("SELECT amount, granted, answer, spent FROM applications") == [
        (5, 1, "Ja", None)
    ]


def test_the_page_about_the_file_names_every_view_and_column(file: File) -> None:
    """What stands in docs/fila.md is what another program finds."""
    page = (Path(__file__).parents[2] / "docs" / "fila.md").read_text("utf-8")
    views = [name for (name,) in file.rows("SELECT name FROM sqlite_master WHERE type = 'view'")]
    told = dict(
        line.removeprefix("| `").split("` |", 1) for line in page.splitlines() if line[:3] == "| `"
    )

    assert sorted(told) == sorted(views)
    for view in views:
        columns = [row[1] for row in file.rows(f"PRAGMA table_info({view})")]
        missing = [column for column in columns if f"`{column}`" not in told[view]]
        assert missing == [], view
