"""What is typed in a field: sums and days."""

from datetime import date

import pytest

from screens.desk.room import day, typed_amount, typed_day


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("150000", 150_000),
        (" 150 000 ", 150_000),
        ("150\N{NO-BREAK SPACE}000", 150_000),
        ("150,000", 150_000),
        ("1.150.000", 1_150_000),
        ("", None),
        ("12,50", "12,50"),
        ("mye", "mye"),
    ],
)
def test_a_sum_is_read_however_its_thousands_stand(text: str, amount: int | str | None) -> None:
    """Groups of three are one number in every language; what is none goes to the hall as it is."""
    assert typed_amount(text) == amount


def test_a_day_stands_in_its_field_as_it_is_typed() -> None:
    """What a form shows of a day can be sent again as it stands; no day is an empty field."""
    held = date(2026, 3, 3)

    assert day(typed_day(held)) == held.isoformat()
    assert typed_day(None) == ""
