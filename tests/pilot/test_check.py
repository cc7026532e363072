"""«Sjekk rommet» at the desk of a real hall, by keyboard alone."""

import asyncio

from screens.desk.form import Form
from screens.desk.widgets.picks import Picks
from tests.pilot.facilitator import Facilitator


async def test_the_network_is_typed_once_and_kept(facilitator: Facilitator) -> None:
    """From the cases with r, down to the line, Enter, and it stands on the line and in the file."""
    me = facilitator
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "home")
    await me.press("r")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "check")
    lines = me.desk.frame.place.query_one(Picks)  # type: ignore[union-attr]
    await me.until(lambda: len(lines.items) == 11)
    lines.move_to("wifi")
    await me.press("enter")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.type("GRAN47")
    await me.press("f2")

    await me.until(lambda: any("GRAN47" in line.text for line in lines.items))
    control = me.desk.control
    assert control is not None
    assert (await asyncio.to_thread(control.get, "/venue"))["wifi"] == "GRAN47"


async def test_a_number_that_is_none_is_told_and_kept_in_the_form(
    facilitator: Facilitator,
) -> None:
    """Nonsense in a field gets a sentence, and what was written stays."""
    me = facilitator
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "home")
    await me.press("r")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "check")
    lines = me.desk.frame.place.query_one(Picks)  # type: ignore[union-attr]
    await me.until(lambda: len(lines.items) == 11)
    lines.move_to("coming")
    await me.press("enter")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.type("mange")
    await me.press("f2")
    form = me.desk.screen
    assert isinstance(form, Form)
    await me.until(lambda: form.query_one("#form-wrong").has_class("-shown"))

    assert form.values == {"coming": "mange"}
