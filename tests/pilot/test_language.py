"""Another language in the middle of the work: everything is said anew, and nothing is lost."""

from pathlib import Path

import pytest

from screens.control import Control
from screens.desk.widgets.entry import Entry
from screens.desk.widgets.fields import Field
from screens.desk.widgets.menu import Menu
from screens.recording import Alone
from screens.words import Words
from storage.ledger import Ledger
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.pilot.journeying import seen

pytestmark = pytest.mark.evenings

CASE = "case-0001"
ENGLISH = Words("en")


def an_open_case(file: Path) -> None:
    """A case with an open gathering and two needs."""
    ledger = Ledger.open(file)
    gathering = {"name": "gathering.open", "gathering": "gathering-1"}
    bodies = [
        {"id": CASE, "name": "case.open", "title": "Sak"},
        {"id": "gathering-1", "case": CASE, "name": "gathering.plan", "title": "Kveld"},
        {"id": "opened-01", "case": CASE, **gathering},
        {"id": "note-0001", "case": CASE, "name": "note.write", "text": "Benk ved bussen"},
        {"id": "note-0002", "case": CASE, "name": "note.write", "text": "Lys i parken"},
    ]
    assert all(answer["ok"] for answer in Alone(ledger).send_all(bodies))
    ledger.close()


async def choose(me: Facilitator, search: str, number: str) -> None:
    """An act from the palette that asks for a language, and the language by its number."""
    await me.press("ctrl+p")
    await me.until(lambda: me.desk.screen is not me.desk.frame)
    await me.press(*search, "enter")
    await me.until(lambda: isinstance(me.desk.screen, Menu))
    await me.press(number)
    await me.until(lambda: me.desk.screen is me.desk.frame)


async def test_the_desk_speaks_another_language_at_once(tmp_path: Path) -> None:
    """Frame, place and hall change, and a half-written slip with its number stays."""
    an_open_case(tmp_path / "desk.db")
    async with at_the_desk(tmp_path / "desk.db", (80, 24)) as me:
        await me.until(lambda: me.case)
        await me.go("5")
        await me.press("f2")
        await me.until(lambda: isinstance(me.desk.focused, Field))
        await me.type("7:#14 Et sted å sit")
        held = me.desk.frame.query_one(Entry).half_written
        await me.press("escape")

        await choose(me, "language", "3")
        await me.until(lambda: ENGLISH("desk.language_done") in seen(me))
        entry = me.desk.frame.query_one(Entry)
        assert entry.half_written == held
        assert (held.table, held.number, held.text) == (7, 14, "Et sted å sit")
        assert ENGLISH("desk.place_needs_title") in seen(me)

        refused = await me.desk.send("vote.close", quiet=True)
        assert refused["message"] == ENGLISH(f"refused.{refused['reason']}")


async def test_the_wall_speaks_as_the_desk_until_it_is_given_its_own(tmp_path: Path) -> None:
    """The hall keeps in its file what the big screen speaks, and shows it at once."""
    an_open_case(tmp_path / "desk.db")
    async with at_the_desk(tmp_path / "desk.db", (80, 24)) as me:
        await me.until(lambda: me.case)
        control = Control.find(tmp_path / "desk.db")
        assert control
        assert wall(control)["language"] == "nb"

        await choose(me, "language", "2")
        await me.until(lambda: wall(control)["language"] == "nn")
        await choose(me, "språk storskjermen", "4")
        await me.until(lambda: wall(control)["language"] == "en")
        assert control.get("/venue")["wall_language"] == "en"


def wall(control: Control) -> dict[str, object]:
    """What a terminal projector is told now."""
    path = str(control.about["projector_url"]).removeprefix(str(control.about["control_url"]))
    return control.get(f"{path}view")
