"""The desk as an application: its looks, its keys, its one frame."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

from textual.binding import Binding
from textual.driver import Driver
from textual.filter import Monochrome

from screens.desk.acts import Say
from screens.desk.frame import Frame, Places
from screens.desk.holding import Holding
from screens.desk.keymap import Keymap
from screens.desk.orders import Orders
from screens.desk.theme import DARK, LOOKS, PLAIN, THEMES
from screens.desk.widgets.rail import Rail
from screens.old_console import SimpleMarks, old_console
from screens.terminal import careful
from screens.words import voice


def wall_clock() -> str:
    """The time of day on this machine: 18:47."""
    return datetime.now().astimezone().strftime("%H:%M")


class Desk(Holding):
    """A frame on a terminal; which places it has, and what they show, is said by others."""

    BINDINGS = [
        Binding("ctrl+q", "leave", show=False, priority=True, id="leave-now"),
    ]
    # Textual reads no style sheet for a default screen, so the frame's is the application's.
    CSS_PATH = Path(__file__).with_name("frame.tcss")
    ENABLE_COMMAND_PALETTE = True
    fault = "desk.fault"
    """The key of what is said where a fault of our own ends it."""

    def __init__(
        self,
        say: Say,
        places: Places,
        *,
        now: Callable[[], float] = monotonic,
        clock: Callable[[], str] = wall_clock,
        look: str = DARK,
        keys: Keymap | None = None,
        keep_language: Callable[[str], None] = lambda _: None,
        keep_look: Callable[[str], None] = lambda _: None,
    ) -> None:
        """A desk.

        Args:
            say: The catalogue.
            places: How each place is made, by its name.
            now: The steady clock that countdowns run by.
            clock: The time of day as it is shown.
            look: The theme to begin with.
            keys: The keys that were moved; none where nothing is given.
            keep_language: What keeps the language that is chosen, for the next time.
            keep_look: What keeps the look that is chosen.
        """
        super().__init__()
        self.say = say
        self._keep_language, self._keep_look = keep_language, keep_look
        self.orders = Orders()
        """In which order the notes stand at each place."""
        self.frame = Frame(say, places, now=now, clock=clock, keys=keys or Keymap())
        self.set_keymap(self.frame.offering.keys.for_textual())
        for theme in THEMES:
            self.register_theme(theme)
        self._asked_plain, self._without_colour = self.no_color, Monochrome()
        self._filters += [self._without_colour, *([SimpleMarks()] if old_console() else [])]
        self._wear(look)

    @property
    def language(self) -> str:
        """What this desk speaks."""
        return voice(self.say).language

    def speak(self, language: str) -> None:
        """Another language from now on, and at the next start; what stands is not said anew."""
        voice(self.say).speak(language)
        self._keep_language(language)

    def wear(self, look: str) -> None:
        """Another look from now on, and at the next start."""
        self._wear(look)
        self._keep_look(look)
        # Lists remember the looks of their rows by the theme, which may be the same.
        self.refresh_css(animate=False)

    def _wear(self, look: str) -> None:
        self.theme = look if look in LOOKS else DARK
        self._without_colour.enabled = look == PLAIN
        self.no_color = self._asked_plain or look == PLAIN

    def get_driver_class(self) -> type[Driver]:
        """The terminal is read so that nothing typed or pasted can end the desk or steer it."""
        return careful(super().get_driver_class())

    def get_default_screen(self) -> Frame:
        """The frame is the only screen; what asks or helps lies over it."""
        return self.frame

    async def on_rail_chosen(self, event: Rail.Chosen) -> None:
        """Go where somebody chose to go."""
        self.frame.close_way()
        await self.go(event.stop_id)

    def go(self, place: str) -> Coroutine[Any, Any, None]:
        """Show a place, if there is one of that name; keys that are pressed meanwhile wait."""
        return self.on_a_way(self._go(place))

    async def _go(self, place: str) -> None:
        if place in self.frame.makers:
            await self.frame.go(place)

    def action_command_palette(self) -> None:
        """Find an act by its name."""
        from screens.desk.palette import Palette

        if self.screen is self.frame:
            self.push_screen(Palette(self.say))

    def action_help_quit(self) -> None:
        """Ctrl+C copies, or says how to leave."""
        self.frame.tell(self.say("desk.how_to_leave"))

    async def action_leave(self) -> None:
        """Leave, from wherever one is."""
        await self.frame.action_act("leave")

    def act_leave(self) -> None:
        """End the program."""
        self.exit()

    def _fatal_error(self) -> None:
        """A fault of our own ends the desk with a sentence; what it was lies in a file."""
        from rich.text import Text

        from screens import unexpected

        if self._exception is not None and not self._exit_renderables:
            log = unexpected.keep(self._exception)
            self._exit_renderables.append(Text(self.say(self.fault, log=log)))
        self._close_messages_no_wait()
