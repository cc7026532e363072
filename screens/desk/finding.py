"""Finding in a list: / opens a line, and what does not hold its letters goes out of sight."""

from textual.widgets import Input

from screens.desk.acts import Act
from screens.desk.plain import one_line
from screens.desk.room import Room
from screens.desk.widgets.fields import Field
from screens.desk.widgets.picks import Picks


class Find(Act):
    """Show only what holds some letters; Esc shows all again."""

    key, hinted = "slash", False


class Finding(Room):
    """A place whose list `#actors` can be narrowed; nothing is changed by it."""

    def find_line(self) -> Field:
        """The line, out of sight until it is asked for."""
        field = Field(placeholder=self.say("desk.find_how"), id="find")
        # What is out of sight must not take the keys either.
        field.display, field.disabled = False, True
        return field

    @property
    def _line(self) -> Field:
        return self.query_one("#find", Field)

    def found(self, *texts: str) -> bool:
        """Whether any of these holds what is looked for; everything, where nothing is."""
        wanted = one_line(self._line.value).casefold()
        return not wanted or any(wanted in text.casefold() for text in texts)

    @property
    def looks_for(self) -> bool:
        """Whether only some are shown."""
        return bool(one_line(self._line.value))

    def act_find(self) -> None:
        """The line."""
        line = self._line
        line.display, line.disabled = True, False
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """As it is typed."""
        if event.input is self._line and self.case is not None:
            event.stop()
            self.show(self.case)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to what was found."""
        if event.input is self._line:
            event.stop()
            self.query_one("#actors", Picks).focus()

    def back(self) -> bool:
        """All again, before anything else."""
        line = self._line
        if not line.display:
            return super().back()
        line.value = ""
        line.display, line.disabled = False, True
        self.query_one("#actors", Picks).focus()
        return True
