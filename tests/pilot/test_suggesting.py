"""Suggestions while sorting, by keyboard alone, on a real hall."""

import pytest
from textual.widgets import Static

from screens.desk.widgets.heading import Heading
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator

pytestmark = pytest.mark.evenings

NEEDS = (
    "Det går ingen buss om kvelden",
    "Kveldsbuss finnes ikke",
    "Vegen til skulen er mørk",
    "Mørkt på veien til skolen",
    "Middagen smaker ingenting",
)


def _shown(me: Facilitator) -> str:
    """What is suggested now; empty where nothing is."""
    body = me.desk.query_one("#suggestion", Static)
    return str(body.content) if body.display else ""


def _titles(me: Facilitator) -> set[str]:
    return {c.title for c in me.case.clusters.values()} if me.case else set()


async def test_one_key_takes_one_refuses_and_u_takes_it_back(facilitator: Facilitator) -> None:
    """Nothing happens by itself; j lays together, i refuses for good, and u undoes either."""
    me = facilitator
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    for text in NEEDS:
        await me.desk.send("note.write", what="need", text=text)
    await me.until(lambda: me.notes == len(NEEDS))
    await me.go("5")
    await me.turn("clusters")
    await me.until(lambda: _shown(me))
    first = _shown(me)
    assert me.desk.query_one("#suggestion-title", Heading).count == "1 av 2"
    assert "felles ord:" in "\n".join(screen_text(me.desk))
    assert "j Ja, sammen" in "\n".join(screen_text(me.desk))
    assert _titles(me) == set()

    await me.press("j")
    await me.until(lambda: len(_titles(me)) == 1)
    await me.until(lambda: _shown(me) not in {"", first})
    second = _shown(me)
    await me.press("u")
    await me.until(lambda: not _titles(me))
    # What one reads stays, although the other is back.
    await me.until(lambda: me.desk.query_one("#suggestion-title", Heading).count == "2 av 2")
    assert _shown(me) == second

    await me.press("i")
    await me.until(lambda: me.case and len(me.case.refusals) == 1)
    await me.until(lambda: _shown(me) == first)
    await me.press("i")
    await me.until(lambda: me.case and len(me.case.refusals) == 2)
    await me.until(lambda: _shown(me) == "")
    assert "Forslag  ingen nå" in "\n".join(screen_text(me.desk))
    await me.press("u")
    await me.until(lambda: _shown(me) == first)


async def test_two_ideas_become_one_with_both_readable(facilitator: Facilitator) -> None:
    """J lays one under the other, u takes it back, n refuses for good."""
    me = facilitator
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    await me.desk.send("block.start", kind="ideas", reason="Prøver")
    for text in ("Samkjøring med naboen", "Naboene kan samkjøre"):
        await me.desk.send("note.write", what="idea", text=text)
    await me.until(lambda: me.notes == 2)
    await me.go("5")
    await me.desk.go("ideas")
    await me.until(lambda: _shown(me))
    assert "j Ja, samme idé" in "\n".join(screen_text(me.desk))

    await me.press("j")
    await me.until(lambda: me.case and any(n.into for n in me.case.notes.values()))
    await me.until(lambda: _shown(me) == "")
    assert "Samkjøring med naboen" in "\n".join(screen_text(me.desk))
    assert "Naboene kan samkjøre" in "\n".join(screen_text(me.desk))
    await me.press("u")
    await me.until(lambda: _shown(me))

    await me.press("n")
    await me.until(lambda: me.case and len(me.case.refusals) == 1)
    await me.until(lambda: _shown(me) == "")


async def test_notes_that_may_be_private_ask_for_a_title_of_ones_own(
    facilitator: Facilitator,
) -> None:
    """What has somebody's number in it is laid together, and never named after itself."""
    me = facilitator
    await me.form("n", "Skulevei")
    await me.until(lambda: me.case)
    for more in ("", " hver dag"):
        text = f"Kari på 42 58 77 12 kjører som en galning{more}"
        await me.desk.send("note.write", what="need", text=text)
    await me.until(lambda: me.notes == 2)
    await me.go("5")
    await me.turn("clusters")
    await me.until(lambda: _shown(me))
    assert "42 58" not in _shown(me).splitlines()[-1]

    await me.form("j", "Farten")
    await me.until(lambda: _titles(me) == {"Farten"})
    assert me.case is not None
    assert all(note.cluster for note in me.case.notes.values())
