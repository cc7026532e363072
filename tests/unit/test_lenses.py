"""What is noted beside an idea, a helper and the frame: technology, rules, interests, money."""

import pytest

from screens.paper.report import as_markdown
from screens.words import Words
from storage import packs
from tests.unit.given import START, Evening, an_evening, refusal
from workshop.handlingsrom import verdict
from workshop.views import phone_view, projector_view

SAY = Words()


@pytest.fixture
def evening() -> Evening:
    return an_evening()


def test_an_idea_is_looked_at_through_five_lenses(evening: Evening) -> None:
    """What is left out stays; a need has none; the report says each that was answered."""
    need = evening.made("note.write", text="Kommer ikke ut")
    evening.made("block.stop")
    idea = evening.made("note.write", what="idea", text="Delt bil", origin="spoken")
    evening.made("idea.describe", note=idea, leap="radical", rule_change=True)
    evening.made("idea.describe", note=idea, technology="Bestille på telefonen")
    evening.made("idea.describe", note=idea, size="large", renews="service")
    again = evening.when("idea.describe", note=idea, rule_change=True)

    kept = evening.it.notes[idea]
    assert (kept.leap, kept.rule_change, kept.technology) == (
        "radical",
        True,
        "Bestille på telefonen",
    )
    assert (kept.size, kept.renews) == ("large", "service")
    assert again == ()
    assert refusal(evening.when("idea.describe", note=need, leap="stepwise")) == "no_idea"
    report = as_markdown(evening.it, SAY)
    for words in (
        "Et brudd med det vi gjør.",
        "Krever endring av regler.",
        "Stor å få til. Fornyer en tjeneste.",
        "Bestille på telefonen",
    ):
        assert words in report


def test_who_may_gain_from_one_solution_is_marked(evening: Evening) -> None:
    """It stays through other changes, and the report says it beside the name."""
    actor = evening.made("actor.name", who="Alarm AS", category="supplier", interest=True)
    evening.made("actor.change", actor=actor, expected=2)

    assert evening.it.actors[actor].interest
    assert "har egne interesser" in as_markdown(evening.it, SAY)


def test_the_money_is_a_part_of_the_frame(evening: Evening) -> None:
    """Hall, phones and report tell it; with it the task is suitable within a frame."""
    for check, answer in {
        **dict.fromkeys(("prepared", "known"), "no"),
        **dict.fromkeys(("realisable", "serious", "anchored", "time"), "yes"),
    }.items():
        evening.made("handlingsrom.answer", check=check, answer=answer)
    evening.made("frame.set", open=["Tid og sted"], who_decides="Kommunestyret")
    before = verdict(evening.it)
    evening.made("frame.set", budget="200 000 kr i 2027")

    assert (before, verdict(evening.it)) == ("suitable", "suitable_framed")
    assert evening.it.frame.who_decides == "Kommunestyret"
    assert phone_view(evening.it, START, None, (), None).frame.budget == "200 000 kr i 2027"
    assert projector_view(evening.it, START, ()).frame.budget == "200 000 kr i 2027"
    assert "200 000 kr i 2027" in as_markdown(evening.it, SAY)


def test_the_report_tells_how_the_needs_lie_between_the_kinds(evening: Evening) -> None:
    """Every kind of the strategy, also the one that nobody spoke of, and what lies in none."""
    kinds = packs.pack("gausdal")
    assert kinds is not None
    evening.made("case.describe", title="Sak")
    evening.case = evening.it.model_copy(update={"pack": kinds})
    first, second, _ = (evening.made("cluster.make", title=title) for title in "ABC")
    before = as_markdown(evening.it, SAY)
    for cluster in (first, second):
        evening.made("need.sort", cluster=cluster, need_kind=kinds.need_kinds[0].key)

    rows = [line for line in as_markdown(evening.it, SAY).splitlines() if line.startswith("|")]
    assert "Type behov" not in before
    assert f"| {kinds.need_kinds[0].name} | 2 ████████████ |" in rows
    assert f"| {kinds.need_kinds[1].name} | 0 |" in rows
    assert "| Ikke plassert | 1 ██████ |" in rows
