"""Where one begins on a case, or goes on in the middle of a gathering."""

from typing import TYPE_CHECKING, Final

from screens.desk.sights import PLACES

if TYPE_CHECKING:
    from workshop.case import Case

_PAGES: Final = {
    "sort": "clusters",
    "dots": "dots",
    "ideas": "ideas",
    "sketch": "card",
    "test": "card",
}
"""The page of station 5 for what goes on in the hall; needs are on the first."""
_LOOP: Final = 5


def first_place(case: "Case | None") -> str:
    """Where the hall is; before a gathering where the work begins: a small case has one page."""
    from workshop import presets

    if case is None:
        return "problem"
    if case.gathering is None:
        return "onepage" if presets.of(case).size.one_page else "problem"
    if case.station != _LOOP:
        return PLACES[case.station - 1]
    if case.vote:
        return "dots"
    kind = case.running.kind if case.running else ""
    return _PAGES.get(kind, "needs")
