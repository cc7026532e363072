"""What the places that work on a case have in common."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark, content, mark
from screens.desk.everywhere import Dark, LookAhead, Paper, ShowHall, Undo
from screens.desk.place import Place
from screens.desk.widgets.still import put
from screens.desk.wrong import Wrong

if TYPE_CHECKING:
    from datetime import date

    from screens.desk.form import Ask, Store
    from screens.desk.previewing import Body
    from screens.desk.state import DeskState
    from screens.desk.wired import WiredDesk
    from workshop.case import Case


class Edit(Act):
    """Change what the cursor is on."""

    key = "enter"


class New(Act):
    """Make a new one."""

    key = "n"


class Remove(Act):
    """Take it off the list."""

    key = "x"


COMMON = (ShowHall, Undo, Paper, Dark, LookAhead)
"""What the footer names on every place that works on a case."""


class Room(Place):
    """A place that knows the case and can send commands about it."""

    STATION: ClassVar[int] = 0
    """The station it belongs to; 0 for none."""
    WALL: ClassVar[str] = "question"
    """The picture that F5 shows from here."""

    state: "DeskState | None" = None
    _just_made: str = ""
    """The command whose row the cursor goes to when it stands there."""

    @property
    def desk(self) -> "WiredDesk":
        """The application around it."""
        from screens.desk.wired import WiredDesk

        assert isinstance(self.app, WiredDesk)  # noqa: S101 - tells the type checker
        return self.app

    @property
    def case(self) -> "Case | None":
        """The case that is worked on."""
        return self.state.case if self.state else None

    def update(self, state: Any) -> None:
        """Show another state, once there is a case."""
        if state is None:
            return
        self.state = state
        if state.case is not None:
            self.show(state.case)
            self._go_to_made()

    def show(self, case: "Case") -> None:
        """Show the case."""

    async def store(self, name: str, **fields: Any) -> str:
        """Send a command for a form: empty when it is stored, else what is wrong."""
        answer = await self.desk.send(name, quiet=True, **fields)
        if not answer.get("ok"):
            return said(answer, self.say)
        self.follow(str(answer.get("command", "")))
        return ""

    def follow(self, made: str) -> None:
        """The cursor goes to the row that this command makes, once the hall has told of it."""
        self._just_made = made
        self._go_to_made()

    def _go_to_made(self) -> None:
        from screens.desk.widgets.rows import Rows

        if self._just_made and any(rows.move_to(self._just_made) for rows in self.query(Rows)):
            self._just_made = ""

    async def form(self, title: str, fields: "tuple[Ask, ...]", store: "Store") -> bool:
        """Show a form over this place."""
        return await self.desk.form(title, fields, store)

    def labels(self, group: str, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Values with their words from the catalogue, for a choice."""
        return tuple((value, self.say(f"desk.{group}_{value}")) for value in values)

    def yes_no(self) -> tuple[tuple[str, str], ...]:
        """No and yes, for a choice."""
        return (("no", self.say("desk.answer_no")), ("yes", self.say("desk.answer_yes")))

    def put(self, selector: str, bits: Bits) -> None:
        """Other words in one of the place's lines; the same words cost nothing."""
        put(self.query_one(selector, Static), content(bits))

    def act_show_hall(self) -> object:
        """Show in the hall what this place is about, at once."""
        return self.run_worker(self._show_if_suitable(), group="act", exclusive=True)

    async def _show_if_suitable(self) -> None:
        # What the hall sees now counts, also where it is not drawn here yet.
        case = self.desk.state.case
        if case is not None and self.is_shown(case) and await self.desk.big_screen.turn():
            return
        from screens.desk.passing import enters

        if await enters(self.desk, self.STATION):
            await self.show_in_hall()

    def is_shown(self, case: "Case") -> bool:
        """Whether the hall sees what F5 shows from here; then F5 turns the page.

        How one joins is the same picture at every station.
        """
        same = self.WALL == "join" or self.STATION in {0, case.station}
        return same and case.shown.wall == self.WALL

    async def show_in_hall(self) -> None:
        """Move the hall to this station, and show its picture."""
        await self.enter_station()
        await self.desk.send("projector.show", wall=self.WALL)

    def would_send(self, case: "Case") -> "tuple[Body, ...]":  # noqa: ARG002 - those with more to show need it
        """What `show_in_hall` sends, to be looked at before; nothing where F5 shows nothing."""
        return (*self.would_enter(), {"name": "projector.show", "wall": self.WALL})

    def would_enter(self) -> "tuple[Body, ...]":
        """How the hall would be moved to this station."""
        return ({"name": "station.go", "station": self.STATION},) if self.STATION else ()

    async def enter_station(self) -> None:
        """Move the hall to this station."""
        if self.STATION:
            await self.desk.send("station.go", station=self.STATION)


def holds(done: object) -> Bits:
    """The mark of a thing that should be true."""
    return (mark(Mark.DONE if done else Mark.LACKS), (" ", ""))


def said(answer: Mapping[str, Any], say: Any) -> str:
    """What the hall says is wrong; of a day, a time or a number, how it is written here."""
    details = answer.get("details") or ()
    for detail in details:
        rule = str(detail.get("rule", ""))
        key = {
            "blank": "desk.wrong_blank",
            "int_type": "desk.wrong_blank",
            "string_pattern_mismatch": "desk.wrong_shape",
            "date_from_datetime_parsing": "desk.wrong_day",
            "date_parsing": "desk.wrong_day",
            "int_parsing": "desk.wrong_number",
        }.get(rule)
        if key:
            return Wrong(say(key), str(detail.get("field", "")).partition(".")[0])
    return str(answer.get("message", ""))


Held = TypeVar("Held")


def newest(held: Mapping[str, Held]) -> Held | None:
    """The last that came, if any has."""
    return list(held.values())[-1] if held else None


def lines(text: str) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def number(text: str) -> int | str | None:
    """A number that was typed; None for nothing, the text itself where it is none."""
    text = text.strip()
    if not text:
        return None
    return int(text) if text.isdecimal() else text


def typed_amount(text: str) -> int | str | None:
    """A whole sum that was typed, also in groups of three: «150 000», 150,000, 150.000."""
    close = text.strip().replace(" ", "").replace("\u00a0", "")
    return number(re.sub(r"[.,](?=\d{3}(?:[.,]|$))", "", close))


def typed_day(on: "date | None") -> str:
    """A day as it is typed, 28.05.2025, the same in every language; empty for none."""
    return f"{on.day:02}.{on.month:02}.{on.year}" if on else ""


def day(text: str) -> str | None:
    """A day as the hall wants it, from 28.5.2025 or 2025-05-28; None for nothing."""
    text = text.strip()
    parts = text.rstrip(".").split(".")
    if len(parts) == 3 and all(p.strip().isdecimal() for p in parts):  # noqa: PLR2004
        d, m, y = (int(p) for p in parts)
        return f"{y:04}-{m:02}-{d:02}"
    return text or None
