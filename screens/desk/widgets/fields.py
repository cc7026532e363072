"""Where one writes: fields without borders, raised while they are written in."""

from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input, TextArea

from screens.desk.plain import one_line, plain

# Keys that mean the same on the whole desk, also in the middle of a word.
_DESK_KEYS = ("f6", "f7", "ctrl+f", "ctrl+k", "ctrl+y", "super+y")


class Field(Input):
    """One line."""

    WRITES: ClassVar = True
    """Letters are text here, and no keys."""

    # One row, as wide as it is given: a letter more moves nothing, and lays nothing out again.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    DEFAULT_CSS = """
    Field, Field:focus {
        border: none; height: 1; padding: 0; background: $raised; background-tint: 0%;
    }
    Field.-plain { background: transparent; }
    Field > .input--placeholder { color: $muted; }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        longest: int = 0,
        overwrite: bool = False,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """A field.

        Args:
            value: What stands in it.
            placeholder: What is said while nothing stands in it.
            longest: How many characters it takes; 0 for no limit.
            overwrite: Whether what is typed first takes the place of what stands in it.
            id: Textual's id.
            classes: Textual's classes.
        """
        super().__init__(
            value=one_line(value),
            placeholder=placeholder,
            max_length=longest,
            select_on_focus=overwrite,
            compact=True,
            id=id,
            classes=classes,
        )
        for key in _DESK_KEYS:
            self._bindings.key_to_bindings.pop(key, None)

    def _on_paste(self, event: events.Paste) -> None:
        # What is pasted may hold codes that steer the terminal, or several lines.
        event.stop()
        event.prevent_default()
        text, chosen = one_line(event.text), len(self.selected_text)
        if text and event.text[:1].isspace() and self.selection.start:
            # Where it goes on from a word, the space between them is part of what was meant.
            text = f" {text}"
        if self.max_length:
            text = text[: self.max_length - len(self.value) + chosen]
        self.replace(text, *self.selection)


class Prose(TextArea):
    """Several lines; as high as what stands in it."""

    WRITES: ClassVar = True
    """Letters are text here, and no keys."""

    DEFAULT_CSS = """
    Prose, Prose:focus {
        border: none; padding: 0 1; height: auto; min-height: 1; max-height: 12;
        background: transparent; scrollbar-size: 0 0;
    }
    Prose:focus { background: $raised; }
    Prose > .text-area--cursor-line { background: transparent; }
    Prose:focus > .text-area--cursor-line { background: $raised; }
    Prose > .text-area--placeholder { color: $muted; }
    """

    BINDINGS: ClassVar = [Binding("ctrl+r", "redo", show=False)]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """A text.

        Args:
            value: What stands in it.
            placeholder: What is said while nothing stands in it.
            id: Textual's id.
            classes: Textual's classes.
        """
        super().__init__(
            plain(value),
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            tab_behavior="focus",
            compact=True,
            placeholder=placeholder,
            id=id,
            classes=classes,
        )
        # As in a line: whoever corrects goes on where the text ends.
        self.move_cursor(self.document.end)
        for key in _DESK_KEYS:
            self._bindings.key_to_bindings.pop(key, None)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if not self.read_only and (
            result := self._replace_via_keyboard(plain(event.text), *self.selection)
        ):
            self.move_cursor(result.end_location)
