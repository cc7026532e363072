"""The fast line for paper."""

from dataclasses import replace

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input

from screens.desk.theme import DARK, THEMES
from screens.desk.widgets.entry import Entry, EntryWords, Slip
from screens.desk.widgets.fields import Prose
from tests.pilot.conftest import ENTRY_WORDS, widget_text


class Paper(App[None]):
    def __init__(self, words: EntryWords = ENTRY_WORDS) -> None:
        super().__init__()
        self.words = words
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK
        self.sent: list[Slip] = []

    def compose(self) -> ComposeResult:
        yield Entry(self.words, number=9, table=5)
        yield Prose("", id="prose")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @property
    def entry(self) -> Entry:
        return self.query_one(Entry)

    def on_entry_sent(self, event: Entry.Sent) -> None:
        self.sent.append(event.slip)

    def row(self) -> str:
        return widget_text(self.query_one("#entry-what"))[0]


async def test_enter_sends_and_the_number_counts_itself_up() -> None:
    """Table and number stand in the row; after storing the line is empty and the number next."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        assert "Papirlapp bord  5  lapp  9 " in app.row()
        assert "Enter lagrer og går til lapp 10" in app.row()
        await pilot.press(*"Savner kaffe", "enter")
        assert app.sent == [Slip("Savner kaffe", 9, 5)]
        app.entry.stored()
        await pilot.pause()

        assert "lapp  10 " in app.row()
        assert app.query_one(Input).value == ""


async def test_text_stays_when_it_is_not_stored() -> None:
    """A slip that was not stored stays in the line, the row says so, and Enter tries again."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press(*"hei", "enter")
        app.entry.refused()
        await pilot.pause()
        assert app.query_one(Input).value == "hei"
        assert "Ikke lagret. Trykk Enter igjen." in app.row()
        await pilot.press("enter")
        app.entry.stored()
        await pilot.pause()

        assert [slip.number for slip in app.sent] == [9, 9]
        assert "lapp  10 " in app.row()


async def test_a_letter_lays_nothing_out() -> None:
    """What is typed is painted in its line, and nothing around it is measured for that."""
    laid: list[object] = []
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        app.screen.screen_layout_refresh_signal.subscribe(app, laid.append, immediate=True)
        await pilot.press(*("Savner kaffe " * 8))

        assert laid == []
        assert "kaffe" in widget_text(app.query_one(Input))[0]


async def test_digits_and_colon_change_the_table() -> None:
    """`12:` at the start is the table, and stays for the next slips."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press(*"12:hei", "enter")
        app.entry.stored()
        await pilot.press(*"kl. 7:30", "enter")

        assert [(slip.table, slip.text) for slip in app.sent] == [(12, "hei"), (12, "kl. 7:30")]


async def test_a_number_can_be_typed_before_the_text() -> None:
    """`#14 ` is the slip's own number, also before any text is there, and the count goes on."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press(*"#14 ")
        assert app.entry.begun
        assert "lapp  14 " in app.row()
        await pilot.press(*"hei #3 da", "enter")
        app.entry.stored()
        await pilot.pause()

        assert app.sent == [Slip("hei #3 da", 14, 5)]
        assert "lapp  15 " in app.row()
        assert not app.entry.begun


async def test_on_a_ballot_number_and_choices_stand_on_one_line() -> None:
    """`14: 2 5` and `7/2+5` from the digit block: first the number, then what got a dot."""
    app = Paper(replace(ENTRY_WORDS, table=""))
    async with app.run_test(size=(80, 10)) as pilot:
        for line in ("14: 2 5", "7/2+5", "3"):
            await pilot.press(*line, "enter")
            app.entry.stored()

        assert [(s.number, s.text) for s in app.sent] == [(14, "2 5"), (7, "2+5"), (8, "3")]


async def test_what_is_offered_is_sent_with_one_more_enter_for_that_paper_alone() -> None:
    """Enter again corrects; another number or other words are sent as they are."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press(*"hei", "enter")
        app.entry.refused("Alt lagt inn", "corrects")
        await pilot.press("enter")
        app.entry.refused("For mange", "aside")
        await pilot.press(*"!", "enter")
        app.entry.refused("Alt lagt inn", "corrects")
        await pilot.press("home", *"#10 ", "enter")

        assert app.sent == [
            Slip("hei", 9, 5),
            Slip("hei", 9, 5, corrects=True),
            Slip("hei!", 9, 5),
            Slip("hei!", 10, 5),
        ]


async def test_up_brings_the_last_slip_back() -> None:
    """The last slip can be corrected under its own number; the count then goes on."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press(*"hie", "enter")
        app.entry.stored()
        await pilot.press("up")
        assert "Retter forrige" in app.row()
        await pilot.press("backspace", "backspace", *"ei", "enter")
        app.entry.stored()
        await pilot.pause()

        assert app.sent[1] == Slip("hei", 9, 5, corrects=True)
        assert "lapp  10 " in app.row()


async def test_up_never_replaces_what_is_half_written() -> None:
    """The arrow does nothing while something else stands in the line."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press(*"en", "enter")
        app.entry.stored()
        await pilot.press(*"to", "up")

        assert app.query_one(Input).value == "to"


async def test_typing_goes_on_while_a_slip_is_being_stored() -> None:
    """Letters typed after Enter belong to the next slip and are not lost."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press(*"en", "enter", "enter", *" to")
        app.entry.stored()
        await pilot.pause()

        assert len(app.sent) == 1
        assert app.query_one(Input).value == "to"


async def test_nothing_is_sent_from_an_empty_line() -> None:
    """Enter in an empty line, or one of blanks, does nothing."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press("enter", "space", "enter")

        assert app.sent == []


async def test_pasted_codes_are_harmless() -> None:
    """What is pasted into a field loses the codes that steer a terminal."""
    app = Paper()
    async with app.run_test(size=(80, 10)) as pilot:
        field = app.query_one(Input)
        field.post_message(events.Paste("rad\x1b[2J en\nrad\u202e to [red]"))
        await pilot.pause()
        assert field.value == "rad[2J en rad to [red]"

        field.post_message(events.Paste(" og mer"))
        await pilot.pause()
        assert field.value == "rad[2J en rad to [red] og mer"

        prose = app.query_one(Prose)
        prose.focus()
        prose.post_message(events.Paste("a\x1b[2J\nb\u202e"))
        await pilot.pause()
        assert prose.text == "a[2J\nb"


async def test_desk_keys_are_free_in_texts() -> None:
    """F6, F7 and the twins are not eaten by a text of several lines."""
    app = Paper()
    async with app.run_test(size=(80, 10)):
        bound = set(app.query_one(Prose)._bindings.key_to_bindings)

    assert not bound & {"f6", "f7", "ctrl+k", "ctrl+y"}
