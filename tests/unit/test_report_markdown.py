"""What anybody wrote stands literally in the report, whatever signs it has."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from screens.paper.markdown import bullets, day, moment, plain, quote, table
from screens.words import Words
from workshop.text import clean, is_blank

READER = MarkdownIt("gfm-like")
SIGNS = st.text(st.sampled_from("\\`*_{}[]()<>|~#+-=.!&:;@$^%/'\" \n19awx·ÅЖا"), max_size=40)
WORDS = st.sampled_from(
    ["http://a.no", "www.a.no", "a@b.no", "evil.test", "&amp;", "&#60;", "<b>", "1.", "2)", "---"]
)
WRITTEN = st.one_of(SIGNS, st.lists(st.one_of(WORDS, SIGNS), max_size=6).map(" ".join)).map(clean)


def inline(tokens: Iterable[Token]) -> list[Token]:
    """What stands inside the blocks of a text."""
    return [child for token in tokens for child in token.children or ()]


def read(tokens: Iterable[Token]) -> str:
    """The words that a reader shows, line breaks told as breaks."""
    breaks = {"hardbreak": "\n", "softbreak": " "}
    return "".join(breaks.get(child.type, child.content) for child in inline(tokens))


@given(WRITTEN)
def test_a_text_on_one_line_is_one_paragraph_of_itself(text: str) -> None:
    """No sign becomes a heading, list, rule, link, picture, code or HTML, and none is lost."""
    tokens = READER.parse(plain(text))

    kinds = [token.type for token in tokens]
    assert kinds == (["paragraph_open", "inline", "paragraph_close"] if kinds else [])
    assert {child.type for child in inline(tokens)} <= {"text"}
    assert read(tokens) == " ".join(text.split())


@given(WRITTEN)
def test_a_quotation_keeps_its_lines(text: str) -> None:
    """Every line that was written is shown on a line of its own inside the quotation."""
    tokens = READER.parse(quote(text))
    shown = [
        line
        for token in tokens
        for line in read([token]).split("\n")
        if token.type == "inline" and line
    ]

    allowed = {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}
    assert {token.type for token in tokens} <= allowed
    assert {child.type for child in inline(tokens)} <= {"text", "hardbreak"}
    assert shown == [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@given(st.lists(WRITTEN.filter(lambda text: not is_blank(text)), min_size=1, max_size=3))
def test_cells_and_points_hold_whatever_is_put_in_them(texts: list[str]) -> None:
    """A table keeps its columns and a list its points, with every text whole."""
    safe = [plain(text) for text in texts]
    whole = [" ".join(text.split()) for text in texts]
    cells = READER.parse(table(["a"] * len(safe), [safe]))
    points = READER.parse(bullets(safe))

    assert [read([t]) for t in cells if t.type == "inline"] == ["a"] * len(texts) + whole
    assert [read([t]) for t in points if t.type == "inline"] == whole
    assert sum(token.type == "list_item_open" for token in points) == len(texts)


@pytest.mark.parametrize(
    "text", ["Hvem ringer man???", "Kl. 12.30 er sent.", "Bussen (nr. 4) går 8-16!", "A & B, «C»"]
)
def test_ordinary_words_look_ordinary(text: str) -> None:
    """Who opens the report as plain text meets no backslashes in the usual sentence."""
    assert plain(text).replace("12\\.30", "12.30") == text


def test_days_and_times_are_written_as_norwegians_write_them() -> None:
    """Day, month, year with points; the time after «kl.»."""
    told = moment(datetime(2026, 5, 28, 18, 46, tzinfo=UTC).astimezone(), Words())

    assert day(date(2026, 5, 28), Words()) == "28.5.2026"
    assert " kl. " in told
    assert told.endswith(":46")
