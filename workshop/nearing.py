"""How near the end of its time a block is: two quiet steps, the same on every surface."""

from typing import Final, Literal

Nearing = Literal["", "soon", "last"]
"""Nothing to say yet, a fifth of the time left, a twentieth left."""

SOON: Final = 20
LAST: Final = 5
"""Per cent of the planned time that are left when a step begins."""


def steps(total: int) -> tuple[int, int]:
    """Seconds left at which «soon» and «last» begin in a block of so many seconds."""
    return total * SOON // 100, total * LAST // 100


def nearing(left: float | None, total: int | None, *, paused: bool = False) -> Nearing:
    """Which step a clock has come to; none while it stands, and none when the time is over."""
    if left is None or not total or paused or left < 0:
        return ""
    soon, last = steps(total)
    return "last" if left <= last else "soon" if left <= soon else ""
