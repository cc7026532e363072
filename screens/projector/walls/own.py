"""What a question in a form of its own gave, in a terminal: lists, bars, a picture of two axes."""

from itertools import groupby
from typing import Final

from rich.cells import cell_len

from screens.projector import fitting
from screens.projector.rows import Row, Rows, padded, stacked
from screens.projector.space import Space
from screens.projector.walls import axes
from screens.scales import Scales
from screens.telling import Telling
from workshop import findings
from workshop.findings import Stand
from workshop.scored import Item
from workshop.terms import PollForm
from workshop.views import WallPoll

OWN_WALLS: Final[frozenset[PollForm]] = frozenset({"agreement", "ranking", "axes", "testing"})
BAR: Final = 20
LABEL: Final = 0.5


def result(poll: WallPoll, space: Space, scales: Scales, room: int) -> list[Rows]:
    """What stands in the middle, as pages of at most so many rows."""
    drawing = _Own(poll, space, scales)
    match poll.form.kind:
        case "agreement":
            return drawing.agreement(room)
        case "axes":
            return axes.pages(poll, space, scales, room)
        case "ranking":
            return drawing.ranking(room)
        case _:
            return drawing.testing(room)


class _Own:
    """One poll on one screen."""

    def __init__(self, poll: WallPoll, space: Space, scales: Scales) -> None:
        self._poll = poll
        self._space = space
        self._scales = scales
        self._telling = Telling(space.say)

    def agreement(self, room: int) -> list[Rows]:
        """What unites, what divides and the rest, each statement with its bar and in words."""
        stands = findings.stands(self._poll.form, self._poll.counts)
        told = self._space.plain(self._telling.how(self._poll.form), "muted", self._space.cells)
        sides = [
            [(self._telling.side(side), self._stand(stand)) for stand in group]
            for side, group in groupby(stands, lambda stand: stand.side)
        ]
        pages = fitting.laid(
            sides, lambda row: len(row[1]) + 2, most=len(stands), room=room - len(told) - 1
        )
        return [
            stacked(
                [
                    *(
                        part
                        for heading, rows in groupby(page, lambda row: row[0])
                        for part in (
                            self._space.plain(heading, "muted", self._space.cells),
                            *(made for _, made in rows),
                        )
                    ),
                    told,
                ]
            )
            for page in pages
        ]

    def _stand(self, stand: Stand) -> Rows:
        text = self._scales.item(stand.item)
        made = (
            self._space.text(text, most=9)
            if self._space.far
            else self._space.plain(text, cells=self._space.cells)
        )
        every = max(stand.took + stand.passed, 1)
        cells = [round(BAR * n / every) for n in (stand.agree, stand.passed, stand.disagree)]
        bar: Row = (
            ("█" * cells[0], "bar"),
            ("░" * cells[1], "muted"),
            ("▒" * cells[2], ""),
        )
        told = self._telling.stand(stand)
        if BAR + 2 + cell_len(told) <= self._space.cells:
            return [*made, (*bar, (f"  {told}", "strong"))]
        return [*made, bar, *self._space.plain(told, "strong", self._space.cells)]

    def ranking(self, room: int) -> list[Rows]:
        """The things in their order, with points as bars; then what came first, in words."""
        form, counts = self._poll.form, self._poll.counts
        rows = [
            (r.item, r.points, f"{r.place}. ", self._telling.tied() if r.tie else "")
            for r in findings.ranking(form, counts)
        ]
        return self._bars(
            rows, f"{self._telling.first(form, counts)} {self._telling.how(form)}", room
        )

    def testing(self, room: int) -> list[Rows]:
        """How many can test each thing."""
        form, counts = self._poll.form, self._poll.counts
        rows = [(item, n, "", "") for item, n in findings.can_test(form, counts)]
        return self._bars(rows, " ".join(self._telling.told(form, counts)), room)

    def _bars(self, rows: list[tuple[Item, int, str, str]], told: str, room: int) -> list[Rows]:
        most = max((n for _, n, _, _ in rows), default=0) or 1
        lead = int(self._space.cells * LABEL)
        length = self._space.cells - lead - 6
        made = []
        for item, n, before, after in rows:
            words = f"{before}{self._scales.item(item)}{f' · {after}' if after else ''}"
            if self._space.far:
                label = self._space.text(words, most=9)
                wide = round((self._space.cells - 8) * n / most)
                made.append([*label, (("█" * wide, "bar"), (f" {n}", "strong"))])
                continue
            text = self._space.plain(words, cells=lead - 2)
            figures: Row = (("█" * round(length * n / most), "bar"), (f" {n}", "strong"))
            made.append([(*padded(text[0], lead), *figures), *text[1:]])
        below = self._space.plain(told, "strong", self._space.cells)
        pages = fitting.laid(
            fitting.singly(made), len, most=len(made), room=room - len(below) - 1, air=1
        )
        return [stacked([stacked(page), below]) for page in pages]
