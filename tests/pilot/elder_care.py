"""The hall of an evening about elder care: the desk, the big screen and everybody who came."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from screens.control import new_command_id
from screens.rehearsal import evening, preparing
from screens.rehearsal.hand import Hand
from screens.rehearsal.sample.reading import sample
from storage import templates
from tests.pilot.cable import Cable
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.pilot.residents import PHONES, BigScreen, Resident
from workshop.case import Case
from workshop.said import Note

NETWORK: Final = {"wifi": "Grendehuset", "password": "kaffe og kake"}
QUESTION: Final = "Hva skal til for at vi har gode år hjemme når vi blir eldre?"
SAID: Final = [str(need["text"]) for need in sample()["needs"]]
CLUSTERS: Final = [str(cluster["title"]) for cluster in sample()["need_clusters"]]


class Hall:
    """The desk, the big screen and everybody who came."""

    def __init__(self, me: Facilitator, hand: Hand, cable: Cable) -> None:
        self.me, self.hand, self.cable = me, hand, cable
        about = me.desk.state.about
        self.screen = BigScreen(str(about["projector_url"]))
        address = str(about["phone_url"])
        self.phones = [Resident(address, n, cable.place) for n in range(PHONES)]

    @property
    def case(self) -> Case:
        assert self.me.case
        return self.me.case

    def notes(self, what: str) -> list[Note]:
        return [n for n in self.case.notes.values() if n.what == what]

    async def next_block(self, kind: str) -> None:
        """F9, and the hall is there."""
        await self.me.press("f9")
        await self.me.until(lambda: self.case.running and self.case.running.kind == kind)

    async def wall(self, name: str) -> dict[str, Any]:
        """What the big screen shows when it has turned to this."""
        await self.me.until(lambda: self.case.shown.wall == name)
        return await self.screen.view()

    async def both_pages(self) -> str:
        """What stands on the big screen, and what follows when F5 turns the page."""
        first = await self.screen.words()
        await self.me.press("f5")
        await self.me.until(lambda: self.case.shown.page == 2)
        return f"{first} {await self.screen.words()}"

    async def sees(self, *words: str) -> None:
        """Wait until the desk shows all of this."""
        await self.me.until(lambda: all(w in "\n".join(screen_text(self.me.desk)) for w in words))

    async def key_in(self, *texts: str) -> None:
        """The typist, in the line for slips: Enter after each."""
        for text in texts:
            before = self.me.notes
            await self.me.type(text)
            await self.me.press("enter")
            await self.me.more("notes", before)

    async def send(self, *bodies: Mapping[str, object]) -> None:
        """What would only cost time by keyboard, in the same commands."""
        control, case = self.me.desk.control, self.case.id
        assert control
        many = [{"id": new_command_id(), "case": case, **body} for body in bodies]
        answers = await asyncio.to_thread(control.send_all, many)
        assert all(answer["ok"] for answer in answers), answers


@asynccontextmanager
async def elder_care(tmp_path: Path) -> AsyncIterator[Hall]:
    """Stations 1 to 4 are done, and the case is chosen at the desk."""
    async with at_the_desk(tmp_path / "folkemote.db", (120, 36)) as me:
        control = me.desk.control
        assert control
        await asyncio.to_thread(control.keep, **NETWORK)
        hand = Hand(control, new_command_id())
        template = templates.template("folkemote")
        assert template
        blocks = [
            evening.Block(kind=b.kind, title=b.title, minutes=b.minutes) for b in template.blocks
        ]
        when = evening.load().gathering.model_copy(update={"start": "19:00", "end": "21:30"})
        told = {
            "title": "Gode år hjemme",
            "question": QUESTION,
            "gathering": when,
            "blocks": tuple(blocks),
        }
        ready = evening.load().model_copy(update=told)
        await preparing.prepare(hand, ready, datetime.now(UTC).date())
        assert hand.refusals == []
        await me.until(lambda: me.desk.state.cases and me.desk.state.cases[0].assessments)
        await me.press("enter")
        await me.until(lambda: me.case and me.case.gatherings)
        cable = Cable(str(me.desk.state.about["phone_url"]))
        await cable.plug_in()
        hall = Hall(me, hand, cable)
        yield hall
        for phone in hall.phones:
            phone.close()
        hall.screen.close()
        await cable.pull_out()
