"""What helps the facilitator where they stand, in the method's words and the pack's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, get_args

from workshop.packs.model import Pack
from workshop.packs.parts import Help, Method, Part

LOOP_STATION: Final = 5
STATIONS: Final = range(1, 7)


@dataclass(frozen=True, slots=True)
class Card:
    """One card to print: the help of a station or of a part of it, or a way of working there."""

    station: int
    part: Part
    told: Help | Method

    @property
    def method(self) -> Method | None:
        """The way of working, where it is one."""
        return self.told if isinstance(self.told, Method) else None


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


def methods_at(pack: Pack, station: int) -> tuple[Method, ...]:
    """The ways of working that fit at a station; the municipality's own before the method's."""
    return tuple(m for m in pack.methods if station in m.stations)


def cards(pack: Pack, station: int | None = None) -> tuple[Card, ...]:
    """The cards of a station, or of all; a way of working that fits several comes once."""
    return tuple(_cards(pack, STATIONS if station is None else (station,)))


def _cards(pack: Pack, stations: range | tuple[int, ...]) -> Iterator[Card]:
    told: set[str] = set()
    for station in stations:
        parts: tuple[Part, ...] = get_args(Part)[1:] if station == LOOP_STATION else ("",)
        for part in parts:
            if found := help_at(pack, station, part):
                yield Card(station, part, found)
        for method in methods_at(pack, station):
            if method.key not in told:
                told.add(method.key)
                yield Card(station, "", method)
