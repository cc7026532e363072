"""How much the projector's walls hold."""

import pytest

from screens.projector import fitting


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
