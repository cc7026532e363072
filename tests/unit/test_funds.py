"""Funds and awards: applied to from a case, scored by seats, answered, reported back."""

from datetime import date

import pytest

from screens.paper.funds import as_markdown as funds_text
from screens.paper.report import as_markdown
from screens.words import Words
from storage import packs
from tests.unit.given import Evening, refusal
from workshop import funds
from workshop.packs.model import Pack
from workshop.portfolio import portfolio

SAY = Words()
TODAY = date(2027, 3, 10)
FULL = {"need": "two", "new": "two", "useful": "one", "used": "zero", "people": "one"}


def a_case(title: str = "Ringen", pack: str = "gausdal") -> Evening:
    """A case with the strategy of a municipality that has a fund."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title=title)
    evening.case = evening.it.model_copy(update={"pack": packs.pack(pack) or Pack(), "id": title})
    return evening


def applied(evening: Evening) -> str:
    key = evening.it.pack.funds[0].key
    return evening.made("fund.apply", fund=key, amount=50_000, text="Prøve i to grender")


def steps() -> dict[str, str]:
    """A step for each item of the panel's list: the least, the middle, the most."""
    scale = (packs.pack("gausdal") or Pack()).scale("zero_one_two").steps
    return {"zero": scale[0].key, "one": scale[1].key, "two": scale[2].key}


def scores(given: dict[str, str]) -> dict[str, str]:
    known = steps()
    return {item: known[step] for item, step in given.items()}


@pytest.mark.parametrize(("pack", "granted"), [("gausdal", "innvilget"), ("jevnaker", "kåret")])
def test_from_application_to_report(pack: str, granted: str) -> None:
    """A pot and an award go the same way, and the report of the case tells of it."""
    evening = a_case(pack=pack)
    mine = applied(evening)
    evening.made("fund.score", application=mine, panel=1, scores=scores(FULL))
    evening.made("fund.score", application=mine, panel=2, scores=scores({"need": "one"}))
    assert funds.points(evening.it, evening.it.applications[mine]) == (6, 1)
    assert refusal(evening.when("fund.report", application=mine, text="X")) == "fund_not_granted"
    answer = {"granted": True, "amount": 40_000, "body": "Rådmannen", "text": "Godt behov"}
    evening.made("fund.answer", application=mine, **answer)
    evening.made("fund.report", application=mine, spent=38_000, text="To ringer går")
    text = as_markdown(evening.it, SAY)

    assert "## Fond og kåringer" in text
    for words in ("poeng 6, 1", granted, "Godt behov", "38 000 kr", "To ringer går"):
        assert words in text


def test_points_are_those_of_a_seat_and_can_be_given_anew() -> None:
    """The newest of a seat count; what the panel's list does not have is refused."""
    evening = a_case()
    mine = applied(evening)
    evening.made("fund.score", application=mine, panel=1, scores=scores({"need": "one"}))
    evening.made("fund.score", application=mine, panel=1, scores=scores({"need": "two"}))
    assert funds.points(evening.it, evening.it.applications[mine]) == (2,)
    wrong = evening.when("fund.score", application=mine, panel=1, scores={"beauty": "two"})
    assert refusal(wrong) == "no_item"
    wrong = evening.when("fund.score", application=mine, panel=1, scores={"need": "x"})
    assert refusal(wrong) == "no_step"


def test_one_applies_once_and_changes_it_until_it_is_answered() -> None:
    """A fund that the strategy lacks is refused, and an answer ends it."""
    evening = a_case()
    mine = applied(evening)
    evening.made("fund.apply", fund="innovation_money", amount=60_000)
    assert [a.amount for a in evening.it.applications.values()] == [60_000]
    assert refusal(evening.when("fund.apply", fund="lotto")) == "no_fund"
    evening.made("fund.answer", application=mine, granted=False, text="For likt et annet")

    assert refusal(evening.when("fund.apply", fund="innovation_money")) == "fund_answered"
    assert refusal(evening.when("fund.report", application="x", text="X")) == "no_application"


def test_all_cases_of_a_fund_stand_side_by_side_with_ties_told() -> None:
    """Most points first; equal means share a place; who has none has none."""
    cases = []
    for title, given in (("A", {"need": "one"}), ("B", FULL), ("C", {"new": "one"}), ("D", {})):
        evening = a_case(title)
        mine = applied(evening)
        if given:
            evening.made("fund.score", application=mine, panel=1, scores=scores(given))
        cases.append(evening.it)
    rows = [line for line in funds_text(portfolio(cases, TODAY), SAY).splitlines() if "| " in line]

    assert [line.split(" | ")[:2] for line in rows[2:]] == [
        ["| 1", "B"],
        ["| 2", "A"],
        ["| 2", "C"],
        ["| –", "D"],
    ]


def test_a_fund_names_a_list_that_is_there() -> None:
    """A pack of one's own brings its own list, or gets the method's."""
    told = {"id": "x", "funds": [{"key": "pot", "name": "Pott", "panel": "ours"}]}
    with pytest.raises(ValueError, match="no_panel"):
        Pack.model_validate(told)
