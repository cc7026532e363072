"""The desk with its hall: facts come in, commands go out, and every place hears of changes."""

import asyncio
import gc
import threading
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import work
from textual.message import Message

from screens.desk.acts import Say
from screens.desk.app import Desk
from screens.desk.big_screen import EVERY, BigScreen
from screens.desk.frame import Places
from screens.desk.holding import PAINTED
from screens.desk.unhurried import Unhurried

if TYPE_CHECKING:
    from screens.control import Control
    from screens.desk.form import Ask, Form, Store
    from screens.desk.link import Link
    from screens.desk.state import DeskState
    from screens.desk.widgets.ask import Question
    from screens.desk.widgets.choose import Ways
    from storage.trouble import Trouble

Practice = Callable[["Control", Callable[[int, int], None], str], Awaitable[Sequence[str]]]
"""Lays a finished practice case under an id, tells how far it is; answers what was refused."""

Papers = Callable[[str, Path, str], tuple[Path | None, str]]
"""Writes a report or sheets of a case; gives the page, or why there is none."""


AT_ONCE = 0.5
"""Seconds that nobody notices; what takes longer is said."""


class News(Message):
    """Facts have come, or the hall is gone; later news replaces it."""

    def can_replace(self, message: Message) -> bool:
        """A burst of facts is one picture."""
        return isinstance(message, News)


