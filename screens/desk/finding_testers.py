"""Station 5: the hall sees the sketches, then who is looked for; and hands are counted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from screens.desk.acts import Act
from screens.desk.form import Ask
from screens.desk.loop import LoopRoom
from screens.desk.room import number

if TYPE_CHECKING:
    from screens.desk.previewing import Body
    from workshop.case import Case


class CountHands(Act):
    """Say how many without a phone can test."""

    key, hinted = "a", False


class FindingTesters(LoopRoom):
    """A page whose picture is the sketches of the round, and then its test."""

    def act_count_hands(self) -> object:
        """Hands that were raised, beside what phones have said."""
        return self.run_worker(self._count_hands(), group="act")

    async def _count_hands(self) -> None:
        case = self.case
        if case is None:
            return

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("testers.count", hands=number(values["hands"]) or 0)

        known = case.hands_to_test.get(case.round, 0)
        field = Ask(
            "hands", self.words("field_hands"), str(known or ""), hint=self.words("hint_hands")
        )
        await self.form(self.words("hands"), (field,), store)

    def is_shown(self, case: "Case") -> bool:
        """Either of the two pictures of this page."""
        return case.station == self.STATION and case.shown.wall == self._wall(case)

    def _wall(self, case: "Case") -> str:
        tests = any(t.round == case.round for t in case.tests.values())
        return "testing" if tests else "sketches"

    def would_send(self, case: "Case") -> "tuple[Body, ...]":
        """The block first, then the wall that fits how far one has come."""
        wall = self._wall(case)
        start = self.would_start("test" if wall == "testing" else "sketch")
        return (*start, *self.would_enter(), {"name": "projector.show", "wall": wall})

    async def show_in_hall(self) -> None:
        """The sketches; once a test is planned, what is looked for or out."""
        if self.case is None:
            return
        wall = self._wall(self.case)
        if await self.start_block("test" if wall == "testing" else "sketch"):
            await self.enter_station()
            await self.desk.send("projector.show", wall=wall)
