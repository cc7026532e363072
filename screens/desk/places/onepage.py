"""Stations 1 to 4 on one page, as a small team fills them in before it begins (method 1.8)."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from screens.desk import ground
from screens.desk.bits import Bits, Mark, mark
from screens.desk.form import Ask
from screens.desk.framing import FRAMED, Framing
from screens.desk.framing_acts import FRAMING
from screens.desk.room import COMMON, Edit, day
from screens.desk.widgets.picks import Pick, Picks
from screens.words import voice

if TYPE_CHECKING:
    from workshop.case import Case


class Onepage(Framing):
    """One list: the question, the eight answers, who, what is promised, when we meet."""

    NAME = "onepage"
    STATION = 1
    CHECKS = "#page"
    ACTS = (Edit, *FRAMING, *COMMON)

    def body(self) -> Iterator[Widget]:
        """What the verdict means, and the list."""
        yield Static("", id="told", markup=False)
        yield Picks(id="page")

    def show(self, case: "Case") -> None:
        """Everything that is to be said before the team begins."""
        self.put("#told", ground.room_tells(case, self.say))
        self.query_one("#page", Picks).update(
            [
                self._section(1),
                self._question(case),
                self._holders(case),
                *ground.points(case, self.say),
                self._section(2),
                self._people(case, "driver"),
                self._people(case, "team"),
                self._section(3),
                self._promise(case),
                self._section(4),
                self._gathering(case),
            ]
        )
        self.entitle(self.words("title"), ground.room_state(case, self.say))

    def _section(self, number: int) -> Pick:
        title = self.words(f"section_{number}")
        return Pick(f"-{number}", title, tone="strong", choosable=False)

    def _row(self, key: str, told: str, under: Bits = ()) -> Pick:
        sign = Mark.DONE if told else Mark.NOT_YET
        right: Bits = () if told else ((self.words("write"), "muted"),)
        text = told or self.words(f"{key}_none")
        tone = "" if told else "muted"
        return Pick(key, text, (mark(sign), (" ", "")), tone, right=right, under=under)

    def _question(self, case: "Case") -> Pick:
        under = ground.tells_of(case.question, self.say) if case.question else ()
        return self._row("question", case.question, under)

    def _holders(self, case: "Case") -> Pick:
        held = [a.name for a in case.actors.values() if a.role == "has_need"]
        return self._row(
            "holders", self.words("holders", who=voice(self.say).listed(held)) if held else ""
        )

    def _people(self, case: "Case", key: str) -> Pick:
        held = [
            a.name
            for a in case.actors.values()
            if (a.driver if key == "driver" else a.role == "team")
        ]
        return self._row(key, self.words(key, who=voice(self.say).listed(held)) if held else "")

    def _promise(self, case: "Case") -> Pick:
        held = list(case.promises.values())
        if not held:
            return self._row("promise", "")
        last = held[-1]
        due = voice(self.say).day(last.due) if last.due else ""
        return self._row("promise", " · ".join(p for p in (last.text, last.owner, due) if p))

    def _gathering(self, case: "Case") -> Pick:
        held = list(case.gatherings.values())
        if not held:
            return self._row("gathering", "")
        last = held[-1]
        minutes = sum(block.minutes for block in last.blocks)
        length = self.words("minutes", n=minutes)
        told = " · ".join(p for p in (last.title, last.place, last.start, length) if p)
        return self._row("gathering", told)

    # -- acts -------------------------------------------------------------------------------

    def act_edit(self) -> object:
        """Whatever Enter means where the cursor stands."""
        chosen = self.query_one("#page", Picks).cursor_id or ""
        match chosen:
            case "question":
                return self.act_write_question()
            case "holders":
                return self.act_name_holder()
            case "driver" | "team":
                return self.run_worker(self._name_one(chosen), group="act")
            case "promise":
                return self.run_worker(self._promise_something(), group="act")
            case "gathering":
                return self.run_worker(self._plan(), group="act")
        return self.act_frame() if chosen in FRAMED else self.act_clarify()

    async def _name_one(self, role: str) -> None:
        async def store(values: Mapping[str, str]) -> str:
            fields = {"category": "employee", "role": role, "driver": role == "driver"}
            return await self.store("actor.name", **values, **fields)

        field = Ask("who", self.words(f"field_{role}"), hint=self.words("hint_who"))
        await self.form(self.words(f"form_{role}"), (field,), store)

    async def _promise_something(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("promise.make", **{**values, "due": day(values["due"])})

        fields = (
            Ask("text", self.words("field_promise")),
            Ask("owner", self.words("field_owner")),
            Ask("due", self.words("field_due")),
        )
        await self.form(self.words("form_promise"), fields, store)

    async def _plan(self) -> None:
        from workshop import presets

        case = self.case
        if case is None:
            return
        template = presets.of(case).size.template

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("gathering.plan", template=template, **values)

        fields = (
            Ask("title", self.words("field_title"), self.words("meeting")),
            Ask("place", self.words("field_place")),
            Ask("start", self.words("field_start")),
        )
        await self.form(self.words("form_gathering"), fields, store)
