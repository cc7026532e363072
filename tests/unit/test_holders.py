"""Before the loop: whether anybody is here who has the need, by phone, counted or invited."""

import pytest

from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.given import Evening
from workshop import holders


def a_hall(*roles: str, process: str = "political") -> Evening:
    evening = Evening()
    evening.made("case.open", title="Gode år hjemme", process=process)
    gathering = evening.made("gathering.plan", title="Folkemøte")
    evening.made("gathering.open", gathering=gathering)
    for n, role in enumerate(roles):
        evening.made("person.join", sender="phone", phone=f"p{n}", role=role)
    return evening


@pytest.mark.parametrize(
    ("roles", "missing"),
    [
        ((), False),
        (("leader", "employee", "politician"), True),
        (("leader", "resident"), False),
        (("leader", "relative"), False),
        (("employee", "youth"), False),
    ],
)
def test_who_is_known_to_be_here_decides(roles: tuple[str, ...], missing: bool) -> None:
    """Only leaders and employees: told. Nobody known yet: nothing is said."""
    assert holders.are_missing(a_hall(*roles).it) is missing


def test_who_has_the_need_is_what_the_map_says() -> None:
    """Where business has the need, a hall of residents lacks them, until they are asked."""
    evening = a_hall("resident", "leader")
    shops = evening.made("actor.name", who="Butikkene", category="business", role="has_need")
    assert holders.are_missing(evening.it)
    evening.made("invitation.reply", actor=shops, reply="invited")
    assert not holders.are_missing(evening.it)


def test_employees_have_the_need_of_an_internal_task() -> None:
    """In an administrative case those who are named with the need count, also the own staff."""
    evening = a_hall("employee", process="administrative")
    evening.made("actor.name", who="Vaktlaget", category="employee", role="has_need")

    assert not holders.are_missing(evening.it)


def test_people_without_a_phone_count() -> None:
    """Those whom the desk has counted in are here as anybody with a phone."""
    evening = a_hall("leader")
    old = evening.made("actor.name", who="Eldre", category="elderly", role="has_need")
    assert holders.are_missing(evening.it)
    evening.made("actor.present", actor=old, present=12)
    assert not holders.are_missing(evening.it)


def test_going_on_without_them_stands_in_the_report() -> None:
    """The reason is asked once a round, and is printed with the name of the check."""
    evening = a_hall("leader")
    evening.made("gate.pass", gate=holders.GATE, reason="De kommer i runde 2")

    assert holders.was_passed(evening.it)
    report = as_markdown(evening.it, Words())
    assert "De som har behovet, er til stede eller invitert" in report
    assert "De kommer i runde 2" in report
