"""Silent thinking with a clock: a block for any run sheet, of which nothing is ever sent."""

from screens.projector.painter import Painter
from screens.words import Words
from tests.unit.given import an_evening, refusal
from workshop.views import phone_view, projector_view
from workshop.views.live import live_frame

PAINTER = Painter(Words())


def test_everybody_thinks_alone_and_the_wall_has_the_question_and_a_clock() -> None:
    """Phones are told of the block and asked for nothing, and the wall turns by itself."""
    evening = an_evening()
    evening.made("block.start", kind="wonder", minutes=5)
    case, presence = evening.it, evening.it.presences["anna"]
    view = phone_view(case, evening.now, presence, (), None)
    wall = projector_view(case, evening.now, ())

    assert (view.face, view.block, view.writes) == ("wait", "wonder", None)
    assert (wall.wall, wall.left) == ("wonder", 300)
    assert case.question in PAINTER.draw(wall, "http://10.0.0.2/").html
    assert live_frame(case, evening.now).block == "wonder"


def test_silence_fits_before_any_part_of_a_round() -> None:
    """It belongs neither to need, solution nor test, so that no reason is asked of anybody."""
    evening = an_evening()
    evening.made("station.go", station=2)

    assert refusal(evening.when("block.start", kind="wonder", title="Hva er mulig?")) is None
    assert evening.it.station == 2


def test_nothing_is_taken_from_a_phone_while_all_are_silent() -> None:
    """A hall that has not asked for needs takes none in the silence; what was asked for goes on."""
    evening = an_evening()
    evening.made("block.start", kind="wonder")
    sent = {
        what: evening.when("note.write", what=what, text="En lapp", sender="phone", phone="anna")
        for what in ("idea", "need")
    }

    assert refusal(sent["idea"]) == "not_collecting"
    assert refusal(sent["need"]) is None
