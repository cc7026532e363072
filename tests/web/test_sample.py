"""The finished case for practice: entered by ordinary commands, whole."""

import asyncio
from pathlib import Path

import pytest

from screens.control import Control
from screens.paper.report import as_json, as_markdown
from screens.practice import SAMPLE, is_made_up
from screens.rehearsal.hand import Hand
from screens.rehearsal.preparing import new_case
from screens.rehearsal.sample.entering import enter
from screens.rehearsal.sample.laying import lay
from screens.rehearsal.sample.left_out import NOT_HELD, left_out
from screens.rehearsal.sample.reading import Reading, sample
from screens.words import Words
from storage.reader import read_cases
from tests.web.halls import an_evening, hall, tell
from workshop.fundamentals import product
from workshop.handlingsrom import verdict
from workshop.results import ranking
from workshop.rounds import real_testers


@pytest.fixture(scope="module")
def entered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hand, Reading]:
    """A file with the sample in it, the hand that entered it, and the file as it was read."""
    file = tmp_path_factory.mktemp("sample") / "practice.db"
    with hall(file) as control:
        hand = Hand(control, new_case())
        told = asyncio.run(enter(hand))
    return file, hand, told


def test_nothing_of_it_is_refused_and_all_of_it_is_there(
    entered: tuple[Path, Hand, Reading],
) -> None:
    """Forty needs, thirteen clusters, thirty ideas, three rounds, and every sum of the file."""
    file, hand, _ = entered
    (case,) = read_cases(file).values()
    needs = [n for n in case.notes.values() if n.what == "need"]

    assert hand.refusals == []
    assert is_made_up(case.id)
    assert (len(needs), len(case.clusters), len(case.notes) - len(needs)) == (40, 13, 30)
    assert sum(n.origin == "paper" for n in needs) == 8
    assert [n.state for n in needs].count("hidden") == 1
    assert (len(case.rounds), len(case.tests), len(case.learnings)) == (3, 4, 8)
    assert len(case.actors) == 12
    assert sum(sum(g.counted.values()) for g in case.gatherings.values()) == 62
    assert len(case.pledges) == 5
    assert all(gathering.blocks for gathering in case.gatherings.values())
    days = [gathering.day for gathering in case.gatherings.values()]
    assert days == sorted(days, key=str)
    told = {c["title"]: c["votes"] for c in sample()["need_clusters"]}
    vote = next(iter(case.votes.values()))
    assert {case.clusters[t].title: n for t, n in ranking(vote)} == told
    assert sum(vote.counts.values()) == 158


def test_what_follows_from_it_is_what_the_file_says(
    entered: tuple[Path, Hand, Reading],
) -> None:
    """Products, handlingsrom, verdicts, real testers and the shape of the culture are the same."""
    file, _, _ = entered
    (case,) = read_cases(file).values()
    told = sample()
    (poll,) = case.polls.values()
    culture = told["culture_selfassessment"]["items"]

    assert [product(a) for a in case.assessments.values()] == [0, 72, 384, 1280]
    assert verdict(case) == "suitable_framed"
    assert [q.verdict for q in case.questions] == ["rejected", "used"]
    assert [(r.weight.need, r.decision) for r in case.rounds if r.weight] == [
        (70, "new_round"),
        (50, "new_round"),
        (35, "adopt"),
    ]
    assert sum(real_testers(case, test) for test in case.tests.values()) == 57
    assert sum(len(test.heard) for test in case.tests.values()) == 58
    assert (len(case.insights), len(case.adjustments), len(case.sketches)) == (6, 6, 4)
    for item in culture:
        counts = poll.counts[f"k{item['item']}"]
        assert [counts.get(str(n), 0) for n in range(1, 6)] == item["distribution_1_5"]


def test_what_it_leaves_out_is_told(entered: tuple[Path, Hand, Reading]) -> None:
    """Whatever the file holds is entered, follows from it, or is named with its reason."""
    _, _, told = entered

    assert left_out(told) == sorted(path for paths in NOT_HELD.values() for path in paths)


def test_an_entering_that_was_cut_short_goes_on(tmp_path: Path) -> None:
    """The same ids again: nothing is there twice, and what was lacking comes."""
    with hall(tmp_path / "a.db") as control:

        def cut(done: int, total: int) -> None:
            if done == total // 2:
                raise InterruptedError

        with pytest.raises(InterruptedError):
            asyncio.run(lay(control, cut))
        half = control.get(f"/cases/{SAMPLE}")
        asyncio.run(lay(control))
        asyncio.run(lay(control))
        case = read_cases(tmp_path / "a.db")[SAMPLE]

    assert half["seq"] < case.seq
    assert len(case.notes) == 70
    assert [sum(v.turnout.values()) for v in case.votes.values()] == [54, 52]


def test_its_report_can_be_read(entered: tuple[Path, Hand, Reading]) -> None:
    """Text and data, with the words of people in dialect and emoji."""
    file, _, _ = entered
    (case,) = read_cases(file).values()
    text = as_markdown(case, Words())

    assert "mor ramla på badet" in text
    assert "💰" in text
    assert "Morgenringen" in as_json(case)


def test_noise_from_the_hall_hurts_nothing(tmp_path: Path) -> None:
    """Blanks are refused; emoji, code and what comes twice stand as they were written."""
    with hall(tmp_path / "a.db") as control:
        case = an_evening(control)
        for noise in sample()["noise"]:
            said = control.send(case, "note.write", text=noise["text"], what="need")
            assert bool(said.get("ok")) is bool(noise["text"].strip())
        tell(control, case, "note.write", text="Etterpå")
        texts = [n["text"] for n in _notes(control, case)]

    assert "<b>hei</b> '; DROP TABLE needs;--" in texts
    assert texts[-1] == "Etterpå"


def _notes(control: Control, case: str) -> list[dict[str, str]]:
    return list(control.get(f"/cases/{case}")["notes"].values())
