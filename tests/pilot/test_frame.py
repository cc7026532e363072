"""The frame of the desk at its three sizes, and the keys that are the same everywhere."""

from dataclasses import replace

import pytest
from textual.widgets import Input

from screens.desk.app import Desk
from screens.desk.everywhere import EVERYWHERE
from screens.desk.theme import DARK, LOOKS, PLAIN
from screens.desk.widgets.footer import Footer
from screens.desk.widgets.line import Line
from screens.desk.widgets.rail import Rail
from screens.desk.widgets.salen import Clock, Salen, SalenRow
from tests.pilot.conftest import (
    Needs,
    Time,
    TrialDesk,
    say,
    screen_text,
    standing,
    widget_text,
)

SIZES = [(80, 24), (100, 30), (120, 36), (160, 45)]


def needs(desk: Desk) -> Needs:
    return desk.frame.query_one(Needs)


@pytest.mark.parametrize("size", SIZES)
async def test_frame_shows_everything_at_every_size(desk: TrialDesk, size: tuple[int, int]) -> None:
    """Case, storing, time, place, code and help are there at every size."""
    async with standing(desk, size):
        seen = "\n".join(screen_text(desk))

    for words in ("Medspill", "Gode år hjemme", "✓ lagret 18:47:12", "18:47", "Behov åpent"):
        assert words in seen
    for words in ("Hun ramlet i høst", "Telefoner", "F1 Hjelp  ^p Kommandoer", "Papirlapp bord"):
        assert words in seen


@pytest.mark.parametrize("width", range(80, 161, 4))
async def test_footer_never_cuts_a_hint(desk: TrialDesk, width: int) -> None:
    """At any width each hint is whole or is not there, and help and palette always are."""
    async with standing(desk, (width, 24)):
        footer = desk.frame.query_one(Footer)
        row = widget_text(footer)[0]

    left = row.partition("F1 Hjelp")[0].strip()
    whole = [f"{hint.key} {hint.word}" for hint in footer.hints]
    assert row.rstrip().endswith("F1 Hjelp  ^p Kommandoer")
    assert left.split("  ") == whole[: len(left.split("  "))]


async def test_letters_work_in_lists_and_are_letters_while_typing(desk: TrialDesk) -> None:
    """`v` shows a note in the list, and is a letter in the line for paper."""
    async with standing(desk, (120, 36)) as pilot:
        await pilot.press("v", "down", "s")
        assert needs(desk).done == ["vis n0", "skjul n1"]

        await pilot.press("f2", "v", "s", "u", "question_mark")
        assert desk.frame.query_one(Input).value == "vsu?"
        assert len(needs(desk).done) == 2


async def test_function_keys_and_twins_work_while_typing(desk: TrialDesk) -> None:
    """F-keys and their Ctrl twins do their work in the middle of a word."""
    async with standing(desk, (120, 36)) as pilot:
        await pilot.press("f2", "h", "e", "i", "f5", "ctrl+g", "ctrl+r")

        assert needs(desk).done == ["vis i salen", "vis i salen", "gjør om igjen"]
        assert desk.frame.query_one(Input).value == "hei"


async def test_footer_tells_only_what_works_now(desk: TrialDesk) -> None:
    """While one types, letters are gone from the footer and the line's own keys are there."""
    async with standing(desk, (120, 36)) as pilot:
        footer = desk.frame.query_one(Footer)
        # What only the palette offers has no key to be told.
        assert [hint.key for hint in footer.hints] == ["v", "s", "u", "F2", "F5"]

        await pilot.press("f2")
        await pilot.pause()
        assert [hint.key for hint in footer.hints] == ["Enter", "↑", "F2", "F5"]


@pytest.mark.parametrize("size", SIZES)
async def test_digits_jump_only_after_f7(desk: TrialDesk, size: tuple[int, int]) -> None:
    """A digit goes to a station after F7, and does nothing before it."""
    async with standing(desk, size) as pilot:
        await pilot.press("1")
        assert desk.frame.place is needs(desk)

        await pilot.press("f7")
        assert isinstance(desk.frame.focused, Rail)
        assert desk.frame.query_one(Rail).region.width >= 26
        await pilot.press("1")
        await pilot.pause()
        assert desk.frame.place is not None
        assert desk.frame.place.NAME == "other"


