"""The finished case for practice: entered by ordinary commands, whole."""

import asyncio
from pathlib import Path

import pytest

from screens.control import Control
from screens.paper.report import as_json, as_markdown
from screens.practice import SAMPLE, is_made_up
from screens.rehearsal.hand import Hand
from screens.rehearsal.preparing import new_case
from screens.rehearsal.sample.entering import enter, sample
from screens.rehearsal.sample.laying import lay
from screens.words import Words
from storage.reader import read_cases
from tests.web.halls import an_evening, hall, tell
from workshop.ballots import ranking


@pytest.fixture(scope="module")
def entered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hand]:
    """A file with the sample in it, and the hand that entered it."""
    file = tmp_path_factory.mktemp("sample") / "practice.db"
    with hall(file) as control:
        hand = Hand(control, new_case())
        asyncio.run(enter(hand))
    return file, hand


def test_nothing_of_it_is_refused_and_all_of_it_is_there(entered: tuple[Path, Hand]) -> None:
    """Forty needs, thirteen clusters, thirty ideas, three rounds, and every sum of the file."""
    file, hand = entered
    (case,) = read_cases(file).values()
    needs = [n for n in case.notes.values() if n.what == "need"]

    assert hand.refusals == []
    assert is_made_up(case.id)
    assert (len(needs), len(case.clusters), len(case.notes) - len(needs)) == (40, 13, 30)
    assert sum(n.origin == "paper" for n in needs) == 8
    assert [n.state for n in needs].count("hidden") == 1
    assert (len(case.rounds), len(case.tests), len(case.learnings)) == (3, 4, 8)
    assert len(case.actors) == 12
    assert len(case.pledges) == 5
    told = {c["title"]: c["votes"] for c in sample()["need_clusters"]}
    vote = next(iter(case.votes.values()))
    assert {case.clusters[t].title: n for t, n in ranking(vote)} == told
    assert sum(vote.counts.values()) == 158


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

    assert 0 < len(half["notes"]) < len(case.notes) == 70
    assert [sum(v.turnout.values()) for v in case.votes.values()] == [54, 52]


def test_its_report_can_be_read(entered: tuple[Path, Hand]) -> None:
    """Text and data, with the words of people in dialect and emoji."""
    file, _ = entered
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
