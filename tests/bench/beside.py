"""A figure beside its limit, measured in the same run."""

import json
import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, what is physically possible, and how far apart they may be."""

    name: str
    unit: str
    ours: float
    limit: float
    target: str
    holds: bool

    @property
    def row(self) -> str:
        """One line of the table."""
        ratio = self.ours / self.limit if self.limit else float("nan")
        verdict = "ok" if self.holds else "MISSED"
        return (
            f"{self.name:<44}{self.ours:>11.3f}{self.limit:>11.3f}{ratio:>8.2f}"
            f"  {self.unit:<6}{self.target:<22}{verdict}"
        )


HEADER = f"{'':<44}{'ours':>11}{'limit':>11}{'ratio':>8}  {'unit':<6}{'target':<22}"


def show(figures: Sequence[Figure]) -> None:
    """Print the table, and the same as JSON on one line."""
    print("\n" + HEADER)  # noqa: T201 - what a benchmark is for
    for figure in figures:
        print(figure.row)  # noqa: T201
    print(json.dumps([asdict(f) for f in figures]))  # noqa: T201


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def resident_mb(pid: int) -> float | None:
    """Resident memory of a process in MB, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return None
    line = next(row for row in status.read_text().splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def sync_once(handle: int) -> None:
    """Four kilobytes, on the disk."""
    os.pwrite(handle, b"x" * 4096, 0)
    os.fdatasync(handle)
