"""The projector as a terminal program: the same view as the page, in a window of its own."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.driver import Driver
from textual.message import Message
from textual.widgets import Static

from screens.old_console import SimpleMarks, old_console
from screens.projector.follow import Follower
from screens.projector.theme import NAME, STYLES, THEME
from screens.terminal import careful
from screens.words import LANGUAGES, Words

if TYPE_CHECKING:
    from screens.projector.rows import Row
    from screens.projector.scene import Scene, Scenes
    from screens.projector.seen import Seen

TICK: Final = 0.5
"""Seconds between two looks at the clock."""
HINT: Final = 10.0
"""Seconds that a window of a good size says so."""


class Told(Message):
    """The hall shows something."""

    def __init__(self, seen: "Seen") -> None:
        super().__init__()
        self.seen = seen


class Beat(Message):
    """The hall lives; how its clock stands."""

    def __init__(self, left: int | None, paused: bool) -> None:
        super().__init__()
        self.left = left
        self.paused = paused


class Lost(Message):
    """The hall cannot be heard."""

    def can_replace(self, message: Message) -> bool:
        """Once is enough."""
        return isinstance(message, Lost)


class Projector(App[None]):
    """Draws what the hall shows; reads no key but the one that closes it."""

    CSS_PATH = Path(__file__).with_name("terminal.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,ctrl+q,ctrl+c", "quit", show=False, priority=True)
    ]

    def __init__(
        self,
        say: Words,
        file: Path,
        *,
        now: Callable[[], float] = monotonic,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        """A wall for the hall of one file.

        Args:
            say: The catalogue.
            file: The file whose hall is followed.
            now: The steady clock that countdowns run by.
            clock: The time of day.
        """
        super().__init__()
        self.say = say
        self.file = file
        self.seen: Seen | None = None
        self.scene: Scene | None = None
        self._now = now
        self._clock = clock
        self._told_at = self._sized_at = now()
        self._lost_at: float | None = None
        self._scenes: Scenes | None = None
        self._follower = Follower(
            file,
            lambda seen: self._hear(Told(seen)),
            lambda left, paused: self._hear(Beat(left, paused)),
            lambda: self._hear(Lost()),
        )
        self.register_theme(THEME)
        self.theme = NAME
        self._simple = old_console()
        if self._simple:
            self._filters.append(SimpleMarks())

    def get_driver_class(self) -> type[Driver]:
        """Nothing that comes from the keyboard can end the wall but its own keys."""
        return careful(super().get_driver_class())

    def compose(self) -> ComposeResult:
        """First row, middle, last row."""
        yield Static("", id="top", markup=False)
        yield Static("", id="middle", markup=False)
        yield Static("", id="bottom", markup=False)

    def on_mount(self) -> None:
        """The ground stands; now import the domain, find the hall and draw."""
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Listen no longer."""
        self._follower.end()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - the size is the app's own
        """Another window wants another picture."""
        self._sized_at = self._now()
        self.call_after_refresh(self.draw)

    def on_told(self, told: Told) -> None:
        """Another picture."""
        self.seen = told.seen
        if told.seen.language in LANGUAGES:
            self.say.speak(told.seen.language)
        self._heard()

    def on_beat(self, beat: Beat) -> None:
        """The clock, set anew."""
        if self.seen and self.seen.view:
            self.seen = self.seen.at(beat.left, paused=beat.paused)
        self._heard()

    def on_lost(self) -> None:
        """The last picture stays, and says how long it has been alone."""
        if self._lost_at is None:
            self._lost_at = self._now()
        self.draw()

    def draw(self) -> None:
        """Draw what is known now; what has not changed is left alone."""
        if self._scenes is None or not self.size.width:
            return
        from screens.projector.scene import Moment, Size, hint_for

        size = Size(self.size.width, self.size.height)
        hint, good = hint_for(size, self.say)
        if good and self._now() - self._sized_at > HINT:
            hint = ""
        lost = None if self._lost_at is None else int(self._now() - self._lost_at)
        scene = self._scenes.scene(self._current(), size, Moment(self._clock(), lost, hint))
        if scene == self.scene:
            return
        before, self.scene = self.scene, scene
        self._follower.tell_pages(scene.pages)
        self.screen.set_class(scene.bare, "-bare")
        if before is None or before.top != scene.top:
            self.query_one("#top", Static).update(_content([scene.top]))
        if before is None or before.middle != scene.middle:
            self.query_one("#middle", Static).update(_content(scene.middle))
        if before is None or before.bottom != scene.bottom:
            self.query_one("#bottom", Static).update(_content([scene.bottom]))

    def _begin(self) -> None:
        from screens.projector.scene import Scenes

        self._scenes = Scenes(self.say, str(self.file), blocks=not self._simple)
        self.draw()
        self.set_interval(TICK, self.draw)
        # A thread of its own, and not a worker, so that closing never waits for the hall.
        threading.Thread(target=self._follower.follow, name="follow", daemon=True).start()

    def _hear(self, message: Message) -> None:
        self.post_message(message)

    def _heard(self) -> None:
        self._told_at = self._now()
        self._lost_at = None
        self.draw()

    def _current(self) -> "Seen | None":
        """What the hall told, its clock counted down by ours."""
        seen = self.seen
        if seen is None or seen.view is None or seen.view.left is None or seen.view.paused:
            return seen
        gone = int(self._now() - self._told_at)
        return seen.at(seen.view.left - gone, paused=False)


def _content(rows: "list[Row]") -> Content:
    """Rows as Textual content; never read as markup."""
    return Content("\n").join(
        Content.assemble(*((text, STYLES[tone]) for text, tone in row)) for row in rows
    )
