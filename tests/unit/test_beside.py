"""What is kept beside the evenings: lists, the place in the plans, the bravest mistake."""

from datetime import date
from typing import Any

import pytest

from screens.paper.portfolio import as_markdown as portfolio_text
from screens.paper.portfolio import as_table, road_as_markdown
from screens.paper.report import EFFECTS, HELP_LIST, PARTICIPATION, as_markdown
from screens.words import Words
from storage import packs
from tests.unit.given import Evening, an_evening, refusal
from tests.unit.rounding import a_team, gathered, sketched
from workshop import recipe
from workshop.pictures import REST, together
from workshop.portfolio import agents, portfolio

SAY = Words()
TODAY = date(2027, 3, 10)
HOSTILE = "<b>fet</b> [klikk](http://evil.test) | =cmd"


def test_a_line_is_changed_looked_at_and_taken_off() -> None:
    """What is left out stays; what was removed comes back, and what is no line is refused."""
    evening = an_evening()
    line = evening.made("entry.write", list="tell", text="Svaret", who="Avisa", due="2027-03-12")
    evening.made("entry.change", entry=line, text="Hele svaret")
    evening.made("entry.tick", entry=line, done=True)
    kept = evening.it.entries[line]

    assert (kept.text, kept.who, kept.done) == ("Hele svaret", "Avisa", True)
    removed = evening.made("entry.remove", entry=line)
    assert evening.it.entries == {}
    assert refusal(evening.when("entry.tick", entry=line, done=False)) == "no_entry"
    evening.made("undo", command=removed)
    assert evening.it.entries == {line: kept}


@pytest.mark.parametrize("which", ["tell", "help"])
def test_who_waits_for_a_line_finds_it_among_what_is_due(which: str) -> None:
    """Until somebody has said that it was done, or was not."""
    evening = an_evening()
    line = evening.made("entry.write", list=which, text="Svaret", who="Avisa", due="2027-03-12")
    (row,) = portfolio([evening.it], TODAY)

    assert [(due.what, due.who) for due in row.due] == [(which, "Avisa")]
    evening.made("entry.tick", entry=line, done=False)
    assert portfolio([evening.it], TODAY)[0].due == ()


def test_another_year_carries_the_case_over() -> None:
    """It stands in the plan of both years; a year that it comes back to is no longer behind it."""
    evening = an_evening()
    evening.made("case.place", year=2026, cost=150_000, goal="Trygg hjemme")
    evening.made("case.place", year=2027)
    (row,) = portfolio([evening.it], TODAY)

    assert (row.placed.year, row.placed.earlier, row.placed.cost) == (2027, (2026,), 150_000)
    assert [row.stands_in(year) for year in (2025, 2026, 2027)] == [False, True, True]
    evening.made("case.place", year=2026)
    assert evening.it.placed.earlier == (2027,)


def test_the_plan_of_a_year_is_a_list_that_a_spreadsheet_opens() -> None:
    """Semicolons, æøå, figures without spaces; what costs nothing yet is told, not counted as 0."""
    evening = an_evening()
    evening.made("case.place", year=2026, cost=150_000, goal="=HØP mål", owner="Åse")
    evening.made("entry.write", list="freed", text="Tilsyn", amount=40_000)
    rows = portfolio([evening.it], TODAY)
    head, line = as_table(rows, SAY, 2026).lstrip("\ufeff").splitlines()

    assert head.split(";")[:2] == ["Sak", "Mål i planen"]
    assert {"'=HØP mål", "150000", "Åse", "40000"} <= set(line.split(";"))
    assert "150\u00a0000\u00a0kr" in portfolio_text(rows, TODAY, SAY, 2026)
    evening.made("case.place", year=2027)
    assert "Flyttet videre" in portfolio_text(portfolio([evening.it], TODAY), TODAY, SAY, 2026)


