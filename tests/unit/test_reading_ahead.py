"""What is worked out of a note before anybody asks to see it."""

from time import monotonic

from screens.desk.ahead import PATIENCE, look_ahead, worth_a_look
from tests.unit.given import an_evening


def test_keys_that_are_held_down_do_not_hold_back_what_comes_for_ever() -> None:
    """Reading waits while a key is painted, and goes on where keys never end."""
    evening = an_evening()
    for n in range(3):
        evening.made("note.write", text=f"Ring meg på 9000000{n}")
    worth_a_look.cache_clear()

    began = monotonic()
    look_ahead(evening.history, lambda: True)

    assert monotonic() - began >= PATIENCE
    assert worth_a_look.cache_info().currsize == 3
