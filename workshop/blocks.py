"""The kinds of block that a run sheet is made of, as data."""

from dataclasses import dataclass
from typing import Final, Literal

from workshop.terms import BlockKind, NoteKind, Wall

Phase = Literal["B", "L", "T", ""]
"""Need, solution, test; empty for what belongs to none of them."""


@dataclass(frozen=True, slots=True)
class BlockForm:
    """What a kind of block does to the hall while it runs."""

    phase: Phase
    minutes: int
    """A sensible length to begin with."""
    least: int
    """Shorter than this it does not do what it is for; the program's own proposal."""
    writes: NoteKind | None = None
    """What phones may write."""
    station: int | None = None
    """Where in the recipe it belongs; None for what fits at any station."""
    wall: Wall | None = None
    """What the projector turns to when the block starts; None leaves it."""


BLOCKS: Final[dict[BlockKind, BlockForm]] = {
    "welcome": BlockForm("", 10, 4, wall="join"),
    "question": BlockForm("", 10, 5, station=1, writes="objection", wall="question"),
    "frame": BlockForm("", 10, 5, station=1, writes="frame", wall="question"),
    "missing": BlockForm("", 5, 3, station=2, writes="actor", wall="actors"),
    "offers": BlockForm("", 5, 3, station=3, writes="offer", wall="collecting"),
    "wonder": BlockForm("", 5, 2, wall="wonder"),
    "needs": BlockForm("B", 25, 12, station=5, writes="need", wall="collecting"),
    "sort": BlockForm("B", 20, 10, station=5, wall="clusters"),
    "dots": BlockForm("B", 10, 6, station=5, wall="voting"),
    "poll": BlockForm("", 6, 4, wall="poll"),
    "ideas": BlockForm("L", 15, 8, station=5, writes="idea", wall="collecting"),
    "sketch": BlockForm("L", 20, 10, station=5, wall="sketches"),
    "test": BlockForm("T", 20, 10, station=5, wall="testing"),
    "closing": BlockForm("", 10, 6, station=6, wall="closing"),
    "pause": BlockForm("", 15, 10, wall="pause"),
}
"""Every kind of block; a new kind is a row here and a face on phone and projector."""