def test_the_road_ahead_stands_by_programme_and_quarter() -> None:
    """What comes, in the order of its days, under the programme of the case."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title="Sak")
    evening.made("follow_up.set", day="2027-11-02")
    evening.made("answer_date.set", day="2027-05-28")
    evening.made("note.write", what="need", text="Buss")
    text = road_as_markdown(portfolio([evening.it], TODAY), SAY)

    assert text.index("2. kvartal 2027") < text.index("4. kvartal 2027")
    assert "28.5.2027: **Sak**" in text
    assert "Uten program" in text


def test_innovation_agents_are_counted_once_over_all_cases() -> None:
    """Whoever leads two cases is one agent."""
    cases = []
    for title in ("A", "B"):
        evening = Evening()
        evening.made("case.open", id="case-0001", title=title)
        evening.made("entry.write", list="agent", text="Kari")
        cases.append(evening.it.model_copy(update={"id": title}))
    rows = portfolio(cases, TODAY)

    assert agents(rows) == ("Kari",)
    assert "1 innovasjonsagent: Kari" in portfolio_text(rows, TODAY, SAY)


def test_the_bravest_mistake_is_something_that_was_learnt() -> None:
    """A learning or a stopped sketch, and no other; the report shows it as a card."""
    evening = a_team()
    sketch = sketched(evening, gathered(evening))
    assert refusal(evening.when("brave.choose", card=sketch)) == "no_brave"
    evening.made("sketch.decide", sketch=sketch, decision="stopped", lesson="Ingen så kortet")
    evening.made("brave.choose", card=sketch)
    text = as_markdown(evening.it, SAY)

    assert "## Modigste feil" in text
    assert "Vi lærte: Ingen så kortet" in text
    evening.made("brave.choose", card=None)
    assert "Modigste feil" not in as_markdown(evening.it, SAY)


def test_whoever_wants_help_has_a_list_with_whom_to_ask() -> None:
    """The strategy's support team stands under what help is wanted with."""
    evening = an_evening()
    evening.made("entry.write", list="help", text="Lese testkort", who="Støtteteamet")
    pack = evening.it.pack.model_copy(update={"support": "Innovasjonsteamet, rom 4"})
    case = evening.it.model_copy(update={"pack": pack})

    text = as_markdown(case, SAY, HELP_LIST)
    assert text.index("Lese testkort") < text.index("Innovasjonsteamet, rom 4")


def test_effects_stand_beside_their_aims_and_the_strategys_criteria() -> None:
    """What is not measured says so, and a criterion is told with what shows it."""
    evening = an_evening()
    pack = packs.pack("lier")
    evening.case = evening.it.model_copy(update={"pack": pack})
    evening.made("benefit.expect", text="Trygghet", baseline="2,9", target="3,5")
    evening.made("checklist.agree", checklist="criteria", item="c3", step="yes", note="Se tallene")
    text = as_markdown(evening.it, SAY, EFFECTS)

    assert "| Trygghet | 2,9 | 3,5 | ikke målt |" in text
    assert "Effekten synes. **Ja** Se tallene" in text


@pytest.mark.parametrize("name", packs.shipped())
def test_every_packs_criteria_can_be_gone_through(name: str) -> None:
    """One item for each of them, without anybody having written a checklist."""
    pack = packs.pack(name)
    assert pack is not None
    checklist = pack.checklist("criteria")

    assert (checklist is None) == (not pack.criteria)
    assert tuple(i.text for i in checklist.items) == pack.criteria if checklist else True


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"a": 9, "b": 7}, {"a": 9, "b": 7}),
        ({"a": 9, "b": 3, "c": 2}, {"a": 9, REST: 5}),
        ({"a": 9, "b": 7, "c": 1}, {"a": 9, REST: 8}),
        ({"a": 2}, {REST: 2}),
    ],
)
def test_no_group_of_a_few_is_told_by_itself(counts: dict[str, int], told: dict[str, int]) -> None:
    """Nor can it be worked out by taking the others from the whole."""
    assert together(counts) == told


def test_the_shares_add_up_and_say_where_voices_came_from() -> None:
    """Kinds of people by evening, and notes by how they came in."""
    evening = an_evening()
    for phone in "abcdef":
        evening.made("person.join", sender="phone", phone=phone, role="resident")
    evening.made("block.start", kind="needs")
    for phone in "abcdef":
        evening.made("note.write", sender="phone", phone=phone, text=f"Behov {phone}")
    text = as_markdown(evening.it, SAY, PARTICIPATION)

    assert "6 (100 %)" in text
    assert "telefon 6 (100 %)" in text


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, False),
        ({"owner": "Leder", "baseline": "2,9"}, False),
        ({"owner": "Leder", "due": "2027-01-01"}, False),
        ({"owner": "Leder", "baseline": "2,9", "due": "2027-01-01"}, True),
    ],
)
def test_what_is_handed_over_has_an_aim_that_somebody_follows(
    fields: dict[str, Any], holds: bool
) -> None:
    """The last gate wants one aim with owner, baseline and day; whoever passes it says why."""
    evening = an_evening()
    evening.made("benefit.expect", text="Trygghet", **fields)
    checks = {c.key: c.holds for c in recipe.STATIONS[5].checks(evening.it)}

    assert checks["benefit"] is holds
    evening.made("gate.pass", gate="benefit", reason="Måles av fylket")
    assert "Måles av fylket" in as_markdown(evening.it, SAY)


def test_hostile_words_are_only_words_beside_the_evenings() -> None:
    """Whatever is typed on the lists stands there letter by letter."""
    evening = an_evening()
    for which in ("tell", "thanks", "partner"):
        evening.made("entry.write", list=which, text=HOSTILE, who=HOSTILE)
    evening.made("case.place", goal=HOSTILE, owner=HOSTILE)
    text = as_markdown(evening.it, SAY)

    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "[klikk](" not in text
