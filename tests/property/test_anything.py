"""Whatever can be commanded can be shown: on the wall, on phones, on paper, in the report."""

from collections.abc import Iterator
from typing import get_args

import pytest

from screens.paper.page import as_html
from screens.paper.report import as_json, as_markdown
from screens.paper.sheets import Kind, Numbers, Place, sheet
from screens.phone.faces import Faces
from screens.phone.pages import Pages
from screens.phone.visitor import Visit
from screens.projector.painter import Painter
from screens.projector.scene import Moment, Scenes, Size
from screens.projector.seen import Seen
from screens.words import Words
from tests.property.anything import NOW, anything
from workshop.basics import Refused
from workshop.case import Case
from workshop.facts import fold
from workshop.terms import Wall
from workshop.views import live_frame, phone_view, projector_view

SAY = Words()
SEEDS = range(12)
WISHES = 400
URL = "http://192.168.8.2/"
SIZES = (Size(80, 24), Size(120, 34))


def stages(seed: int) -> Iterator[Case]:
    """A case with each wall that it allows."""
    evening = anything(seed, WISHES)
    for wall in get_args(Wall):
        subjects = [None, *evening.it.votes, *evening.it.polls]
        for subject in subjects:
            if not isinstance(evening.when("projector.show", wall=wall, subject=subject), Refused):
                yield evening.it


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_was_said_is_in_the_report(seed: int) -> None:
    """As text, as a page and as data, and the case is what its facts add up to."""
    evening = anything(seed, WISHES)
    case = evening.it

    assert fold(evening.history) == case
    assert as_markdown(case, SAY)
    assert as_html(case, SAY)
    assert as_json(case)
    for kind in get_args(Kind):
        place = Place(address=URL, code="", wifi="", password="", file="a.db")
        assert sheet(kind, case, place, Numbers(), SAY)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_shown_is_drawn_on_both_walls(seed: int) -> None:
    """The page and the terminal have a picture of every wall, at every size."""
    painter, scenes = Painter(SAY), Scenes(SAY, "a.db")

    for case in stages(seed):
        view = projector_view(case, NOW, ())
        assert painter.draw(view, URL).html
        for size in SIZES:
            assert scenes.scene(Seen(view, URL), size, Moment(NOW)).pages >= 1


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_goes_on_there_is_a_page_for_phones(seed: int) -> None:
    """For who has joined and who has not, and the small picture that all share."""
    faces = Faces(Pages(SAY))

    for wishes in range(0, WISHES, 80):
        evening = anything(seed, wishes)
        evening.when("person.join", sender="phone", phone="anna", role="other", table=1, heads=3)
        case = evening.it
        own = tuple(case.notes)[:5]
        assert live_frame(case, NOW).station == case.station
        for presence in (None, *case.presences.values()):
            view = phone_view(case, NOW, presence, own, None)
            assert faces.draw(Visit(case, "secret", presence, alone=True), view)
