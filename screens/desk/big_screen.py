"""What the desk knows of the wall: who shows it, which page, and how another is opened."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from screens.desk.wiring import Wiring

EVERY: Final = 2.0
"""Seconds between two looks at who shows the wall."""
LOOKS: Final = 50
LOOK: Final = 0.2
"""How often, and how many seconds apart, one looks whether a window has found the hall."""


@dataclass(frozen=True, slots=True)
class Wall:
    """The wall as the hall tells of it."""

    page: int = 1
    pages: int = 1
    followers: int | None = None
    """How many screens show it; None before the hall was asked."""


class BigScreen:
    """The desk's line to the wall. It asks the hall, since the desk sees no other surface."""

    def __init__(self, desk: "Wiring") -> None:
        self._desk = desk
        self.now = Wall()
        self._shown: object = None

    def has_moved(self) -> bool:
        """Whether the hall sees another picture than when this was last asked."""
        case = self._desk.state.case
        before, self._shown = self._shown, case.shown if case else None
        return self._shown != before

    async def watch(self) -> None:
        """Look; whoever shows the wall's state hears of a change."""
        before = self.now
        if await self.look() != before:
            self._desk.refresh_state()

    async def look(self) -> Wall:
        """The wall as it is now; what was known last where the hall does not answer."""
        from screens.control import HallGone

        control, url = self._desk.control, str(self._desk.state.about.get("projector_url", ""))
        if control is not None and url:
            try:
                said = await asyncio.to_thread(control.get, f"{urlsplit(url).path}pages")
                self.now = Wall(int(said["page"]), int(said["pages"]), int(said["followers"]))
            except (HallGone, KeyError, ValueError):
                self.now = Wall(self.now.page, self.now.pages, None)
        return self.now

    async def turn(self) -> bool:
        """Show the next page of what the wall shows, after the last the first; false without."""
        wall, case = await self.look(), self._desk.state.case
        if case is None or wall.pages == 1:
            return False
        page = wall.page % wall.pages + 1
        shown = case.shown
        await self._desk.send("projector.show", wall=shown.wall, subject=shown.subject, page=page)
        await self.watch()
        return True

    async def open(self) -> None:
        """Ask where, and open it there; Enter is the page. What fails is told whole."""
        from screens.desk.widgets.choose import Ways
        from screens.desk.working import working

        desk, say = self._desk, self._desk.say
        url = str(desk.state.about.get("projector_url", ""))
        if not url:
            desk.frame.warn(say("desk.hall_lost"))
            return
        ways = (("page", say("desk.open_page")), ("window", say("desk.open_window")))
        where = await desk.choose(Ways(say("desk.open_title"), (say("desk.open_where"),), ways))
        if where is None:
            return
        with working(desk.frame, say("desk.opening")):
            instead = await (self._page(url) if where == "page" else self._window())
        if instead:
            close = (("close", say("desk.help_close")),)
            await desk.choose(Ways(say("desk.open_failed"), instead, close))
        else:
            desk.frame.tell(say("desk.opened"))
            await self.watch()

    async def _page(self, url: str) -> tuple[str, ...]:
        """Open the page; what to do instead, where no browser comes or none finds the hall."""
        from screens.desk import windows

        before = (await self.look()).followers or 0
        if await asyncio.to_thread(windows.open_page, url) and await self._came(before):
            return ()
        return (self._desk.say("desk.open_page_yourself"), "", url)

    async def _window(self) -> tuple[str, ...]:
        """Open a window; what to type instead, where none comes or none finds the hall."""
        from screens.desk import windows

        file, before = self._desk.file, (await self.look()).followers or 0
        if await asyncio.to_thread(windows.open_window, file) and await self._came(before):
            return ()
        return (self._desk.say("desk.open_window_yourself"), "", windows.typed(file))

    async def _came(self, before: int) -> bool:
        """Whether one more screen shows the wall than before."""
        for _ in range(LOOKS):
            if ((await self.look()).followers or 0) > before:
                return True
            await asyncio.sleep(LOOK)
        return False


async def open_plain(desk: "Wiring") -> None:
    """Open the page for who cannot see the desk; its address, where no browser comes."""
    from screens.desk import windows
    from screens.desk.widgets.choose import Ways
    from screens.desk.working import working

    say, url = desk.say, str(desk.state.about.get("plain_url", ""))
    if not url:
        desk.frame.warn(say("desk.hall_lost"))
        return
    with working(desk.frame, say("desk.page_opening")):
        opened = await asyncio.to_thread(windows.open_page, url)
    if opened:
        desk.frame.tell(say("desk.plain_opened"))
    else:
        close = (("close", say("desk.help_close")),)
        told = (say("desk.plain_yourself"), "", url)
        await desk.choose(Ways(say("desk.plain_title"), told, close))
