"""Forms: what is typed over, what is too much, and what is kept."""

import asyncio
from collections.abc import Mapping

import pytest

from screens.desk.form import Ask, Form
from screens.desk.widgets.fields import Field
from tests.pilot.conftest import TrialDesk, say, screen_text, standing
from tests.pilot.facilitator import PATIENCE, Facilitator

pytestmark = pytest.mark.evenings


async def open_form(me: Facilitator, key: str) -> Form:
    """The form behind this key."""
    await me.press(key)
    await me.until(lambda: isinstance(me.desk.screen, Form))
    screen = me.desk.screen
    assert isinstance(screen, Form)
    return screen


async def test_a_figure_is_written_anew_and_a_text_corrected(facilitator: Facilitator) -> None:
    """Nobody has to wipe out 18:00 before writing 19:30, and no name is lost by one key."""
    me = facilitator
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    await me.go("4")
    form = await open_form(me, "g")

    title, start = form.query_one("#field-title", Field), form.query_one("#field-start", Field)

    title.value = "Kveld"
    title.focus()
    await me.press("x")
    start.focus()
    await me.press(*"19:30")

    assert title.value == "Kveldx"
    assert start.value == "19:30"


async def test_too_long_a_text_stays_and_the_limit_is_said(facilitator: Facilitator) -> None:
    """What to do is said in words, and not a letter of it is lost."""
    me = facilitator
    form = await open_form(me, "n")
    title = form.query(Field).first()
    title.value = "langt ord " * 21

    await me.press("f2")
    await me.until(lambda: "høyst 200 tegn" in "\n".join(screen_text(me.desk)))

    assert form is me.desk.screen
    assert title.value == "langt ord " * 21


async def test_too_long_a_slip_stays_in_the_line_and_is_told(facilitator: Facilitator) -> None:
    """A long letter that is pasted is neither cut nor swallowed, and the whole sentence is seen."""
    me = facilitator
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    await me.go("4")
    await me.form("g")
    await me.press("o")
    await me.until(lambda: me.case and me.case.gathering)
    await me.go("5")
    await me.press("f5")
    await me.until(lambda: me.case and me.case.running)
    await me.press("f2")
    await me.type("語" * 2_001)

    await me.press("enter")
    await me.until(
        lambda: (
            {"høyst", "2000", "tegn.", "ned", "eller", "del", "den."}
            <= {*"\n".join(screen_text(me.desk)).split()}
        )
    )

    field = me.desk.focused
    assert isinstance(field, Field)
    assert len(field.value) == 2_001


async def test_whoever_writes_sees_what_is_asked(desk: TrialDesk) -> None:
    """In a form that is longer than the screen, each field shows its own label and its hint."""

    async def store(_: Mapping[str, str]) -> str:
        return ""

    asks = tuple(Ask(f"n{n}", f"Spørsmål {n}?", kind="prose", hint=f"Råd {n}.") for n in range(9))
    async with standing(desk, (80, 24)) as pilot, asyncio.timeout(PATIENCE):
        desk.push_screen(Form(say, "Langt skjema", asks, store))
        for n in range(len(asks)):
            while not (desk.focused and desk.focused.id == f"field-n{n}"):
                await pilot.pause()
            seen = "\n".join(screen_text(desk))
            while not (f"Spørsmål {n}?" in seen and f"Råd {n}." in seen):
                await pilot.pause(0.02)
                seen = "\n".join(screen_text(desk))
            await pilot.press("tab")


async def test_what_is_wrong_is_said_of_its_field_which_gets_the_focus(
    facilitator: Facilitator,
) -> None:
    """In a form longer than the window nobody has to look for the field that is meant."""
    me = facilitator
    await me.form("n", "Kveldsbuss")
    await me.until(lambda: me.case)
    await me.go("4")
    form = await open_form(me, "g")
    form.query_one("#field-start", Field).value = "klokka seks"

    await me.press("f2")
    await me.until(lambda: "Skriv klokkeslettet slik: 18:00." in "\n".join(screen_text(me.desk)))

    await me.until(lambda: me.desk.focused and me.desk.focused.id == "field-start")


async def test_a_form_about_a_long_note_keeps_its_keys_in_sight(desk: TrialDesk) -> None:
    """The note is its title, and two rows of it are enough to know which one it is."""

    async def store(values: Mapping[str, str]) -> str:  # noqa: ARG001 - nothing is stored
        return ""

    async with standing(desk, (80, 24)) as pilot:
        fields = tuple(Ask(str(n), f"Spørsmål {n}") for n in range(6))
        desk.push_screen(Form(say, "Et langt brev om alt som er galt. " * 50, fields, store))
        await pilot.pause()
        await pilot.pause()
        seen = "\n".join(screen_text(desk))

    assert "Et langt brev" in seen
    assert "F2 Lagre" in seen