class Wiring(Desk):
    """A desk on one file: it sends, asks and shows forms for its places."""

    def __init__(
        self,
        say: Say,
        places: Places,
        file: Path,
        options: Sequence[str] = (),
        *,
        borrowed: bool = False,
        practice: "Practice | None" = None,
        papers: "Papers | None" = None,
        warning: str = "",
        **looks: Any,
    ) -> None:
        """A desk that leads the hall of a file; ``options`` start one where none runs.

        A ``borrowed`` hall is ended by somebody else, so nobody is asked what becomes of it. With
        ``practice``, which lays a finished case in the file, newcomers are welcomed; ``papers``
        writes what is printed. A ``warning`` is said when the frame stands.
        """
        super().__init__(say, places, **looks)
        self.file = file
        self._options = options
        self._link: Link | None = None
        self._news = asyncio.Event()
        self._lost: Trouble | bool | None = False
        self._mourned = self._refused = ""
        self._chosen: str | None = None
        self._walks = 0
        self.heading = "home"
        """The place in sight, or the one that is on its way there."""
        self._by_clock: object = None
        self._borrowed = borrowed
        self.fault = "desk.fault_practice" if borrowed else self.fault
        self.practice, self.papers = practice, papers
        self._unseen, self._warning = True, warning
        self.big_screen = BigScreen(self)
        self._pictures = Unhurried(self._draw_news, self.set_timer, key_at=lambda: self.key_at)
        self.keep_hall = True
        """Whether the hall goes on when the desk has closed."""

    # -- the hall ---------------------------------------------------------------------------

    async def on_frame_stands(self) -> None:
        """The frame is painted: now import the domain, find the hall, and fill."""
        from screens.desk.link import Link

        self._link = Link(self.file, self._told, self._told_lost, self._options, self.hears)
        await self.frame.go("home")
        if self._warning:
            self.frame.warn(self._warning)
        self.set_timer(AT_ONCE, self._say_while_reading)
        # What stands now stays for the whole evening and need never be looked through.
        gc.freeze()
        gc.enable()
        # A thread of its own, and not a worker, so that leaving never waits for the hall.
        threading.Thread(target=self._link.follow, name="link", daemon=True).start()
        self.set_interval(EVERY, self._watch_wall)
        self.set_interval(EVERY, self._watch_clock)

    @work(group="reading")
    async def _say_while_reading(self) -> None:
        """A large file, or a hall that has to be started, takes its time."""
        from screens.desk.working import working

        if self._is_reading():
            with working(self.frame, self.say("desk.reading_file")):
                while self._is_reading():
                    await self._news.wait()
                    self._news.clear()

    def _is_reading(self) -> bool:
        return self._link is not None and not self._link.has_read and not self._lost

    def _watch_clock(self) -> None:
        """No fact tells that another minute has been lost, or that it has gone quiet."""
        from screens.desk.pacing import told_by_clock

        told = told_by_clock(self.state.case, datetime.now(UTC))
        if told != self._by_clock:
            self._by_clock = told
            self.refresh_state()

    @work(exclusive=True, group="wall")
    async def _watch_wall(self) -> None:
        await self.look_at_hall()
        await self.big_screen.watch()

    async def look_at_hall(self) -> None:
        """Ask the hall where it is: its address moves with the network, and when one is chosen."""
        from screens.control import HallGone

        control = self.control
        if control is None:
            return
        try:
            about = await asyncio.to_thread(control.get, "/hall")
        except HallGone:
            return
        if about != control.about:
            control.about = about
            self.refresh_state()

    def on_unmount(self) -> None:
        """Listen no longer; the hall may go on."""
        if self._link:
            self._link.end()

    def _told(self, pieces: int) -> None:
        """In the link's thread: what a coming picture will show wakes nobody on its way."""
        lost, self._lost = bool(self._lost), False
        if not self._pictures.heard(pieces) or lost or not self._news.is_set():
            self.frame.post_message(News())

    def _told_lost(self, trouble: "Trouble | None") -> None:
        self._lost = trouble or True
        self.frame.post_message(News())

    def on_news(self) -> None:
        """Draw the newest picture, and say where the hall is gone."""
        self._news.set()
        self._pictures.news()
        if self._unseen and self.control is not None:
            self._unseen = False
            self._greet()
        if self._lost:
            from screens.desk.questions import gone

            self._mourned = gone(self._lost, self.say)
            self.frame.warn(self._mourned)
        elif self._mourned:
            self.frame.mend(self._mourned, self.say("desk.hall_back"))
            self._mourned = ""

    def key_is_done(self) -> None:
        """What the key changed is painted in a moment; then a picture may take its time."""
        if self._pictures.lets_key_go_first:
            self.set_timer(PAINTED, self._pictures.key_is_painted)

    def _draw_news(self) -> None:
        self._news.set()
        self.refresh_state()
        if self.big_screen.has_moved():
            self._watch_wall()

    def _greet(self) -> None:
        """What becomes of the first news is for the desk around this to say."""

    @property
    def control(self) -> "Control | None":
        """The hall, once it was found."""
        return self._link.control if self._link else None

    @property
    def state(self) -> "DeskState":
        """Everything that is known now."""
        from screens.desk.state import DeskState

        link = self._link
        if link is None:
            return DeskState()
        cases = tuple(sorted(link.cases.values(), key=lambda c: c.opened_at, reverse=True))
        case = link.cases.get(self._chosen or "")
        if case is None:
            case = next((c for c in cases if c.gathering), None)
        return DeskState(
            cases=cases,
            case=case,
            about=link.control.about if link.control else {},
            saved_at=link.newest.at if link.newest else None,
            read=link.has_read,
            lost=bool(self._lost),
            history=link.history.get(case.id, ()) if case else (),
            wall=self.big_screen.now,
        )

    def refresh_state(self) -> None:
        """Show the state everywhere, while there is a frame to show it on."""
        from screens.desk import sights

        # Whoever leaves takes the frame down piece by piece while the last answers come.
        if not self.is_running or not self.frame.query("Header"):
            return
        state, current = self.state, sights.current_of(self.heading)
        self.frame.show_header(sights.header_of(state, self.say))
        self.frame.show_rail(sights.rail_of(state, self.say, current))
        self.frame.show_salen(
            sights.salen_of(state, self.say, lambda: datetime.now(UTC), monotonic(), current)
        )
        self.frame.update(state)

    # -- what places ask for ----------------------------------------------------------------

    async def send(self, name: str, *, quiet: bool = False, **fields: Any) -> dict[str, Any]:
        """Send a command about the case that is worked on; refusals stand until one goes well."""
        case = self.state.case
        answer = await self.send_to(case.id if case else None, name, **fields)
        if answer.get("ok"):
            self.frame.mend(self._refused)
        elif not quiet:
            self._refused = str(answer.get("message", ""))
            self.frame.warn(self._refused)
        return answer

    async def send_to(self, case: str | None, name: str, **fields: Any) -> dict[str, Any]:
        """Send a command; sent again under the same id while the hall is being started anew."""
        from screens.control import HallGone, new_command_id

        self.sends()
        command_id = new_command_id()
        for _ in range(3):
            control = self.control
            if control is not None:
                try:
                    return await asyncio.to_thread(
                        control.send_as, command_id, case, name, **fields
                    )
                except HallGone:
                    await asyncio.sleep(1)
        return {"ok": False, "message": self.say("desk.not_sent")}

    async def form(self, title: str, fields: "tuple[Ask, ...]", store: "Store") -> bool:
        """Show a form; whether something was stored."""
        from screens.desk.form import Form

        done: bool | None = await self.push_screen_wait(self._a_form(Form, title, fields, store))
        return bool(done)

    def _a_form(
        self, kind: "type[Form]", title: str, fields: "tuple[Ask, ...]", store: "Store"
    ) -> "Form":
        return kind(self.say, title, fields, store)

    async def ask(self, question: "Question", *, optional: bool = False) -> str | None:
        """Ask before something that cannot be taken back; None is no."""
        from screens.desk.widgets.ask import Ask as AskScreen

        return await self.push_screen_wait(AskScreen(question, optional=optional))

    async def choose(self, ways: "Ways") -> str | None:
        """Ask which way to go on; None is neither."""
        from screens.desk.widgets.choose import Choose

        return await self.push_screen_wait(Choose(ways))
