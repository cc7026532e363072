"""The figures of docs/hints.md: how often the hints are right, and what they miss."""

import json
import sys
from collections.abc import Callable
from math import sqrt
from pathlib import Path

import pytest

from workshop.hints import hints

pytestmark = pytest.mark.bench

NOTES = [
    json.loads(line)
    for line in (Path(__file__).parent / "notes_dev.jsonl").read_text("utf-8").splitlines()
]
PERSONAL = ("national_id", "phone", "email", "name", "health_of_other", "own_health")
Judge = Callable[[dict[str, object]], bool]


def first_personal(text: str) -> str | None:
    """The gravest personal kind, as the notes are labelled."""
    found = {hint.kind for hint in hints(text)}
    return next((kind for kind in PERSONAL if kind in found), None)


def has(kind: str) -> Judge:
    return lambda note: kind in {hint.kind for hint in hints(str(note["text"]))}


def interval(right: int, of: int) -> str:
    """A share with Wilson's interval at 95 per cent, since the counts are small."""
    if not of:
        return "-"
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    wide = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.2f} ({middle - wide:.2f}-{middle + wide:.2f})"


def score(what: str, said: Judge, true: Judge) -> tuple[int, int, int]:
    """True and false hints and what was missed, printed as a row."""
    judged = [(said(note), true(note)) for note in NOTES]
    right, wrong, missed = (
        judged.count((True, True)),
        judged.count((True, False)),
        judged.count((False, True)),
    )
    cells = (
        what,
        right,
        wrong,
        missed,
        interval(right, right + wrong),
        interval(right, right + missed),
    )
    sys.stdout.write("| " + " | ".join(str(cell) for cell in cells) + " |\n")
    return right, wrong, missed


def test_hints_are_seldom_wrong_and_find_most() -> None:
    """Personal, rude and solution, each with its counts; a hint that cries wolf is not read."""
    sys.stdout.write(
        "\n| hint | right | wrong | missed | precision | recall |\n|---|---|---|---|---|---|\n"
    )
    personal = score(
        "personal, any kind",
        lambda n: first_personal(str(n["text"])) is not None,
        lambda n: n["personal"] is not None,
    )
    for kind in PERSONAL:
        score(
            kind,
            lambda n, kind=kind: first_personal(str(n["text"])) == kind,  # type: ignore[misc]
            lambda n, kind=kind: n["personal"] == kind,  # type: ignore[misc]
        )
    rude = score("rude", has("rude"), lambda n: bool(n["rude"]))
    solution = score("solution", has("solution"), lambda n: n["kind"] == "solution")

    for right, wrong, missed in (personal, rude):
        assert right > 4 * (wrong + missed)
    assert solution[0] > 9 * solution[1]
    assert solution[0] > 2 * solution[2]
