"""Whatever can be commanded can be looked at: every place of the desk, at both sizes."""

from pathlib import Path

import pytest

from screens.desk.places import NAMES
from storage import rows
from storage.ledger import Ledger
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import at_the_desk
from tests.property.anything import anything
from tests.unit.given import CASE

pytestmark = pytest.mark.evenings

SEEDS = (1, 2)
WISHES = 500
KEYS = ("down", "down", "enter", "escape", "escape", "f1", "escape", "right")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
@pytest.mark.parametrize("seed", SEEDS)
async def test_every_place_stands_whatever_was_said(
    tmp_path: Path, seed: int, size: tuple[int, int]
) -> None:
    """A case of five hundred wishes without a plan, with hostile words in every field."""
    ledger = Ledger.open(tmp_path / "a.db")
    history = anything(seed, WISHES).history
    lines = [rows.to_row(record, "digest") for record in history]
    ledger.between(lambda connection: rows.append(connection, lines)).result()
    ledger.close()

    async with at_the_desk(tmp_path / "a.db", size) as me:
        await me.until(lambda: me.desk.state.cases)
        await me.desk.choose_case(CASE)
        for name in NAMES:
            await me.desk.go(name)
            await me.press(*KEYS)
            while me.desk.screen.is_modal:
                await me.press("escape")
            assert any(line.strip() for line in screen_text(me.desk))
            assert len(screen_text(me.desk)) == size[1]
