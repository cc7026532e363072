"""The method and the strategy at the desk: one key away, chosen with the case, changed later."""

from textual.widgets import Static

from screens.desk.form import Form
from screens.desk.method import MethodScreen
from screens.desk.strategy import StrategyScreen
from tests.pilot.facilitator import Facilitator


async def test_the_method_is_one_key_away_and_f1_twice(facilitator: Facilitator) -> None:
    """What to do, what to say aloud and what goes wrong, for the place one is at."""
    me = facilitator
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "home")
    await me.press("w")
    await me.until(lambda: isinstance(me.desk.screen, MethodScreen))
    told = "\n".join(str(s.content) for s in me.desk.screen.query(Static))
    await me.press("escape")
    await me.until(lambda: not isinstance(me.desk.screen, MethodScreen))
    await me.press("f1")
    await me.press("f1")
    await me.until(lambda: isinstance(me.desk.screen, MethodScreen))

    assert "Hva er egentlig behovet?" in told
    assert all(word in told for word in ("Gjør", "Si høyt", "Pass på", "Tid", "Grupper"))


async def test_a_case_has_a_strategy_and_can_take_another(facilitator: Facilitator) -> None:
    """Jevnaker's where nothing else is chosen; what was said stays when it changes; it is read."""
    me = facilitator
    await me.form("n", "Kveldsbuss", "Lier")
    await me.until(lambda: me.case)
    assert me.case is not None
    assert me.case.pack.id == "jevnaker"

    await me.desk.frame.action_act("take_pack")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.press("right", "right", "f2")
    await me.until(lambda: me.case and me.case.pack.id == "lier")

    await me.desk.frame.action_act("read_strategy")
    await me.until(lambda: isinstance(me.desk.screen, StrategyScreen))
    await me.until(lambda: len(me.desk.screen.query(Static)) > 1)
    told = "\n".join(str(s.content) for s in me.desk.screen.query(Static))

    assert me.case.title == "Kveldsbuss"
    assert all(word in told for word in ("Slik forstås innovasjon", "Åpenhet", "Ytringsklima"))
