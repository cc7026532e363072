"""One figure beside the limit that was measured in the same run, and a table of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from screens.words import Words

COLUMNS: Final = ("figure", "measured", "limit", "ratio", "target", "verdict")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, and what it is held against.

    ``ratio`` is measured over limit (or limit over measured where more is
    better); it must be at most ``target``. The verdict of the table is the
    target's own; tests leave ``margin`` times as much for a noisy machine.
    """

    row: str
    """Which row of the targets it belongs to: T1, T2 ..."""
    key: str
    """Names it in the catalogue: ``bench.<key>``."""
    measured: float
    limit: float
    unit: str
    target: float
    against: str
    """Names the limit in the catalogue: ``bench.limit_<against>``."""
    phones: int = 0
    more_is_better: bool = False
    enough: float | None = None
    """What is good enough in any case, in the unit; None where only the ratio counts."""
    margin: float = 1.5
    valid: bool = True
    """Whether the generator had time enough to measure it."""

    @property
    def ratio(self) -> float:
        """How many times the limit it is; below one is better than the limit."""
        over, under = self.measured, self.limit
        if self.more_is_better:
            over, under = under, over
        return over / under if under else float(over > 0)

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

    def told(self, say: Words) -> tuple[str, ...]:
        """The figure as a line of the table."""
        target = f"<= {self.target:g}"
        if self.enough is not None:
            target = say("bench.or", one=target, other=f"{self.enough:g} {self.unit}")
        verdict = "holds" if self.holds else "over"
        return (
            f"{self.row} {say(f'bench.{self.key}', phones=self.phones)}",
            f"{self.measured:.3g} {self.unit}",
            f"{self.limit:.3g} {self.unit} ({say(f'bench.limit_{self.against}')})",
            f"{self.ratio:.2f}",
            target,
            say(f"bench.{verdict if self.valid else 'invalid'}"),
        )

    def as_json(self) -> dict[str, Any]:
        """The figure for another program."""
        return {
            "row": self.row,
            "key": self.key,
            "phones": self.phones or None,
            "measured": round(self.measured, 4),
            "limit": round(self.limit, 4),
            "unit": self.unit,
            "against": self.against,
            "ratio": round(self.ratio, 3),
            "target": self.target,
            "enough": self.enough,
            "holds": self.holds,
            "valid": self.valid,
        }


def table(figures: Sequence[Figure], say: Words) -> str:
    """The figures as a table in Markdown."""
    headings = tuple(say(f"bench.column_{column}") for column in COLUMNS)
    rows = [headings, *(figure.told(say) for figure in figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(headings))]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (w + 2) for w in widths) + "|")
    return "\n".join(lines)


def percentile(samples: Sequence[float], part: float) -> float:
    """The value below which this part of the samples lies."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def middle(rounds: Sequence[float]) -> float:
    """The median of interleaved rounds."""
    return float(median(rounds))
