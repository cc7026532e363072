"""The quick start, followed key by key: what it tells a newcomer to press does what it says."""

import re
from pathlib import Path

import pytest

from screens.cli import printing
from screens.cli.opening import practice
from screens.cli.printing import printed
from screens.desk import windows
from screens.desk.form import Form
from screens.desk.palette import Acts, Palette
from screens.desk.widgets.ask import Ask
from screens.desk.widgets.choose import Choose
from screens.desk.widgets.help import HelpScreen
from screens.desk.widgets.picks import Picks
from screens.practice import SAMPLE
from tests.house.house import ROOT
from tests.pilot.facilitator import Facilitator, at_the_desk
from workshop.case import Case

pytestmark = pytest.mark.evenings
SIMILAR = 2
"""Commands that begin alike; the one that the guide means stands first."""

GUIDE = ROOT / "docs" / "kom-i-gang.md"
NAMES = {"→": "right", "↓": "down", "Esc": "escape"}
"""How the guide writes what Textual calls otherwise."""


class Newcomer(Facilitator):
    """Somebody who has only the guide, and presses what stands there."""

    pressed: set[str]

    async def do(self, keys: str) -> None:
        """Press keys as the guide writes them: «F7 4 g»."""
        for key in keys.split():
            self.pressed.add(key)
            name = NAMES.get(key, key.lower())
            await self.press(name)

    async def fill(self, *texts: str) -> None:
        """Write in the fields of the form that is open, with Tab between them."""
        await self.until(lambda: isinstance(self.desk.screen, Form))
        for number, text in enumerate(texts):
            if number:
                await self.do("Tab")
            await self.type(text)

    async def on(self, kind: str, page: str = "") -> None:
        """Go on to the next block, which is of this kind, and to the page where it is done."""
        await self.do("F9")
        await self.until(lambda: self.case and self.case.running and self.case.running.kind == kind)
        await self.until(lambda: not page or page == self.desk.heading)

    async def palette(self, words: str) -> None:
        """Find a command by its name, and do it."""
        await self.do("Ctrl+P")
        await self.until(lambda: isinstance(self.desk.screen, Palette))
        await self.pilot.press(*words)
        await self.until(lambda: 1 <= self.found <= SIMILAR)
        await self.do("Enter")

    @property
    def found(self) -> int:
        """How many commands the palette has found."""
        return self.desk.screen.query_one(Acts).option_count

    @property
    def sample(self) -> Case | None:
        """The practice case, as far as it has been entered."""
        return next((c for c in self.desk.state.cases if c.id == SAMPLE), None)

    @property
    def texts(self) -> list[str]:
        """What stands on the notes."""
        return [n.text for n in self.case.notes.values()] if self.case else []

    @property
    def states(self) -> list[str]:
        """How the notes stand."""
        return [n.state for n in self.case.notes.values()] if self.case else []

    async def closed(self) -> None:
        """The form is stored, and gone."""
        await self.until(lambda: not isinstance(self.desk.screen, Form))


