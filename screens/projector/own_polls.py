"""What stands on the page's wall when a question in a form of its own has been closed."""

from itertools import groupby
from typing import Any, Final

from screens.projector import fitting
from screens.projector.spots import spots
from screens.scales import Scales
from screens.telling import CORNERS, Telling
from workshop import findings
from workshop.findings import Placed, Stand
from workshop.scored import Item
from workshop.terms import PollForm
from workshop.views import WallPoll

OWN_PAGES: Final[frozenset[PollForm]] = frozenset({"agreement", "ranking", "axes", "testing"})
STANDS: Final = 3
"""Statements on one page."""
BARS: Final = 7
LETTERS: Final = 44
ROOM: Final = 7
WHOLE: Final = 1000
DOT: Final = 0.13
"""How much of the picture's side a numbered dot takes."""


class OwnPolls:
    """Draws the forms that have a picture of their own."""

    def __init__(self, scales: Scales, telling: Telling) -> None:
        self._scales = scales
        self._telling = telling

    def result(self, poll: WallPoll, page: int) -> dict[str, Any]:
        """The values for the template of this form."""
        match poll.form.kind:
            case "agreement":
                return self._agreement(poll, page)
            case "axes":
                return self._axes(poll)
            case "ranking":
                return self._ranking(poll, page)
            case _:
                return self._testing(poll, page)

    def _agreement(self, poll: WallPoll, page: int) -> dict[str, Any]:
        stands = findings.stands(poll.form, poll.counts)
        pages = fitting.paged(
            [tuple(group) for _, group in groupby(stands, lambda stand: stand.side)],
            lambda stand: self._scales.item(stand.item),
            most=STANDS,
            letters=LETTERS,
            room=ROOM,
        )
        shown, number = fitting.chosen(pages, page)
        sides = [
            {"heading": self._telling.side(side), "stands": [self._stand(stand) for stand in group]}
            for side, group in groupby(shown, lambda stand: stand.side)
        ]
        return {"sides": sides, "page": number, "pages": len(pages), "told": ()}

    def _stand(self, stand: Stand) -> dict[str, Any]:
        every = max(stand.took + stand.passed, 1)
        return {
            "text": self._scales.item(stand.item),
            "told": self._telling.stand(stand),
            "agree": round(WHOLE * stand.agree / every),
            "passed": round(WHOLE * stand.passed / every),
            "disagree": round(WHOLE * stand.disagree / every),
        }

    def _ranking(self, poll: WallPoll, page: int) -> dict[str, Any]:
        ranked = findings.ranking(poll.form, poll.counts)
        rows = [(r.item, r.points, f"{r.place}. ", r.tie is not None) for r in ranked]
        told = self._telling.told(poll.form, poll.counts)
        return {**self._bars(rows, page), "told": (*told, self._telling.how(poll.form))}

    def _testing(self, poll: WallPoll, page: int) -> dict[str, Any]:
        rows = [(item, n, "", False) for item, n in findings.can_test(poll.form, poll.counts)]
        return {**self._bars(rows, page), "told": self._telling.told(poll.form, poll.counts)}

    def _bars(self, rows: list[tuple[Item, int, str, bool]], page: int) -> dict[str, Any]:
        pages = fitting.paged(
            fitting.singly(rows),
            lambda row: self._scales.item(row[0]),
            most=BARS,
            letters=LETTERS // 2,
            room=2 * ROOM,
        )
        shown, number = fitting.chosen(pages, page)
        most = max((n for _, n, _, _ in rows), default=0) or 1
        bars = [
            {
                "text": f"{lead}{self._scales.item(item)}",
                "n": n,
                "length": round(WHOLE * n / most),
                "tie": tie,
            }
            for item, n, lead, tie in shown
        ]
        return {"bars": bars, "page": number, "pages": len(pages)}

    def _axes(self, poll: WallPoll) -> dict[str, Any]:
        placed = findings.placing(poll.form, poll.counts)
        effect, effort = self._telling.axes(poll.form)
        dots = [
            {
                "number": spot.number,
                "x": round(WHOLE * (DOT / 2 + (1 - DOT) * spot.across)),
                "y": round(WHOLE * (1 - DOT / 2 - (1 - DOT) * spot.up)),
            }
            for spot in spots(poll.form, placed, DOT / (1 - DOT), DOT / (1 - DOT))
        ]
        corners = [
            {
                "heading": self._telling.corner(poll.form, corner),
                "things": [self._thing(p) for p in placed if p.corner == corner],
            }
            for corner in CORNERS
        ]
        last = self._telling.warning(poll.form, poll.counts)
        return {
            "dots": dots,
            "corners": [corner for corner in corners if corner["things"]],
            "effect": effect,
            "effort": effort,
            "told": (last,) if last else (),
            "page": 1,
            "pages": 1,
        }

    def _thing(self, placed: Placed) -> dict[str, Any]:
        apart = self._telling.apart() if placed.wide else ""
        return {"number": placed.number, "text": self._scales.item(placed.item), "apart": apart}
