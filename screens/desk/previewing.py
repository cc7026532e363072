"""A look at the big screen's pictures before the hall sees them; only F5 moves the hall."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.desk.bits import STYLES, Bits, Mark, content, mark, two_sides
from screens.desk.everywhere import ShowHall
from screens.desk.plain import one_line
from screens.desk.widgets.footer import Hint, HintLine

if TYPE_CHECKING:
    from screens.desk.acts import Say
    from screens.desk.wired import WiredDesk
    from workshop.case import Case

Told = dict[str, Any]
Body = dict[str, Any]
"""A command without its id and case."""

AROUND: Final = 5
"""Rows of the screen that the picture does not have: title, two sentences, keys, air."""
OTHERWISE: Final = {
    # What a camera reads is dark on light, whatever the look of the desk.
    "code": "#000000 on #ffffff",
    "dark": "on #000000",
    "light": "on #ffffff",
    # The accent is for what the hall sees now, and this it does not see.
    "live": "",
    "live strong": "bold",
}
"""The tones of the big screen that are drawn otherwise here."""
_UNSHOWN: Final = frozenset({"blank"})


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture that may be looked at."""

    key: str
    """`here` for what F5 would show, `next` for the next block, else the wall."""
    title: str
    commands: tuple[Body, ...]


def pictures(case: "Case", here: tuple[Body, ...], say: "Say") -> Iterator[Picture]:
    """What F5 would show from here, what the next block shows, then every other picture."""
    from typing import get_args

    from screens.desk.pacing import title_of_block
    from workshop.blocks import BLOCKS
    from workshop.pace import following
    from workshop.terms import Wall

    if here:
        yield Picture("here", say("desk.ahead_here"), here)
    rest = following(case.evening) if case.evening and not (case.vote or case.poll) else ()
    if rest:
        block = rest[0]
        start: Body = {"name": "block.start", "block": block.id}
        if block.kind == "dots":
            start = {"name": "vote.open"}
        station = BLOCKS[block.kind].station
        moves = ({"name": "station.go", "station": station},) if station else ()
        name = title_of_block(block, say)
        yield Picture("next", say("desk.ahead_next", name=name), (start, *moves))
    for wall in get_args(Wall):
        if wall not in _UNSHOWN:
            yield Picture(wall, say(f"desk.wall_{wall}"), (shows(case, wall),))


def shows(case: "Case", wall: str) -> Body:
    """The command for a picture; a result is that of the last vote or poll."""
    of = {"results": case.votes, "poll": case.polls}.get(wall, {})
    return {"name": "projector.show", "wall": wall, "subject": next(reversed(list(of)), None)}


def phones_line(told: Told, say: "Say") -> Bits:
    """What phones would show after F5, and whether that is something else than now."""
    then, now = told["phones"], told["phones_now"]
    key = "desk.ahead_phones_stay" if then == now else "desk.ahead_phones_go"
    sign = mark(Mark.DONE) if then == now else mark(Mark.LIVE)
    return (sign, (f" {say(key, what=_asked(then, say))}", ""))


def _asked(phones: Told, say: "Say") -> str:
    face, block = str(phones["face"]), phones["block"]
    if face == "write":
        return say(f"desk.ahead_write_{phones['writes']}")
    if face == "wait" and block:
        name = one_line(str(phones["title"])) or say(f"desk.block_{block}")
        return say("desk.ahead_wait_block", name=name)
    return say(f"desk.ahead_{face}")


