"""Clusters are chosen by their numbers, also when there are more than nine."""

import pytest

from screens.desk.numbered import heard


@pytest.mark.parametrize("of", [1, 3, 9, 10, 15, 37, 99, 120])
def test_every_number_is_reached_and_no_other(of: int) -> None:
    """Typed digit by digit, then Enter where more could follow: that number, for all there are."""
    for wanted in range(1, of + 1):
        begun, meant = "", None
        for digit in str(wanted):
            assert meant is None, "an earlier digit was already enough"
            meant, begun = heard(begun, digit, of)
        assert meant == wanted or begun == str(wanted)


def test_most_clusters_of_fifteen_cost_one_key() -> None:
    """2 to 9 are meant at once; only a 1 waits."""
    assert [digit for digit in "123456789" if heard("", digit, 15)[0] is None] == ["1"]
    assert heard("1", "4", 15) == (14, "")


@pytest.mark.parametrize(("begun", "digit", "of"), [("", "0", 15), ("", "5", 4), ("1", "9", 15)])
def test_a_number_that_no_cluster_has_means_nothing(begun: str, digit: str, of: int) -> None:
    """And nothing is left begun that the next digit could fall into."""
    assert heard(begun, digit, of) == (None, "")
