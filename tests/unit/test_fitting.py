"""How much the projector's walls hold."""

import pytest

from screens.projector import contents, fitting
from tests.unit.given import an_evening
from workshop.views import projector_view


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("Kort nok", 8, "Kort nok"),
        ("Ikke  kort\nnok", 8, "Ikke …"),
        ("ett", 3, "ett"),
        ("sammenhengende", 5, "samme…"),
    ],
)
def test_texts_are_cut_between_words(text: str, most: int, shown: str) -> None:
    """A note that is too long ends after a whole word, and one sees that it does."""
    assert fitting.shortened(text, most) == shown


def test_a_group_stays_on_one_page_where_it_can() -> None:
    """What is about equal is not parted by a page, unless no page could hold it."""
    limits = {"most": 3, "letters": 10, "room": 4}

    assert fitting.paged(["ab", "cd", "e"], str, **limits) == [["a", "b"], ["c", "d", "e"]]
    assert fitting.paged(["abcde"], str, **limits) == [["a", "b", "c"], ["d", "e"]]
    assert fitting.paged([["lang " * 6], ["a"], ["b"]], str, **limits) == [
        ["lang " * 6, "a"],
        ["b"],
    ]
    assert fitting.paged([], str, **limits) == [[]]


def test_figures_in_thousands_get_the_room_they_need() -> None:
    """Two thousand dots are no wider than their column, and most walls spend no room on them."""
    evening = an_evening()
    titles = ("Buss", "Kafé")
    one, other = (evening.made("cluster.make", title=title) for title in titles)
    vote = evening.made("vote.open", dots=10, stacking=True)
    picks = [one] * 9 + [other]
    for number in range(1, 201):
        evening.made("ballot.cast", origin="paper", vote=vote, picks=picks, number=number)
    evening.made("vote.close")

    told = contents.results(projector_view(evening.it, evening.now, ()))

    assert told["thousands"]
    assert [row["dots"] for _, rows in told["groups"] for row in rows] == [1800, 200]
    assert [row["length"] for _, rows in told["groups"] for row in rows] == [1000, 111]
