"""What lies over the frame: help, palette, questions."""

import pytest
from textual.widgets import Button

from screens.desk.app import Desk
from screens.desk.everywhere import EVERYWHERE
from screens.desk.widgets.ask import Ask, Question
from screens.desk.widgets.help import HelpScreen
from tests.pilot.conftest import TRIAL_WORDS, Needs, TrialDesk, say, screen_text, standing

LONG = "Folk skriver små løsninger. Hver idé skal svare på et behov."
SIZES = [(80, 24), (100, 30), (120, 36), (160, 45)]


def needs(desk: Desk) -> Needs:
    return desk.frame.query_one(Needs)


@pytest.mark.parametrize("size", SIZES)
async def test_help_is_whole_and_made_from_the_acts(desk: TrialDesk, size: tuple[int, int]) -> None:
    """F1 shows the keys of the place and of everywhere, all of it on the screen."""
    async with standing(desk, size) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(desk.screen, HelpScreen)
        seen = "\n".join(screen_text(desk))
        for words in ("Vis på storskjermen", "Skjul, ikke slett", "Pust.", "^ betyr Ctrl."):
            assert words in seen
        for act in EVERYWHERE:
            if act.key and act.name not in {"undo", "redo", "method"}:
                assert say(f"desk.act_{act.name}_word") in seen
        await pilot.press("escape")
        assert not desk.screen.is_modal


async def test_palette_finds_and_does(desk: TrialDesk) -> None:
    """The palette offers acts by name, counts them, and does the one that is chosen."""
    async with standing(desk, (120, 36)) as pilot:
        await pilot.press("ctrl+p", *"skjul")
        await pilot.pause(0.3)
        seen = "\n".join(screen_text(desk))
        assert "Lapper: skjul, ikke slett" in seen
        assert "1 av " in seen
        await pilot.press("enter")
        await pilot.pause()
        assert needs(desk).done == ["skjul n0"]


async def test_palette_says_when_nothing_fits(desk: TrialDesk) -> None:
    """Words that fit nothing, and hostile ones, give a count of none."""
    async with standing(desk, (80, 24)) as pilot:
        await pilot.press("ctrl+p", *"[/x]")
        await pilot.pause(0.3)
        assert "0 av " in "\n".join(screen_text(desk))
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert desk.screen is desk.frame


async def test_question_puts_the_safe_verb_first(desk: TrialDesk) -> None:
    """Enter at once answers no; the other verb must be chosen."""
    answers: list[str | None] = []
    asked = Question("Lukk stemmingen?", ("43 av 62 har stemt.",), "Lukk nå", "La den stå åpen")
    async with standing(desk, (80, 24)) as pilot:
        for keys in (("enter",), ("escape",), ("right", "enter")):
            desk.push_screen(Ask(asked), answers.append)
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()

    assert answers == [None, None, ""]


async def test_question_that_wants_a_word_waits_for_it(desk: TrialDesk) -> None:
    """Where a word must be typed, nothing else goes through."""
    answers: list[str | None] = []
    asked = Question(
        "Gå videre?", ("Oppgaven er ikke egnet.",), "Gå", "Bli", reason="Skriv ja", only="ja"
    )
    async with standing(desk, (80, 24)) as pilot:
        desk.push_screen(Ask(asked), answers.append)
        await pilot.pause()
        await pilot.press(*"nei", "enter")
        assert answers == []
        assert desk.screen.query_one("#ask-yes", Button).disabled
        await pilot.press("backspace", "backspace", "backspace", *"JA", "enter")
        await pilot.pause()

    assert answers == ["JA"]


async def test_enter_without_a_reason_goes_to_the_safe_verb(desk: TrialDesk) -> None:
    """Who has no reason to write sees at once what can be chosen without one."""
    answers: list[str | None] = []
    asked = Question("Gå videre?", ("Løsninger før behov.",), "Gå", "Behovet", reason="Hvorfor?")
    async with standing(desk, (80, 24)) as pilot:
        desk.push_screen(Ask(asked), answers.append)
        await pilot.pause()
        await pilot.press("enter")
        assert answers == []
        assert desk.focused is desk.screen.query_one("#ask-no")
        await pilot.press("enter")
        await pilot.pause()

    assert answers == [None]


@pytest.mark.parametrize("size", SIZES)
async def test_the_columns_of_the_help_never_touch(
    desk: TrialDesk, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words that fill the left column leave air before the right one, and keys stand in line."""
    async with standing(desk, size) as pilot:
        monkeypatch.setitem(TRIAL_WORDS, "desk.place_needs_about", LONG)
        await pilot.press("f1")
        await pilot.pause()
        rows = screen_text(desk)
        first = next(row for row in rows if "F1  " in row)
        column = first.index("F1  ")
        assert "v  " in first[:column]
        assert all(row[column - 2 : column].isspace() for row in rows if "Hver idé" in row)
