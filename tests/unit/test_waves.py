"""The second wave of ideas: only the facilitator is told, and only when the first is over."""

from datetime import datetime, timedelta

from tests.unit.given import Evening, an_evening
from workshop.waves import DRY, ran_dry

BLINK = timedelta(seconds=1)


def an_evening_with_ideas(*waits: int) -> Evening:
    """Ideas are open, and one comes after each wait in seconds."""
    evening = an_evening()
    evening.made("block.start", kind="ideas", reason="Haster")
    for wait in waits:
        evening.now += timedelta(seconds=wait)
        evening.made("note.write", what="idea", origin="spoken", text=f"Idé {evening.now}")
    return evening


def after(evening: Evening, wait: timedelta) -> datetime:
    """So long after the last that happened."""
    return evening.now + wait


def test_a_first_wave_that_has_run_dry_is_told_once() -> None:
    """Two quiet minutes after some ideas; when more have come and it is quiet again, no more."""
    evening = an_evening_with_ideas(5, 9, 30)
    assert not ran_dry(evening.it, after(evening, DRY - BLINK))
    assert ran_dry(evening.it, after(evening, DRY))

    second = an_evening_with_ideas(5, 9, 30, 200, 5)
    assert not ran_dry(second.it, after(second, 2 * DRY))


def test_quiet_while_people_still_think_is_no_end_of_a_wave() -> None:
    """Before a few ideas have come nobody is hurried, however long it is quiet."""
    for waits in ((), (300,), (300, 300)):
        evening = an_evening_with_ideas(*waits)
        assert not ran_dry(evening.it, after(evening, 2 * DRY))
    slow = an_evening_with_ideas(300, 300, 20)
    assert ran_dry(slow.it, after(slow, DRY))


def test_only_open_ideas_have_waves() -> None:
    """Not while the clock stands still, and not in any other block."""
    evening = an_evening_with_ideas(1, 1, 1)
    later = after(evening, DRY)
    evening.made("clock.pause")
    assert not ran_dry(evening.it, later)
    evening.made("block.start", kind="pause")
    assert not ran_dry(evening.it, later)
