"""A plain form over the desk: fields under each other, nothing lost until it is stored."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from screens.desk.acts import Say
from screens.desk.bits import Bits, content, fit
from screens.desk.holding import Holding
from screens.desk.widgets.choice import Choice
from screens.desk.widgets.fields import Field, Prose
from screens.desk.widgets.footer import Hint, HintLine
from screens.desk.wrong import Wrong

Store = Callable[[Mapping[str, str]], Awaitable[str]]
"""Stores the values; the answer is empty when it is done, else what is wrong."""

_TITLE: Final = 132
"""Cells of a title, about two rows: some are whole notes, and the keys must stay in sight."""
_FIGURE: Final = re.compile(r"[\d.:]+")
"""A number, a date or a time: it is written anew, where a text is corrected."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One field: its name among the values, its label, and how it is written."""

    name: str
    label: str
    value: str = ""
    kind: Literal["line", "prose", "choice"] = "line"
    choices: tuple[tuple[str, str], ...] = ()
    """Value and label of each, for a choice."""
    hint: str = ""
    tells: Callable[[str], Bits] | None = None
    """What is said under it of what stands in it now; a hint, and never a hindrance."""


class Form(ModalScreen[bool]):
    """Asks for some fields; stays open, with all that was written, until they are stored."""

    SCOPED_CSS = False
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("f2,ctrl+l", "store", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    Form { align: center middle; background: $background 60%; }
    Form #form {
        width: 72; max-width: 96%; height: auto; max-height: 96%; background: $side; padding: 1 2;
    }
    Form #form-fields { height: auto; max-height: 66vh; scrollbar-size: 1 1; }
    Form .form-field { height: auto; }
    Form .form-label { height: auto; margin-top: 1; color: $muted; }
    Form .form-hint { height: auto; color: $muted; }
    Form Prose { background: $raised; min-height: 3; max-height: 7; }
    Form #form-wrong { height: auto; margin-top: 1; display: none; }
    Form #form-wrong.-shown { display: block; }
    Form #form-keys { height: 1; margin-top: 1; }
    """

    def __init__(
        self,
        say: Say,
        title: str,
        fields: tuple[Ask, ...],
        store: Store,
        *,
        written: Mapping[str, str] | None = None,
    ) -> None:
        """A form.

        Args:
            say: The catalogue.
            title: What it is about.
            fields: What it asks for, in order.
            store: What becomes of the answers.
            written: What was written in it before it was torn away, by the field's name.
        """
        super().__init__()
        self._say = say
        self.title_said = title
        self._written = written or {}
        self._fields = fields
        self._store = store
        self._begun: dict[str, str] = {}
        self._leaving = False

    def compose(self) -> ComposeResult:
        """Title, fields, what is wrong, keys."""
        with Vertical(id="form"):
            title = fit(self.title_said, _TITLE)
            yield Static(content(((title, "strong"),)), markup=False)
            with VerticalScroll(id="form-fields", can_focus=False):
                for field in self._fields:
                    with Vertical(classes="form-field"):
                        yield from self._with_words(field)
            yield Static("", id="form-wrong", markup=False)
            yield HintLine(self._keys(), id="form-keys")

    def _with_words(self, field: Ask) -> ComposeResult:
        """A field under its label, with what is said under it."""
        yield Static(content(((field.label, ""),)), classes="form-label", markup=False)
        yield self._made(field)
        if field.hint:
            hint = content(((field.hint, "muted"),))
            yield Static(hint, classes="form-hint", markup=False)
        if field.tells:
            told = content(field.tells(field.value))
            yield Static(told, id=f"told-{field.name}", classes="form-hint", markup=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Whoever writes sees what is asked and what is said of it, and not the field alone."""
        group, every = event.widget.parent, self.query_one("#form-fields", VerticalScroll)
        if group is every.children[0]:
            # Before anything has its place, it would be scrolled past its own label.
            self.call_after_refresh(every.scroll_home, animate=False)
        elif isinstance(group, Vertical):
            self.call_after_refresh(group.scroll_visible, animate=False)

    def on_mount(self) -> None:
        """The first field has the focus."""
        # Scrolled to, it would lose the label above it where the form is long.
        self.query_one(f"#field-{self._fields[0].name}").focus(scroll_visible=False)
        # As it stands now, since a choice stands on its first answer where none was given.
        given = {field.name: field.value for field in self._fields if field.name in self._written}
        self._begun = self.values | given
        if self._written:
            self._show_wrong(self._say("desk.form_goes_on"))

    @property
    def begun(self) -> bool:
        """Whether something has been written that is not stored."""
        return self.values != self._begun

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {field.name: self._value(field) for field in self._fields}

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say anew what is to be said of what stands there now."""
        event.stop()
        self._tell_of(event.input.id, event.value)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """The same of several lines."""
        event.stop()
        self._tell_of(event.text_area.id, event.text_area.text)

    def _tell_of(self, field_id: str | None, written: str) -> None:
        name = (field_id or "").removeprefix("field-")
        field = next((f for f in self._fields if f.name == name), None)
        if field is not None and field.tells:
            self.query_one(f"#told-{name}", Static).update(content(field.tells(written)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field, and from the last it stores."""
        event.stop()
        last = self._fields[-1].name
        if event.input.id == f"field-{last}":
            self.action_store()
        else:
            self.focus_next()

    def on_choice_taken(self, event: Choice.Taken) -> None:
        """Enter in a choice goes on, too."""
        event.stop()
        if event.choice.id == f"field-{self._fields[-1].name}":
            self.action_store()
        else:
            self.focus_next()

    def action_store(self) -> None:
        """Store what is written."""
        storing = self._try_to_store()
        if isinstance(self.app, Holding):
            storing = self.app.stored(storing)
        self.run_worker(storing, exclusive=True)

    def action_leave(self) -> None:
        """Leave; what was written is given up only at the second Esc."""
        if not self.begun or self._leaving:
            self.dismiss(result=False)
        else:
            self._leaving = True
            self._show_wrong(self._say("desk.form_leave"))

    async def _try_to_store(self) -> None:
        wrong = await self._store(self.values)
        if wrong:
            self._leaving = False
            self._show_wrong(self._at_its_field(wrong))
        else:
            self.dismiss(result=True)

    def _at_its_field(self, wrong: str) -> str:
        """What is wrong, said of the field that it is in, which gets the focus."""
        where = wrong.field if isinstance(wrong, Wrong) else ""
        field = next((f for f in self._fields if f.name == where), None)
        if field is None:
            return wrong
        self.query_one(f"#field-{where}").focus()
        return self._say("desk.form_wrong_in", field=field.label, wrong=wrong)

    def _show_wrong(self, words: str) -> None:
        line = self.query_one("#form-wrong", Static)
        line.update(content((("! ", "warn"), (words, "warn"))))
        line.add_class("-shown")

    def _keys(self) -> tuple[Hint, ...]:
        keys = [("F2", "f2", "form_store"), ("Esc", "escape", "form_back")]
        if len(self._fields) > 1:
            # In a field of several lines Enter begins a line, so Tab must be said.
            keys.insert(1, ("Tab", "tab", "form_next"))
        return tuple(Hint(face, self._say(f"desk.{word}"), key) for face, key, word in keys)

    def _made(self, field: Ask) -> Widget:
        name, value = f"field-{field.name}", self._written.get(field.name, field.value)
        match field.kind:
            case "line":
                return Field(value, overwrite=bool(_FIGURE.fullmatch(value)), id=name)
            case "prose":
                return Prose(value, id=name)
            case "choice":
                return Choice(field.choices, value, id=name)

    def _value(self, field: Ask) -> str:
        widget = self.query_one(f"#field-{field.name}")
        if isinstance(widget, Prose):
            return widget.text
        return widget.value if isinstance(widget, Field | Choice) else ""
