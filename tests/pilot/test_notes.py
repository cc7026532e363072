"""The list of notes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.widgets import Button

from screens.desk.theme import DARK, THEMES
from screens.desk.widgets.notes import Note, Notes, Section, Shape
from screens.desk.widgets.rows import Rows
from tests.pilot.conftest import widget_text

HOSTILE = [
    pytest.param("[@click=app.quit]klikk[/]", "[@click=app.quit]klikk[/]", id="markup-action"),
    pytest.param("[/nope] [bold red]", "[/nope] [bold red]", id="markup-broken"),
    pytest.param("\x1b[2J\x1b]0;tatt\x07rydd", "[2J]0;tattrydd", id="escape"),
    pytest.param("\u009b31mrød", "31mrød", id="c1"),
    pytest.param("a\u202eb\u2066c\u200fd", "abcd", id="bidi"),
    pytest.param("null\x00byte", "nullbyte", id="nul"),
    pytest.param("sur\ud800rogat", "surrogat", id="surrogate"),
    pytest.param("linje\u2028skille", "linjeskille", id="line-separator"),
    pytest.param("z" + "\u0301" * 40, "z" + "\u0301" * 8, id="combining"),
]


class Wall(App[None]):
    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK
        self.said: list[Any] = []
        self._shape = shape or Shape((5, 6))

    def compose(self) -> ComposeResult:
        yield Notes(id="notes", shape=self._shape, empty="Ingen lapper ennå.")
        yield Button("ut")

    @property
    def notes(self) -> Notes:
        return self.query_one(Notes)

    def on_rows_selected(self, event: Rows.Selected) -> None:
        self.said.append(("selected", event.item_id))


@asynccontextmanager
async def wall(
    notes: list[Note | Section], size: tuple[int, int] = (40, 12), shape: Shape | None = None
) -> AsyncIterator[Any]:
    app = Wall(shape)
    async with app.run_test(size=size) as pilot:
        app.notes.update(notes)
        app.notes.focus()
        await pilot.pause()
        yield app, pilot


def many(count: int, words: int = 12) -> list[Note | Section]:
    return [Note(f"n{i}", f"lapp {i} " + "ord " * words, ("b03", "tlf.")) for i in range(count)]


def shown(app: Wall) -> str:
    return "\n".join(row.rstrip() for row in widget_text(app.notes))


@pytest.mark.parametrize(("text", "seen"), HOSTILE)
async def test_hostile_text_is_only_letters(text: str, seen: str) -> None:
    """Whatever a note holds, the terminal gets harmless letters and the app goes on."""
    async with wall([Note("a", text), Note("b", "neste")], shape=Shape()) as (app, pilot):
        await pilot.press("down", "up")

        assert seen in shown(app)
        assert "neste" in shown(app)
        assert not any(
            ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in shown(app).replace("\n", "")
        )


@pytest.mark.parametrize(
    "text", ["👨‍👩‍👧‍👦 " * 30, "漢字" * 60, "אני צריך " * 20, "a" * 400, "ﷺ" * 80, "\n\n\n", ""]
)
async def test_rows_are_never_wider_than_the_list(text: str) -> None:
    """Wide letters, long words and blank lines wrap within the list."""
    async with wall(
        [Note("a", text, ("b03", "tlf."), hint="Likner en løsning")], size=(40, 30)
    ) as (app, _):
        assert all(cell_len(row) == 40 for row in widget_text(app.notes))
        assert "Likner en løsning" in shown(app)


async def test_two_thousand_notes_are_drawn_only_where_seen() -> None:
    """A long list is measured whole, but only the notes in sight are made into rows."""
    async with wall(many(2000)) as (app, pilot):
        await pilot.press("end")
        assert app.notes.cursor_id == "n1999"
        assert "lapp 1999" in shown(app)
        assert len(app.notes._drawn) < 40


async def test_a_note_out_of_sight_moves_nothing() -> None:
    """A full list takes in another note without laying the screen out; a shorter one does not."""
    laid: list[object] = []
    async with wall(many(50)) as (app, pilot):
        app.screen.screen_layout_refresh_signal.subscribe(app, laid.append, immediate=True)
        app.notes.update([Note("new", "kom nå"), *many(50)])
        await pilot.pause()
        assert laid == []
        await pilot.press("home")
        assert "kom nå" in shown(app)
        await pilot.press("end")
        assert "lapp 49" in shown(app)
        app.notes.update(many(2))
        await pilot.pause()

        assert laid
        assert app.notes.scroll_offset.y == 0
        assert "lapp 0" in shown(app)


async def test_selected_note_is_whole() -> None:
    """Moving down always brings the whole of the next note into sight."""
    async with wall(many(30)) as (app, pilot):
        for number in range(1, 20):
            await pilot.press("down")
            rows = [row for row in widget_text(app.notes) if row.startswith("▌")]

            assert f"lapp {number} " in rows[0]
            assert len(rows) == app.notes.measure(app.notes.items[number], 40)


async def test_note_higher_than_the_list_is_read_through() -> None:
    """Arrows scroll within a note that is too high, and only then go on to the next."""
    long = Note("long", "begynnelse " + "midt " * 300 + "slutt")
    async with wall([long, Note("next", "neste")], shape=Shape()) as (app, pilot):
        assert "begynnelse" in shown(app)
        presses = 0
        while "slutt" not in shown(app):
            await pilot.press("down")
            presses += 1
            assert app.notes.cursor_id == "long"
            assert presses < 40
        await pilot.press("down")
        assert app.notes.cursor_id == "next"


async def test_new_notes_do_not_move_a_reader() -> None:
    """With the focus in the list, what comes in above is counted, and nothing moves."""
    notes = many(20)
    async with wall(notes) as (app, pilot):
        await pilot.press("down", "down")
        before = shown(app)
        app.notes.update([Note("x1", "ny"), Note("x2", "ny " * 60), *notes])
        await pilot.pause()

        assert shown(app) == before
        assert app.notes.cursor_id == "n2"
        assert app.notes.fresh == 2

        await pilot.press("home")
        await pilot.pause()
        assert app.notes.fresh == 0
        assert app.notes.cursor_id == "x1"


async def test_new_notes_show_when_nobody_reads() -> None:
    """With the focus elsewhere and the list at its top, what is new is simply there."""
    notes = many(20)
    async with wall(notes) as (app, pilot):
        app.query_one(Button).focus()
        await pilot.pause()
        app.notes.update([Note("x", "helt ny"), *notes])
        await pilot.pause()

        assert "helt ny" in shown(app)


async def test_cursor_goes_on_when_its_note_leaves() -> None:
    """A note that is dealt with leaves the list, and the next one is selected."""
    notes = many(5)
    async with wall(notes) as (app, pilot):
        await pilot.press("down")
        app.notes.update([note for note in notes if note.id != "n1"])
        assert app.notes.cursor_id == "n2"
        app.notes.update(notes[:1])
        assert app.notes.cursor_id == "n0"
        app.notes.update([])
        assert app.notes.cursor_id is None
        await pilot.press("down", "enter", "pageup", "end")


async def test_a_heading_stays_when_another_comes_above_it() -> None:
    """«Vist» was first, and then something waited: both headings are read, with air between."""
    stood: list[Note | Section] = [Section("s2", "Vist", "1"), Note("a", "Lys")]
    async with wall(stood, (40, 12)) as (app, pilot):
        app.notes.update([Section("s1", "Venter på deg", "1"), Note("b", "Buss"), *stood])
        await pilot.pause()

        rows = [row.strip("▌ ") for row in widget_text(app.notes)][:5]
        assert rows == ["Venter på deg  1", "Buss", "", "Vist  1", "Lys"]


async def test_headings_are_passed_and_search_leaves_them_out() -> None:
    """The cursor never stops at a heading; a search shows only notes with all the words."""
    entries: list[Note | Section] = [
        Section("s1", "Løse lapper", count="1"),
        Note("a", "maten er kald"),
        Section("s2", "Klynger"),
        Note("b", "MATEN kommer kl 11"),
    ]
    async with wall(entries, shape=Shape()) as (app, pilot):
        assert app.notes.cursor_id == "a"
        await pilot.press("down")
        assert app.notes.cursor_id == "b"
        assert "Løse lapper  1" in shown(app)

        app.notes.narrow("kl mat")
        assert [item.id for item in app.notes.items] == ["s2", "b"]
        app.notes.narrow("finnes ikke")
        assert app.notes.items == ()
        app.notes.narrow("")
        assert len(app.notes.items) == 4


async def test_enter_and_second_click_select() -> None:
    """Enter selects the note at the cursor, and so does a double click."""
    async with wall(many(5)) as (app, pilot):
        await pilot.press("down", "enter")
        assert ("selected", "n1") in app.said
        await pilot.click("#notes", offset=(5, 0))
        assert app.notes.cursor_id == "n0"
        await pilot.click("#notes", offset=(5, 0), times=2)
        assert ("selected", "n0") in app.said


async def test_hint_stands_beside_only_where_it_is_safe() -> None:
    """A hint stands right of plain letters, and under a text whose width is uncertain."""
    notes: list[Note | Section] = [
        Note("a", "Vi treng fleire plassar", hint="Likner en løsning"),
        Note("b", "漢字 مرحبا", hint="Grovt språk"),
    ]
    async with wall(notes, size=(76, 10), shape=Shape(beside=True)) as (app, _):
        rows = widget_text(app.notes)
        assert rows[0].startswith("▌Vi treng")
        assert "Likner en løsning" in rows[0]
        assert rows[2].strip() == "Grovt språk"


async def test_below_counts_what_is_out_of_sight() -> None:
    """The list tells how many notes are under its lower edge."""
    async with wall(many(30)) as (app, pilot):
        assert 0 < app.notes.below < 30
        await pilot.press("end")
        await pilot.pause()
        assert app.notes.below == 0


async def test_a_wider_window_never_meets_rows_of_the_narrow_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The picture may be drawn before the list hears of its new width; nothing of it breaks."""
    async with wall(many(30, 40), (40, 20)) as (app, _):
        notes = app.notes
        notes.shape = Shape((4, 6))
        monkeypatch.setattr(Notes, "size", Size(160, 20))

        for y in range(20):
            assert notes.render_line(y).cell_length == 160
