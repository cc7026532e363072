"""The line in which one looks for something: the list above it shows only what holds the words."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from screens.desk.acts import Act, Acting, Say
from screens.desk.bits import content
from screens.desk.plain import one_line
from screens.desk.widgets.fields import Field
from screens.desk.widgets.rows import Rows


class ToFound(Act):
    """Go to the list, which stays narrowed."""

    key, in_palette = "enter", False


class FindLine(Acting, Horizontal):
    """One line over one list; as long as the list is narrowed, the line is in sight."""

    ACTS = (ToFound,)
    # Its air depends on the height of the frame around it, so its rules see outwards.
    SCOPED_CSS = False
    FINDS: ClassVar = True
    """By this a place knows its line without importing it before it is asked for."""

    DEFAULT_CSS = """
    FindLine { height: 1; display: none; }
    FindLine.-open { display: block; }
    .-hoy FindLine.-open { margin: 0 0 1 0; }
    FindLine #find-sign { width: 2; color: $muted; }
    FindLine #find { width: 1fr; }
    FindLine #found { width: auto; padding: 0 1 0 2; color: $muted; }
    """

    def __init__(self, say: Say) -> None:
        """A line out of sight."""
        super().__init__()
        self.say = say
        self._rows: Rows[Any] | None = None

    def compose(self) -> ComposeResult:
        """What is sought, and how much was found."""
        field = Field(placeholder=self.say("desk.find_how"), id="find")
        # What is out of sight must not take the keys either.
        field.disabled = True
        yield Static("/", id="find-sign", markup=False)
        yield field
        yield Static("", id="found", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether it narrows a list, or is about to."""
        return self.has_class("-open")

    @property
    def letters(self) -> str:
        """What is looked for."""
        return one_line(self.query_one("#find", Field).value)

    def open(self, rows: Rows[Any], letters: str = "") -> None:
        """Look for something in this list; what another list hid is shown again."""
        if rows is not self._rows:
            self.close()
        self._rows = rows
        self.add_class("-open")
        field = self.query_one("#find", Field)
        field.disabled = False
        field.value = letters or field.value
        field.focus()
        self.count()

    def close(self) -> None:
        """Show all again, in the list that was narrowed."""
        field = self.query_one("#find", Field)
        back = field.has_focus
        self.remove_class("-open")
        field.value, field.disabled = "", True
        if self._rows is not None:
            self._rows.narrow("")
            if back:
                self._rows.focus()

    def count(self) -> None:
        """Say how much was found of how much."""
        rows = self._rows
        if rows is None or not self.is_open:
            return
        n, whole = (sum(item.choosable for item in held) for held in (rows.items, rows.whole))
        told = content(((self.say("desk.find_found", n=n, all=whole), "muted"),))
        self.query_one("#found", Static).update(told)

    def on_input_changed(self, event: Input.Changed) -> None:
        """As it is typed."""
        event.stop()
        if self._rows is not None:
            self._rows.narrow(one_line(event.value))
            self.count()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to what was found."""
        event.stop()
        self.act_to_found()

    def act_to_found(self) -> None:
        """The list gets the keys."""
        if self._rows is not None:
            self._rows.focus()

    def key_down(self) -> None:
        """The arrow leads into what was found, too."""
        self.act_to_found()
