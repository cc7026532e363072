"""What a case itself knows about a checklist: a suggestion that nobody has to take."""

from datetime import timedelta

import pytest

from storage import packs
from tests.unit.given import Evening, an_evening
from tests.unit.rounding import a_team, gathered, planned, sketched
from workshop import forms
from workshop.prefill import step_of, suggestion


def with_people(*people: tuple[str, int | None]) -> Evening:
    """An evening where these have joined: role and table."""
    evening = an_evening()
    evening.case = evening.it.model_copy(update={"presences": {}})
    for n, (role, table) in enumerate(people):
        phone = f"phone{n}"
        evening.made("person.join", sender="phone", phone=phone, role=role, table=table)
    return evening


def told(evening: Evening, known: str) -> tuple[int, int, int] | None:
    """Level and figures of what is suggested."""
    found = suggestion(evening.it, known)  # type: ignore[arg-type]
    return (found.level, found.n, found.of) if found else None


@pytest.mark.parametrize(
    ("roles", "kinds", "leaders"),
    [
        ((), None, None),
        (("resident", "employee"), (2, 2, 2), (2, 2, 2)),
        (("relative", "politician", "politician"), (1, 1, 2), (1, 1, 3)),
        (("leader", "politician"), (1, 1, 2), (0, 0, 2)),
        (("politician",), (0, 0, 2), (0, 0, 1)),
    ],
)
def test_who_was_there_says_whose_voice_was_heard(
    roles: tuple[str, ...], kinds: tuple[int, ...] | None, leaders: tuple[int, ...] | None
) -> None:
    """Those with the need and those who serve them; and how many neither lead nor decide."""
    evening = with_people(*((role, None) for role in roles))
    assert told(evening, "kinds_met") == kinds
    assert told(evening, "not_leaders") == leaders


def test_tables_of_more_than_one_kind_are_counted() -> None:
    """A table with a single phone says nothing about who sat there."""
    alone = with_people(("resident", 1), ("leader", 2))
    assert told(alone, "mixed_tables") is None
    some = with_people(
        ("resident", 1), ("leader", 1), ("resident", 2), ("resident", 2), ("youth", 3)
    )
    assert told(some, "mixed_tables") == (1, 1, 2)


def test_how_soon_something_was_tried() -> None:
    """Nothing is known before; a decided round without a test is a no; early is in round 1."""
    evening = a_team()
    assert told(evening, "first_test") is None
    test = planned(evening, sketched(evening, gathered(evening)))
    evening.now += timedelta(days=9)
    evening.made("test.start", test=test)
    assert told(evening, "first_test") == (2, 9, 0)

    untested = a_team()
    untested.made("round.decide", decision="parked", reason="Ingen tid")
    assert told(untested, "first_test") == (0, 0, 0)


def test_a_level_is_a_step_of_whatever_scale_the_pack_has() -> None:
    """No, in part and yes are the least, the middle and the most of it."""
    pack = packs.pack("lier")
    assert pack
    asked = pack.checklist("principles")
    assert asked
    form = forms.checklist(pack, asked)
    assert [step_of(form, level) for level in (0, 1, 2)] == ["no", "partly", "yes"]
    assert [item.key for item in asked.items if item.known] == [
        "dialogue",
        "climate",
        "together",
        "daring",
    ]
