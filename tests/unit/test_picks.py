"""A row's second line: broken between its bits, and within one only where it must be."""

from screens.desk.widgets.picks import Pick, Picks


def under(*texts: str, cells: int = 31) -> list[str]:
    """The rows under a choice, as they are drawn."""
    pick = Pick("a", "Navn", under=tuple((text, "") for text in texts))
    _, *rows = Picks().draw(pick, cells)
    return ["".join(text for text, _ in row.left) for row in rows]


def test_what_parts_two_bits_is_not_left_over_on_a_new_row() -> None:
    """A row never begins with the dot between what stood before it and itself."""
    assert under("Få være datter igjen", " · skyss: drosje", " · telefon") == [
        "Få være datter igjen",
        "skyss: drosje · telefon",
    ]


def test_a_bit_that_is_too_long_for_a_row_is_wrapped_and_never_cut() -> None:
    """All that somebody wrote stands there, also beside another bit."""
    rows = under("Folk som bor alene trenger å bli savnet av noen de kjenner", " ! bare oss")
    assert " ".join(rows) == "Folk som bor alene trenger å bli savnet av noen de kjenner ! bare oss"
    assert max(map(len, rows)) <= 30


def test_columns_of_figures_keep_their_distance() -> None:
    """Spaces at the end of a bit stay where another follows."""
    assert under("1 ▂ 2   ", "2 ▅ 6   ", "snitt 3,0") == ["1 ▂ 2   2 ▅ 6   snitt 3,0"]