class Preview(ModalScreen[str | None]):
    """Pictures to leaf through; answers the key of the one to show, or None."""

    BINDINGS: ClassVar = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("right,down,tab,space", "leaf(1)", show=False),
        Binding("left,up,shift+tab", "leaf(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding(",".join((ShowHall.key, *ShowHall.twins)), "show", show=False, id="show_hall"),
    ]
    DEFAULT_CSS = """
    Preview { background: $side; }
    Preview Static { height: 1; padding: 0 2; }
    Preview HintLine { margin: 0 2; }
    Preview #ahead-picture { height: 1fr; background: $background; margin: 0 2; padding: 0; }
    """

    def __init__(self, desk: "WiredDesk", found: tuple[Picture, ...]) -> None:
        super().__init__()
        self._desk = desk
        self._say = desk.say
        self._pictures = found
        self._at = 0
        self._page = 1
        self.drawn: Told = {}
        """What the hall said of the picture that is looked at."""

    def compose(self) -> ComposeResult:
        """Which picture; the picture; what phones would show, what the wall shows; the keys."""
        yield Static("", id="ahead-title", markup=False)
        yield Static("", id="ahead-picture", markup=False)
        yield Static("", id="ahead-phones", markup=False)
        yield Static("", id="ahead-wall", markup=False)
        yield HintLine(id="ahead-keys")

    def on_mount(self) -> None:
        """Look at the first."""
        self._look()

    def on_resize(self) -> None:
        """Another size is another picture."""
        self._look()

    def action_leaf(self, way: int) -> None:
        """The next picture, or the one before, around the end."""
        self._at = (self._at + way) % len(self._pictures)
        self._page = 1
        self._look()

    def action_page(self, way: int) -> None:
        """The next page of the same picture."""
        self._page = min(max(1, self._page + way), int(self.drawn.get("pages", 1)))
        self._look()

    def action_show(self) -> None:
        """Let the hall see it."""
        if self.drawn.get("ok"):
            self.dismiss(self._pictures[self._at].key)

    def _look(self) -> None:
        self._ask()

    @work(group="look", exclusive=True)
    async def _ask(self) -> None:
        size, picture = self.size, self._pictures[self._at]
        wanted = {"page": self._page, "columns": size.width - 4, "rows": size.height - AROUND}
        told = await look(self._desk, picture.commands, **wanted)
        self.drawn = told
        self._draw(picture, told)

    def _draw(self, picture: Picture, told: Told) -> None:
        say, cells = self._say, max(20, self.size.width - 4)
        count = say("desk.ahead_count", at=self._at + 1, of=len(self._pictures))
        if int(told.get("pages", 1)) > 1:
            count = f"{say('desk.salen_page', page=told['page'], pages=told['pages'])}   {count}"
        title = ((picture.title, "strong"), ("  ", ""), (say("desk.ahead_private"), "muted"))
        self._put("title", two_sides(title, ((count, "muted"),), cells))
        case = self._desk.state.case
        now = say(f"desk.wall_{case.shown.wall}") if case else ""
        self._put(
            "wall", content(((f"{Mark.SHOWN} ", "live"), (say("desk.ahead_now", wall=now), "")))
        )
        if told.get("ok"):
            self._put("picture", _drawn(told["rows"]))
            self._put("phones", content(phones_line(told, say)))
        else:
            why = ((f"\n  {Mark.LACKS} ", "warn"), (str(told.get("message", "")), ""))
            self._put("picture", content(why))
            self._put("phones", Content(""))
        keys = self._desk.frame.offering.keys
        show = Hint(keys.shown(ShowHall), say("desk.ahead_key_show"), keys.keys(ShowHall)[0])
        others = (("←→", "leaf", "right"), ("Esc", "close", "escape"))
        hints = tuple(Hint(face, say(f"desk.ahead_key_{word}"), key) for face, word, key in others)
        self.query_one(HintLine).hints = (show, *hints) if told.get("ok") else hints

    def _put(self, name: str, drawn: Content) -> None:
        self.query_one(f"#ahead-{name}", Static).update(drawn)


def _drawn(rows: list[list[list[str]]]) -> Content:
    """The rows as the hall's drawing has them; never read as markup."""
    styles = STYLES | OTHERWISE
    return Content("\n").join(
        Content.assemble(*((text, styles.get(tone, "")) for text, tone in row)) for row in rows
    )


async def look_ahead(desk: "WiredDesk") -> None:
    """Show the pictures, and move the hall where somebody pressed F5 at one.

    At the picture of the place that is what F5 does there, with all that is asked on the way.
    """
    from screens.desk.room import Room

    case, place = desk.state.case, desk.frame.place
    if case is None:
        desk.frame.advise(desk.say("desk.choose_case_first"))
        return
    room = place if isinstance(place, Room) else None
    here = () if room is None or room.is_shown(case) else room.would_send(case)
    found = tuple(pictures(case, here, desk.say))
    chosen = await desk.push_screen_wait(Preview(desk, found))
    if chosen == "here" and room is not None:
        room.act_show_hall()
    elif chosen == "next":
        desk.act_next_block()
    elif chosen is not None:
        await desk.send(**shows(desk.state.case or case, chosen))


async def look(desk: "WiredDesk", commands: tuple[Body, ...], **wanted: int) -> Told:
    """What the hall says that these would show; it changes nothing there."""
    from screens.control import HallGone

    control, case = desk.control, desk.state.case
    if control is None or case is None:
        return {"ok": False, "message": desk.say("desk.hall_lost")}
    asked = {"case": case.id, "commands": list(commands), **wanted}
    try:
        return await asyncio.to_thread(control.look, asked)
    except HallGone:
        return {"ok": False, "message": desk.say("desk.hall_lost")}