async def test_rail_is_walked_with_arrows_and_left_with_esc(desk: TrialDesk) -> None:
    """Arrows and Enter lead along the way; Esc goes back to where one was."""
    async with standing(desk, (80, 24)) as pilot:
        await pilot.press("f7", "escape")
        assert desk.frame.focused is needs(desk).notes

        await pilot.press("f7", "up", "up", "up", "up", "enter")
        await pilot.pause()
        assert desk.frame.place is not None
        assert desk.frame.place.NAME == "other"


async def test_half_written_text_waits(desk: TrialDesk) -> None:
    """Whoever goes to another place and back finds the half-written line and the focus in it."""
    async with standing(desk, (120, 36)) as pilot:
        await pilot.press("f2", "h", "a", "l", "v", "t")
        await pilot.press("f7", "1")
        await pilot.pause()
        await pilot.press("f7", "5")
        await pilot.pause()

        assert desk.frame.query_one(Input).value == "halvt"
        assert desk.frame.focused is desk.frame.query_one(Input)


async def test_hall_is_a_drawer_when_narrow(desk: TrialDesk) -> None:
    """F3 brings the hall out over a narrow screen, and Esc puts it away."""
    async with standing(desk, (80, 24)) as pilot:
        salen = desk.frame.query_one(Salen)
        assert not salen.display or salen.region.width == 0
        await pilot.press("f3")
        await pilot.pause()
        assert salen.region.right == 80
        await pilot.press("escape")
        await pilot.pause()
        assert salen.region.width == 0


@pytest.mark.parametrize("size", [(79, 24), (80, 23), (40, 10), (12, 3)])
async def test_too_small_a_window_says_one_sentence(desk: TrialDesk, size: tuple[int, int]) -> None:
    """Under 80x24 there is one sentence and the time, and nothing crashes."""
    async with standing(desk, size) as pilot:
        assert desk.frame.has_class("-trang")
        if size[0] >= 40:
            seen = " ".join(" ".join(screen_text(desk)).split())
            assert "Gjør vinduet større, eller skriften mindre (Ctrl og minus)." in seen
            assert "18:47" in seen
            assert "Medspill" not in seen
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert "Medspill" in screen_text(desk)[0]


async def test_a_long_name_of_a_block_gives_way_to_time_and_code(desk: TrialDesk) -> None:
    """On a narrow screen the row of the hall keeps the clock and the whole join code."""
    async with standing(desk, (80, 24)) as pilot:
        row = desk.frame.query_one(SalenRow)
        assert row.state is not None
        assert row.state.clock is not None
        name = "Hva trenger dere for å komme dere fram og tilbake i bygda også om kvelden?"
        row.state = replace(row.state, clock=replace(row.state.clock, label=name))
        await pilot.pause()
        seen = widget_text(row)[0]

    assert "07:42" in seen
    assert "GRAN 47" in seen


async def test_the_row_of_the_hall_says_that_the_end_is_near(desk: TrialDesk, time: Time) -> None:
    """On a narrow screen the words stand beside the clock, and the code keeps its room."""
    async with standing(desk, (80, 24)) as pilot:
        steps = {0: "07:42  Telefoner", 162: "◐ snart slutt", 387: "! straks slutt"}
        for now, words in steps.items():
            time.now = now
            desk.frame.tick()
            await pilot.pause()
            seen = widget_text(desk.frame.query_one(SalenRow))[0]
            assert words in seen
            assert "GRAN 47" in seen


async def test_clock_counts_down_and_then_up(desk: TrialDesk, time: Time) -> None:
    """The clock needs no news to go on; beyond zero it counts up and says so in words."""
    async with standing(desk, (120, 36)) as pilot:
        assert "slutt" not in "\n".join(screen_text(desk))
        time.now = 461
        desk.frame.tick()
        await pilot.pause()
        assert "igjen av 25:00" in "\n".join(screen_text(desk))
        assert "! straks slutt" in "\n".join(screen_text(desk))
        time.now = 462 + 80
        desk.frame.tick()
        await pilot.pause()
        assert "over tida" in "\n".join(screen_text(desk))


@pytest.mark.parametrize(
    ("left", "unit", "face"),
    [(462, "ms", "07:42"), (0, "ms", "00:00"), (-80, "ms", "+01:20"), (4380, "hm", "1:13")],
)
def test_clock_faces(left: float, unit: str, face: str) -> None:
    """Minutes and seconds, time over, hours and minutes."""
    assert Clock("", left, 10.0, unit=unit).face(10.0) == face


