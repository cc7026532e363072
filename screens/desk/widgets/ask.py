"""The few questions before something that cannot be taken back: two verbs, the safe one first."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from screens.desk.bits import content
from screens.desk.plain import plain
from screens.desk.widgets.fields import Field

_SHORTEST = 3
_LONGEST = 200
"""What the hall takes as a reason."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked."""

    title: str
    lines: tuple[str, ...]
    """What will happen, in whole sentences."""
    yes: str
    """The verb that does it: «Lukk nå»."""
    no: str
    """The verb that does not: «La den stå åpen». It has the focus."""
    reason: str = ""
    """Where a reason must be written: what to write."""
    only: str = ""
    """Where one certain word must be written: that word."""


class Ask(ModalScreen[str | None]):
    """Answers None for no; for yes the reason, or an empty text where none was asked for."""

    BINDINGS = [
        Binding("escape", "no", show=False),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    DEFAULT_CSS = """
    Ask {
        align: center middle; background: $background 60%;
        #ask { width: 64; max-width: 90%; height: auto; background: $side; padding: 1 2; }
        #ask Static { height: auto; width: 1fr; }
        #ask-text { margin-top: 1; }
        #ask-reason { margin-top: 1; height: auto; }
        #ask-verbs { height: auto; margin-top: 1; }
        #ask-verbs Button, #ask-verbs Button:hover, #ask-verbs Button:focus {
            border: none; height: 1; min-width: 0; width: auto; padding: 0 2; margin-right: 2;
            background: $raised; color: $foreground; text-style: none; background-tint: 0%;
        }
        #ask-verbs Button:focus { background: $foreground; color: $background; text-style: bold; }
        #ask-verbs Button:disabled { color: $muted; }
    }
    """

    def __init__(self, question: Question, *, optional: bool = False) -> None:
        """Ask; where it is ``optional``, the reason may be left out."""
        super().__init__()
        self._optional = optional
        self._question = question

    def compose(self) -> ComposeResult:
        """Title, what happens, the two verbs."""
        asked = self._question
        with Vertical(id="ask"):
            yield Static(content(((asked.title, "strong"),)), markup=False)
            text = "\n".join(plain(line) for line in asked.lines)
            yield Static(content(((text, ""),)), id="ask-text", markup=False)
            if asked.reason:
                with Vertical(id="ask-reason"):
                    yield Static(content(((asked.reason, "muted"),)), markup=False)
                    yield Field(longest=_LONGEST, id="ask-why")
            with Horizontal(id="ask-verbs"):
                yield Button(content(((asked.no, ""),)), id="ask-no", compact=True)
                yes = Button(content(((asked.yes, ""),)), id="ask-yes", compact=True)
                yes.disabled = bool(asked.reason) and not self._optional
                yield yes

    def on_mount(self) -> None:
        """The safe verb has the focus, unless something must be written first."""
        self.query_one("#ask-why" if self._question.reason else "#ask-no").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Yes can be pressed once the reason, or the word, is there."""
        event.stop()
        self.query_one("#ask-yes", Button).disabled = not self._enough(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the reason says yes; with none written it goes to the safe verb."""
        event.stop()
        if self._enough(event.value):
            self.dismiss(event.value.strip())
        elif not event.value.strip():
            self.query_one("#ask-no").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """One of the verbs."""
        event.stop()
        if event.button.id == "ask-no":
            self.dismiss(None)
        else:
            why = self.query_one("#ask-why", Field).value.strip() if self._question.reason else ""
            self.dismiss(why)

    def action_no(self) -> None:
        """Esc is no."""
        self.dismiss(None)

    def _enough(self, written: str) -> bool:
        if self._question.only:
            return written.strip().casefold() == self._question.only.casefold()
        if self._optional and not written.strip():
            return True
        return len(written.strip()) >= _SHORTEST
