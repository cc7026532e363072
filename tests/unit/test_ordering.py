"""Notes stand in the order that was chosen, and the choice is kept."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from screens.desk.ordering import ALIKE, LETTERS, NEWEST, OLDEST, TABLE, arranged, by_letters, ranks
from screens.desk.orders import Orders
from screens.desk.suggestions import Suggestions
from tests.unit.given import an_evening

if TYPE_CHECKING:
    from workshop.said import Note


@dataclass
class Slip:
    """What an order looks at."""

    id: str
    text: str
    table: int | None = None


PILE = cast(
    "list[Note]",
    [
        Slip("1", "Ærlig svar", 2),
        Slip("2", "buss"),
        Slip("3", "«Åpen dør»", 1),
        Slip("4", "Ørret", 2),
        Slip("5", "Buss om kvelden", 1),
    ],
)


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (OLDEST, "12345"),
        (NEWEST, "54321"),
        (TABLE, "35142"),
        (LETTERS, "25143"),
        (ALIKE, "52134"),
    ],
)
def test_every_order_has_all_notes_once(order: str, ids: str) -> None:
    """Within what is alike to an order, the notes stand as they came; none is lost."""
    among = ranks([["5", "2"], ["2", "1"]])
    assert "".join(note.id for note in arranged(PILE, order, among)) == ids


def test_norwegian_letters_stand_last() -> None:
    """Æ, ø and å follow z in this order, whatever sign a text begins with."""
    words = ["å", "«ø»", "Æ", "z", "a", "- b"]
    assert sorted(words, key=by_letters) == ["a", "- b", "z", "Æ", "«ø»", "å"]


def test_a_choice_is_kept_and_an_unknown_one_is_the_usual() -> None:
    """What was chosen at a place is told to who keeps it; what nobody knows now does no harm."""
    kept: dict[str, str] = {}
    orders = Orders({"needs": "by_moon"}, kept.__setitem__)
    assert orders.of("needs", (NEWEST, OLDEST)) == NEWEST
    orders.choose("needs", OLDEST)
    assert (orders.of("needs", (NEWEST, OLDEST)), kept) == (OLDEST, {"needs": OLDEST})


def test_what_was_found_for_another_case_lays_nothing_together() -> None:
    """The page outlives the case; what is alike is found anew before anything is moved."""
    first, other = an_evening().it, an_evening().it.model_copy(update={"id": "case-0002"})
    found = (SimpleNamespace(cluster=None, notes=("n1", "n2")),)
    page = cast("Any", SimpleNamespace(case=first, _looked_at=first, _found=found))
    assert Suggestions.alike(page) == [["n1", "n2"]]

    page.case = other

    assert Suggestions.alike(page) == []
