"""A text that was edited and is built anew loses nothing that somebody wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from workshop.merging import merged, paragraphs

TEXTS = some.lists(some.sampled_from("abcdefgh"), max_size=6).map("\n\n".join)


@given(old=TEXTS, new=TEXTS)
def test_what_nobody_has_edited_is_as_it_is_built(old: str, new: str) -> None:
    """Without a hand's work the new text is the whole text."""
    assert merged(old, old, new) == new


@given(old=TEXTS, mine=TEXTS)
def test_what_is_built_as_before_is_as_it_was_edited(old: str, mine: str) -> None:
    """Where the case has not changed, the text by hand stands, whatever was left out of it."""
    assert merged(old, mine, old) == mine


@given(old=TEXTS, mine=TEXTS, new=TEXTS)
def test_every_paragraph_written_by_hand_is_there(old: str, mine: str, new: str) -> None:
    """No paragraph that somebody wrote goes away, and none of the new ones that they never saw."""
    whole = paragraphs(merged(old, mine, new))
    by_hand = [part for part in paragraphs(mine) if part not in paragraphs(old)]
    unseen = [part for part in paragraphs(new) if part not in paragraphs(old)]

    assert set(by_hand) | set(unseen) <= set(whole)


@pytest.mark.parametrize(
    ("old", "mine", "new", "whole"),
    [
        ("a\n\nb", "a\n\nb\n\nx", "a\n\nB", "a\n\nx\n\nB"),
        ("a\n\nb\n\nc", "a\n\nx\n\nc", "a\n\nb\n\nC", "a\n\nx\n\nC"),
        ("a\n\nb\n\nc", "a\n\nc", "a\n\nb\n\nC", "a\n\nC"),
        ("a\n\nb", "a\n\nx", "a\n\nB", "a\n\nx\n\nB"),
        ("", "x", "a", "x\n\na"),
    ],
)
def test_an_edit_and_a_change_beside_each_other(old: str, mine: str, new: str, whole: str) -> None:
    """The hand's paragraph stands, the changed one follows, what was left out stays out."""
    assert merged(old, mine, new) == whole
