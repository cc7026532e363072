"""Block type: large letters made of quarter blocks."""

import pytest

from screens.projector import letters

NORWEGIAN = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøå0123456789«»–?!.,:;-()/"


def picture(text: str) -> tuple[str, ...]:
    return letters.drawn(text)


def test_everything_that_norwegian_is_written_with_has_a_glyph() -> None:
    """A question with æ, ø, å and quotation marks can be shown in block type."""
    assert [sign for sign in NORWEGIAN if not letters.covers(sign)] == []


def test_no_two_letters_look_alike() -> None:
    """Whoever reads å does not read a: all letters and figures differ."""
    signs = [sign for sign in NORWEGIAN if sign.isalnum()]

    assert len({picture(sign) for sign in signs}) == len(signs)


@pytest.mark.parametrize("text", ["Hva trenger du for å leve trygt?", "ØL", "i", "GRAN 47"])
def test_a_line_is_four_rows_of_the_width_that_was_told(text: str) -> None:
    """What is measured is what is drawn, in quarter blocks alone."""
    rows = picture(text)

    assert [len(row) for row in rows] == [letters.cells(text)] * 4
    assert not set("".join(rows)) - set(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")


def test_strokes_are_as_wide_as_high() -> None:
    """A cell is twice as high as wide, so an upright stroke is two points and a flat one is one."""
    upright, flat = letters.glyph("l"), letters.glyph("-")

    assert upright is not None
    assert flat is not None
    assert {sum(row) for row in upright[1:6]} == {2}
    assert sum(any(row) for row in flat) == 1


@pytest.mark.parametrize("text", ["Привіт", "مرحبا", "你好", "🙂", "đ", "a\u0301b\u0323", ""])
def test_other_scripts_are_left_to_plain_text(text: str) -> None:
    """What has no glyph is not covered, and asking never fails."""
    assert letters.covers(text) == (text == "")


def test_a_clock_stands_still() -> None:
    """All figures of a clock are as wide, so that it does not move when it counts."""
    widths = {len(letters.drawn(f"{n:02}:{n:02}", figures=True)[0]) for n in range(60)}

    assert len(widths) == 1


def test_the_large_clock_fits_forty_columns() -> None:
    """Minutes and seconds with a cell for every point fit the smallest wall."""
    rows = letters.enlarged("12:40", 1)

    assert len(rows) == 8
    assert letters.enlarged_cells("12:40") == len(rows[0]) <= 40
    assert [len(row) for row in letters.enlarged("12:40", 2)] == [2 * len(rows[0])] * 16
