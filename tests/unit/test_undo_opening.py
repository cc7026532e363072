"""What a slip of u can do to a hall that has begun."""

from tests.unit.given import Evening, an_evening, refusal


def test_the_opening_of_a_gathering_is_not_undone_once_phones_have_come_in() -> None:
    """However often u is pressed, nobody who is in is shut out; u takes back what came after."""
    evening = an_evening()
    evening.made("undo")
    assert evening.it.running is None

    assert refusal(evening.when("undo")) == "people_are_in"
    assert evening.it.gathering


def test_a_gathering_that_was_opened_too_early_is_closed_again_with_u() -> None:
    """As long as nobody has joined, it has never been open."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title="Gode år hjemme")
    gathering = evening.made("gathering.plan", title="Folkemøte 1")
    evening.made("gathering.open", gathering=gathering)

    evening.made("undo")

    assert evening.it.gathering is None
