"""In which order the notes of a list stand, as the facilitator wants to read them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from screens.desk.acts import Act, Say
from screens.desk.loop import LoopRoom
from screens.desk.widgets.notes import Notes

if TYPE_CHECKING:
    from workshop.said import Note

NEWEST, OLDEST, TABLE, LETTERS, ALIKE = "newest", "oldest", "table", "letters", "alike"
Groups: TypeAlias = "Sequence[Sequence[str]]"
"""Ids of notes that say the same, the surest first."""

_LAST: Final = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
"""These letters stand after z, in this order."""


class OrderNotes(Act):
    """Let the notes stand in another order: by when they came, by table, by letters."""

    key, hinted = "r", False


class Ordered(LoopRoom):
    """A page whose notes can stand in several orders; the cursor stays at its note."""

    ORDERS: ClassVar[tuple[str, ...]] = (NEWEST, OLDEST, TABLE, LETTERS)
    """In the order in which the key goes through them; the first is the usual."""

    def __init__(self, say: Say) -> None:
        super().__init__(say)
        self._ranks: dict[str, int] = {}
        """Where each note stood when the alike were laid together, so that none moves after."""
        self._ranked = ""
        """The case that they were laid together for: the page outlives it."""

    @property
    def order(self) -> str:
        """How the notes stand now."""
        return self.desk.orders.of(self.NAME, self.ORDERS)

    @property
    def order_told(self) -> str:
        """The order in words."""
        return self.say(f"desk.order_{self.order}")

    @property
    def order_head(self) -> str:
        """The same with the key that changes it, for the head of the list."""
        key = self.desk.frame.offering.keys.shown(OrderNotes)
        return self.say("desk.order_head", order=self.order_told, key=key)

    def alike(self) -> Groups:
        """What may say the same, as far as it has been found out."""
        return ()

    def arranged(self, notes: "Sequence[Note]") -> "list[Note]":
        """The notes, which come oldest first, in the order that was chosen."""
        case = self.case.id if self.case else ""
        if self.order == ALIKE and not (self._ranks and case == self._ranked):
            self._ranks, self._ranked = ranks(self.alike()), case
        return arranged(notes, self.order, self._ranks)

    def looked(self) -> None:
        """Lay the alike together now, where that was chosen before they were found."""
        if self.order == ALIKE and self.case is not None and not self._ranks:
            self.show(self.case)

    def act_order_notes(self) -> None:
        """The next order, and the first after the last."""
        orders, now = self.ORDERS, self.order
        self.desk.orders.choose(self.NAME, orders[(orders.index(now) + 1) % len(orders)])
        self._ranks = {}
        listed = self.query_one(Notes)
        first = next((item.id for item in listed.items if item.choosable), None)
        begins = listed.cursor_id == first
        if self.case is not None:
            self.show(self.case)
        if begins:
            # Nobody had gone anywhere, and reads from the beginning.
            listed.action_edge(-1)
        self.desk.frame.tell(self.say("desk.order_now", order=self.order_told))


def arranged(notes: "Sequence[Note]", order: str, among: Mapping[str, int]) -> "list[Note]":
    """Notes that come oldest first, in another order; ``among`` ranks those that say the same."""
    if order == NEWEST:
        return list(reversed(notes))
    if order == TABLE:
        return sorted(notes, key=lambda note: (note.table is None, note.table or 0))
    if order == LETTERS:
        return sorted(notes, key=lambda note: by_letters(note.text))
    if order == ALIKE:
        return sorted(notes, key=lambda note: among.get(note.id, len(among)))
    return list(notes)


def ranks(groups: Groups) -> dict[str, int]:
    """Where each note stands when those that say the same follow one another."""
    found: dict[str, int] = {}
    for group in groups:
        for note in group:
            found.setdefault(note, len(found))
    return found


@lru_cache(maxsize=4096)
def by_letters(text: str) -> str:
    """What a text is sorted by: its letters from the first on, æ, ø and å last."""
    return re.sub(r"^\W+", "", text.casefold()).translate(_LAST)
