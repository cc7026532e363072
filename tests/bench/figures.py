"""One figure beside the limit that was measured in the same run, and a table of them."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median

HEADINGS = ("figure", "measured", "limit", "ratio", "target", "verdict")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, and what it is held against.

    ``ratio`` is measured over limit (or limit over measured where more is
    better); it must be at most ``target``. The verdict of the table is the
    target's own; tests leave ``margin`` times as much for a noisy machine.
    """

    name: str
    measured: float
    limit: float
    unit: str
    target: float
    against: str
    more_is_better: bool = False
    enough: float | None = None
    """What is good enough in any case, in the unit; None where only the ratio counts."""
    margin: float = 1.5

    @property
    def ratio(self) -> float:
        """How many times the limit it is; below one is better than the limit."""
        return self.limit / self.measured if self.more_is_better else self.measured / self.limit

    @property
    def holds(self) -> bool:
        """Whether the target is met."""
        return self._within(1.0)

    @property
    def bearable(self) -> bool:
        """Whether it is met but for noise."""
        return self._within(self.margin)

    def _within(self, margin: float) -> bool:
        is_enough = self.enough is not None and self.measured <= self.enough * margin
        return is_enough or self.ratio <= self.target * margin

    def row(self) -> tuple[str, ...]:
        """The figure as a line of the table."""
        return (
            self.name,
            f"{self.measured:.3g} {self.unit}",
            f"{self.limit:.3g} {self.unit} ({self.against})",
            f"{self.ratio:.2f}",
            f"<= {self.target:g}" + (f" or {self.enough:g} {self.unit}" if self.enough else ""),
            "ok" if self.holds else "over",
        )


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table in Markdown."""
    rows = [HEADINGS, *(figure.row() for figure in figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADINGS))]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (w + 2) for w in widths) + "|")
    return "\n".join(lines)


def as_json(figures: Sequence[Figure]) -> str:
    """The figures for another program."""
    return json.dumps(
        [asdict(f) | {"ratio": round(f.ratio, 3), "holds": f.holds} for f in figures], indent=1
    )


def percentile(samples: Sequence[float], part: float) -> float:
    """The value below which this part of the samples lies."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def middle(rounds: Sequence[float]) -> float:
    """The median of interleaved rounds."""
    return float(median(rounds))
