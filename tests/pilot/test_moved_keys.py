"""Keys that somebody has moved: the new key does it, the old one no longer, and all say so."""

from textual.widgets import Input

from screens.desk.everywhere import Undo
from screens.desk.keymap import Keymap
from screens.desk.widgets.footer import Footer
from tests.pilot.conftest import Needs, ShowNote, TrialDesk, say, screen_text, standing


def moved_desk() -> TrialDesk:
    keys = Keymap({"undo": ("Z",), "show_note": ("f9",), "next_block": ("ctrl+n",)})
    return TrialDesk(say, {"needs": Needs}, keys=keys)


async def test_a_moved_key_does_it_and_the_old_one_no_longer() -> None:
    """An act answers to the key of the user's file alone; what is a letter stays a letter."""
    desk = moved_desk()
    async with standing(desk, (120, 36)) as pilot:
        done = desk.frame.query_one(Needs).done
        await pilot.press("u", "v")
        assert done == []

        await pilot.press("Z", "f9")
        assert done == ["angre", "vis n0"]

        await pilot.press("f2", "Z")
        assert desk.frame.query_one(Input).value == "Z"
        assert done == ["angre", "vis n0"]


async def test_footer_help_and_palette_tell_the_moved_key() -> None:
    """Nothing on the screen names the old key for what was moved."""
    desk = moved_desk()
    async with standing(desk, (120, 36)) as pilot:
        footer = desk.frame.query_one(Footer)
        hints = {hint.word: hint.key for hint in footer.hints}
        assert hints[say(f"desk.act_{Undo.name}_word")] == "Z"
        assert hints[say(f"desk.act_{ShowNote.name}_word")] == "F9"

        keys = {offer.name: offer.key for offer in desk.frame.offers()}
        assert keys[say(f"desk.act_{Undo.name}_name")] == "Z"

        await pilot.press("f1")
        await pilot.pause()
        assert any("F9" in row and "Vis" in row for row in screen_text(desk))
