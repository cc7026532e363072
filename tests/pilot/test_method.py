"""Help with the method where one stands: one key away, and on no other surface."""

from textual.widgets import Static

from screens.desk.method import MethodScreen
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
