"""Where one begins on a case, or goes on in the middle of a gathering."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from screens.desk.sights import PLACES
from workshop.blocks import BLOCKS
from workshop.terms import BlockKind

if TYPE_CHECKING:
    from workshop.case import Case

_PAGES: Final[Mapping[BlockKind, str]] = {
    "missing": "gaps",
    "offers": "promises",
    "sort": "clusters",
    "dots": "dots",
    "ideas": "ideas",
    "sketch": "card",
    "test": "card",
}
"""Where a block is worked at, if that is not the first page of its station."""


def first_place(case: "Case | None") -> str:
    """Where the hall is; before a gathering where the work begins: a small case has one page."""
    if case is None:
        return "problem"
    if case.gathering is None:
        return _ground(case)
    if case.vote:
        return "dots"
    kind = case.running.kind if case.running else None
    here = kind is not None and BLOCKS[kind].station == case.station
    return (work_place(case, kind) if kind and here else "") or PLACES[case.station - 1]


def work_place(case: "Case", kind: BlockKind) -> str:
    """The page where a block of this kind is worked at; empty for what fits at any station."""
    station = BLOCKS[kind].station
    if station is None:
        return ""
    return _ground(case) if station == 1 else _PAGES.get(kind, PLACES[station - 1])


def _ground(case: "Case") -> str:
    from workshop import presets

    return "onepage" if presets.of(case).size.one_page else "problem"
