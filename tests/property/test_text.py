"""clean() over anything that can be typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.hints import hints
from workshop.likeness.noted import read
from workshop.text import MARKS_IN_A_ROW, as_read, clean, is_blank


def wide(text: str) -> str:
    """The same in the wide letters of East Asian writing."""
    return "".join(chr(ord(sign) + 0xFEE0) for sign in text)


BOLD = "".join(chr(0x1D41A + ord(sign) - ord("a")) for sign in "idiot")
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


@pytest.mark.parametrize(
    "word",
    [
        *(f"id{sign}iot" for sign in "\u200b\u200c\u200d\u2060\u2063\u00ad\u034f\u180e\ufe0f"),
        *("id\U000e0061iot", wide("idiot"), BOLD, "idi\u043et", "\u0456di\u043et"),
    ],
)
def test_row_8_no_word_hides_behind_signs_that_nobody_sees(word: str) -> None:
    """Hints and likeness read what a reader sees; what was written is stored as it was."""
    text = f"Du er en {word}"

    assert [hint.kind for hint in hints(clean(text))] == ["rude"]
    assert read(clean(text)).written == "du er en idiot"
    assert clean(text) == text


def test_row_8_a_number_of_fancy_digits_is_a_number() -> None:
    """A telephone number in wide digits, with nothing to see between them."""
    told = hints(clean(f"Ring meg på {wide('912')}\u200b{wide('34567')}"))
    assert [hint.kind for hint in told] == ["phone"]


@given(text=st.text(max_size=60))
def test_row_8_reading_twice_is_reading_once(text: str) -> None:
    """What is seen is seen the same way again, and no word of another alphabet is touched."""
    assert as_read(as_read(text)) == as_read(text)
    for whole in ("Привет, мир", "Καλημέρα κόσμε", "čáhci ja đoallu", "مرحبا"):
        assert as_read(whole) == whole
