"""Every screen of the desk, at three sizes and in four looks, held to the design guide."""

import asyncio
import inspect
import pkgutil
import re
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.screen import ModalScreen

from screens import desk as rooms
from screens.desk import places
from screens.desk.frame import Frame
from screens.desk.helping import help_text
from screens.desk.place import Place
from screens.desk.places import NAMES, PLACES
from screens.desk.theme import LOOKS, PLAIN
from screens.desk.widgets.footer import Footer
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.reading import Reading
from screens.desk.wired import WiredDesk
from screens.practice import SAMPLE
from screens.rehearsal.hand import Hand
from screens.rehearsal.own_hall import own_hall
from screens.rehearsal.sample.laying import lay
from screens.words import Words
from tests.house.house import heirs
from tests.pilot.facilitator import Facilitator, leave
from tests.pilot.pictures import measuring

pytestmark = pytest.mark.pictures

SIZES = ((80, 24), (120, 36), (200, 50))
OPTIONS = ("--host", "127.0.0.1", "--lan-port", "0")
OUTSIDE = frozenset(
    {
        *("open_projector", "open_plain", "make_report", "print_sheets", "print_press"),
        *("print_brief", "print_round_cards", "leave", "practise", "dark", "look", "language"),
        *("commands", "next_block", "go_there"),
    }
)
"""Acts that leave the desk or change what the walk stands on; none of them has a screen its own."""
ROUND_ABOUT = frozenset({Reading, CommandPalette})
"""What is only there for others to be made of."""
NEEDS = (
    "Jeg skjønner ikke den nye appen fra kommunen, og det er ingen å spørre før sønnen min kommer",
    "Savner en plass å drikke kaffe på formiddan",
    "Naboen Kari er dement og går ute om natta, ring 91234567",
    "Helvete heller, ingen svarer telefonen",
    "Dere burde lage en app",
)


