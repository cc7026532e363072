"""The targets of docs/bench.md, as ratios to limits of the same run, with room for noise."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench import burst, disk, paint, start
from tests.bench.figures import Figure, table

pytestmark = pytest.mark.bench

Measure = Callable[[Path], list[Figure]]


def hold(measure: Measure, folder: Path) -> None:
    """Every figure is within its target but for noise; a bad run is measured once more."""
    figures = measure(folder)
    if not all(figure.bearable for figure in figures):
        again = folder / "again"
        again.mkdir()
        figures = measure(again)
    sys.stdout.write(f"\n{table(figures)}\n")
    assert [figure.name for figure in figures if not figure.bearable] == []


def test_a_durable_fact_costs_little_more_than_the_disk(tmp_path: Path) -> None:
    """T1 and T2: an append is near one sync, a group is many at once, and the API adds little."""
    hold(disk.figures, tmp_path)


def test_the_hall_starts_at_once(tmp_path: Path) -> None:
    """A hall answers within half a second, or within a few times a hello server."""
    hold(start.figures, tmp_path)


def test_the_desk_stands_at_once(tmp_path: Path) -> None:
    """T10: the desk's first paint is near that of a Textual app of one word."""
    hold(paint.figures, tmp_path)


def test_200_phones_wait_no_longer_than_they_must(tmp_path: Path) -> None:
    """T3 and T8: receipts with 200 phones near a server that stores nothing, in little memory."""
    hold(burst.figures, tmp_path)
