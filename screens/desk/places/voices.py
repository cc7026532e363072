"""Station 2, the third page: whose voices were in the hall from evening to evening."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.bits import Bit, Mark, mark
from screens.desk.peopling import CountIn, People
from screens.desk.places.helpers import Station2
from screens.desk.plain import one_line
from screens.desk.widgets.bars import thin
from screens.desk.wrapping import wrap

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.presence import Voices as Heard

EVENINGS = 3
LABEL, COLUMN, BAR = 12, 17, 8


class Voices(Station2):
    """A row for each kind of people, a column for each of the last evenings."""

    NAME = "voices"
    ACTS = (CountIn, *People.PAGING)

    def body(self) -> Iterator[Widget]:
        """What it adds up to, then the table."""
        yield Static("", id="turned", markup=False)
        yield Static("", id="table", markup=False)
        yield Static("", id="gone", markup=False)

    def show(self, case: "Case") -> None:
        """Who was there."""
        from screens.heard import came_and_went, turned_around
        from workshop.presence import voices

        held = voices(case)
        self.put("#turned", ((turned_around(case, self.say), ""),))
        self.put("#table", tuple(self._table(held[-EVENINGS:])))
        gone: list[Bit] = []
        for told in came_and_went(case, self.say):
            gone += [mark(Mark.LACKS), (f" {told}\n", "")]
        self.put("#gone", tuple(gone))
        self.entitle(self.words("title"), ((self.words("evenings", n=len(held)), "muted"),))

    def _table(self, held: "tuple[Heard, ...]") -> Iterator[Bit]:
        from workshop.presence import roles_heard

        if not held:
            return
        titles = [wrap(one_line(evening.title), COLUMN - 1) for evening in held]
        for row in zip_longest(*titles, fillvalue=""):
            yield f"{'':<{LABEL}}", ""
            yield f"{''.join(f'{words:<{COLUMN}}' for words in row)}\n", "strong"
        yield f"{'':<{LABEL}}", ""
        for evening in held:
            yield f"{self.words('round', n=evening.round):<{COLUMN}}", "muted"
        yield "\n", ""
        most = max(max(e.by_role.values(), default=1) for e in held)
        for role in roles_heard(held):
            label = self.say(f"people.role_{role}")
            yield from self._row(label, [e.by_role.get(role, 0) for e in held], most)
        if any(e.uncounted for e in held):
            yield from self._row(self.say("people.uncounted"), [e.uncounted for e in held], 0)

    def _row(self, label: str, figures: list[int], most: int) -> Iterator[Bit]:
        yield f"{label:<{LABEL}}", ""
        for n in figures:
            yield from thin(n, most, BAR) if most else ((" " * BAR, ""),)
            told = str(n) if n else Mark.NONE
            yield f"{told:>4}", "strong" if n else "muted"
            yield " " * (COLUMN - BAR - 4), ""
        yield "\n", ""
