"""A short list over the desk, of which one takes one: by its key, or with arrows and Enter."""

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.desk.bits import content
from screens.desk.widgets.picks import Pick, Picks
from screens.desk.widgets.rows import Rows


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu, already in words; its key is its number."""

    name: str
    label: str
    about: str = ""


class Menu(ModalScreen[str | None]):
    """Answers the name of what was taken; None after Esc."""

    SCOPED_CSS = False
    BINDINGS = [Binding("escape", "dismiss(None)", show=False)]
    DEFAULT_CSS = """
    Menu { align: center middle; background: $background 60%; }
    Menu #menu {
        width: 72; max-width: 96%; height: auto; max-height: 96%; background: $side; padding: 1 2;
    }
    Menu #menu-rows { height: auto; max-height: 70vh; margin-top: 1; }
    Menu #menu-keys { height: 1; margin-top: 1; }
    """

    def __init__(self, title: str, entries: tuple[Entry, ...], keys: str) -> None:
        """A menu; ``keys`` says how one takes something."""
        super().__init__()
        self._title = title
        self._entries = entries
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The title, the list, the keys."""
        with Vertical(id="menu"):
            yield Static(content(((self._title, "strong"),)), markup=False)
            yield Picks(id="menu-rows")
            yield Static(content(((self._keys, "muted"),)), id="menu-keys", markup=False)

    def on_mount(self) -> None:
        """The list has the focus."""
        rows = self.query_one(Picks)
        rows.update(
            [
                Pick(
                    entry.name,
                    entry.label,
                    ((f"{number}  ", "strong"),),
                    under=((entry.about, "muted"),) if entry.about else (),
                )
                for number, entry in enumerate(self._entries, start=1)
            ]
        )
        rows.focus()

    def on_rows_selected(self, event: Rows.Selected) -> None:
        """Enter takes what the cursor is on."""
        event.stop()
        self.dismiss(event.item_id)

    def on_key(self, event: events.Key) -> None:
        """A number takes its line."""
        keys = {str(number): e.name for number, e in enumerate(self._entries, start=1)}
        if event.character in keys:
            event.stop()
            self.dismiss(keys[event.character])
