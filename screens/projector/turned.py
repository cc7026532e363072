"""The order in which people come in: as it usually goes, and turned round (Jevnaker 2.6).

Ours is drawn anew: the document's own figure was lost.
"""

from dataclasses import dataclass
from typing import Any, Final

from screens.projector import fitting

WHOLE: Final = 1000
"""From the start of the work until it is decided."""


@dataclass(frozen=True, slots=True)
class Order:
    """One of the two orders, and from when each is with it; until the end."""

    key: str
    lanes: tuple[tuple[str, int], ...]


ORDERS: Final = (
    Order("usual", (("experts", 0), ("leaders", 350), ("politicians", 650), ("residents", 880))),
    Order("turned", (("experts", 0), ("leaders", 0), ("politicians", 0), ("residents", 0))),
)


def turned(page: int) -> dict[str, Any]:
    """An order a page: the usual one first, then ours."""
    order, shown = fitting.chosen(ORDERS, page)
    return {"order": order, "whole": WHOLE, "page": shown, "pages": len(ORDERS)}
