"""The frame that never changes: header, way, work area, hall, messages, keys."""

from asyncio import Lock
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol, TypeAlias, runtime_checkable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from screens.desk.acts import Acting, ActType, Say
from screens.desk.calling import CallsIn
from screens.desk.everywhere import EVERYWHERE, PRACTICE, Commands, Help
from screens.desk.keymap import Keymap
from screens.desk.offering import Offer, Offering
from screens.desk.place import Place
from screens.desk.widgets.footer import Footer
from screens.desk.widgets.header import Header, HeaderState
from screens.desk.widgets.line import Line
from screens.desk.widgets.rail import Rail, RailRow, RailState
from screens.desk.widgets.salen import Now, Salen, SalenRow, SalenState

SMALLEST = (80, 24)
Places: TypeAlias = Mapping[str, Callable[[Say], Place]]


@runtime_checkable
class Wears(Protocol):
    """An application that can change its look, and keeps it."""

    def wear(self, look: str) -> None:
        """Look so from now on."""


class Frame(Acting, Screen[None]):
    """Shows one place at a time; what is told to it is shown, what is pressed is handed on."""

    ACTS = EVERYWHERE
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-vanlig"), (150, "-bred")]
    VERTICAL_BREAKPOINTS = [(0, "-lav"), (30, "-hoy")]

    class Stands(Message):
        """The frame is on the screen; now is the time to import, connect and fill it."""

    def __init__(
        self,
        say: Say,
        places: Places,
        *,
        now: Now,
        clock: Callable[[], str],
        keys: Keymap,
    ) -> None:
        """A frame without a place.

        Args:
            say: The catalogue.
            places: How each place is made, by its name.
            now: The steady clock that countdowns run by, in seconds.
            clock: The time of day as it is shown: 18:47.
            keys: The keys that were moved.
        """
        super().__init__()
        self.say = say
        self.makers = places
        self.offering = Offering(self, keys)
        self._now = now
        self._clock = clock
        self.state: Any = None
        self._on_the_way = Lock()
        self.place: Place | None = None
        self.rail: RailState | None = None

    def compose(self) -> ComposeResult:
        """From above: header, narrow rail, body, narrow hall, footer."""
        yield Header(id="header")
        yield RailRow(id="rail-row")
        with Horizontal(id="body"):
            yield Rail(id="rail")
            with Vertical(id="work"):
                yield Vertical(id="places")
                yield Line(id="line")
            yield Salen(now=self._now, id="salen")
        yield SalenRow(now=self._now, id="salen-row")
        yield Footer(id="footer")
        yield Static("", id="small", markup=False)

    def on_mount(self) -> None:
        """The clock goes once a second; the keys are there at once."""
        self.query_one(Rail).can_focus = False
        self.query_one(Header).state = HeaderState(self.say("desk.program"))
        self.refresh_hints()
        self.set_interval(1.0, self.tick)
        self.tick()
        self.call_after_refresh(self.post_message, self.Stands())

    # -- what is told to the frame ------------------------------------------------------

    def show_header(self, state: HeaderState) -> None:
        """What the first row tells."""
        self.query_one(Header).state = state

    def show_rail(self, state: RailState) -> None:
        """Where one is on the way."""
        self.rail = state
        self.query_one(Rail).state = state
        self.query_one(RailRow).state = state

    def show_salen(self, state: SalenState) -> None:
        """What goes on in the hall."""
        self.query_one(Salen).state = state
        self.query_one(SalenRow).state = state

    def update(self, state: Any) -> None:
        """A new state for whatever place is in sight."""
        self.state = state
        if self.place is not None:
            self.place.update(state)
            self.place.count_found()
        self.refresh_hints()

    def tell(self, words: str) -> None:
        """Say what happened, for four seconds."""
        self.query_one(Line).tell(words)

    def advise(self, words: str) -> None:
        """Say what must be done first, for four seconds."""
        self.query_one(Line).advise(words)

    def stay(self, words: str) -> None:
        """Say what must be done first, and go on where one was."""
        self.advise(words)
        if self.place is not None:
            self.place.arrive()

    def guide(self, words: str) -> None:
        """Say what happens and what one can try, long enough to read it twice."""
        self.query_one(Line).guide(words)

    def warn(self, words: str) -> None:
        """Say what went wrong, until Esc."""
        self.query_one(Line).warn(words)

    def mend(self, wrong: str, words: str = "") -> None:
        """Say that this is wrong no longer, or only take it away; another error stays."""
        self.query_one(Line).mend(wrong, words)

    async def go(self, name: str) -> None:
        """Show a place. Places are kept, so that nothing half written is lost.

        Who goes on while a place is still being built waits until it stands.
        """
        async with self._on_the_way:
            if self.place is None or name != self.place.NAME:
                known = {place.NAME: place for place in self.query(Place)}
                self._show_place(known.get(name) or await self._built(name))
            elif self.place is not None:
                self.place.arrive()

    async def _built(self, name: str) -> Place:
        """A place that stands, out of sight: until then keys are for the one before it."""
        place = self.makers[name](self.say)
        place.display = False
        await self.query_one("#places").mount(place)
        return place

    def _show_place(self, place: Place) -> None:
        if self.place is not None:
            self.place.display = False
        self.place = place
        place.display = True
        place.update(self.state)
        place.arrive()
        self.refresh_hints()

    # -- keys ---------------------------------------------------------------------------

    def refresh_hints(self) -> None:
        """Say anew which keys work now."""
        footer = self.query_one(Footer)
        footer.always = tuple(map(self.offering.hint, (Help, Commands)))
        footer.hints = tuple(self.offering.hints())

    def offers(self) -> Iterator[Offer]:
        """What the palette offers."""
        return self.offering.offers()

    def may(self, act: ActType) -> bool:
        """What happens in a practice hall can be called in where there is one."""
        return act not in PRACTICE or (isinstance(self.app, CallsIn) and self.app.may_call(act))

    def owners(self) -> Iterator[object]:
        """The place in sight is asked before the frame."""
        if self.place is not None:
            yield self.place
        yield from super().owners()

    # -- acts of the frame itself -------------------------------------------------------

    def act_help(self) -> None:
        """The keys here and everywhere."""
        from screens.desk.helping import help_text
        from screens.desk.widgets.help import HelpScreen

        def go_on(to_method: bool | None) -> None:
            if to_method:
                self.run_worker(self.action_act("method"), group="act")

        self.app.push_screen(HelpScreen(help_text(self)), go_on)

    def act_hall(self) -> None:
        """The hall as a drawer on a narrow screen; away and back on a wide one."""
        self.toggle_class("-salen")

    def act_next_field(self) -> None:
        """The next field or list."""
        self.focus_next()

    def act_recipe(self) -> None:
        """The way gets the focus; on a narrow screen it comes out as a drawer."""
        rail = self.query_one(Rail)
        self.add_class("-rail")
        rail.can_focus = True
        # At once, so that the key of a stop may follow however fast it is pressed.
        self.set_focus(rail)

    def act_commands(self) -> None:
        """Find an act by its name."""
        self.app.action_command_palette()

    def act_look(self) -> None:
        """The next look, and what it is called."""
        from screens.desk.theme import LOOKS

        look = LOOKS[(LOOKS.index(self.app.theme) + 1) % len(LOOKS)]
        assert isinstance(self.app, Wears)  # noqa: S101 - tells the type checker
        self.app.wear(look)
        self.tell(self.say(f"desk.look_{look.removeprefix('medspill-').replace('-', '_')}"))

    def act_back(self) -> None:
        """Close the nearest thing that is open; else one step back in the place."""
        line = self.query_one(Line)
        stood = line.is_error
        line.clear()
        # Good news goes by itself, so Esc is never spent on it.
        if stood:
            return
        if self.has_class("-rail"):
            self._close_rail()
        elif self.has_class("-smal") and self.has_class("-salen"):
            self.remove_class("-salen")
        elif self.place is not None and not (self.place.all_again() or self.place.back()):
            self.place.arrive()

    # -- what happens -------------------------------------------------------------------

    def tick(self) -> None:
        """Once a second."""
        clock = self._clock()
        self.query_one(Header).clock = clock
        self.query_one(Salen).tick()
        self.query_one(SalenRow).tick()
        self._show_below()  # With the clock alone: a burst must leave the keys alone.
        if self.has_class("-trang"):
            self.query_one("#small", Static).update(f"{self.say('desk.too_small')}\n\n{clock}")

    def _show_below(self) -> None:
        """Say at the end of the line how much of the list lies further down."""
        n = self.place.below if self.place is not None else 0
        self.query_one(Line).rest(self.say("desk.notes_below", n=n) if n else "")

    def on_resize(self, event: events.Resize) -> None:
        """Too small a window says so instead of showing half."""
        wide, high = SMALLEST
        self.set_class(event.size.width < wide or event.size.height < high, "-trang")
        if not self.has_class("-smal"):
            self.remove_class("-rail")
        self.call_after_refresh(self.tick)
        # A small window has pages that a large one has not.
        self.call_after_refresh(self.refresh_hints)

    def on_descendant_focus(self) -> None:
        """Other keys work where the focus is now."""
        if not isinstance(self.focused, Rail):
            self._close_rail(focus=False)
        self.refresh_hints()

    def close_way(self) -> None:
        """Somebody chose a place on the way, and the application goes there."""
        self._close_rail(focus=False)

    def _close_rail(self, *, focus: bool = True) -> None:
        self.remove_class("-rail")
        self.query_one(Rail).can_focus = False
        if focus and self.place is not None:
            self.place.arrive()
