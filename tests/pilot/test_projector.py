"""The terminal projector on a real hall: every wall, a hall that goes and comes, and no keys."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from screens.control import Control
from screens.projector.space import HIGH
from screens.projector.terminal import HINT, Projector
from screens.words import Words
from tests.web.halls import an_evening, hall, tell

PATIENCE = 20.0
SIZES = [(80, 24), (120, 34), (60, 18)]
NAMES = ["80x24", "120x34", "60x18"]
HOSTILE = "[red]x[/red] {{ 7 * 7 }} <b>"


class Audience:
    """Somebody who sits in the hall and reads the wall."""

    def __init__(self, app: Projector, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def rows(self) -> list[str]:
        """The rows of the whole screen."""
        lines = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in line) for line in lines]

    def reads(self, words: str) -> bool:
        return words in " ".join(" ".join(self.rows).split())

    async def until(self, holds: Callable[[], object]) -> None:
        """Go on when this is so; fail where it does not come true."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():
                    await self.pilot.pause(0.02)
        except TimeoutError:
            pytest.fail("\n".join(self.rows))

    async def sees(self, words: str) -> None:
        """Go on when these words stand on the wall."""
        await self.until(lambda: self.reads(words))

    async def shows(self, control: Control, case: str, wall: str, **fields: Any) -> None:
        """Wait until the wall has what the hall was asked to show."""
        await asyncio.to_thread(tell, control, case, "projector.show", wall=wall, **fields)
        page = fields.get("page", 1)
        await self.until(lambda: (v := self.view) and (v.wall, v.page) == (wall, page))
        await self.pilot.pause()

    @property
    def view(self) -> Any:
        return self.app.seen.view if self.app.seen else None


@asynccontextmanager
async def watching(file: Path, size: tuple[int, int]) -> AsyncIterator[Audience]:
    app = Projector(Words(), file)
    async with app.run_test(size=size) as pilot:
        yield Audience(app, pilot)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hall.db"


@pytest.fixture
def control(file: Path) -> Iterator[Control]:
    with hall(file) as running:
        yield running


def a_full_evening(control: Control) -> str:
    """A case that has something for every wall."""
    case = an_evening(control)
    note = tell(control, case, "note.write", text=HOSTILE)
    tell(control, case, "note.moderate", note=note, state="shown")
    tell(control, case, "note.write", text="Ikke sluppet fram")
    clusters = [tell(control, case, "cluster.make", title=f"Klynge {n}.") for n in range(1, 9)]
    tell(control, case, "promise.make", text="Alle får svar")
    vote = tell(control, case, "vote.open")
    for number in range(1, 7):
        picks = [clusters[0]] * 1 + [clusters[number]]
        fields = {"vote": vote, "picks": picks, "number": number}
        tell(control, case, "ballot.cast", origin="paper", **fields)
    return case


@pytest.mark.parametrize("size", SIZES, ids=NAMES)
async def test_every_wall_is_drawn_as_the_hall_shows_it(
    control: Control, file: Path, size: tuple[int, int]
) -> None:
    """From the way in to the end; nothing that was not let through, no count while voting."""
    case = await asyncio.to_thread(a_full_evening, control)
    far = size[1] > HIGH
    walls = {
        "join": "Uten telefon? Ta en lapp på bordet.",
        "question": "Spørsmålet",
        # In block type there are no words to read back, but for the small ones.
        "collecting": "innspill" if far else HOSTILE,
        "clusters": "1 av 2" if far else "Klynge 6.",
        "voting": "6 har stemt",
        "pause": "Pause",
        "closing": str(control.get("/hall")["code"]) if far else "Alle får svar",
    }
    async with watching(file, size) as hall_sees:
        hall_sees.app._sized_at -= HINT
        for wall, words in walls.items():
            await hall_sees.shows(control, case, wall)
            await hall_sees.sees(words)
            assert not hall_sees.reads("Ikke sluppet fram")
            assert not hall_sees.reads("omtrent likt")
        await hall_sees.shows(control, case, "blank")
        await hall_sees.until(lambda: not hall_sees.reads("Bli med"))
        assert "".join(hall_sees.rows).split() == [f"{hall_sees.app._clock():%H:%M}"]
        await asyncio.to_thread(tell, control, case, "vote.close")
        await hall_sees.sees("6 stemte: 6 på papir")
        assert any("▄" in row or "█" in row for row in hall_sees.rows)


