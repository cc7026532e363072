"""What stands behind what was learnt, on the wall; and the usual order beside the turned one."""

import pytest

from screens.projector.rows import width
from screens.projector.turned import ORDERS
from tests.unit.given import START, Evening, an_evening
from tests.unit.walls import SIZES, a_scene, a_view
from workshop.views import projector_view

CARD = {"believed": "En SMS er nok", "learnt": "Stemmen teller"}


def needs(evening: Evening, *texts: str) -> list[str]:
    """Needs from the hall, that nobody has let through yet."""
    return [evening.made("note.write", text=text, origin="paper") for text in texts]


def quotes(evening: Evening) -> list[tuple[str, ...]]:
    """What stands behind each pair on the wall."""
    evening.made("projector.show", wall="learnt")
    return [pair.quotes for pair in projector_view(evening.it, START, ()).pairs]


def test_only_needs_that_were_let_through_stand_behind_what_was_learnt() -> None:
    """Two at the most, through the sketch to the needs it answers; not what waits."""
    evening = an_evening()
    made = needs(evening, "Vil bli savnet om morgenen", "Noen å ringe", "Skjult", "Venter", "Annet")
    cluster = evening.made("cluster.make", title="Savnet", notes=made[:4])
    sketch = evening.made("sketch.make", title="Ringen", needs=[cluster])
    evening.made("learning.write", **CARD, sketch=sketch)
    nothing = quotes(evening)
    for note, state in zip(made, ("shown", "shown", "hidden", "waiting", "shown"), strict=True):
        evening.made("note.moderate", note=note, state=state)

    assert nothing == [()]
    assert quotes(evening) == [("Noen å ringe", "Vil bli savnet om morgenen")]
    evening.made("note.moderate", note=made[0], state="aside")
    assert quotes(evening) == [("Noen å ringe",)]


def test_the_words_stand_on_a_card_of_their_own_after_the_pair() -> None:
    """So that neither is crowded; a pair without them is one card."""
    scenes = [a_scene(SIZES["60x18"], a_view("learnt", page=page)) for page in (1, 2, 3)]
    told = ["\n".join("".join(text for text, _ in row) for row in s.middle) for s in scenes]

    assert {scene.pages for scene in scenes} == {3}
    assert "Alarmen lå i skuffen" in told[0]
    assert "«Alarmen henger i skuffen»" in told[1]
    assert "«" not in told[0] + told[2]


@pytest.mark.parametrize("size", SIZES)
def test_everybody_starts_at_once_in_the_turned_order(size: str) -> None:
    """All four have a lane in both orders, at every size; residents come last."""
    pages = [a_scene(SIZES[size], a_view("reversed", page=page)) for page in (1, 2)]
    for scene in pages:
        assert max(width(row) for row in scene.middle) <= SIZES[size].columns
        assert len(scene.middle) <= SIZES[size].rows - 2
    begin = [
        [width(row[:-1]) for row in scene.middle if row and set(row[-1][0]) == {"█"}]
        for scene in pages
    ]

    usual, turned = ORDERS
    assert [name for name, _ in usual.lanes] == [name for name, _ in turned.lanes]
    assert max(usual.lanes, key=lambda lane: lane[1])[0] == "residents"
    assert {scene.pages for scene in pages} == {2}
    assert begin[0][0] < max(begin[0])
    assert len(set(begin[1])) == 1
