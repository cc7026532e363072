"""The targets of docs/bench.md, as ratios to limits of the same run, with room for noise."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from screens.bench import burst, disk, kills, seen
from screens.bench.figures import Figure, table
from screens.words import Words
from tests.bench import live, paint, start

pytestmark = pytest.mark.bench

Measure = Callable[[Path], list[Figure]]
PHONES = 200


def hold(measure: Measure, folder: Path) -> None:
    """Every figure is within its target but for noise; a bad run is measured once more."""
    figures = measure(folder)
    if not all(figure.bearable for figure in figures):
        again = folder / "again"
        again.mkdir()
        figures = measure(again)
    sys.stdout.write(f"\n{table(figures, Words())}\n")
    assert [f.key for f in figures if not f.bearable] == []


def test_a_durable_fact_costs_little_more_than_the_disk(tmp_path: Path) -> None:
    """T1 and T2: an append is near one sync, a group is many at once, and the API adds little."""
    hold(disk.figures, tmp_path)


def test_the_hall_starts_at_once(tmp_path: Path) -> None:
    """A hall answers within half a second, or within a few times a hello server."""
    hold(start.figures, tmp_path)


def test_the_desk_stands_at_once(tmp_path: Path) -> None:
    """T10: the desk's first paint is near that of a Textual app of one word."""
    hold(paint.figures, tmp_path)


def test_two_thousand_notes_weigh_little_at_the_desk(tmp_path: Path) -> None:
    """T9, T11: keys, fill, append, search and memory are near those of none, in a burst too."""
    hold(live.figures, tmp_path)


def test_200_phones_wait_no_longer_than_they_must(tmp_path: Path) -> None:
    """T3, T4, T7, T8: receipts, acts, bytes and memory with 200 phones that follow."""
    hold(lambda folder: burst.figures(folder, PHONES, rounds=3), tmp_path)


def test_what_is_written_is_soon_seen(tmp_path: Path) -> None:
    """T5: the projector's and the desk's streams have a note within thirty milliseconds."""
    hold(seen.figures, tmp_path)


def test_nothing_that_was_received_is_lost_with_the_hall(tmp_path: Path) -> None:
    """T12: killed again and again, the hall has everything it said it had, once."""
    hold(lambda folder: kills.figures(folder, times=5), tmp_path)
