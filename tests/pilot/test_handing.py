"""Hands, heads and helpers at the desk of a real hall."""

import pytest

from screens.desk.lending import lend_codes
from screens.desk.widgets.choose import Choose
from screens.desk.widgets.fields import Field
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator

pytestmark = pytest.mark.evenings


SMALL = pytest.mark.parametrize("facilitator", [(80, 24)], indirect=True)


def seen(me: Facilitator) -> str:
    return "\n".join(screen_text(me.desk))


async def in_the_hall(me: Facilitator) -> None:
    """A case with an open gathering."""
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    planned = await me.desk.send("gathering.plan", title="Samling")
    await me.desk.send("gathering.open", gathering=planned["command"])
    await me.until(lambda: me.case and me.case.gathering)


@SMALL
async def test_a_helper_gets_a_code_and_loses_it_again(facilitator: Facilitator) -> None:
    """The code stands there with the address where it is typed; called back it says so."""
    me = facilitator
    await in_the_hall(me)
    me.desk.run_worker(lend_codes(me.desk), group="act")
    await me.until(lambda: isinstance(me.desk.screen, Choose))

    await me.press("enter")
    await me.until(lambda: me.case and me.case.helpers and isinstance(me.desk.screen, Choose))
    assert me.case
    (helper,) = me.case.helpers.values()
    await me.until(lambda: helper.code in seen(me))
    assert "/hjelp" in seen(me)
    await me.press("right", "enter")
    await me.until(lambda: "Hvilken kode" in seen(me))
    await me.press("right", "enter")

    await me.until(lambda: me.case and me.case.helpers[helper.id].over)
    await me.until(lambda: "koden gjelder ikke lenger" in seen(me))


@SMALL
async def test_ballots_hands_and_heads_are_keyed_in_until_it_adds_up(
    facilitator: Facilitator,
) -> None:
    """A ballot twice asks for one more Enter; hands and those without make the sum whole."""
    me = facilitator
    await in_the_hall(me)
    for title in ("Buss", "Benk"):
        await me.desk.send("cluster.make", title=title)
    await me.desk.send("vote.open")
    await me.desk.go("dots")
    await me.until(lambda: me.case and me.case.vote)
    vote = me.case.vote if me.case else None

    await me.press("f2", *"7: 1", "enter")
    await me.until(lambda: me.case and me.case.votes[vote or ""].numbers == (7,))
    await me.until(lambda: me.desk.screen.query_one("#entry-field", Field).value == "")
    await me.press(*"7/2", "enter")
    await me.until(lambda: "Seddel 7 er alt lagt inn" in seen(me))
    await me.press("enter")
    await me.until(lambda: me.desk.screen.query_one("#entry-field", Field).value == "")
    await me.press("escape")
    await me.form("h", "3", "3", "1")
    await me.until(lambda: me.case and me.case.votes[vote or ""].voices.get("hands") == 3)
    await me.form("t", "6", "2")

    await me.until(lambda: "6 hoder = 0 telefon + 1 papir + 3 hender" in seen(me))
