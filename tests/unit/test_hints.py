"""Hints: a solution in a question or a need, with few false alarms."""

import json
from pathlib import Path

import pytest

from workshop.hints import solution_in

NOTES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data/notes.jsonl").read_text("utf-8").splitlines()
]
"""Invented notes in bokmål, nynorsk and dialect, each labelled as a need or a solution."""


@pytest.mark.parametrize(
    "question",
    [
        "Hvor skal vi bygge 20 nye sykehjemsplasser?",
        "Skal vi velge mellom skole A og skole B?",
        "Hvordan innfører vi den nye appen?",
        "Korleis kan vi få ein ny gymsal?",
        "Hvilken trygghetsalarm skal vi kjøpe?",
        "Hvordan får vi kveldsbuss?",
        "Gratis parkering i sentrum",
        "Vi trenger en skatepark",
    ],
)
def test_a_solution_is_seen(question: str) -> None:
    """What is to be built, bought or chosen stands in the words."""
    assert solution_in(question)


@pytest.mark.parametrize(
    "question",
    [
        "Hvordan lever vi trygt, aktivt og verdig hjemme lenger, når vi blir flere eldre?",
        "Hva trenger ungdom om kvelden?",
        "Hvordan kan færre ansikter komme inn døra hos én bruker?",
        "Hvordan får vi flere unge til å bruke biblioteket?",
        "Hvordan vil vi ha det i bygda vår? Hva har vi behov for i framtida?",
        "Korleis kan vi bu heime lenger?",
        "Trygghetsalarmen henger på knaggen i gangen.",
        "Siste bussen går halv ni. Treninga slutter ni.",
        "",
        "🙏",
    ],
)
def test_a_need_is_left_alone(question: str) -> None:
    """An open question, or a need that only mentions a thing, gets no hint."""
    assert solution_in(question) == ()


def test_few_false_alarms_over_two_hundred_notes() -> None:
    """Of what is flagged nearly all are solutions, and most solutions are flagged."""
    flagged = [note for note in NOTES if solution_in(note["text"])]
    right = [note for note in flagged if note["kind"] == "solution"]
    solutions = [note for note in NOTES if note["kind"] == "solution"]

    assert len(right) >= 0.95 * len(flagged)
    assert len(right) >= 0.7 * len(solutions)


def test_the_words_stand_as_they_were_written() -> None:
    """Whoever reads the hint finds its words in the text, each once."""
    assert solution_in("Bygg gymsal! Bygg nå! Vi trenger GYMSAL.") == ("Bygg", "gymsal", "GYMSAL")
