"""What is typed right behind the key of a form stands in the form, whole, and does nothing else."""

from pathlib import Path

import pytest

from screens.desk.acts import ActType
from screens.desk.form import Form
from screens.desk.places import NAMES
from screens.desk.widgets.fields import Field, Prose
from tests.bench.crowded import a_case
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.pilot.test_walking import file  # noqa: F401 - a fixture: a finished case
from workshop.clusters import members, standing

pytestmark = pytest.mark.evenings

TYPED = "Nynorsk u nei 7#"
"""Letters that are keys of many acts, a digit and a sign among them."""
NO_FORM = frozenset({"leave", "commands", "open_projector", "open_plain"})
"""What leaves the desk, or opens a window of another program."""


def _asks(me: Facilitator) -> Field | Prose | None:
    """The field that what is typed goes to."""
    focused = me.desk.focused
    return focused if isinstance(focused, Field | Prose) else None


def _written(me: Facilitator) -> str:
    asks = _asks(me)
    return asks.text if isinstance(asks, Prose) else asks.value if asks else ""


async def _leave_form(me: Facilitator) -> None:
    while isinstance(me.desk.screen, Form):
        await me.press("escape")


async def _home(me: Facilitator, place: str) -> None:
    """Back to the place, with nothing over it."""
    for _ in range(6):
        if len(me.desk.screen_stack) > 1:
            await me.press("escape")
    await me.desk.go(place)
    await me.until(lambda: me.sees_all)


async def _opens_form(me: Facilitator, act: ActType) -> bool:
    """Whether the key of this act asks for something that is written."""
    await me.press(act.key)
    await me.pilot.pause(0.05)
    return isinstance(me.desk.screen, Form) and _asks(me) is not None


async def test_what_is_typed_behind_a_key_is_in_its_form(file: Path) -> None:  # noqa: F811
    """At every place, what comes in one go with the key of its first form is in that form."""
    lost, seen = [], 0
    async with at_the_desk(file, (120, 36)) as me:
        await me.until(lambda: me.desk.state.cases)
        await me.desk.choose_case(me.desk.state.cases[0].id, "needs")
        await me.until(lambda: me.case)
        for name in NAMES:
            await _home(me, name)
            place = me.desk.frame.place
            assert place is not None
            acts = [a for a in place.acts_now() if len(a.key) == 1 and a.name not in NO_FORM]
            for act in acts:
                await _home(me, name)
                if not place.may(act) or not await _opens_form(me, act):
                    continue
                await _leave_form(me)
                seen += 1
                me.at_once(act.key, *TYPED)
                await me.until(lambda: isinstance(me.desk.screen, Form))
                await me.until(lambda: _written(me).endswith(TYPED[-1]))
                if TYPED not in _written(me):
                    lost.append(f"{name} {act.name}: {_written(me)}")
                await _leave_form(me)
                break
    assert seen > 10
    assert not lost


async def test_forms_one_after_the_other_in_one_go(tmp_path: Path) -> None:
    """Two clusters made and a note put away in one go: each with its own note, none lost."""
    a_case(tmp_path / "desk.db", 6, 3)
    async with at_the_desk(tmp_path / "desk.db", (80, 24)) as me:
        await me.until(lambda: me.case and len(standing(me.case)) == 3)
        await me.desk.go("clusters")
        await me.until(lambda: me.sees_all)
        await me.press("home")
        me.at_once("n", *"Tid", "enter", "enter", "n", *"Rom 2", "enter", "2")
        await me.until(lambda: me.case and len(members(me.case, standing(me.case)[1])) == 2)
        case = me.case
        assert case
        made = [(c.title, len(members(case, c.id))) for c in case.clusters.values()][3:]
        assert made == [("Tid", 1), ("Rom 2", 1)]
        assert not isinstance(me.desk.screen, Form)
