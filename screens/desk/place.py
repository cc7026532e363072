"""One place of the desk: the work area of a station or of what lies beside the stations.

A new place is one file with one class, its look in a `.tcss` of the same name beside it, its words
under `desk.place_<name>_…` in the catalogue, and a line in the list of places.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from screens.desk.acts import Acting, Say
from screens.desk.bits import Bits
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.rows import Rows
from screens.words import voice

if TYPE_CHECKING:
    from datetime import date

if TYPE_CHECKING:
    from screens.desk.widgets.finding import FindLine


class Place(Acting, Vertical):
    """What stands between the rail and the hall; it shows a state and asks for acts."""

    # A place's look depends on the size of the frame around it, so its rules see outwards.
    SCOPED_CSS = False
    NAME: ClassVar[str] = ""
    """What the place is called in code and catalogue."""

    def __init_subclass__(cls, **options: Any) -> None:
        """Take the look from the file beside the class."""
        module = sys.modules.get(cls.__module__)
        sheet = Path(getattr(module, "__file__", None) or "").with_suffix(".tcss")
        if sheet.suffix and sheet.is_file():
            cls.DEFAULT_CSS = sheet.read_text(encoding="utf-8")
            # Textual reads this of each class by itself, and not of those it stands on.
            cls.SCOPED_CSS = False
        super().__init_subclass__(**options)

    def __init__(self, say: Say) -> None:
        """A place that speaks with these words."""
        super().__init__(id=f"place-{self.NAME.replace('_', '-')}", classes="place")
        self.say = say
        self.can_focus = False

    def compose(self) -> ComposeResult:
        """The title row, then what the place consists of."""
        yield Heading(self.words("title"), id="title")
        yield from self.body()

    def body(self) -> Iterator[Widget]:
        """The widgets under the title."""
        yield from ()

    def update(self, state: Any) -> None:
        """Show another state; called when the place comes into sight and on each change."""

    def words(self, key: str, /, **values: Any) -> str:
        """A sentence from this place's own part of the catalogue."""
        return self.say(f"desk.place_{self.NAME}_{key}", **values)

    def date(self, day: "date") -> str:
        """A day as it is written: «28.05.2025»; 28 May 2025."""
        return voice(self.say).date(day)

    def entitle(self, title: str, state: Bits = ()) -> None:
        """Another title, and what stands at the right of it."""
        heading = self.query_one("#title", Heading)
        heading.title, heading.state = title, state

    def advice(self) -> Bits:
        """One human word at the end of the help."""
        return ((self.words("advice"), ""),)

    def arrive(self) -> None:
        """Give the focus at once to where one was last, or to the first that takes it."""
        last = getattr(self, "_last", None)
        if isinstance(last, Widget) and last.is_attached and last.focusable:
            self.screen.set_focus(last)
            return
        first = next((w for w in self.query("*") if w.focusable), None)
        # With nothing to choose or write in, the place itself hears the keys.
        self.can_focus = first is None
        self.screen.set_focus(first or self)

    def back(self) -> bool:
        """Go one step back within the place; false where there is none."""
        focused = self.screen.focused
        if isinstance(focused, Rows | Place) or focused is None:
            return False
        lists = self.query(Rows)
        target = next((rows for rows in lists if rows.has_class("-active")), None)
        target = target or next(iter(lists), None)
        if target is None:
            return False
        target.focus()
        return True

    def lists(self) -> list[Rows[Any]]:
        """The lists in sight that hold something."""
        return [rows for rows in self.query(Rows) if rows.whole and rows.display]

    @property
    def below(self) -> int:
        """How many rows of the list one is in, or was in last, are under its lower edge."""
        lists = self.lists()
        rows = next((rows for rows in lists if rows.has_class("-active")), None)
        rows = rows or next(iter(lists), None)
        return rows.below if rows is not None else 0

    @property
    def looks_for(self) -> str:
        """What a list of the place is narrowed by; empty where none is."""
        line = self._find_line()
        return line.letters if line and line.is_open else ""

    async def act_find(self) -> None:
        """Narrow the list one is in, or was in last."""
        await self.look_for("")

    async def look_for(self, letters: str) -> None:
        """Narrow that list by these letters, and go on to write more."""
        from screens.desk.widgets.finding import FindLine

        lists = self.lists()
        rows = next((rows for rows in lists if rows.has_class("-active")), None)
        if rows is None and not (rows := next(iter(lists), None)):
            return
        line = self._find_line()
        if line is None:
            await self.mount(line := FindLine(self.say), after="#title")
        line.open(rows, letters)

    def count_found(self) -> None:
        """Say how much of a narrowed list is shown, now that it may hold more."""
        if line := self._find_line():
            line.count()

    def all_again(self) -> bool:
        """Show all of a list that was narrowed; false where none was."""
        line = self._find_line()
        if line is None or not line.is_open:
            return False
        line.close()
        return True

    def _find_line(self) -> "FindLine | None":
        return next((w for w in self.children if getattr(w, "FINDS", False)), None)  # type: ignore[return-value]

    def on_descendant_focus(self) -> None:
        """Remember where one was; what gets the focus because the place goes is no choice."""
        if self.display:
            self._last = self.screen.focused

    def on_rows_past_edge(self, event: Rows.PastEdge) -> None:
        """Arrows lead from the end of one list to the next."""
        event.stop()
        lists = [rows for rows in self.query(Rows) if rows.items and rows.display]
        if event.rows in lists:
            index = lists.index(event.rows) + event.way
            if 0 <= index < len(lists):
                lists[index].focus()
                lists[index].action_edge(-event.way)

    async def on_rows_selected(self, event: Rows.Selected) -> None:
        """Enter in a list is the act that has Enter."""
        event.stop()
        act = next((act for act in self.acts_now() if act.key == "enter"), None)
        if act is not None:
            await self.action_act(act.name)