def keys_of(guide: str) -> set[str]:
    """Every key that the guide prints in bold."""
    bold = " ".join(re.findall(r"\*\*(.+?)\*\*", guide))
    return set(
        re.findall(r"(?<![\w+])(?:Ctrl\+[A-Z]|F\d+|Enter|Esc|Tab|[a-z0-9→↓])(?![\w+])", bold)
    )


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was asked to open."""
    pages: list[str] = []
    monkeypatch.setattr(printing, "user_documents_path", lambda: tmp_path / "documents")

    def open_page(url: str) -> bool:
        pages.append(url)
        return True

    monkeypatch.setattr(windows, "open_page", open_page)
    return pages


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_the_guide_leads_from_nothing_to_a_report(
    tmp_path: Path, size: tuple[int, int], opened: list[str]
) -> None:
    """Twenty minutes by the printed keys alone, and no key is printed that was not tried."""
    async with at_the_desk(tmp_path / "min.db", size, practice=practice) as someone:
        someone.desk.papers = printed
        me = Newcomer(someone.desk, someone.pilot)
        me.pressed = set()
        await begin(me, tmp_path)
        await prepare(me)
        await meet(me)
        await end(me, opened)

    assert keys_of(GUIDE.read_text("utf-8")) <= me.pressed


async def begin(me: Newcomer, folder: Path) -> None:
    """Part 1: the five questions, the help, and a look at the practice case."""
    await me.until(lambda: isinstance(me.desk.screen, Form))
    (folder / "pinne").mkdir()
    for text in ("Trygg skolevei", "Myrvang", "24", "Kari", str(folder / "pinne")):
        await me.type(text)
        await me.do("Enter")
    await me.until(lambda: me.case and me.case.notice.contact)
    await me.do("F1")
    await me.until(lambda: isinstance(me.desk.screen, HelpScreen))
    await me.do("Esc F7 0 p")
    # It is hundreds of commands: on a busy machine each part may take its time.
    for part in ("notes", "votes", "tests", "judged", "follow_up"):
        await me.until(lambda part=part: getattr(me.sample, part, None))  # type: ignore[misc]
    await me.until(lambda: me.case and me.case.id == SAMPLE)
    await me.do("F7 0")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "home")
    real = next(c.id for c in me.desk.state.cases if c.id != SAMPLE)
    place = me.desk.frame.place
    assert place is not None
    assert place.NAME == "home"
    cases = place.query_one(Picks)
    if cases.cursor_id != real:
        await me.do("↓")
    assert cases.cursor_id == real
    await me.do("Enter")
    await me.until(lambda: me.case and me.case.id == real)


async def prepare(me: Newcomer) -> None:
    """Part 2: question, frame, handlingsrom, run sheet, room, sheets."""
    await me.do("F7 1 m")
    await me.fill("Hva trenger barna for å komme trygt til skolen?")
    await me.do("F2")
    await me.closed()
    await me.do("l")
    await me.fill("Skolen", "Veien", "Kommunestyret", "12. juni")
    await me.do("F2")
    await me.closed()
    await me.do("h n n j j j v")
    await me.until(lambda: me.case and me.case.looks and me.case.frame.who_decides)
    await me.do("F7 4 g")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.do("2 F2")
    await me.closed()
    await me.until(lambda: me.case and any(g.blocks for g in me.case.gatherings.values()))
    await me.do("F7 r")
    await me.until(lambda: me.desk.heading == "check")
    for _ in range(6):
        await me.do("↓")
    await me.do("Enter")
    await me.fill("GRAN47", "sommerdag")
    await me.do("F2")
    await me.closed()
    await me.do("Ctrl+E Esc")
    await me.palette("skriv ut ark")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.do("Enter")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    await me.do("Enter")


async def meet(me: Newcomer) -> None:
    """Part 3: every block of the run sheet, by F9."""
    await me.do("F7 4 o")
    await me.until(lambda: me.case and me.case.gathering)
    await me.on("welcome")
    # The network was written a moment ago; the desk says «side 1 av 2» when the wall has it.
    await me.until(lambda: me.desk.big_screen.now.pages == 2)
    await me.do("F5")
    await me.until(lambda: me.case and (me.case.shown.wall, me.case.shown.page) == ("join", 2))
    await me.on("question")
    await me.on("needs", "needs")
    await me.do("F2")
    for text in ("Mørkt i skogen", "Farlig kryss", "Tynt med følge"):
        await me.type(text)
        await me.do("Enter")
        await me.until(lambda text=text: text in me.texts)  # type: ignore[misc]
    await me.do("Esc v v s")
    await me.until(lambda: sorted(me.states) == ["hidden", "shown", "shown"])
    await me.do("u")
    await me.until(lambda: "hidden" not in me.states)
    await me.do("v F4")
    await me.on("sort", "clusters")
    for title in ("Lys", "Kryss"):
        await me.do("n")
        await me.fill(title)
        await me.do("Enter")
        await me.closed()
    await me.do("1")
    await me.until(lambda: me.case and all(n.cluster for n in me.case.notes.values()))
    await me.do("F9")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.do("F2")
    await me.until(lambda: me.case and me.case.vote)
    await me.closed()
    await me.do("F2")
    for number in range(1, 6):
        await me.pilot.press("1", "space", "2")
        await me.do("Enter")
        await me.until(lambda n=number: me.case and n in me.case.votes[me.case.vote].numbers)  # type: ignore[misc, index]
    await me.do("Esc t")
    await me.fill("5")
    await me.do("F2")
    await me.closed()
    await me.until(lambda: me.case and me.case.evening and me.case.evening.heads == 5)
    await me.do("F9")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.do("→ Enter")
    await me.until(lambda: me.case and me.case.vote is None)
    await me.on("closing", "learnt")
    await me.do("→ d")
    await me.fill("10.12.2030")
    await me.do("Enter")
    await me.until(lambda: me.case and me.case.answer_date)
    await me.do("w")
    await me.do("Esc")


async def end(me: Newcomer, opened: list[str]) -> None:
    """Part 4: the end of the gathering, the report, an answer, and good night."""
    await me.do("F7 4 o")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.do("→ Enter")
    await me.until(lambda: me.case and not me.case.gathering)
    await me.palette("rapport")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    await me.do("Enter F7 6 → Enter")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.do("Tab")
    await me.type("Vi lyser opp stien før jul.")
    await me.do("F2")
    await me.until(lambda: me.case and me.case.fates)
    me.pressed |= {"Ctrl+Q", "Ctrl+F"}

    assert [Path(url).name for url in opened] == [
        "trygg-skolevei-ark.html",
        "trygg-skolevei-rapport.html",
    ]
