"""What helps the facilitator where they stand, in the method's words and the pack's own."""

from workshop.packs.model import Pack
from workshop.packs.parts import Help


def help_at(pack: Pack, station: int, part: str = "") -> Help | None:
    """All that the pack says about a station, or one part of station 5, as one; None for nothing.

    What the municipality adds comes after what the method says.
    """
    meant = [h for h in pack.help if h.station == station and h.part in {"", part}]
    if not meant:
        return None
    # A pack's own come first in its list; the method, which all share, is read first.
    meant.reverse()
    return Help(
        station=station,
        do=tuple(line for h in meant for line in h.do),
        say=tuple(line for h in meant for line in h.say),
        time=next((h.time for h in reversed(meant) if h.time), ""),
        groups=next((h.groups for h in reversed(meant) if h.groups), ""),
        mistakes=tuple(line for h in meant for line in h.mistakes),
    )
