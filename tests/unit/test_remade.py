"""Which rows of a list are made anew when something has changed."""

from screens.desk.remade import Remade
from screens.desk.widgets.notes import Note
from tests.unit.given import Evening, an_evening
from workshop.said import Note as CaseNote


class Maker:
    """Makes rows, and remembers of which notes."""

    def __init__(self) -> None:
        self.rows, self.made, self.marked = Remade(), [""], {""}

    def of(self, evening: Evening) -> list[Note]:
        """The rows of all notes; only what was made for them stands in ``made`` afterwards."""
        self.made.clear()
        return self.rows.rows(evening.it.notes.values(), self._beside, self._make)

    def _beside(self, note: CaseNote) -> tuple[object, ...]:
        return (note.id in self.marked,)

    def _make(self, note: CaseNote) -> Note:
        self.made.append(note.id)
        return Note(note.id, note.text, sign="*" if note.id in self.marked else "")


def test_a_note_that_comes_costs_one_row() -> None:
    """Of a hundred that stand, none is made again, and the very same rows are shown."""
    evening, maker = an_evening(), Maker()
    for n in range(100):
        evening.made("note.write", text=f"Behov {n}", what="need")
    before = maker.of(evening)
    new = evening.made("note.write", text="Nok et behov", what="need")

    after = maker.of(evening)

    assert maker.made == [new]
    assert all(one is other for one, other in zip(before, after, strict=False))


def test_a_row_is_made_anew_when_what_it_shows_has_changed() -> None:
    """The note's own words, and what the desk shows beside them."""
    evening, maker = an_evening(), Maker()
    first = evening.made("note.write", text="Bussen", what="need")
    other = evening.made("note.write", text="Lys på stien", what="need")
    maker.of(evening)

    evening.made("note.edit", note=first, text="Bussen om kvelden")
    assert maker.of(evening)[0].text == "Bussen om kvelden"
    assert maker.made == [first]

    maker.marked.add(other)
    assert maker.of(evening)[1].sign == "*"
    assert maker.made == [other]
