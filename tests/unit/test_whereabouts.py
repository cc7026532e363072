"""Where one begins on a case, and where one is back after a restart in the middle of an evening."""

import pytest

from screens.desk.whereabouts import first_place, work_place
from tests.unit.given import Evening, an_evening


def test_before_a_gathering_the_work_begins_where_the_case_does() -> None:
    """A small case has its first four stations on one page; no case at all begins there, too."""
    small, large = Evening(), Evening()
    small.made("case.open", title="Vaktrommet", size="small")
    large.made("case.open", title="Gode år hjemme")

    assert [first_place(c) for c in (small.it, large.it, None)] == ["onepage", "problem", "problem"]


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        ("needs", "needs"),
        ("sort", "clusters"),
        ("ideas", "ideas"),
        ("sketch", "card"),
        ("test", "card"),
        ("pause", "needs"),
    ],
)
def test_in_a_gathering_it_is_the_page_of_what_goes_on(kind: str, page: str) -> None:
    """Each block of the loop has its page; a pause is nowhere in particular."""
    evening = an_evening()
    evening.made("station.go", station=5)
    evening.made("block.start", kind=kind, reason="Haster")

    assert first_place(evening.it) == page


def test_each_block_has_a_page_where_it_is_worked_at() -> None:
    """F9 leads there; what fits at any station is worked at wherever one stands."""
    large, small = an_evening(), Evening()
    small.made("case.open", title="Vaktrommet", size="small")

    assert [work_place(large.it, kind) for kind in ("question", "missing", "offers")] == [
        "problem",
        "gaps",
        "promises",
    ]
    assert work_place(small.it, "question") == "onepage"
    assert [work_place(large.it, kind) for kind in ("needs", "closing")] == ["needs", "learnt"]
    assert [work_place(large.it, kind) for kind in ("welcome", "wonder", "pause")] == ["", "", ""]


def test_an_open_vote_and_the_other_stations_have_their_places() -> None:
    """Wherever the hall is, the desk is."""
    evening = an_evening()
    evening.made("cluster.make", title="Skyss")
    evening.made("station.go", station=5)
    evening.made("vote.open")
    voting = first_place(evening.it)
    evening.made("vote.close")
    evening.made("station.go", station=6)

    assert (voting, first_place(evening.it)) == ("dots", "learnt")