async def test_a_hall_that_dies_leaves_the_last_picture_and_comes_back(file: Path) -> None:
    """Killed: the picture stays, marked; started again with another token: it goes on by itself."""
    async with watching(file, (80, 24)) as hall_sees:
        with hall(file) as first:
            case = await asyncio.to_thread(a_full_evening, first)
            await hall_sees.shows(first, case, "collecting")
            await hall_sees.sees(HOSTILE)
            os.kill(int(first.about["pid"]), signal.SIGKILL)
            await hall_sees.sees("Frakoblet 0:0")
            assert hall_sees.reads(HOSTILE)
        with hall(file) as second:
            assert second.about["token"] != first.about["token"]
            await hall_sees.until(lambda: not hall_sees.reads("Frakoblet"))
            await asyncio.to_thread(tell, second, case, "projector.show", wall="closing")
            await hall_sees.sees("Alle får svar")


async def test_without_a_hall_the_wall_says_so_and_waits(file: Path) -> None:
    """It may be started first: it names the file, and the picture comes when the hall does."""
    async with watching(file, (80, 24)) as hall_sees:
        await hall_sees.sees("Start Medspill på denne maskinen.")
        await hall_sees.sees("Frakoblet")
        with hall(file) as control:
            await asyncio.to_thread(an_evening, control)
            await hall_sees.sees("Hva er egentlig behovet?")
            assert not hall_sees.reads("Frakoblet")


async def test_no_key_steers_the_meeting(control: Control, file: Path) -> None:
    """Whatever is pressed on it, the case stays as it was; q closes the window."""
    case = await asyncio.to_thread(a_full_evening, control)
    before = control.get(f"/cases/{case}")
    async with watching(file, (80, 24)) as hall_sees:
        await hall_sees.until(lambda: hall_sees.view)
        keys = [*"abcdefghijklmnoprstuvwxyz0123456789", *(f"f{n}" for n in range(1, 13))]
        await hall_sees.pilot.press(*keys, "enter", "escape", "tab", "ctrl+p", "plus", "space")
        assert len(hall_sees.app.screen_stack) == 1
        assert hall_sees.app._exit is False
        await hall_sees.pilot.press("q")
        await hall_sees.until(lambda: hall_sees.app._exit)
    assert control.get(f"/cases/{case}") == before


async def test_another_size_is_another_picture_at_once(control: Control, file: Path) -> None:
    """Made larger, the window has block type; made tiny, the code alone; and back."""
    case = await asyncio.to_thread(a_full_evening, control)
    async with watching(file, (80, 24)) as hall_sees:
        await hall_sees.shows(control, case, "clusters")
        await hall_sees.sees("Klynge 6.")
        await hall_sees.pilot.resize_terminal(120, 34)
        await hall_sees.until(lambda: not hall_sees.reads("Klynge 6."))
        await hall_sees.pilot.resize_terminal(40, 20)
        await hall_sees.until(lambda: hall_sees.app.scene and hall_sees.app.scene.bare)
        await hall_sees.pilot.resize_terminal(80, 24)
        await hall_sees.sees("Klynge 6.")


async def test_the_hall_knows_how_many_pages_the_wall_has(control: Control, file: Path) -> None:
    """A large window needs more pages for the question than the page in the browser."""
    case = await asyncio.to_thread(a_full_evening, control)
    fields = {"fixed": ["Lovene"], "open": ["Alt annet"], "who_decides": "Rådet"}
    await asyncio.to_thread(tell, control, case, "frame.set", **fields)
    path = control.about["projector_url"].partition("/projector")[2]

    def pages() -> dict[str, Any]:
        return control.get(f"/projector{path}pages")

    await asyncio.to_thread(tell, control, case, "projector.show", wall="question")
    assert pages() == {"page": 1, "pages": 1, "followers": 0}
    async with watching(file, (120, 34)) as hall_sees:
        hall_sees.app._sized_at -= HINT
        await hall_sees.until(lambda: pages() == {"page": 1, "pages": 4, "followers": 1})
        await hall_sees.shows(control, case, "question", page=3)
        await hall_sees.sees("3 av 4")
        assert not hall_sees.reads("Frakoblet")


async def test_the_first_minutes_tell_whether_the_size_is_good(
    control: Control, file: Path
) -> None:
    """The window says its size and that it can be read, until it has stood for a while."""
    await asyncio.to_thread(an_evening, control)
    now = [0.0]
    app = Projector(Words(), file, now=lambda: now[0])
    async with app.run_test(size=(80, 24)) as pilot:
        hall_sees = Audience(app, pilot)
        await hall_sees.sees("80 × 24, lesbar på 10 m")
        now[0] = 11.0
        await hall_sees.until(lambda: not hall_sees.reads("lesbar"))
        await pilot.resize_terminal(200, 60)
        await hall_sees.sees("Gjør skriften større")
        now[0] = 60.0
        await pilot.pause(0.6)
        assert hall_sees.reads("Gjør skriften større")
