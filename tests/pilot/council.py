"""The council's seminar: the desk, the big screen, and everybody with a phone."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.pilot.journeying import at, opened, stored
from tests.pilot.residents import BigScreen, Resident, all_of
from workshop.case import Case
from workshop.said import Note

POLITICIANS: Final = 23
LEADERS: Final = 4


class Council:
    """The desk, the big screen and the 27 who came."""

    def __init__(self, me: Facilitator) -> None:
        self.me = me
        about = me.desk.state.about
        self.screen = BigScreen(str(about["projector_url"]))
        self.phones = [Resident(str(about["phone_url"]), n) for n in range(POLITICIANS + LEADERS)]
        for number, phone in enumerate(self.phones):
            phone.role = "politician" if number < POLITICIANS else "leader"
            phone.heads, phone.table = 1, number % 5 + 1

    @property
    def case(self) -> Case:
        assert self.me.case
        return self.me.case

    def notes(self, what: str) -> list[Note]:
        return [n for n in self.case.notes.values() if n.what == what]

    async def next_block(self, kind: str, title: str) -> None:
        """F9, and the hall is at that block of the run sheet."""
        await self.me.press("f9")
        await self.me.until(lambda: self.case.running and self.case.running.kind == kind)
        assert self.case.running
        assert self.case.running.title == title

    async def wall(self, name: str) -> dict[str, Any]:
        """What the big screen shows when it has turned to this."""
        await self.me.until(lambda: self.case.shown.wall == name)
        return await self.screen.view()

    async def poll_opens(self) -> str:
        """The poll that was just opened."""
        await self.me.until(lambda: self.case.poll)
        assert self.case.poll
        return self.case.poll

    async def answer(
        self, poll: str, leaders: Mapping[str, str], others: Mapping[str, str] | None = None
    ) -> None:
        """Everybody answers on the phone; the leaders this, the others this or something else."""
        await all_of(
            phone.send(
                "/answer",
                poll=poll,
                answers=dict(leaders if phone.role == "leader" or others is None else others),
            )
            for phone in self.phones
        )
        answered = len(self.phones)
        await self.me.until(lambda: self.case.polls[poll].turnout.get("phone") == answered)

    def kept(self) -> bytes:
        """Every byte that lies in the file and in its log."""
        file = self.me.desk.file
        return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))

    async def close(self, poll: str) -> None:
        """One key, and it is counted."""
        # Nobody is so quick that they close what the screen does not show yet.
        await self.me.until(lambda: self.me.sees_all)
        await self.me.press("e")
        await self.me.until(lambda: self.case.polls[poll].closed_at)

    async def agree(self, digits: str) -> None:
        """One digit for each fundamental, from the top."""
        # What was just closed must be drawn before anybody can set figures beside it.
        await self.me.until(lambda: self.me.sees_all)
        await self.me.press("home")
        for count, digit in enumerate(digits, start=1):
            await self.me.press(digit)
            await self.me.until(lambda n=count: self._scored() >= n)  # type: ignore[misc]

    def _scored(self) -> int:
        held = list(self.case.assessments.values())
        return len(held[-1].scores) if held else 0


@asynccontextmanager
async def council(folder: Path) -> AsyncIterator[Council]:
    """A case with its question and frame, and the seminar from its template, open."""
    async with at_the_desk(folder / "council.db", (120, 36)) as me:
        await me.form("n", "Gode år hjemme", "Skauli")
        await me.until(lambda: me.case)
        await at(me, "problem")
        await me.form("m", "Hvordan vil vi at det skal være å bli gammel her?")
        await me.form("l", "Sykehjemmet består", "Tid og sted", "Kommunestyret")
        await me.go("4")
        await at(me, "arena")
        form = await opened(me, "g")
        while form.values["template"] != "folkevalgtseminar":
            await me.press("right")
        await stored(me)
        await me.until(lambda: me.case and me.case.gatherings)
        await me.press("o")
        await me.until(lambda: me.case and me.case.gathering)
        hall = Council(me)
        yield hall
        for phone in hall.phones:
            phone.close()
        hall.screen.close()