async def test_messages_stand_above_the_footer(desk: TrialDesk) -> None:
    """An error stays until Esc, and good news does not push it away."""
    async with standing(desk, (80, 24)) as pilot:
        desk.frame.warn("Ikke lagret: salen svarer ikke.")
        desk.frame.tell("Lappen er vist.")
        await pilot.pause()
        assert "! Ikke lagret: salen svarer ikke." in "\n".join(screen_text(desk))
        await pilot.press("escape")
        desk.frame.tell("Lappen er vist.")
        await pilot.pause()
        assert "✓ Lappen er vist." in "\n".join(screen_text(desk))
        desk.frame.advise("Åpne en samling først.")
        await pilot.pause()
        # Nothing was done, so it bears no mark of something done; and it goes by itself.
        assert "! Åpne en samling først." in "\n".join(screen_text(desk))
        assert not desk.frame.query_one(Line).is_error
        assert desk.frame.query_one(Line).clear()
        # What has gone well since is no error any more; another error stays.
        desk.frame.warn("Et spørsmål er åpent for svar.")
        desk.frame.mend("Noe annet.")
        assert desk.frame.query_one(Line).is_error
        desk.frame.mend("Et spørsmål er åpent for svar.")
        assert not desk.frame.query_one(Line).text


def test_every_act_has_its_words_and_a_free_key() -> None:
    """Acts have three texts each; no key is used twice, nor one that terminals take."""
    keys = [key for act in EVERYWHERE for key in (act.key, *act.twins) if key]
    taken = {"ctrl+a", "ctrl+b", "ctrl+c", "ctrl+z", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j"}

    assert len(keys) == len(set(keys))
    assert not taken & set(keys)
    assert not any(key in {"f10", "f11", "f12"} or "alt+" in key for key in keys)
    for act in EVERYWHERE:
        for part in ("word", "name", "help"):
            assert say(f"desk.act_{act.name}_{part}")
        assert ": " in say(f"desk.act_{act.name}_name")


async def test_the_look_goes_round_and_is_kept() -> None:
    """The look is an act without a key: dark, light, contrast, without colour, and dark again."""
    kept: list[str] = []
    desk = TrialDesk(say, {"needs": Needs}, keep_look=kept.append)
    async with standing(desk, (120, 36)) as pilot:
        for _ in LOOKS:
            await desk.frame.action_act("look")
            await pilot.pause()
            assert desk.theme == kept[-1]
            assert desk.no_color is (kept[-1] == PLAIN)
            assert "Hun ramlet i høst" in "\n".join(screen_text(desk))

    assert kept == [*LOOKS[1:], DARK]


@pytest.mark.parametrize("asked", [True, False])
async def test_without_colour_the_selected_row_is_turned_over(
    monkeypatch: pytest.MonkeyPatch, time: Time, asked: bool
) -> None:
    """By NO_COLOR, and by the look without colour, the selected note is in reverse video."""
    if asked:
        monkeypatch.setenv("NO_COLOR", "1")
    look = DARK if asked else PLAIN
    plain = TrialDesk(say, {"needs": Needs}, now=time, clock=lambda: "18:47", look=look)
    async with standing(plain, (120, 36)):
        notes = plain.frame.query_one(Needs).notes
        first, second = notes.render_line(0), notes.render_line(1)

    assert all(segment.style.reverse for segment in first if segment.style)
    assert not any(segment.style.reverse for segment in second if segment.style)


async def test_old_console_gets_simple_marks(monkeypatch: pytest.MonkeyPatch, time: Time) -> None:
    """A console with few letters gets marks that it has."""
    monkeypatch.setenv("MEDSPILL_ASCII", "1")
    desk = TrialDesk(say, {"needs": Needs}, now=time, clock=lambda: "18:47")
    async with standing(desk, (80, 24)):
        seen = "\n".join(screen_text(desk))

    assert "v lagret 18:47:12" in seen
    assert "✓" not in seen


async def test_leaving_works_from_anywhere(desk: TrialDesk) -> None:
    """Ctrl+Q leaves, also from the help and while typing."""
    async with standing(desk, (80, 24)) as pilot:
        await pilot.press("f2", "x", "f1", "ctrl+q")
        await pilot.pause()

        assert desk._exit
