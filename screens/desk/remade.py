"""Rows of notes that are made anew only where something about the note has changed."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from screens.desk.widgets.notes import Note

if TYPE_CHECKING:
    from workshop.said import Note as CaseNote


class Remade:
    """What was made last, by note: of two thousand that stand, one that comes costs one row."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[CaseNote, tuple[object, ...], Note]] = {}

    def rows(
        self,
        notes: "Iterable[CaseNote]",
        beside: "Callable[[CaseNote], tuple[object, ...]]",
        make: "Callable[[CaseNote], Note]",
    ) -> list[Note]:
        """The rows of these notes; ``beside`` is all that a row shows but the note itself."""
        known, self._held = self._held, {}
        rows: list[Note] = []
        for note in notes:
            seen, held = beside(note), known.get(note.id)
            if held is None or held[1] != seen or (held[0] is not note and held[0] != note):
                held = (note, seen, make(note))
            self._held[note.id] = held
            rows.append(held[2])
        return rows
