"""New phones late in a vote: how many, never which, and no alarm for who comes through the door."""

from datetime import timedelta

from screens.desk.pacing import rush_bits
from screens.words import Words
from tests.unit.given import Evening
from tests.unit.test_ballots import voting
from workshop.rush import rush
from workshop.views import live_frame, phone_view, projector_view


def join(evening: Evening, *names: str) -> None:
    for name in names:
        evening.made("person.join", sender="phone", phone=name)


def late_vote() -> Evening:
    """A vote that has been open for two minutes."""
    evening, _, _ = voting()
    join(evening, "early-1", "early-2")
    evening.now += timedelta(minutes=2)
    return evening


def test_a_rush_of_new_phones_late_in_a_vote_is_told_by_number() -> None:
    """Three within a minute are told; a minute later the vote still knows that they came."""
    evening = late_vote()
    join(evening, "new-1", "new-2", "new-3")

    told = "".join(text for text, _ in rush_bits(evening.it, Words(), evening.now))

    assert rush(evening.it, evening.now) == 3
    assert "3 nye telefoner siste minutt" in told
    assert rush(evening.it, evening.now + timedelta(minutes=1, seconds=1)) == 0
    assert evening.it.votes[evening.it.vote or ""].late == 3


def test_two_through_the_door_are_no_rush() -> None:
    """Nor are those who come before the vote, or in its first minute."""
    evening = late_vote()
    join(evening, "new-1", "new-2")
    assert rush(evening.it, evening.now) == 0

    early, _, _ = voting()
    join(early, *(f"phone-{n}" for n in range(9)))
    assert rush(early.it, early.now) == 0
    assert early.it.votes[early.it.vote or ""].late == 0


def test_a_large_hall_needs_a_larger_rush() -> None:
    """Three new ones among a hundred are nothing odd; ten are."""
    evening, _, _ = voting()
    join(evening, *(f"phone-{n}" for n in range(90)))
    evening.now += timedelta(minutes=3)
    join(evening, "new-1", "new-2", "new-3")
    assert rush(evening.it, evening.now) == 0

    join(evening, *(f"new-{n}" for n in range(4, 12)))

    assert rush(evening.it, evening.now) == 11


def test_a_phone_that_corrects_itself_is_not_new() -> None:
    """Another role or table is the same phone."""
    evening = late_vote()
    for role in ("youth", "politician", "leader", "employee"):
        evening.made("person.join", sender="phone", phone="early-1", role=role)

    assert rush(evening.it, evening.now) == 0


def test_a_clock_that_was_set_back_raises_no_alarm() -> None:
    """Those who came in a later time than now are not counted."""
    evening = late_vote()
    join(evening, "new-1", "new-2", "new-3")

    assert rush(evening.it, evening.now - timedelta(days=365)) == 0


def test_nobody_but_the_desk_is_told() -> None:
    """Neither wall nor phones hear of it."""
    evening = late_vote()
    before = live_frame(evening.it, evening.now).model_dump(exclude={"phones"})
    join(evening, "new-1", "new-2", "new-3")
    case, presence = evening.it, next(iter(evening.it.presences.values()))

    assert live_frame(case, evening.now).model_dump(exclude={"phones"}) | {"left": 0} == (
        before | {"left": 0}
    )
    wall = projector_view(case, evening.now, ()).model_dump_json()
    phone = phone_view(case, evening.now, presence, (), None).model_dump_json()
    assert '"arrived"' not in wall + phone
