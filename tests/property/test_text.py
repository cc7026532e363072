"""clean() over anything that can be typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.text import MARKS_IN_A_ROW, clean, is_blank

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANYTHING)
def test_row_8_cleaning_twice_is_cleaning_once(text: str) -> None:
    """clean(clean(x)) == clean(x)."""
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_row_7_nothing_that_steers_a_screen_is_left(text: str) -> None:
    """No control but newline, no bidi control, no lone surrogate; and it can be stored."""
    cleaned = clean(text)

    assert not {c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs"}} - {"\n"}
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    cleaned.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "Vil bo heime, men trappa er bratt – «hver dag»",
        "Mun dárbbašan veahki čđŋšŧž",
        "أحتاج إلى مساعدة",
        "Мені потрібна допомога",
        "👨‍👩‍👧‍👦 🇳🇴 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "मैं घर पर रहना चाहता हूँ",
        "می‌خواهم",
        "linje én\nlinje to",
    ],
)
def test_every_script_is_left_whole(text: str) -> None:
    """People write in many scripts, and keep every letter."""
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_a_tower_of_marks_is_cut_at_eight() -> None:
    """Zalgo cannot climb over its neighbours."""
    assert clean("a" + "\u0334" * 50) == "a" + "\u0334" * MARKS_IN_A_ROW


@pytest.mark.parametrize("text", ["", "  \n", "\u200d", "\u00a0", "\u3164", "\ufe0f"])
def test_a_text_without_a_trace_is_blank(text: str) -> None:
    """What nobody can see is nothing said."""
    assert is_blank(clean(text))
