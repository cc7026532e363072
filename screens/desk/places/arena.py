"""Station 4: the gathering and its run sheet."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, get_args

from textual.widget import Widget

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark
from screens.desk.everywhere import ShowCode
from screens.desk.form import Ask
from screens.desk.room import COMMON, Edit, New, Remove, Room, day, newest, number
from screens.desk.widgets.ask import Question
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.planned import Block, Gathering


class Gather(Act):
    """Plan the gathering: what, where and when."""

    key = "g"


class OpenGathering(Act):
    """Open the gathering, so that phones can join; or end it."""

    key = "o"


class Later(Act):
    """Move the block one place down."""

    key, face = "plus", "+"


class Earlier(Act):
    """Move the block one place up."""

    key, face = "minus", "−"


class Heads(Act):
    """Say how many there are in the hall."""

    key = "h"


class Arena(Room):
    """The newest gathering, and its blocks with their times."""

    NAME = "arena"
    STATION = 4
    WALL = "join"
    ACTS = (OpenGathering, ShowCode, Edit, New, Remove, Gather, Heads, Later, Earlier, *COMMON)

    def body(self) -> Iterator[Widget]:
        """The gathering, then its run sheet."""
        yield Heading("", id="gathering")
        yield Picks(id="blocks")

    @property
    def gathering(self) -> "Gathering | None":
        """The open one, else the newest that was planned."""
        if self.case is None:
            return None
        return self.case.evening or newest(self.case.gatherings)

    def show(self, case: "Case") -> None:
        """What is planned."""
        gathering = self.gathering
        heading = self.query_one("#gathering", Heading)
        blocks = self.query_one(Picks)
        if gathering is None:
            heading.title, heading.state = self.words("no_gathering"), ()
            blocks.update([Pick("-none", self.words("plan_first"), tone="muted", choosable=False)])
            return
        when = f"{gathering.day:%d.%m.%Y}" if gathering.day else ""
        told = " · ".join(
            part for part in (gathering.title, gathering.place, when, gathering.start) if part
        )
        heading.title = told
        heading.state = ((gathering.code, "strong"),) if case.gathering == gathering.id else ()
        none = Pick("-none", self.words("no_blocks"), tone="muted", choosable=False)
        blocks.update(list(self._blocks(case, gathering)) or [none])
        minutes = sum(block.minutes for block in gathering.blocks)
        self.entitle(self.words("title"), ((self.words("minutes", n=minutes), "muted"),))

    def _blocks(self, case: "Case", gathering: "Gathering") -> Iterator[Pick]:
        at = datetime.strptime(gathering.start, "%H:%M") if gathering.start else None  # noqa: DTZ007
        for block in gathering.blocks:
            runs = bool(case.running and case.running.block == block.id)
            clock = f"{at:%H:%M}" if at else "     "
            lead: Bits = ((f"{Mark.LIVE if runs else ' '} ", "live"), (f"{clock}  ", "muted"))
            name = block.title or self.say(f"desk.block_{block.kind}")
            right: Bits = ((self.words("minutes", n=block.minutes), "muted"),)
            yield Pick(block.id, name, lead, "live" if runs else "", right=right)
            at = at + timedelta(minutes=block.minutes) if at else None

    @property
    def block(self) -> "Block | None":
        """The block at the cursor."""
        chosen = self.query_one(Picks).cursor_id
        blocks = self.gathering.blocks if self.gathering else ()
        return next((b for b in blocks if b.id == chosen), None)

    def act_new(self) -> object:
        """Another block; the gathering first."""
        work = self._edit(None) if self.gathering else self._gather()
        return self.run_worker(work, group="act")

    def act_edit(self) -> object:
        """Change the block; the gathering where there is none."""
        work = self._edit(self.block) if self.gathering else self._gather()
        return self.run_worker(work, group="act")

    def act_remove(self) -> object:
        """Take it off the run sheet; u brings it back."""
        block = self.block
        if block is None:
            return None
        return self.run_worker(self.desk.send("block.remove", block=block.id), group="act")

    def act_later(self) -> object:
        """Down."""
        return self._move(1)

    def act_earlier(self) -> object:
        """Up."""
        return self._move(-1)

    def _move(self, way: int) -> object:
        block, gathering = self.block, self.gathering
        if block is None or gathering is None:
            return None
        to = gathering.blocks.index(block) + 1 + way
        if not 1 <= to <= len(gathering.blocks):
            return None
        return self.run_worker(self.desk.send("block.move", block=block.id, to=to), group="act")

    def act_gather(self) -> object:
        """The gathering itself."""
        return self.run_worker(self._gather(), group="act")

    def act_open_gathering(self) -> object:
        """Open it, or end it."""
        return self.run_worker(self._open_or_end(), group="act")

    def act_heads(self) -> object:
        """How many there are."""
        return self.run_worker(self._heads(), group="act")

    async def _open_or_end(self) -> None:
        if self.case and self.case.gathering:
            question = Question(
                title=self.words("end_title"),
                lines=(self.words("end_text"),),
                yes=self.words("end_yes"),
                no=self.words("end_no"),
            )
            if await self.desk.ask(question) is not None:
                await self.desk.send("gathering.end")
        elif self.gathering:
            await self.desk.send("gathering.open", gathering=self.gathering.id)
        else:
            await self._gather()

    async def _heads(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("heads.count", heads=number(values["heads"]))

        await self.form(self.words("heads"), (Ask("heads", self.words("field_heads")),), store)

    async def _gather(self) -> None:
        now = self.gathering

        async def store(values: Mapping[str, str]) -> str:
            fields = {**values, "day": day(values["day"])}
            if now is None:
                return await self.store("gathering.plan", **fields)
            return await self.store("gathering.change", gathering=now.id, **fields)

        when = f"{now.day:%d.%m.%Y}" if now and now.day else ""
        fields = (
            Ask(
                "title", self.words("field_title"), now.title if now else self.words("first_title")
            ),
            Ask("place", self.words("field_place"), now.place if now else ""),
            Ask("day", self.words("field_day"), when, hint=self.say("desk.hint_day")),
            Ask("start", self.words("field_start"), now.start if now else "18:00"),
        )
        await self.form(self.words("gathering"), fields, store)

    async def _edit(self, block: "Block | None") -> None:
        from workshop.blocks import BLOCKS
        from workshop.terms import BlockKind

        gathering = self.gathering

        async def store(values: Mapping[str, str]) -> str:
            minutes = number(values["minutes"])
            fields = {"kind": values["kind"], "title": values["title"], "minutes": minutes}
            if block is None:
                return await self.store(
                    "block.plan", gathering=gathering and gathering.id, **fields
                )
            return await self.store("block.change", block=block.id, **fields)

        kinds = self.labels("block", get_args(BlockKind))
        minutes = str(block.minutes) if block else ""
        usual = self.words("hint_minutes", n=BLOCKS["needs"].minutes)
        fields = (
            Ask("kind", self.words("field_kind"), block.kind if block else "", "choice", kinds),
            Ask("title", self.words("field_block_title"), block.title if block else ""),
            Ask("minutes", self.words("field_minutes"), minutes, hint=usual),
        )
        await self.form(self.words("new_block" if block is None else "edit_block"), fields, store)
