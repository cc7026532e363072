"""All the cases of a file side by side: what is due next, what is late, and nothing twice."""

import csv
from datetime import date
from typing import Any

import pytest

from screens.paper.portfolio import as_html, as_markdown, as_table
from screens.words import Words
from tests.unit.given import Evening, an_evening
from tests.unit.rounding import a_team, gathered, planned, sketched
from tests.unit.test_report_page import HOSTILE, Page
from workshop.portfolio import Row, portfolio

SAY = Words()
TODAY = date(2027, 3, 10)


def row(evening: Evening) -> Row:
    """The case as it stands in the list."""
    (found,) = portfolio([evening.it], TODAY)
    return found


def dues(evening: Evening) -> list[tuple[str, str]]:
    """What is overdue, and then what comes next."""
    found = row(evening)
    every = [*found.late, *([found.next] if found.next else [])]
    return [(due.what, due.day.isoformat()) for due in every]


@pytest.mark.parametrize(
    ("name", "fields", "what", "done"),
    [
        ("promise.make", {"text": "Svar"}, "promise", ("promise.keep", {"kept": False})),
        (
            "pledge.make",
            {"text": "Kjøre", "who": "Laget"},
            "pledge",
            ("pledge.keep", {"kept": True}),
        ),
        ("benefit.expect", {"text": "Trygghet"}, "benefit", ("benefit.measure", {"measured": "4"})),
    ],
)
def test_what_has_been_looked_at_is_no_longer_due(
    name: str, fields: dict[str, Any], what: str, done: tuple[str, dict[str, Any]]
) -> None:
    """Whether it was kept or not: it stands in the list until somebody has looked."""
    evening = an_evening()
    made = evening.made(name, due="2027-03-01", **fields)
    late = dues(evening)
    command, told = done
    evening.made(command, **{what: made}, **told)

    assert late == [(what, "2027-03-01")]
    assert dues(evening) == []


def test_the_next_date_is_the_first_from_today_on() -> None:
    """A gathering, a test that is out, a round and the day for answers, each while it waits."""
    evening = a_team()
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.made("test.change", test=test, until="2027-03-20")
    evening.made("gathering.plan", title="Kveld 2", day="2027-03-12")
    evening.made("answer_date.set", day="2027-03-10")
    evening.made("round.plan", until="2027-03-09")

    assert dues(evening) == [("round", "2027-03-09"), ("answer", "2027-03-10")]
    for target in ("cluster.make-0003", *evening.it.notes):
        evening.when("fate.give", target=target, fate="in_round", answer="Vi prøver")
    for cluster in evening.it.clusters:
        evening.made("fate.give", target=cluster, fate="in_round", answer="Vi prøver")
    assert dues(evening) == [("round", "2027-03-09"), ("gathering", "2027-03-12")]


def test_a_case_tells_where_it_stands_and_what_is_in_use() -> None:
    """Status, phase, heads, testers, and the sketches that were taken into use."""
    evening = an_evening()
    evening.made("heads.count", heads=31)
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.made("tester.note", test=test, code="p1")
    out = row(evening)
    evening.made("test.record", test=test, result="Traff", hit="yes")
    evening.made("round.decide", decision="adopt", reason="De vil")
    ended = row(evening)

    assert (out.status, out.state, out.people, out.testers) == ("out_for_test", "learning", 31, 1)
    assert (ended.status, ended.state, ended.adopted) == ("ended", "decided", ("Fotokort",))


def test_what_is_late_stands_first_and_a_spreadsheet_gets_every_column() -> None:
    """Cases with something overdue before the others; no cell can calculate."""
    late, calm = an_evening(), an_evening()
    late.made("case.describe", title="=Sent ute")
    late.made("promise.make", text="Svar", owner="Ordføreren", due="2027-01-01")
    calm.made("case.describe", title="A rolig")
    rows = portfolio([calm.it, late.it], TODAY)
    table = list(csv.reader(as_table(rows, SAY).lstrip("\ufeff").splitlines(), delimiter=";"))
    text = as_markdown(rows, TODAY, SAY)

    assert [line[0] for line in table[1:]] == ["'=Sent ute", "A rolig"]
    assert len({len(line) for line in table}) == 1
    assert "1.1.2027: Løfte: Svar (Ordføreren)" in text.replace("\\", "")
    assert portfolio([], TODAY) == ()
    assert "ingen saker" in as_markdown((), TODAY, SAY)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words_in_the_list(text: str) -> None:
    """Titles, promises and owners stand there letter by letter."""
    evening = an_evening()
    evening.made("case.describe", title=text)
    evening.made("promise.make", text=text, owner=text, due="2027-01-01")
    page = Page(as_html(portfolio([evening.it], TODAY), TODAY, SAY))

    assert set(page.elements).isdisjoint({"script", "img", "a", "iframe", "object"})
    assert not [name for name, _ in page.attributes if name.startswith("on")]
