"""The quiet signals near the end of a block: at a fifth and at a twentieth of its time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from screens.desk.bits import Mark
from screens.desk.sights import salen_of
from screens.desk.state import DeskState
from screens.desk.widgets.salen import Clock
from screens.projector.painter import Painter
from screens.projector.scene import Moment, Scenes, Size
from screens.projector.seen import Seen
from screens.words import LANGUAGES, Words
from tests.unit.given import an_evening
from tests.unit.walls import NOW, URL, a_view, read
from workshop.nearing import nearing
from workshop.views import projector_view

TOTAL = 1500
STEPS = [(301, ""), (300, "soon"), (76, "soon"), (75, "last"), (0, "last"), (-1, "")]


@pytest.mark.parametrize(("left", "step"), STEPS)
def test_two_steps_near_the_end(left: int, step: str) -> None:
    """At 20 and at 5 per cent of the time one step further; none once the time is over."""
    assert nearing(left, TOTAL) == step


def test_a_clock_that_stands_says_nothing() -> None:
    """Paused, without a length or without a clock there is no end that comes nearer."""
    assert nearing(10, TOTAL, paused=True) == ""
    assert nearing(10, None) == nearing(10, 0) == nearing(None, TOTAL) == ""


@pytest.mark.parametrize(("left", "step"), STEPS)
def test_the_desks_clock_counts_down_to_the_same_steps(left: int, step: str) -> None:
    """The desk is told once and finds the steps by its own clock, with a mark and words."""
    clock = Clock("Behov", TOTAL, 1000.0, TOTAL, soon=(300, "snart"), last=(75, "straks"))
    told = "".join(text for text, _ in clock.nearing(1000.0 + TOTAL - left))

    assert told == {"": "", "soon": f"{Mark.WORK} snart", "last": f"{Mark.LACKS} straks"}[step]
    assert replace(clock, runs=False, left=left).nearing(5000.0) == ()


def test_more_time_takes_the_signal_away_again() -> None:
    """Two more minutes are told to desk and wall alike, and the words go until it is near again."""
    evening = an_evening()
    evening.made("block.start", kind="pause", minutes=10)
    evening.now += timedelta(minutes=8, seconds=30)
    say = Words("nb")

    def signs() -> tuple[str, str]:
        state = DeskState(case=evening.it)
        clock = salen_of(state, say, lambda: evening.now, 0.0).clock
        view = projector_view(evening.it, evening.now, ())
        assert clock
        return "".join(t for t, _ in clock.nearing(0.0)), nearing(view.left, view.total)

    assert signs() == (f"{Mark.WORK} snart slutt", "soon")
    evening.made("clock.extend")
    assert signs() == ("", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("left", "step"), STEPS)
def test_the_wall_says_it_in_words(language: str, left: int, step: str) -> None:
    """The terminal's wall has other words under its clock; the figure and the rest stay."""
    say = Words(language)
    seen = Seen(a_view(left=left, total=TOTAL), URL)
    shown = read(Scenes(say, "f").scene(seen, Size(120, 34), Moment(NOW)))
    usual = "over" if left < 0 else "left"

    assert say(f"projector.left_{step}" if step else f"projector.{usual}") in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_told_when_to_say_it(language: str) -> None:
    """The page counts by itself, so it is told both moments and both sentences beforehand."""
    say = Words(language)
    html = Painter(say).draw(a_view(left=900, total=TOTAL), URL).html

    assert 'data-soon="300" data-last="75"' in html
    assert say("projector.left_soon") in html
    assert say("projector.left_last") in html


@pytest.mark.parametrize(("left", "tone"), [(301, "muted"), (300, "strong"), (75, "warn strong")])
def test_a_pause_that_ends_soon_says_so_in_its_own_words(left: int, tone: str) -> None:
    """A pause tells in minutes when we begin again, and those words stand out near its end."""
    view = a_view("pause", left=left, total=TOTAL)
    scene = Scenes(Words("nb"), "f", blocks=False).scene(Seen(view, URL), Size(80, 24), Moment(NOW))
    (said,) = [of for row in scene.middle for text, of in row if "begynner igjen" in text]

    assert said == tone
