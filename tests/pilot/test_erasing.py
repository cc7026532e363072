"""Erasing at the desk: shown first, typed, and then gone from the file."""

from pathlib import Path

import pytest

from screens.desk.form import Form
from screens.desk.widgets.ask import Ask
from screens.desk.widgets.choose import Choose
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator

pytestmark = pytest.mark.evenings


def holders(folder: Path, words: str) -> list[str]:
    """Every file below a folder that holds the words in its bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if words.encode() in path.read_bytes()]


async def ask_for(me: Facilitator, words: str) -> None:
    """Open the form from the palette's act, and write what must go."""
    await me.desk.frame.action_act("erase_words")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.press("tab")
    await me.type(words)
    await me.press("f2")


async def test_words_go_for_good_when_the_word_for_it_is_typed(
    facilitator: Facilitator, tmp_path: Path
) -> None:
    """What will go is read out first; Esc keeps it, and what nobody wrote keeps the form open."""
    me = facilitator
    await me.form("n", "Gode år")
    await me.until(lambda: me.case)
    await me.desk.send("note.write", text="Ola Nordli [/] kjører for fort")
    await me.desk.send("note.write", text="Denne blir")
    await me.until(lambda: me.notes == 2)

    assert holders(tmp_path, "Nordli")
    await ask_for(me, "finnes ikke")
    await me.until(lambda: "Fant ingenting å slette." in "\n".join(screen_text(me.desk)))
    # The first asks whether what was written may go.
    await me.press("escape", "escape")
    await me.until(lambda: me.desk.screen is me.desk.frame)
    await ask_for(me, "nordli")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    assert "«Ola Nordli [/] kjører for fort»" in "\n".join(screen_text(me.desk))
    await me.press("escape")
    await me.until(lambda: me.desk.screen is me.desk.frame)
    assert me.case
    assert all(note.text for note in me.case.notes.values())

    await ask_for(me, "nordli")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.type("slett")
    await me.press("enter")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    assert [note.text for note in me.case.notes.values()] == ["", "Denne blir"]
    assert holders(tmp_path, "Nordli") == []