async def an_evening(hand: Hand) -> None:
    """One more gathering of the finished case, in the middle of its needs."""
    gathering = await hand.give(
        "gathering.plan", title="Folkemøte 3", place="Samfunnshuset Åsheim", template="folkemote"
    )
    await hand.give("gathering.open", gathering=gathering)
    await hand.give("heads.count", heads=62)
    await hand.give("station.go", station=5)
    await hand.give("block.start", kind="needs")
    for number, text in enumerate(NEEDS * 4, start=1):
        origin = "paper" if number % 2 else "import"
        await hand.write(f"{text} {number}", what="need", number=number, origin=origin)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished case of the rehearsal, and a gathering that is open in it."""
    file = tmp_path_factory.mktemp("looks") / "looks.db"
    with own_hall(file, OPTIONS) as control:
        assert asyncio.run(lay(control)).refusals == ()
        hand = Hand(control, SAMPLE)
        asyncio.run(an_evening(hand))
        assert hand.refusals == []
    return file


def dialogs() -> set[type[Any]]:
    """Every screen that lies over the frame, found in the code."""
    for module in pkgutil.walk_packages(rooms.__path__, f"{rooms.__name__}."):
        import_module(module.name)
    ours = {heir for heir in heirs(ModalScreen) if heir.__module__.startswith("screens.")}
    return ours - ROUND_ABOUT


QUIET: set[str] = set()
"""Acts that opened nothing in the first look: they are not waited for in the others."""


class Walk:
    """Goes through everything once, and looks at each in every size and look."""

    def __init__(self, me: Facilitator) -> None:
        self.me, self.desk = me, me.desk
        self.found: dict[str, list[str]] = {}
        self.met: set[type] = set()
        self.acts: set[str] = set()

    def said(self) -> str:
        """All that people have written, and every sentence of the catalogue."""
        return self.desk.state.case.model_dump_json() if self.desk.state.case else ""

    async def look(self, name: str, sizes: tuple[tuple[int, int], ...] = SIZES) -> None:
        """Measure what is in sight."""
        for size in sizes:
            if self.desk.size != size:
                await self.me.pilot.resize_terminal(*size)
            await self.me.pilot.pause()
            if lost := list(self._wrong()):
                self.found[f"{name} {size[0]}x{size[1]}"] = lost

    def _wrong(self) -> Iterator[str]:
        screen, look = self.desk.screen, self.desk.theme
        yield from measuring.outside(screen)
        yield from measuring.cut_off(screen)
        yield from measuring.shortened(screen, self.said())
        yield from self._unreachable()
        yield from measuring.faint(screen, look)
        yield from measuring.colour_alone(screen, look)
        yield from measuring.coloured(screen) if look == PLAIN else ()

    def _unreachable(self) -> Iterator[str]:
        """Keys that neither the footer nor the help of the place names, and hints cut short."""
        frame = self.desk.frame
        if self.desk.screen is not frame:
            return
        footer = frame.query_one(Footer)
        row = footer.render_line(0).text
        help_ = help_text(frame)
        told = {hint.key for hint in (*help_.here, *help_.keys)}
        whole = {f"{hint.key} {hint.word}" for hint in (*footer.hints, *footer.always)}
        lost = (h for h in footer.hints if h.key not in told and f"{h.key} {h.word}" not in row)
        yield from (f"no key for: {h.word}" for h in lost)
        yield from (
            f"cut hint: {part}" for part in re.split(r"\s{2,}", row.strip()) if part not in whole
        )

    async def place(self, name: str) -> None:
        """A place, and every dialog that its acts open."""
        frame = self.desk.frame
        await self._to(name)
        await self.look(name)
        for act, run in [*frame.offering._possible()]:
            known = QUIET if self.desk.theme != LOOKS[0] else frozenset()
            if act.name in self.acts | OUTSIDE | known:
                continue
            self.acts.add(act.name)
            await self._to(name)
            self.desk.run_worker(_done(run()))
            await self._opened()
            if self.desk.screen is not frame:
                self.met.add(type(self.desk.screen))
                await self.look(f"{name}: {act.name}", SIZES[:1])
                await self._close()
            else:
                QUIET.add(act.name)

    async def _to(self, name: str) -> None:
        frame = self.desk.frame
        if _stands(frame, name):
            return
        await self.desk.go(name)
        await self.me.until(lambda: _stands(frame, name))
        await self.me.until(lambda: self.me.sees_all)
        await self.me.pilot.pause()

    async def _opened(self) -> None:
        """Give an act the time to open something; many do not."""
        for _ in range(6):
            await self.me.pilot.pause(0.02)
            if self.desk.screen is not self.desk.frame:
                await self.me.pilot.pause(0.05)
                return

    async def _close(self) -> None:
        async with asyncio.timeout(5):
            while self.desk.screen is not self.desk.frame:
                await self.me.press("escape")

    async def palette(self) -> None:
        """The palette is no act that opens a dialog of ours."""
        await self._to(NAMES[0])
        self.desk.action_command_palette()
        await self.me.until(lambda: isinstance(self.desk.screen, CommandPalette))
        await self.me.pilot.pause(0.3)
        self.met.add(type(self.desk.screen))
        await self.look("palette")
        await self._close()


async def _done(made: object) -> None:
    if inspect.isawaitable(made):
        await made


def _stands(frame: Frame, name: str) -> bool:
    place = frame.place
    return place is not None and name == place.NAME and bool(place.query(Heading))


def test_every_page_in_the_code_is_walked_through() -> None:
    """A page that is not among the places would be looked at by nobody."""
    for module in pkgutil.iter_modules(places.__path__, f"{places.__name__}."):
        import_module(module.name)
    pages = {heir.NAME for heir in heirs(Place) if heir.__module__.startswith(places.__name__)}

    assert pages - {""} == set(NAMES)


@pytest.mark.parametrize("look", LOOKS)
async def test_every_screen_holds_at_every_size(look: str, file: Path, tmp_path: Path) -> None:
    """Nothing outside or cut off, every key told, contrast enough, and no sense by colour alone."""
    own = Path(shutil.copy(file, tmp_path / "looks.db"))
    desk = WiredDesk(Words(), PLACES, own, OPTIONS)
    async with desk.run_test(size=SIZES[0]) as pilot:
        me = Facilitator(desk, pilot)
        await me.until(lambda: desk.state.cases)
        walk = Walk(me)
        try:
            desk.wear(look)
            await desk.choose_case(SAMPLE)
            for name in NAMES:
                await walk.place(name)
            await walk.palette()
        finally:
            await leave(desk)

    assert walk.found == {}
    assert {kind.__name__ for kind in dialogs() - walk.met} == set()
