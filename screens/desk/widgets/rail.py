"""The way through the recipe: a column at the left, or one row where the screen is narrow."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from screens.desk.acts import Act, Acting
from screens.desk.bits import Bit, Bits, Mark, content, fit, mark, width
from screens.desk.everywhere import Back
from screens.desk.plain import one_line


@dataclass(frozen=True, slots=True)
class Stop:
    """One place that the rail leads to."""

    id: str
    key: str
    name: str
    sign: str = ""
    state: str = ""
    """A muted line under the name: of the station one is at, and of any with a gap."""
    short: str = ""
    """The name in the one-row rail."""

    @property
    def live(self) -> bool:
        """Whether it is open in the hall now."""
        return self.sign == Mark.LIVE


@dataclass(frozen=True, slots=True)
class RailState:
    """What the rail shows."""

    home: Stop
    recipe: str
    recipe_key: str
    stations: tuple[Stop, ...]
    beside_title: str
    beside: tuple[Stop, ...]
    current: str

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All places, from above."""
        return (self.home, *self.stations, *self.beside)


class GoThere(Act):
    """Go to the place at the cursor."""

    key, in_palette = "enter", False


class Rail(Acting, Widget, can_focus=True):
    """The column; F7 gives it the focus, and then digits, letters and arrows jump."""

    DEFAULT_CSS = "Rail { background: $side; }"

    ACTS = (GoThere, Back)
    BINDINGS: ClassVar = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        # Pressed fast after F7, a key is still on its way from what had the focus before.
        *(Binding(key, f"stop('{key}')", show=False) for key in "0123456rfs"),
    ]

    @dataclass
    class Chosen(Message):
        """Somebody wants to go to that place."""

        stop_id: str

    state: reactive[RailState | None] = reactive(None)
    _at: reactive[str] = reactive("")

    def watch_state(self, state: RailState | None) -> None:
        """The cursor follows the place, unless somebody is moving it."""
        if state is not None and not self.has_focus:
            self._at = state.current

    def on_focus(self) -> None:
        """The cursor starts where one is."""
        if self.state is not None:
            self._at = self.state.current

    def on_blur(self) -> None:
        """The cursor goes back to where one is."""
        self.on_focus()

    def on_key(self, event: events.Key) -> None:
        """A digit or letter goes straight to its place."""
        if self.action_stop(event.character or ""):
            event.stop()

    def action_stop(self, key: str) -> bool:
        """Go to the place with that key, if there is one."""
        stops = () if self.state is None else self.state.stops
        chosen = next((stop.id for stop in stops if stop.key == key), None)
        return chosen is not None and self._choose(chosen)

    def _choose(self, stop: str) -> bool:
        # Straight to the application, so that it is there before the next key.
        return self.app.post_message(self.Chosen(stop))

    def on_click(self, event: events.Click) -> None:
        """A click goes to the place under it."""
        rows = self._rows()
        if 0 <= event.y < len(rows) and rows[event.y][0]:
            self._choose(rows[event.y][0])

    def action_step(self, way: int) -> None:
        """The cursor one place on or back."""
        if self.state is None:
            return
        ids = [stop.id for stop in self.state.stops]
        index = ids.index(self._at) + way if self._at in ids else 0
        self._at = ids[min(max(index, 0), len(ids) - 1)]

    def act_go_there(self) -> None:
        """To the place at the cursor."""
        if self._at:
            self._choose(self._at)

    def render(self) -> Content:
        """All rows of the column."""
        cells = self.size.width
        return Content("\n").join(self._draw(*row, cells) for row in self._rows())

    def _rows(self) -> list[tuple[str, Bits, Bits]]:
        """Rows from above: the stop's id or nothing, the bits left, the bits right."""
        state = self.state
        if state is None:
            return []
        # At 24 rows there is no room for air between the stations.
        tall = self.screen.has_class("-hoy")
        air: list[tuple[str, Bits, Bits]] = [("", (), ())]
        title: Bits = ((state.recipe, "muted"),)
        rows = [*air, *self._stop(state.home), *air]
        rows += [("", title, ((state.recipe_key, "muted"),)), *(air if tall else [])]
        for stop in state.stations:
            rows += [*self._stop(stop), *(air if tall else [])]
        rows += [*air, ("", ((state.beside_title, "muted"),), ()), *(air if tall else [])]
        for stop in state.beside:
            rows += self._stop(stop)
        return rows

    def _stop(self, stop: Stop) -> list[tuple[str, Bits, Bits]]:
        here = stop.id == self._at
        sign = mark(stop.sign) if stop.sign else (" ", "")
        beside = not stop.key.isdigit()
        key: Bit = (stop.key, "muted" if not (stop.live or here) or beside else "")
        tone = "live strong" if stop.live else ("strong" if here else "")
        rows: list[tuple[str, Bits, Bits]] = [
            (stop.id, (sign, (" ", ""), key, (f" {stop.name}", tone)), ())
        ]
        if stop.state:
            rows.append((stop.id, ((f"    {one_line(stop.state)}", "muted"),), ()))
        return rows

    def _draw(self, stop_id: str, left: Bits, right: Bits, cells: int) -> Content:
        here = bool(stop_id) and stop_id == self._at
        lead: Bit = ("▌ " if here else "  ", "")
        if here and self.app.no_color:
            # Without colour the row is turned over, and has no tones of its own.
            left = tuple((text, "strong" if "strong" in tone else "") for text, tone in left)
        room = cells - 2 - width(right) - 1
        shown = content(left).truncate(room, ellipsis=True, pad=True)
        row = Content.assemble(content((lead,)), shown, content(right), " ")
        if not here:
            return row
        return row.stylize("reverse" if self.app.no_color else "on $raised")


class RailRow(Widget):
    """The same as one row, for narrow screens."""

    DEFAULT_CSS = "RailRow { height: 1; background: $background; }"

    state: reactive[RailState | None] = reactive(None)

    def render(self) -> Content:
        """The stations, or the places beside them when one is at none of them."""
        bits: list[Bit] = [(" ", "")]
        for _, stop in self._stops():
            bits += stop
        return content(bits).truncate(self.size.width) if self.state else Content("")

    def _stops(self) -> list[tuple[Stop, Bits]]:
        state = self.state
        if state is None:
            return []
        stations = any(stop.id == state.current for stop in state.stations)
        shown = state.stations if stations else (state.home, *state.beside)
        return [
            (stop, self._stop(stop, here=stop.id == state.current, named=not stations))
            for stop in shown
        ]

    def on_click(self, event: events.Click) -> None:
        """A click goes to the place under it."""
        cell = 1
        for stop, bits in self._stops():
            if cell <= event.x < cell + width(bits):
                self.app.post_message(Rail.Chosen(stop.id))
            cell += width(bits)

    def _stop(self, stop: Stop, *, here: bool, named: bool) -> Bits:
        sign, tone = mark(stop.sign) if stop.sign else ("", "")
        name = fit(stop.short or stop.name, 24)
        words = f"{stop.key} {name}" if here or named else stop.key
        if here:
            look = "chip live" if stop.live else "chip"
            return ((f" {sign} {words} " if sign else f" {words} ", look),)
        lead: Bits = ((f" {sign}", tone),) if sign else ()
        return (*lead, (f" {words} ", "live strong" if stop.live else "muted"))
