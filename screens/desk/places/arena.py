"""Station 4: the gathering and its run sheet."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from screens.desk import pacing, planning
from screens.desk.arena_acts import (
    ByWeights,
    CatchUp,
    Earlier,
    Gather,
    Heads,
    Later,
    Longer,
    NextGathering,
    OpenGathering,
    Programme,
    RoomSeen,
    Shorter,
    Turned,
)
from screens.desk.bits import Mark, content
from screens.desk.everywhere import ShowCode
from screens.desk.form import Ask
from screens.desk.plan_rows import block_bits, check_bits, side_by_side
from screens.desk.room import COMMON, Edit, New, Remove, Room, number
from screens.desk.widgets.ask import Question
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.staircase import Staircase, Step
from screens.desk.widgets.weight import letter_of

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.planned import Block, Gathering


class Arena(Room):
    """The newest gathering, its blocks with their times, and what the plan lacks."""

    NAME = "arena"
    STATION = 4
    WALL = "join"
    ACTS = (
        *(Edit, New, Later, Earlier, Longer, Shorter, CatchUp, OpenGathering, ShowCode),
        *(RoomSeen, Programme, Turned, Gather, Remove, Heads, ByWeights, NextGathering, *COMMON),
    )

    def body(self) -> Iterator[Widget]:
        """The gathering, its run sheet, more about the block, the checks, early or late."""
        yield Heading("", id="gathering")
        yield Staircase(id="blocks")
        yield Static("", id="about-block", markup=False)
        yield Heading(self.words("checks"), id="checks-title")
        yield Static("", id="checks", markup=False)
        yield Static("", id="pace", markup=False)

    @property
    def gathering(self) -> "Gathering | None":
        """The open one, else the newest that was planned."""
        from workshop.plan_checks import newest

        return newest(self.case) if self.case else None

    def show(self, case: "Case") -> None:
        """What is planned, and what is to be said of it."""
        gathering = self.gathering
        self.query_one("#checks-title").set_class(gathering is not None, "-shown")
        for name in ("#about-block", "#checks", "#pace"):
            self.query_one(name).display = gathering is not None
        heading, blocks = self.query_one("#gathering", Heading), self.query_one(Staircase)
        if gathering is None:
            heading.title, heading.state = self.words("no_gathering"), ()
            blocks.update([Step("-none", self.words("plan_first"), choosable=False)])
            self.entitle(self.words("title"))
            return
        when = self.date(gathering.day) if gathering.day else ""
        heading.title = " · ".join(p for p in (gathering.title, gathering.place, when) if p)
        heading.state = ((gathering.code, "strong"),) if case.gathering == gathering.id else ()
        none = Step("-none", self.words("no_blocks"), choosable=False)
        blocks.update(list(self._steps(case, gathering)) or [none])
        self.entitle(self.words("title"), ((self._told(case, gathering), "muted"),))
        self._show_block()
        self._show_checks(case, gathering)
        self._show_pace(case)

    def _told(self, case: "Case", gathering: "Gathering") -> str:
        """18:00–20:30 · 150 min · 10 bord."""
        minutes = sum(block.minutes for block in gathering.blocks)
        seated = {p.table for p in case.presences.values() if p.gathering == gathering.id}
        tables = len(seated - {None})
        hours = "–".join(t for t in (gathering.start, gathering.end) if t)
        told = (hours, self.words("minutes", n=minutes), tables and self.words("tables", n=tables))
        return " · ".join(str(part) for part in told if part)

    def _steps(self, case: "Case", gathering: "Gathering") -> Iterator[Step]:
        from workshop.agenda import later, phase_of

        total = sum(block.minutes for block in gathering.blocks)
        been = {held.block for held in gathering.held if held.until}
        runs = case.running.block if case.running and case.gathering == gathering.id else None
        if case.running and case.running.block is None and gathering.held:
            runs = gathering.held[-1].block
        at = 0
        for block in gathering.blocks:
            sign = Mark.DONE if block.id in been else Mark.NOTHING
            yield Step(
                block.id,
                pacing.title_of_block(block, self.say),
                block.minutes,
                later(gathering.start, at) if gathering.start else "",
                at,
                total,
                letter_of(phase_of(block), self.say),
                Mark.LIVE if block.id == runs else sign,
            )
            at += block.minutes

    def _show_block(self) -> None:
        """Who leads the block at the cursor, how and for what, and what to say."""
        block = self.block
        if block is None:
            self.put("#about-block", ())
            return
        low = self.screen.has_class("-lav")
        self.put("#about-block", block_bits(block, self.gathering, self.words, low=low))

    def arrive(self) -> None:
        """At the block that runs, where one does."""
        super().arrive()
        evening = self.case.evening if self.case else None
        if evening and evening.held:
            self.query_one(Staircase).move_to(evening.held[-1].block or "")

    def on_resize(self) -> None:
        """The checks stand beside each other where there is room now."""
        if self.case is not None:
            self.show(self.case)

    def on_rows_highlighted(self) -> None:
        """Another block at the cursor."""
        self._show_block()

    def _show_checks(self, case: "Case", gathering: "Gathering") -> None:
        """Every check as a sentence."""
        from workshop.plan_checks import plan_checks

        told = [check_bits(check, self.words) for check in plan_checks(case, gathering)]
        rows = Content("\n").join(content(row) for row in side_by_side(told, self.size.width))
        self.query_one("#checks", Static).update(rows)

    def _show_pace(self, case: "Case") -> None:
        pace = pacing.pace_now(case, datetime.now().astimezone())
        line = self.query_one("#pace", Static)
        over = bool(self.gathering and self.gathering.ended_at)
        line.display = pace is not None or over
        line.set_class(bool(pace and pace.behind > 0), "-late")
        if pace is None:
            self.put("#pace", ((self.words("is_over"), ""),) if over else ())
            return
        bits = list(pacing.pace_bits(pace, self.say))
        if pace.behind > 0:
            bits += [("   t", "strong"), (f" {self.words('catch_up')}", "muted")]
        self.put("#pace", tuple(bits))

    @property
    def block(self) -> "Block | None":
        """The block at the cursor."""
        chosen = self.query_one(Staircase).cursor_id
        blocks = self.gathering.blocks if self.gathering else ()
        return next((b for b in blocks if b.id == chosen), None)

    def act_new(self) -> object:
        """Another block after the one at the cursor; the gathering first."""
        return self._edit(None)

    def act_edit(self) -> object:
        """Change the block; the gathering where there is none."""
        return self._edit(self.block) if self.block or not self.gathering else None

    def _edit(self, block: "Block | None") -> object:
        gathering = self.gathering
        if gathering is None or (block is None and gathering.ended_at):
            return self.act_gather()
        here = self.block
        at = gathering.blocks.index(here) + 2 if here else len(gathering.blocks) + 1
        return self.run_worker(planning.edit(self, gathering, block, at), group="act")

    def _send(self, name: str, **fields: Any) -> object:
        return self.run_worker(self.desk.send(name, **fields), group="act")

    def act_remove(self) -> object:
        """Take it off the run sheet; u brings it back."""
        block = self.block
        return self._send("block.remove", block=block.id) if block else None

    def act_later(self) -> object:
        """Down."""
        return self._move(1)

    def act_earlier(self) -> object:
        """Up."""
        return self._move(-1)

    def _move(self, way: int) -> object:
        block = self.block
        return self._send("block.move", block=block.id, by=way) if block else None

    def act_longer(self) -> object:
        """A minute more."""
        return self._stretch(1)

    def act_shorter(self) -> object:
        """A minute less."""
        return self._stretch(-1)

    def _stretch(self, minutes: int) -> object:
        block = self.block
        return self._send("block.change", block=block.id, more=minutes) if block else None

    def act_catch_up(self) -> object:
        """What could be shortened; done with a yes."""
        return self.run_worker(pacing.catch_up(self.desk), group="act")

    def act_by_weights(self) -> object:
        """The loop's minutes as the round weighs them; u brings the old ones back."""
        gathering = self.gathering
        return self._send("run_sheet.weigh", gathering=gathering.id) if gathering else None

    def act_programme(self) -> object:
        """The programme, with what goes on now."""
        return self._send("projector.show", wall="programme")

    def act_turned(self) -> object:
        """The usual order of things beside ours."""
        return self._send("projector.show", wall="reversed")

    def act_room_seen(self) -> object:
        """The room has been looked at."""
        return self.run_worker(self._room(), group="act")

    def act_gather(self) -> object:
        """The gathering itself; a new one where the last has ended."""
        over = self.gathering is None or self.gathering.ended_at is not None
        return self._plan(None if over else self.gathering)

    def act_next_gathering(self) -> object:
        """One more."""
        return self._plan(None)

    def _plan(self, now: "Gathering | None") -> object:
        if self.case is None:
            return None
        return self.run_worker(planning.plan(self, self.case, now), group="act")

    def act_open_gathering(self) -> object:
        """Open it, or end it."""
        return self.run_worker(self._open_or_end(), group="act")

    def act_heads(self) -> object:
        """How many there are."""
        return self.run_worker(self._heads(), group="act")

    async def _open_or_end(self) -> None:
        if self.case and self.case.gathering:
            parts = (self.words(f"end_{part}") for part in ("title", "text", "yes", "no"))
            title, text, yes, no = parts
            question = Question(title=title, lines=(text,), yes=yes, no=no)
            if await self.desk.ask(question) is not None:
                await self.desk.send("gathering.end")
        elif self.gathering:
            await self.desk.send("gathering.open", gathering=self.gathering.id)
        elif self.case:
            await planning.plan(self, self.case, None)

    async def _heads(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("heads.count", heads=number(values["heads"]))

        await self.form(self.words("heads"), (Ask("heads", self.words("field_heads")),), store)

    async def _room(self) -> None:
        gathering = self.gathering
        if gathering is None:
            return

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("room.look", gathering=gathering.id, **values)

        lacks = gathering.room.lacks if gathering.room else ""
        hint = self.words("hint_lacks")
        fields = (Ask("lacks", self.words("field_lacks"), lacks, hint=hint),)
        await self.form(self.words("room"), fields, store)
