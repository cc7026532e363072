"""Thin bars: a quantity on a track, so that bars under each other never melt together."""

from screens.desk.bits import Bit, Bits

FULL, TRACK = "━", "─"


def thin(value: float, whole: float, cells: int, tone: str = "bar") -> Bits:
    """A bar of so many cells; what is more than nothing shows at least one."""
    share = min(1.0, max(0.0, value / whole)) if whole > 0 else 0.0
    filled = round(share * cells)
    if share > 0:
        filled = max(1, filled)
    return ((FULL * filled, tone), (TRACK * (cells - filled), "line"))


def meter(parts: tuple[tuple[int, str], ...], cells: int) -> Bits:
    """Bars one after the other, each as long as its share and never gone, one cell between them."""
    room = cells - (len(parts) - 1)
    total = sum(share for share, _ in parts) or 1
    bits: list[Bit] = []
    left = room
    for index, (share, tone) in enumerate(parts):
        following = len(parts) - 1 - index
        last = not following
        long = left if last else min(round(room * share / total), left - following)
        long = max(1, long)
        left -= long
        bits.append((FULL * long, tone))
        if not last:
            bits.append((" ", ""))
    return tuple(bits)
