"""The round's card by keyboard: testers at kitchen tables, the lock, leaps, and an honest end."""

import pytest

from screens.desk.form import Form
from screens.desk.widgets.ask import Ask
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator
from workshop import rounds, tried
from workshop.volunteers import willing

pytestmark = pytest.mark.evenings


async def a_case(me: Facilitator) -> None:
    """A case with no gathering at all, and its round's card in sight."""
    await me.form("n", "Gode år hjemme")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "problem")


async def to_card(me: Facilitator) -> None:
    await me.desk.go("card")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "card")


async def test_testers_are_written_one_after_another_without_any_net(
    facilitator: Facilitator,
) -> None:
    """No gathering, no phone: quote, what failed, Enter, Enter, and the next form stands there."""
    me = facilitator
    await a_case(me)
    await to_card(me)
    await me.form("s", "Morgenringen", "Fem naboer ringer")
    await me.until(lambda: me.case and me.case.sketches)
    await me.form("t", "De svarer", "Ringe i 14 dager", "Hvem som svarer", "Fire av fem")
    await me.until(lambda: me.case and me.case.tests)

    await me.until(lambda: me.sees_all)
    await me.press("r")
    for number, quote in enumerate(("Det var hyggelig", "Blir som å stemple inn"), start=1):
        await me.until(lambda: isinstance(me.desk.screen, Form))
        await me.until(lambda: me.desk.focused is not None)
        form = me.desk.screen
        await me.type(quote)
        await me.press(*["enter"] * 6)
        while len(_heard(me)) < number or me.desk.screen is form:
            await me.pilot.pause(0.02)
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.press("escape")
    await me.until(lambda: not isinstance(me.desk.screen, Form))

    assert me.case is not None
    assert [(t.code, t.quote) for t in _heard(me)] == [
        ("p1", "Det var hyggelig"),
        ("p2", "Blir som å stemple inn"),
    ]
    assert rounds.state(me.case) == "need_gathered"
    (test,) = me.case.tests.values()
    assert test.started_at is not None
    await me.until(lambda: me.sees_all)
    await me.press("t")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    form = me.desk.screen
    assert isinstance(form, Form)
    assert "reason" in form.values


def _heard(me: Facilitator) -> tuple[tried.Tester, ...]:
    assert me.case is not None
    return tuple(t for test in me.case.tests.values() for t in test.heard)


async def test_a_long_sketch_is_told_and_kept_with_its_reason(facilitator: Facilitator) -> None:
    """Over the cap the form stays with every word and says what to do; a reason stores it."""
    me = facilitator
    await a_case(me)
    await to_card(me)
    await me.press("s")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    form = me.desk.screen
    assert isinstance(form, Form)
    await me.type("Lang")
    await me.press("tab")
    await me.type("a" * 300)
    await me.press("f2")
    await me.until(lambda: "20 tegn over" in " ".join(screen_text(me.desk)))
    assert form.values["text"] == "a" * 300

    form.query_one("#field-why_long").focus()
    await me.type("Alle delene må være med")
    await me.press("f2")
    await me.until(lambda: me.case and me.case.sketches)

    assert me.case is not None
    (sketch,) = me.case.sketches.values()
    assert (len(sketch.text), sketch.why_long) == (300, "Alle delene må være med")


async def test_ideas_before_the_need_is_in_words_want_a_reason(facilitator: Facilitator) -> None:
    """F5 on the ideas asks first; the reason is kept, and Esc leaves the hall as it was."""
    me = facilitator
    await a_case(me)
    planned = await me.desk.send("gathering.plan", title="Samling")
    await me.desk.send("gathering.open", gathering=planned["command"])
    await me.until(lambda: me.case and me.case.gathering)
    await me.desk.go("ideas")
    await me.press("f5")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.press("escape")
    await me.until(lambda: not isinstance(me.desk.screen, Ask))
    assert me.case is not None
    assert me.case.running is None
    await me.press("f5")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.type("Behovet ble skrevet i fjor")
    await me.press("enter")
    await me.until(lambda: me.case and me.case.running and me.case.running.kind == "ideas")

    assert [(o.gate, o.reason) for o in me.case.overrides] == [
        ("statement", "Behovet ble skrevet i fjor")
    ]


async def test_to_stop_with_what_was_learnt_is_an_honest_end(facilitator: Facilitator) -> None:
    """One sketch dies with its lesson, the round goes back to the need, and nothing is lost."""
    me = facilitator
    await a_case(me)
    await to_card(me)
    await me.form("s", "Alarm", "En knapp på veggen")
    await me.until(lambda: me.case and me.case.sketches)
    await me.form("l", "", "", "Knappen lå i skuffen")
    await me.until(lambda: me.case and next(iter(me.case.sketches.values())).decision)
    await me.form("b", "", "Vi må høre flere")
    await me.until(lambda: me.case and me.case.rounds[0].jumps)

    assert me.case is not None
    (sketch,) = me.case.sketches.values()
    assert (sketch.decision, sketch.lesson) == ("stopped", "Knappen lå i skuffen")
    assert rounds.state(me.case) == "need_open"
    assert me.case.round == 1


async def test_hands_of_those_without_a_phone_are_counted_at_the_desk(
    facilitator: Facilitator,
) -> None:
    """A number is keyed in on the round's card, and the card tells how many can test."""
    me = facilitator
    await a_case(me)
    await to_card(me)
    await me.form("a", "7")
    await me.until(lambda: me.case and willing(me.case, 1) == 7)
    card = me.desk.frame.place
    assert card is not None
    await me.until(
        lambda: "7 har sagt at de kan teste." in str(card.query_one("#test-card").render())
    )
